"""Parts of a whole → value: "two-thirds", "a quarter of", "half", "one in five", "nine out of 10".

"A third" is a third part after "by" or "nearly" and before "of"; else somebody third ("a third carrier").
"Half" is no number in "half-time" and "the second half". A part of a large number is that number: "half a
million" and "a quarter of a million" are cardinals.
"""

from claimx.lexicons import load, words
from claimx.quantities.lexemes import Lexemes, is_dash, is_hyphen, phrase
from claimx.quantities.numerals import HUGE, ORDINALS, SCALES, Numeral, read_numeral
from claimx.quantities.units import read_unit

_PARTS: dict[str, int] = load("numbers")["parts"]
_SINGULAR = {word: value for word, value in ORDINALS.items() if value > 2} | {"half": 2, "quarter": 4}
_PLURAL = {f"{word}s": value for word, value in ORDINALS.items() if value > 2} | {"halves": 2, "quarters": 4}
_DENOMINATORS: dict[str, float] = {**_SINGULAR, **_PLURAL}

_BEFORE_PART = words("number_context", "before_part")
_NO_HALF_BEFORE = words("number_context", "before_no_half")
_NO_HALF_AFTER = words("number_context", "after_no_half")


def read_fraction(lexemes: Lexemes, i: int) -> Numeral | None:
    """Read the fraction that begins at lexeme ``i``, or the large number it is a part of."""
    found = _read_tier(lexemes, i) or _read_half(lexemes, i) or _read_parts(lexemes, i) or _read_proportion(lexemes, i)
    return found and _of_a_scale(lexemes, found)


def _read_tier(lexemes: Lexemes, i: int) -> Numeral | None:
    """Read "fifth" in "the bottom fifth of incomes"."""
    below = _SINGULAR.get(lexemes[i].low)
    tier = below and lexemes[i - 1].low in _TIERS and lexemes[i + 1].low == "of"
    return Numeral(1.0 / below, i + 1, fraction=True) if below and tier else None


_TIERS = frozenset(
    {"bottom", "top", "middle", "richest", "poorest", "lowest", "highest", "wealthiest", "upper", "lower"}
)


def _read_half(lexemes: Lexemes, i: int) -> Numeral | None:
    """Read "half", "a half", "one half", "one-half"; the article of "half a mile" is left to the unit."""
    if lexemes[i].low in ("a", "one"):
        i += 2 if is_hyphen(lexemes, i + 1) else 1
    word, following = lexemes[i], lexemes[i + 1]
    if word.low == "quarter" and (following.low in SCALES or phrase(lexemes, i + 1, i + 3) == "of a"):
        return Numeral(0.25, i + 1, fraction=True)
    scaled = is_hyphen(lexemes, i + 1) and lexemes[i + 2].low in SCALES  # "half-million"
    if is_hyphen(lexemes, i + 1) and not scaled and read_unit(lexemes, i + 1) is None:
        return None  # "half-time", "half-empty"
    if word.low != "half" or following.low in _NO_HALF_AFTER or lexemes[i - 1].low in _NO_HALF_BEFORE:
        return None
    return Numeral(0.5, i + 1, fraction=True)


def _read_parts(lexemes: Lexemes, i: int) -> Numeral | None:
    article = lexemes[i].low in ("a", "an")
    top = Numeral(1.0, i + 1) if article else read_numeral(lexemes, i)
    if top is None or top.ordinal or not 1 <= top.value <= 99 or not top.value.is_integer():
        return None
    j = top.stop + 1 if is_hyphen(lexemes, top.stop) else top.stop
    below = _DENOMINATORS.get(lexemes[j].low)
    if below is None or below <= top.value or (lexemes[j].low in _PLURAL) != (top.value > 1):
        return None
    if lexemes[j].low == "quarters" and top.value != 3:
        return None
    if lexemes[j].low == "half" and is_hyphen(lexemes, j + 1) and read_unit(lexemes, j + 1) is None:
        return None  # "a half-frozen snake"
    if article and lexemes[j].low not in _PARTS and not _is_part(lexemes, i, j + 1):
        return None
    return Numeral(top.value / below, j + 1, fraction=True)


def _is_part(lexemes: Lexemes, i: int, stop: int) -> bool:
    """Whether "a third" at ``[i, stop)`` is a share and not the third of a row."""
    following = lexemes[stop]
    if following.low == "to" and lexemes[stop + 1].low == "a":
        return True  # "a fifth to a quarter"
    return following.low == "of" or following.kind == "b" or lexemes[i - 1].low in _BEFORE_PART


def _read_proportion(lexemes: Lexemes, i: int) -> Numeral | None:
    """Read "one in five", "one in every 20", "nine out of 10"."""
    if lexemes[i].kind not in "nw":
        return None
    top = read_numeral(lexemes, i)
    if top is None or top.ordinal:
        return None
    j = top.stop
    joints = is_hyphen(lexemes, j)
    j += 1 if joints else 0
    out = phrase(lexemes, j, j + 2) in ("out of", "of every")  # "one of every nine"
    if not out and lexemes[j].low != "in":
        return None
    j += 2 if out else 1
    j += 1 if lexemes[j].low == "every" or (joints and is_dash(lexemes[j])) else 0
    whole = read_numeral(lexemes, j) if lexemes[j].kind in "nw" else None
    if whole is None or whole.ordinal or not _is_proportion(lexemes, top, whole, out, lexemes[j].raw):
        return None
    return Numeral(top.value / whole.value, whole.stop, fraction=True)


def _is_proportion(lexemes: Lexemes, top: Numeral, whole: Numeral, out: bool, raw: str) -> bool:
    """Tell "three in ten" from "three in 2019", "three in 10 days" and "14 in 22 games"."""
    fits = top.value < whole.value or (out and top.value == whole.value)  # "ten out of ten"
    if not (top.value > 0 and fits and top.value.is_integer()):
        return False
    year = len(raw) == 4 and raw.isdecimal() and 1800 < whole.value < 2100
    measured = lexemes[whole.stop].low.rstrip("s") in _MEASURES or lexemes[whole.stop].low in (
        "%",
        "percent",
        "per",
    )
    if year or measured:
        return False
    return out or top.value == 1 or whole.value <= 10 or whole.value % 5 == 0


_MEASURES = words("number_context", "measures")


def _of_a_scale(lexemes: Lexemes, part: Numeral) -> Numeral:
    """Turn a part of a large number into that number: "half a million", "two thirds of a million"."""
    j = part.stop
    if lexemes[j].low == "of" and lexemes[j + 1].low == "a":
        j += 1
    if lexemes[j].low == "a" or is_hyphen(lexemes, j):
        j += 1
    if lexemes[j].low not in SCALES or (lexemes[j].low == "hundred" and j == part.stop):
        return part
    scale = 1.0
    while (factor := SCALES.get(lexemes[j].low)) is not None and scale < HUGE:
        scale *= factor
        j += 1
    return Numeral(part.value * scale, j, scale)
