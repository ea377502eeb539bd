"""Numbers in words of their own: "dozens", "tens of thousands", "a couple of hundred", "doubled".

A vague magnitude spans one order ("thousands": 1000 to 10000). A multiple is a quantity of "times"; "double"
and "triple" are multiples before what they multiply, not in "a double room".
"""

from claimx.lexicons import load, words
from claimx.quantities.amount import Amount
from claimx.quantities.lexemes import Lexemes, is_hyphen
from claimx.quantities.money import Purse, read_name
from claimx.quantities.numerals import SCALES
from claimx.quantities.units import read_unit

_TABLES = load("numbers")
_VAGUE: dict[str, float] = _TABLES["vague"]
_MULTIPLES: dict[str, int] = _TABLES["multiples"]
_TENS_OF = {"tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 100.0, "thousands": 1000.0}
_SEVERAL = frozenset({"several", "few"})


def read_vague(lexemes: Lexemes, i: int, purse: Purse) -> Amount | None:
    """Read a vague magnitude at lexeme ``i``, with the money or unit it counts ("millions of dollars")."""
    found = _read_couple(lexemes, i) or _read_several(lexemes, i) or _read_plural(lexemes, i)
    if found is None or found.low is None:
        return found
    j = found.stop + 1 if lexemes[found.stop].low == "of" else found.stop
    currency = read_name(lexemes, j, purse)
    low, high = found.low, found.high or found.low
    if currency:
        low, high = low * currency.factor, high * currency.factor
        return Amount(i, currency.stop, "money", None, currency.code, low, high, "vague")
    unit = read_unit(lexemes, j) if lexemes[j].kind == "w" else None
    return Amount(i, unit.stop, "quantity", None, unit.name, low, high, "vague") if unit else found


def _read_plural(lexemes: Lexemes, i: int) -> Amount | None:
    word = lexemes[i].low
    outer = _TENS_OF.get(word)
    inner = _VAGUE.get(lexemes[i + 2].low, 0.0)
    if outer and lexemes[i + 1].low == "of" and inner > outer:
        return _order(i, i + 3, outer * inner)
    low = _VAGUE.get(word)
    if low is None or (word == "scores" and lexemes[i + 1].low != "of"):
        return None
    return _order(i, i + 1, low)


def _order(i: int, stop: int, low: float) -> Amount:
    return Amount(i, stop, "cardinal", None, low=low, high=low * 10, comparator="vague")


def _read_several(lexemes: Lexemes, i: int) -> Amount | None:
    """Read "several hundred" and "a few dozen" like "hundreds" and "dozens"."""
    j = i + 1 if lexemes[i].low == "a" else i
    scale = SCALES.get(lexemes[j + 1].low) if lexemes[j].low in _SEVERAL else None
    if scale is None:
        return None
    return Amount(i, j + 2, "cardinal", None, low=scale, high=10 * scale, comparator="vague")


def _read_couple(lexemes: Lexemes, i: int) -> Amount | None:
    """Read "a couple of hundred", which is about two hundred."""
    words = [lexemes[i + k].low for k in range(3)]
    scale = SCALES.get(lexemes[i + 3].low)
    if words != ["a", "couple", "of"] or scale is None:
        return None
    return Amount(i, i + 4, "cardinal", 2 * scale, comparator="~", scale=scale)


_MULTIPLIED = words("number_context", "multiplied")
_BEFORE_MULTIPLE = words("number_context", "before_multiple")


def read_multiple(lexemes: Lexemes, i: int) -> Amount | None:
    """Read "doubled", "threefold", "twice the" at lexeme ``i`` as so many times."""
    word, after = lexemes[i].low, lexemes[i + 1]
    times = _MULTIPLES.get(word)
    if times is None or is_hyphen(lexemes, i + 1) or after.low in ("down", "up"):
        return None
    if not word.endswith(("ed", "ing", "fold")):
        stands = after.low in _MULTIPLIED or lexemes[i - 1].low in _BEFORE_MULTIPLE
        if not stands:
            return None
    return Amount(i, i + 1, "quantity", float(times), "times")
