"""Quantities of several units, and spans of time → ISO 8601: "5 ft 2 in", "14 years and six months", "PT3H".

"Two hours and 48 minutes" is one quantity; in "two hours and 48 people" the hours stand alone.
"""

from decimal import Decimal
from typing import NamedTuple

from claimx.lexicons import load
from claimx.quantities.lexemes import Lexemes, is_dash, is_hyphen
from claimx.quantities.numerals import read_numeral
from claimx.quantities.units import ONE, TIME_UNITS, Unit, ratio, read_unit

_CHAIN: dict[str, str] = load("units")["chain"]
_DAYS = {"year": "Y", "month": "M", "week": "W", "day": "D"}
_CLOCK = {"hour": "H", "minute": "M", "second": "S"}


class Compound(NamedTuple):
    """A quantity of two units or more in one: "5 ft 2 in"."""

    value: float
    unit: str
    stop: int
    iso: str | None


def read_compound(lexemes: Lexemes, value: float, unit: Unit) -> Compound | None:
    """Read what "5 ft" goes on with (" 2 in"), or "two hours" (" and 48 minutes").

    The value is in the first unit where that comes out even, in seconds or months otherwise (2.8 hours, but 97
    seconds), so that no digit is lost.
    """
    parts = [(value, unit)]
    while following := _read_next(lexemes, parts[-1][1]):
        parts.append(following)
    if len(parts) == 1:
        return None
    first, last = parts[0][1].name, parts[-1][1]
    total = sum(count * ratio(part.name, last.name) for count, part in parts)
    whole = total / ratio(first, last.name)
    even = unit.name not in TIME_UNITS or round(whole, 4) == whole
    iso = _write([(count, part.name) for count, part in parts]) if unit.name in TIME_UNITS else None
    if not even and last.name in _CLOCK:
        return Compound(total * ratio(last.name, "second"), "second", last.stop, iso)
    return Compound(whole if even else total, first if even else last.name, last.stop, iso)


def _read_next(lexemes: Lexemes, unit: Unit) -> tuple[float, Unit] | None:
    """Read " and 48 minutes" after "two hours", "-11" after "5-foot"."""
    smaller = _CHAIN.get(unit.name)
    if smaller is None:
        return None
    j = unit.stop
    hyphen = is_hyphen(lexemes, j)
    if hyphen or lexemes[j].low == "and" or (lexemes[j].low == "," and unit.name not in _DAYS):
        j += 1
    if lexemes[j - 1].low == "," and lexemes[j].low == "and":
        j += 1
    number = read_numeral(lexemes, j) if lexemes[j].kind in "nw" else None
    if number is None or number.ordinal or number.value >= ratio(unit.name, smaller):
        return None
    if hyphen and unit.name == "foot" and not (is_dash(lexemes[number.stop]) and lexemes[number.stop + 1].glued):
        return number.value, Unit("inch", number.stop)  # "5-foot-11"
    found = _second_unit(lexemes, number.stop, smaller)
    return (number.value, found) if found and found.name == smaller else None


def _second_unit(lexemes: Lexemes, i: int, name: str) -> Unit | None:
    """Read the unit of the second figure; after feet, "in" can only be inches."""
    return Unit("inch", i + 1) if name == "inch" and lexemes[i].raw == "in" else read_unit(lexemes, i)


def duration(value: float | None, unit: str | None) -> str | None:
    """Return the ISO 8601 duration of a span of time, "P2Y" or "PT3H"; None for anything else."""
    if value is None or unit is None or value < 0:
        return None
    factor, base = ONE.get(unit, (1.0, unit))
    return _write([(value * factor, base)]) if base in _DAYS or base in _CLOCK else None


def _write(parts: list[tuple[float, str]]) -> str:
    days = "".join(f"{_plain(value)}{_DAYS[name]}" for value, name in parts if name in _DAYS)
    clock = "".join(f"{_plain(value)}{_CLOCK[name]}" for value, name in parts if name in _CLOCK)
    return f"P{days}T{clock}" if clock else f"P{days}"


def _plain(value: float) -> str:
    return f"{Decimal(repr(value)).normalize():f}"  # ISO 8601 has no exponents
