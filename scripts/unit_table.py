"""Writes ``src/claimx/lexicons/pint_units.toml``: what pint knows of the units that news uses.

    python -m scripts.unit_table          write the table
    python -m scripts.unit_table --check  exit 1 if the written table is another

Why a table, and not pint at run time: importing pint and parsing its registry took 0.21 s on the machine of
``benchmarks/RESULTS.md`` (0.10 s with pint's disk cache, which needs a writable folder), a ninth of a whole
cold ``claimx extract``; the table is read in 5 ms. And the registry reads anything as a unit ("bit newton"),
so that a list of what news uses is needed all the same: ``[news]`` in ``lexicons/units.toml``. A test holds
the table against pint.
"""

import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import version
from math import isfinite
from pathlib import Path

import pint

LEXICONS = Path(__file__).parent.parent / "src/claimx/lexicons"
Registry = pint.UnitRegistry[float]
SOURCE = LEXICONS / "units.toml"
TABLE = LEXICONS / "pint_units.toml"


def write_table(names: Iterable[str], never: Iterable[str]) -> str:
    """Return the table of these units as TOML; symbols in ``never`` are left out."""
    registry: Registry = pint.UnitRegistry()
    shunned = frozenset(never)
    rows = [_row(registry, name, shunned) for name in names]
    head = "# Written by `python -m scripts.unit_table` from pint and [news] of units.toml. Do not edit.\n"
    return head + "# size: how much it is in pint's base units.\n" + "".join(rows)


def _row(registry: Registry, name: str, shunned: frozenset[str]) -> str:
    american = name.replace("metre", "meter").replace("litre", "liter").replace(" ", "_")
    prefix, base, _ = registry.parse_unit_name(american)[0]
    forms = [base, *registry._units[base].aliases]  # pint has no public way to the aliases
    if prefix:
        forms = [form for form in forms if form.count("_") <= name.count(" ")]  # no "megapicture element"
    symbol = registry.get_symbol(prefix + base)
    words = {prefix + form.replace("_", " ") for form in forms if _is_word(form)} | {name.lower()}
    symbols = {form for form in forms if not _is_word(form) and not prefix} | ({symbol} - words)
    size = float(registry.Quantity(1, prefix + base).to_base_units().magnitude)
    measured = f"size = {size!r}\n" if isfinite(size) else ""  # not that of a decibel
    return (
        f'\n["{name}"]\ndimension = "{_dimension(registry, prefix + base, base)}"\n{measured}'
        f"words = {_list(word for word in words if word.isascii())}\n"
        f"symbols = {_list(s for s in symbols - shunned if '_' not in s)}\n"
    )


def _is_word(form: str) -> bool:
    """Whether a name is written out: "acre", "light_year", not "MPH" nor "yr"."""
    return len(form) > 3 and form.islower()


def _dimension(registry: Registry, unit: str, base: str) -> str:
    """Return "length^2" or "mass/length^3"; units without a dimension are alike only under one base."""
    powers = {str(key): round(float(str(power))) for key, power in registry.get_dimensionality(unit).items()}
    if not powers:
        return base
    above = [_power(key, power) for key, power in sorted(powers.items()) if power > 0]
    below = [_power(key, -power) for key, power in sorted(powers.items()) if power < 0]
    return "/".join(["*".join(above) or "1", *below])


def _power(key: str, power: int) -> str:
    word = key.strip("[]")
    return word if power == 1 else f"{word}^{power}"


def _list(items: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{item}"' for item in sorted(items)) + "]"


def main(arguments: list[str]) -> int:
    """Write or check the table."""
    source = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    table = write_table(source["news"]["names"], source["never"]["words"])
    if "--check" not in arguments:
        TABLE.write_text(table, encoding="utf-8")
        return 0
    if TABLE.read_text(encoding="utf-8") == table:
        return 0
    print(f"{TABLE} is not what pint {version('pint')} gives: run python -m scripts.unit_table", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
