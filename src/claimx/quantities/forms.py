"""Amounts with a form of their own: "an hour", "a fiver", "week-long", "magnitude 6.1", "No. 1"."""

from claimx.lexicons import words
from claimx.quantities.amount import Amount
from claimx.quantities.durations import duration
from claimx.quantities.lexemes import Lexemes, is_hyphen
from claimx.quantities.money import NOTES
from claimx.quantities.numerals import SMALL, read_numeral
from claimx.quantities.units import ONE, TIME_UNITS, Unit, dimension, read_unit

_BEFORE_ONE = words("number_context", "before_one")
_AFTER_ONE = words("number_context", "after_one")


def read_article(lexemes: Lexemes, i: int) -> Amount | None:
    """Read "an hour", "a mile and a half", "a single", "week-long" and "a fiver"."""
    word = lexemes[i].low
    if word in ("a", "an") and lexemes[i + 1].low in NOTES:
        note = NOTES[lexemes[i + 1].low]
        return Amount(i, i + 2, "money", float(note["value"]), str(note["unit"]))
    if lexemes[i + 1].low == "-" and lexemes[i + 2].low == "long":
        unit = read_unit(lexemes, i)
        return _one(i, unit) if unit and unit.name in TIME_UNITS else None
    if word not in ("a", "an"):
        return None
    if lexemes[i + 1].low == "single" and lexemes[i + 2].kind == "w":
        return Amount(i, i + 2, "cardinal", 1.0)
    unit = read_unit(lexemes, i + 1)
    if unit is None or unit.name == "second" or dimension(unit.name) not in ("time", "length"):
        return None
    if _is_and_a_half(lexemes, unit.stop):
        return Amount(i, unit.stop + 3, "quantity", 1.5, unit.name, iso=duration(1.5, unit.name))
    stands = lexemes[i - 1].low in _BEFORE_ONE or lexemes[unit.stop].low in _AFTER_ONE
    return _one(i, unit) if stands and lexemes[unit.stop].low != "ago" else None


def _is_and_a_half(lexemes: Lexemes, i: int) -> bool:
    return lexemes[i].low == "and" and lexemes[i + 1].low in ("a", "one") and lexemes[i + 2].low == "half"


def _one(i: int, unit: Unit) -> Amount:
    count, name = ONE.get(unit.name, (1.0, unit.name))
    iso = duration(count, name)
    return Amount(i, unit.stop, "quantity", count, name, iso=iso)


def read_form(lexemes: Lexemes, i: int) -> Amount | None:
    """Read a magnitude, a rank, a height or a runner's time at lexeme ``i``."""
    found = _read_magnitude(lexemes, i) or _read_rank(lexemes, i) or _read_number_one(lexemes, i)
    return found or _read_race_time(lexemes, i) or _read_height(lexemes, i)


def _read_height(lexemes: Lexemes, i: int) -> Amount | None:
    """Read 6'3" as six feet three inches; in "the '90s" no figure stands before the mark."""
    feet, mark, inches, end = lexemes[i : i + 4]
    shaped = feet.kind == inches.kind == "n" and mark.low in ("'", "′") and mark.glued and inches.glued
    if not shaped or not (feet.raw.isdecimal() and inches.raw.isdecimal()) or int(feet.raw) > 9 or int(inches.raw) > 11:
        return None
    closed = end.glued and end.low in ('"', "″", "”")
    return Amount(i, i + 4 if closed else i + 3, "quantity", int(feet.raw) + int(inches.raw) / 12, "foot")


def _read_magnitude(lexemes: Lexemes, i: int) -> Amount | None:
    """Read "magnitude 6.1" and "magnitude-6.1"."""
    if lexemes[i].low != "magnitude":
        return None
    numeral = read_numeral(lexemes, i + 2 if is_hyphen(lexemes, i + 1) else i + 1)
    if numeral is None or numeral.ordinal or not 0 < numeral.value <= 10:
        return None
    return Amount(i, numeral.stop, "quantity", numeral.value, "magnitude")


def _read_rank(lexemes: Lexemes, i: int) -> Amount | None:
    """Read "No. 1" and "the world No 1" as an ordinal; No. 10 is a house, "No. 18-cv-20" a file."""
    dotted = lexemes[i + 1].low == "."
    j = i + 2 if dotted else i + 1
    figure = lexemes[j]
    if lexemes[i].raw not in ("No", "no", "№") or figure.kind != "n" or not figure.raw.isdecimal():
        return None
    inside = lexemes[i].raw == "No" and lexemes[i - 1].kind == "w"
    if not (dotted or inside) or figure.raw == "10" or len(figure.raw) > 4 or is_hyphen(lexemes, j + 1):
        return None
    return Amount(i, j + 1, "ordinal", float(figure.raw))


def _read_number_one(lexemes: Lexemes, i: int) -> Amount | None:
    """Read "the number one issue" as a rank; "a number one may dispute" is none."""
    rank = SMALL.get(lexemes[i + 1].low)
    stands = lexemes[i].low == "number" and lexemes[i - 1].low in _RANKED
    return Amount(i, i + 2, "ordinal", rank) if stands and rank else None


_RANKED = frozenset({"the", "world", "our", "their", "his", "her", "its", "my", "your"})


def _read_race_time(lexemes: Lexemes, i: int) -> Amount | None:
    """Read "2:21:48", hours, minutes and seconds, in seconds."""
    parts = [lexemes[i + k] for k in range(5)]
    if parts[1].low != ":" or parts[3].low != ":" or not all(part.glued for part in parts[1:]):
        return None
    figures = [part.raw for part in parts[::2]]
    if not all(figure.isdecimal() for figure in figures) or [len(x) for x in figures[1:]] != [2, 2]:
        return None
    hours, minutes, seconds = (int(figure[:4]) for figure in figures)
    if minutes > 59 or seconds > 59 or hours > 99:
        return None
    total = 3600.0 * hours + 60 * minutes + seconds
    return Amount(i, i + 5, "quantity", total, "second", iso=f"PT{hours}H{minutes}M{seconds}S")
