"""Currency signs, codes and names around a numeral: "A$", "USD 200", "412 mln euros", "60p", "a fiver".

Money is in major units: "45 cents" is 0.45. "Pounds" are money unless they are weighed ("a 20-pound bag").
A bare "$" is the dollar of the article, "pesos" those of its country: :class:`Purse`.
"""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from claimx.lexicons import load, words
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
_PLACES: dict[str, list[tuple[str, str, int]]] = {}  # place → (shared name, code, weight)
for _weight, _table in ((2, _TABLES["regions"]), (1, _TABLES["countries"])):
    for _shared, _homes in _table.items():
        for _code, _places in _homes.items():
            for _place in _places:
                _PLACES.setdefault(_place, []).append((_shared, _code, _weight))
_SHARED_FORMS = {form: name for name in _TABLES["countries"] for form in (name, f"{name}s")}
_FIRST = {key.split()[0].split(".")[0] for key in (*_WORDS, *_MINOR, *_THOUSANDS)} | {c.lower() for c in _CODES}
_LONGEST = 4
_WEIGHT = "lb"  # what a bare pound is where nothing is paid in pounds
_BRITISH = words("number_context", "british")


class Purse(NamedTuple):
    """What an article means by names and signs that many currencies share."""

    codes: Mapping[str, str] = {"dollar": "USD", "cent": "USD"}  # of "dollar", "peso", "cent" …


class Currency(NamedTuple):
    """A currency that was read, what one unit of it is worth in major units, and where its lexemes end."""

    code: str
    factor: float
    stop: int


def read_purse(lexemes: Lexemes) -> Purse:
    """Find out whose the shared names are by the places the article speaks of; the cent follows its signs."""
    votes: dict[str, Counter[str]] = {}
    british = any(lexeme.low in _BRITISH for lexeme in lexemes)
    signs: Counter[str] = Counter()
    for lexeme in lexemes:
        if lexeme.kind == "c":
            signs[lexeme.low] += 1
        elif lexeme.low in ("euro", "euros"):
            signs["€"] += 1
        elif lexeme.raw == "US":
            votes.setdefault("dollar", Counter())["USD"] += 1
        for shared, code, weight in _PLACES.get(lexeme.low, ()):
            votes.setdefault(shared, Counter())[code] += weight
    codes = {shared: count.most_common(1)[0][0] for shared, count in votes.items()}
    codes["dollar"] = _dollar(votes.get("dollar", Counter()), signs)
    if not british and signs["$"]:
        codes["pound"] = _WEIGHT
    codes["cent"] = "EUR" if signs["€"] > signs["$"] + signs["us$"] else codes["dollar"]
    return Purse(codes)


def _dollar(votes: Counter[str], signs: Counter[str]) -> str:
    """Return the code of a bare "$"; where "US$" or America is in the article, it is the American one."""
    code, weight = votes.most_common(1)[0] if votes else ("USD", 0)
    return "USD" if votes["USD"] or signs["us$"] or weight < 2 else code


def read_sign(lexemes: Lexemes, i: int, purse: Purse) -> Currency | None:
    """Read the sign or code before a figure at lexeme ``i``."""
    lexeme, figure = lexemes[i], lexemes[i + 1]
    if figure.kind not in "nf":
        return None
    if lexeme.kind == "c":
        code = purse.codes["dollar"] if lexeme.low == "$" else _SIGNS[lexeme.low]
        return Currency(code, 1.0, i + 1)
    return Currency(_CODES[lexeme.raw], 1.0, i + 1) if lexeme.raw in _CODES else None


def read_name(lexemes: Lexemes, i: int, purse: Purse) -> Currency | None:
    """Read the name or code after a numeral at lexeme ``i``, or behind a hyphen there ("12-cent")."""
    hyphen = is_hyphen(lexemes, i)
    if hyphen:
        i += 1
    word = lexemes[i]
    whole = not (lexemes[i + 1].glued and lexemes[i + 1].kind in "wn")
    if word.glued and word.raw in _JOINED_MINOR and whole and not hyphen:
        return Currency(purse.codes["cent"] if word.raw == "c" else _JOINED_MINOR[word.raw], 0.01, i + 1)
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
        code = purse.codes.get(_SHARED_FORMS.get(words, ""), _WORDS[words])
        return None if code == "GBP" and _is_weight(lexemes, start, stop, purse) else Currency(code, 1.0, stop)
    if words in _MINOR:
        return Currency(purse.codes["cent"] if words in ("cent", "cents") else _MINOR[words], 0.01, stop)
    if words in _THOUSANDS:
        return Currency(purse.codes["dollar"], 1000.0, stop)
    raw = lexemes[start].raw
    return Currency(_CODES[raw], 1.0, stop) if stop == start + 1 and raw in _CODES else None


_WEIGHING = words("number_context", "weighing")
_BOUGHT = words("number_context", "bought")
_FINANCE = words("number_context", "finance")


def _is_weight(lexemes: Lexemes, start: int, stop: int, purse: Purse) -> bool:
    """Whether "pounds" here are weighed: "25 pounds of flour", "weighs 12 pounds", "a 20-pound bag".

    In an article with dollars and nothing British all pounds are, but for millions of them.
    """
    word, after = lexemes[start].low, lexemes[stop]
    if word not in ("pound", "pounds") or stop > start + 1:
        return False
    if purse.codes.get("pound") == _WEIGHT and lexemes[start - 1].low not in SCALES:
        return True
    if word == "pound" and after.kind == "w" and lexemes[start - 1].low not in SCALES:
        return after.low not in _BOUGHT
    stuff = after.low == "of" and lexemes[stop + 1].low not in _FINANCE
    return stuff or any(lexemes[j].low in _WEIGHING for j in range(start - 7, start))
