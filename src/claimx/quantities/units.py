"""What follows a numeral → the unit: "kilometres", "km/h", "-acre", "degrees Celsius", "tonnes per hectare".

Names, symbols, dimensions and sizes are pint's (``lexicons/pint_units.toml``, written by ``scripts/unit_table``),
for the units that news uses and no others. Squares, cubes and rates are put together here. "m" is metres only
after a figure ("828m", "200 m"), "in" only glued to one ("12in"), because both are also something else:
millions, and the preposition of "two in my car".
"""

from typing import Any, NamedTuple

from claimx.lexicons import load, words
from claimx.quantities.lexemes import Lexemes, is_dash, is_hyphen, phrase


class Unit(NamedTuple):
    """A unit that was read, and where its lexemes end."""

    name: str
    stop: int


_LISTS = load("units")
_ENTRIES: dict[str, dict[str, Any]] = {**load("pint_units"), **_LISTS["more"]}
_SIZES: dict[str, float] = {name: entry["size"] for name, entry in _ENTRIES.items() if "size" in entry}
_GLUED = words("units", "glued")
_NO_PLURAL = words("units", "no_plural")
_WORDS: dict[str, str] = {}
_SYMBOLS: dict[str, str] = {}
for _name, _entry in _ENTRIES.items():
    for _word in (*_entry["words"], *_LISTS["words"].get(_name, ())):
        _WORDS[_word] = _name
        if not _word.endswith("s") and _name not in _NO_PLURAL:
            _WORDS[f"{_word}s"] = _name
    _SYMBOLS.update(dict.fromkeys(_entry.get("symbols", ()), _name))
for _name, _forms in _LISTS["symbols"].items():
    _SYMBOLS.update(dict.fromkeys(_forms, _name))
_POWERS = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
_EXPONENTS = {"²": "square", "2": "square", "³": "cubic", "3": "cubic"}
_FIRST = {key.split()[0].split("-")[0].split("/")[0].lower().rstrip(".") for key in (*_WORDS, *_SYMBOLS)}
_FIRST |= {"°", "º", "c", "f", *_POWERS, *(f"{symbol.lower()}{sign}" for symbol in _SYMBOLS for sign in "²³")}
_LONGEST = 4
TIME_UNITS = frozenset(name for name, entry in _ENTRIES.items() if entry["dimension"] == "time")


def ratio(unit: str, smaller: str) -> int:
    """Return how many of the second unit make one of the first: 12 inches a foot, 60 minutes an hour."""
    return round(_SIZES[unit] / _SIZES[smaller])


ONE: dict[str, tuple[float, str]] = {name: (float(ratio(name, of)), of) for name, of in _LISTS["one"].items()}


def dimension(unit: str | None) -> str | None:
    """Return "length", "time", "mass/length^3" … for the name of a unit; None for anything else."""
    above, per, below = (unit or "").partition(" per ")
    if unit in _ENTRIES or not per:
        return _dimension(unit or "")
    one, other = _dimension(above), _dimension(below)
    return f"{one}/{other}" if one and other else None


def _dimension(unit: str) -> str | None:
    power, _, base = unit.partition(" ")
    if power in ("square", "cubic") and base in _ENTRIES:
        return f"{_ENTRIES[base]['dimension']}^{2 if power == 'square' else 3}"
    entry = _ENTRIES.get(unit)
    return str(entry["dimension"]) if entry else None


def read_unit(lexemes: Lexemes, i: int) -> Unit | None:
    """Read the longest unit at lexeme ``i``, which may begin with the hyphen of "64-kilometre"."""
    hyphen = is_hyphen(lexemes, i)
    if hyphen:
        i += 1
    if lexemes[i].low not in _FIRST:
        return None
    before = i - (2 if hyphen else 1)
    unit = _read_power(lexemes, i, before) or _read_simple(lexemes, i, before)
    return unit and _read_rate(lexemes, unit)


