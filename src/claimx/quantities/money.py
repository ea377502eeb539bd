"""Currency signs, codes and names around a numeral: "A$", "USD 200", "412 mln euros", "60p", "a fiver".

Money is in major units: "45 cents" is 0.45. "Pounds" are money unless they are weighed ("a 20-pound bag").
A bare "$" and a cent are the dollar (or euro) of the article, which :class:`Purse` finds out.
"""

from collections import Counter
from typing import NamedTuple

from claimx.lexicons import load
from claimx.quantities.lexemes import Lexemes, is_hyphen, phrase
from claimx.quantities.numerals import SCALES

_TABLES = load("currencies")
_SIGNS: dict[str, str] = _TABLES["signs"]
_CODES: dict[str, str] = {code: code for code in _TABLES["codes"]["iso"]} | _TABLES["codes"]["others"]
_WORDS: dict[str, str] = _TABLES["words"] | _TABLES["national"]
_WORDS |= {f"{word}s": code for word, code in _WORDS.items() if not word.endswith(("s", "yen", "yuan", "won", "baht"))}
_MINOR: dict[str, str] = _TABLES["minor"]
_MINOR |= {f"{word}s": code for word, code in _MINOR.items()}
_JOINED_MINOR: dict[str, str] = _TABLES["joined_minor"]
NOTES: dict[str, dict[str, float | str]] = _TABLES["notes"]
_THOUSANDS: dict[str, str] = _TABLES["thousands"]
_HOMES: dict[str, str] = {place: code for code, places in _TABLES["dollar_homes"].items() for place in places}
_FIRST = {key.split()[0].split(".")[0] for key in (*_WORDS, *_MINOR, *_THOUSANDS)} | {c.lower() for c in _CODES}
_LONGEST = 4


class Purse(NamedTuple):
    """What an article means by words that many currencies share."""

    dollar: str = "USD"
    cent: str = "USD"


class Currency(NamedTuple):
    """A currency that was read, what one unit of it is worth in major units, and where its lexemes end."""

    code: str
    factor: float
    stop: int


def read_purse(lexemes: Lexemes) -> Purse:
    """Find the article's own dollar (by the places it speaks of) and its cent (by the signs it uses)."""
    homes: Counter[str] = Counter()
    signs: Counter[str] = Counter()
    for lexeme in lexemes:
        if lexeme.kind == "c":
            signs[lexeme.low] += 1
        elif lexeme.low in _HOMES:
            homes[_HOMES[lexeme.low]] += 1
        elif lexeme.low in ("euro", "euros"):
            signs["€"] += 1
    dollar = "USD"
    if homes and not signs["us$"] and not homes["USD"]:
        best, count = homes.most_common(1)[0]
        dollar = best if count > 1 else dollar
    cent = "EUR" if signs["€"] > signs["$"] + signs["us$"] else dollar
    return Purse(dollar, cent)


def read_sign(lexemes: Lexemes, i: int, purse: Purse) -> Currency | None:
    """Read the sign or code before a figure at lexeme ``i``."""
    lexeme, figure = lexemes[i], lexemes[i + 1]
    if figure.kind not in "nf":
        return None
    if lexeme.kind == "c":
        code = purse.dollar if lexeme.low == "$" else _SIGNS[lexeme.low]
        return Currency(code, 1.0, i + 1)
    return Currency(_CODES[lexeme.raw], 1.0, i + 1) if lexeme.raw in _CODES else None


def read_name(lexemes: Lexemes, i: int, purse: Purse) -> Currency | None:
    """Read the name or code after a numeral at lexeme ``i``, or behind a hyphen there ("12-cent")."""
    hyphen = is_hyphen(lexemes, i)
    if hyphen:
        i += 1
    word = lexemes[i]
    if word.glued and word.raw in _JOINED_MINOR and not hyphen and not lexemes[i + 1].glued:
        return Currency(purse.cent if word.raw == "c" else _JOINED_MINOR[word.raw], 0.01, i + 1)
    if word.low not in _FIRST:
        return None
    for length in range(_LONGEST, 0, -1):
        found = _lookup(lexemes, i, i + length, purse)
        if found:
            return found
    return None


def _lookup(lexemes: Lexemes, start: int, stop: int, purse: Purse) -> Currency | None:
    words = phrase(lexemes, start, stop)
    if words in _WORDS:
        code = purse.dollar if words in ("dollar", "dollars") else _WORDS[words]
        return None if code == "GBP" and _is_weight(lexemes, start, stop) else Currency(code, 1.0, stop)
    if words in _MINOR:
        return Currency(purse.cent if words in ("cent", "cents") else _MINOR[words], 0.01, stop)
    if words in _THOUSANDS:
        return Currency(purse.dollar, 1000.0, stop)
    raw = lexemes[start].raw
    return Currency(_CODES[raw], 1.0, stop) if stop == start + 1 and raw in _CODES else None


_WEIGHING = frozenset("weigh weighs weighed weighing weight baby lift lifted lifting heavier lighter".split())
_BOUGHT = frozenset("note notes coin coins bill fine deal prize contract question house home mansion jackpot".split())
_FINANCE = frozenset("debt spending public investment damage cuts savings aid revenue sales assets taxpayers".split())


def _is_weight(lexemes: Lexemes, start: int, stop: int) -> bool:
    """Whether "pounds" here are weighed: "25 pounds of flour", "weighs 12 pounds", "a 20-pound bag"."""
    word, after = lexemes[start].low, lexemes[stop]
    if word not in ("pound", "pounds") or stop > start + 1:
        return False
    if word == "pound" and after.kind == "w" and lexemes[start - 1].low not in SCALES:
        return after.low not in _BOUGHT
    stuff = after.low == "of" and lexemes[stop + 1].low not in _FINANCE
    return stuff or any(lexemes[j].low in _WEIGHING for j in range(start - 7, start))
