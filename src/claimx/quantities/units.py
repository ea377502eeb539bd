"""What follows a numeral → the unit: "kilometres", "km/h", "-acre", "degrees Celsius"; also ISO durations.

"m" is metres only after a figure ("828m", "200 m"), "in" only glued to one ("12in"), because both are also
something else: millions, and the preposition of "two in my car".
"""

from typing import Any, NamedTuple

from claimx.lexicons import load
from claimx.quantities.lexemes import Lexemes, is_hyphen, phrase
from claimx.quantities.numerals import read_numeral


class Unit(NamedTuple):
    """A unit that was read, and where its lexemes end."""

    name: str
    stop: int


_TABLES: dict[str, dict[str, Any]] = load("units")
_DIMENSION = {name: dimension for dimension, units in _TABLES.items() for name in units}
_ENTRIES = {name: entry for units in _TABLES.values() for name, entry in units.items()}
_CHAIN: dict[str, str] = {name: entry["chain"] for name, entry in _ENTRIES.items() if "chain" in entry}
ONE: dict[str, tuple[float, str]] = {
    name: (float(entry["one"][0]), entry["one"][1]) for name, entry in _ENTRIES.items() if "one" in entry
}
TIME_UNITS = frozenset(_TABLES["time"])
_WORDS: dict[str, str] = {}
_SYMBOLS: dict[str, str] = {}
_JOINED: dict[str, str] = {}
for _name, _entry in _ENTRIES.items():
    for _word in _entry.get("words", ()):
        _WORDS[_word] = _WORDS[_word if _word.endswith("s") else f"{_word}s"] = _name
    _SYMBOLS.update(dict.fromkeys(_entry.get("symbols", ()), _name))
    _JOINED.update(dict.fromkeys(_entry.get("joined", ()), _name))
_FIRST = {key.split()[0].split("-")[0].split("/")[0].lower().rstrip(".") for key in (*_WORDS, *_SYMBOLS, *_JOINED)}
_FIRST |= {"°", "º"}
_LONGEST = 5

# How many of the second unit make one of the first, for "5 ft 2 in" and "two hours and 48 minutes".
_CHAINED = {
    ("foot", "inch"): 12, ("hour", "minute"): 60, ("minute", "second"): 60,
    ("pound", "ounce"): 16, ("stone", "pound"): 14,
}  # fmt: skip
_SECONDS = {"hour": 3600, "minute": 60, "second": 1}
_ISO = {
    "year": "P{}Y", "month": "P{}M", "week": "P{}W", "day": "P{}D", "hour": "PT{}H", "minute": "PT{}M",
    "second": "PT{}S",
}  # fmt: skip


def dimension(unit: str | None) -> str | None:
    """Return "length", "time" … for the name of a unit; None for anything else."""
    return _DIMENSION.get(unit or "")


def read_unit(lexemes: Lexemes, i: int) -> Unit | None:
    """Read the longest unit at lexeme ``i``, which may begin with the hyphen of "64-kilometre"."""
    hyphen = is_hyphen(lexemes, i)
    if hyphen:
        i += 1
    if lexemes[i].low not in _FIRST:
        return None
    for length in range(_LONGEST, 0, -1):
        name = _lookup(lexemes, i, i + length, hyphen)
        if name:
            return Unit(name, i + length)
    return None


def _lookup(lexemes: Lexemes, start: int, stop: int, hyphen: bool) -> str | None:
    words = phrase(lexemes, start, stop).replace("-", " ")
    if words in _WORDS:
        return _WORDS[words]
    before, after = lexemes[start - (2 if hyphen else 1)], lexemes[stop]
    if (before.kind not in "nf" and before.low not in _SCALED) or (after.glued and after.kind in "wn"):
        return None
    raw = lexemes[start].raw + "".join(x.raw if x.glued else f" {x.raw}" for x in lexemes[start + 1 : stop])
    if raw in ("C", "F"):
        warm = len(before.raw) < 6 and after.low not in ("-", "/") and (lexemes[start].glued or after.low != ".")
        return _JOINED[raw] if warm else None
    if lexemes[start].glued and raw in _JOINED:
        return _JOINED[raw]
    if raw == "in":
        return "inch" if after.low in _AFTER_INCH else None
    return _SYMBOLS.get(raw)


_SCALED = frozenset({"million", "billion", "trillion", "hundred", "thousand", "lakh", "crore", "m", "bn", "k"})
_AFTER_INCH = frozenset({"thick", "wide", "tall", "long", "deep", "high", "diameter", "", "."})


class Compound(NamedTuple):
    """A quantity of two units in one: "5 ft 2 in"."""

    value: float
    unit: str
    stop: int
    iso: str | None


def read_compound(lexemes: Lexemes, value: float, unit: Unit) -> Compound | None:
    """Read what "5 ft" goes on with (" 2 in"), or "two hours" (" and 48 minutes").

    The value is in the first unit where that comes out even, times in seconds otherwise (2.8 hours, but 97
    seconds), so that no digit is lost.
    """
    j = unit.stop
    follows = _CHAIN.get(unit.name)
    if follows is None:
        return None
    if lexemes[j].low in ("and", ","):
        j += 1
    number = read_numeral(lexemes, j) if lexemes[j].kind in "nw" else None
    second = _second_unit(lexemes, number.stop, follows) if number and not number.ordinal else None
    if number is None or second is None or second.name != follows:
        return None
    total = value + number.value / _CHAINED[unit.name, second.name]
    iso = None
    if unit.name in _SECONDS:
        iso = f"PT{_plain(value)}{unit.name[0].upper()}{_plain(number.value)}{second.name[0].upper()}"
        if round(total, 4) != total:
            seconds = value * _SECONDS[unit.name] + number.value * _SECONDS[second.name]
            return Compound(seconds, "second", second.stop, iso)
    return Compound(total, unit.name, second.stop, iso)


def _second_unit(lexemes: Lexemes, i: int, name: str) -> Unit | None:
    """Read the unit of the second figure; after feet, "in" can only be inches."""
    return Unit("inch", i + 1) if name == "inch" and lexemes[i].raw == "in" else read_unit(lexemes, i)


def duration(value: float | None, unit: str | None) -> str | None:
    """Return the ISO 8601 duration of a span of time, "P2Y" or "PT3H"; None for anything else."""
    if value is None or unit is None or value < 0:
        return None
    factor, base = ONE.get(unit, (1, unit))
    form = _ISO.get(base)
    return form.format(_plain(value * factor)) if form else None


def _plain(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)