def _read_simple(lexemes: Lexemes, i: int, before: int) -> Unit | None:
    """Read a unit without square or rate; ``before`` is the lexeme of the figure."""
    for length in range(_LONGEST, 0, -1):
        name = _lookup(lexemes, i, i + length, before)
        if name:
            return Unit(name, i + length)
    return None


def _read_power(lexemes: Lexemes, i: int, before: int) -> Unit | None:
    """Read "square miles", "sq km", "cu. m", "km²" and "m3"."""
    power = _POWERS.get(lexemes[i].low)
    if power:
        j = i + 2 if lexemes[i + 1].low == "." or is_hyphen(lexemes, i + 1) else i + 1
        base = _read_simple(lexemes, j, before) or _symbol(lexemes, j)
        return Unit(f"{power} {base.name}", base.stop) if base and dimension(base.name) == "length" else None
    raw, after = lexemes[i].raw, lexemes[i + 1]
    if raw[-1:] in ("²", "³") and _SYMBOLS.get(raw[:-1]):
        return Unit(f"{_EXPONENTS[raw[-1]]} {_SYMBOLS[raw[:-1]]}", i + 1)
    if after.glued and after.raw in ("2", "3") and dimension(_SYMBOLS.get(raw)) == "length":
        return Unit(f"{_EXPONENTS[after.raw]} {_SYMBOLS[raw]}", i + 2)
    return None


def _lookup(lexemes: Lexemes, start: int, stop: int, before: int) -> str | None:
    found = _WORDS.get(phrase(lexemes, start, stop).replace("-", " "))
    return found or _lookup_symbol(lexemes, start, stop, before)


def _lookup_symbol(lexemes: Lexemes, start: int, stop: int, before: int) -> str | None:
    figure, after = lexemes[before], lexemes[stop]
    if (figure.kind not in "nf" and figure.low not in _SCALED) or (after.glued and after.kind in "wn"):
        return None
    raw = lexemes[start].raw + "".join(x.raw if x.glued else f" {x.raw}" for x in lexemes[start + 1 : stop])
    if raw in ("C", "F"):
        warm = len(figure.raw) < 6 and after.low not in ("-", "/") and (lexemes[start].glued or after.low != ".")
        return _DEGREES[raw] if warm else None
    if raw == "in":
        return "inch" if lexemes[start].glued or after.low in _AFTER_INCH or after.kind == "b" else None
    return None if raw in _GLUED and not lexemes[start].glued else _SYMBOLS.get(raw)


_DEGREES = {"C": "degree Celsius", "F": "degree Fahrenheit"}
_SCALED = frozenset({"million", "billion", "trillion", "hundred", "thousand", "lakh", "crore", "m", "mn", "bn", "k"})
_AFTER_INCH = frozenset({"thick", "wide", "tall", "long", "deep", "high", "diameter", "."})


def _symbol(lexemes: Lexemes, i: int) -> Unit | None:
    name = _SYMBOLS.get(lexemes[i].raw)
    return Unit(name, i + 1) if name else None


_RATES = words("units", "rates")


def _read_rate(lexemes: Lexemes, unit: Unit) -> Unit:
    """Add "per hour", "/h", "an hour", "-per-hour"; "a day" and "a year" are left: they say how often."""
    if unit.name in TIME_UNITS or " per " in unit.name:
        return unit
    j = unit.stop + 1 if is_dash(lexemes[unit.stop]) else unit.stop
    word = lexemes[j].low
    if word == "/" and lexemes[j].glued and lexemes[j + 1].glued:
        below = _read_power(lexemes, j + 1, j) or _symbol(lexemes, j + 1)
        below = below or (Unit("hour", j + 2) if lexemes[j + 1].raw == "h" else None)
        below = below or (Unit("second", j + 2) if lexemes[j + 1].raw == "s" else None)
    elif word in ("per", "a", "an"):
        k = j + 2 if is_dash(lexemes[j + 1]) else j + 1
        below = _read_power(lexemes, k, j) or _read_simple(lexemes, k, j)
        below = below if below and (word == "per" or below.name in _RATES) else None
    else:
        below = None
    return Unit(f"{unit.name} per {below.name}", below.stop) if below else unit
