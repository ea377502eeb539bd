"""Numbers that count nothing: "Boeing 737", "G7", "Route 9", "40 Harbour St", "24/7", "which one?".

Decided by the words alone; where there is a parse, ``counted`` and the component look at the syntax as well.
"""

from claimx.lexicons import load, words
from claimx.quantities.amount import Amount
from claimx.quantities.idioms import is_idiom, is_pronoun, is_some_day, means_digits
from claimx.quantities.lexemes import Lexemes, is_dash, is_hyphen, phrase
from claimx.quantities.numerals import read_numeral

_LISTS = load("numbered")
_LABELS = words("numbered", "labels")
_TITLES = words("numbered", "titles")
_STREETS = words("numbered", "streets")
_DIALLED: dict[str, list[str]] = _LISTS["dialled"]
_PREFIXES = words("numbered", "prefixes")
_FIRMS = words("numbered", "firms")
_CALLING = words("numbered", "calling")
_AFTER_CALL = frozenset(_LISTS["calling"]["after"])
_JOINTS = words("numbered", "joints")


def is_code(lexemes: Lexemes, i: int) -> bool:
    """Whether the figure at lexeme ``i`` is part of a code: "A320", "F-16", "4RK", "24/7", "737s"."""
    figure, before, after = lexemes[i], lexemes[i - 1], lexemes[i + 1]
    if figure.kind != "n":
        return False
    if before.low in ('"', "'") and before.glued and lexemes[i - 2].low == "=":
        return True  # an attribute of a tag
    if before.low == "(" and before.glued and lexemes[i - 2].low == ")":
        return True  # "501(c)(3)"
    if after.low == "(" and after.glued and lexemes[i + 2].glued and len(lexemes[i + 2].raw) == 1:
        return lexemes[i + 3].low == ")" and lexemes[i + 2].kind == "w"  # "401(k)"
    if figure.glued and (before.kind in "wx" or before.low in ("_", "/", "\\", "=", "&", "+")):
        return True
    if _is_in_chain(lexemes, i):
        return True
    if figure.glued and is_dash(before) and before.glued and lexemes[i - 2].kind == "w":
        word = lexemes[i - 2]
        return word.raw[0].isupper() and word.low not in _PREFIXES
    if after.low == "/" and after.glued and lexemes[i + 2].glued:
        return read_numeral(lexemes, i) is None
    return _is_designation(lexemes, i)


def _is_in_chain(lexemes: Lexemes, i: int) -> bool:
    """Whether the figure at ``i`` is in a file number like "18-cv-2034"; "5-to-4" and "5-foot-11" are none."""
    for word in (i + 2, i - 2):
        chain = lexemes[word - 1 : word + 3]
        joined = is_dash(chain[0]) and is_dash(chain[2]) and all(x.glued for x in chain[0:4])
        if joined and chain[1].kind == "w" and chain[3].kind == "n" and chain[1].low not in _JOINTS:
            return True
    return False


def _is_designation(lexemes: Lexemes, i: int) -> bool:
    """Whether "2026 QV7" begins at ``i``: a word of capitals with a figure glued to it follows."""
    word, figure = lexemes[i + 1], lexemes[i + 2]
    return word.raw.isupper() and not word.glued and len(word.raw) < 4 and figure.kind == "n" and figure.glued


_INDENT = 12  # characters


def is_list_mark(text: str, lexemes: Lexemes, amount: Amount) -> bool:
    """Whether the number opens a line as its mark: "1. Keep indoors", "2) Boil water"."""
    figure, after = lexemes[amount.first], lexemes[amount.stop]
    if after.low not in (".", ")", "(") or figure.kind != "n" or not after.glued or len(figure.raw) > 2:
        return False
    before = text[max(0, figure.start - _INDENT) : figure.start].rstrip(" \t(*-•")
    return before[-1:] in ("", "\n") and not lexemes[amount.stop + 1].glued


def is_name(lexemes: Lexemes, amount: Amount) -> bool:
    """Whether a number without a unit is (part of) a name, or "one day" some day."""
    if is_some_day(lexemes, amount):
        return True
    if not amount.bare and amount.kind != "ordinal":
        return False
    if amount.kind == "ordinal":
        return is_idiom(lexemes, amount)
    first = lexemes[amount.first]
    if first.low == "one" and amount.stop == amount.first + 1:
        return is_pronoun(lexemes, amount) or _is_title(lexemes, amount)  # "Air Force One"
    if phrase(lexemes, amount.first, amount.stop) in _FIRMS and not _is_counted(lexemes[amount.stop].raw):
        return True
    if amount.value is None or amount.scale != 1.0 or not float(amount.value).is_integer():
        return False
    tail = lexemes[amount.stop]
    if tail.kind in "wn" and tail.glued:
        return True
    if first.kind == "w":
        return _is_title(lexemes, amount)
    if "," in first.raw:
        return False
    return _is_labelled(lexemes, amount) or _is_address(lexemes, amount) or _is_dialled(lexemes, amount)


def _is_title(lexemes: Lexemes, amount: Amount) -> bool:
    """Whether a number word has its capital from a name: "the Six Nations", "Ocean's Eleven"; not in a headline."""
    word, before, after = lexemes[amount.first], lexemes[amount.first - 1], lexemes[amount.stop]
    if means_digits(lexemes, amount):
        return True
    if before.kind != "w" or not word.raw.istitle():
        return False
    if before.raw[0].isupper() and before.low in _LABELS | _TITLES:
        return True  # "Round Two"
    return before.raw[0].islower() or (after.kind == "w" and after.raw[0].islower())


def _is_labelled(lexemes: Lexemes, amount: Amount) -> bool:
    before, after = lexemes[amount.first - 1], lexemes[amount.stop]
    if before.kind == "n" and after.raw[:1].isupper():
        return True  # "29 737 MAX jets"
    if before.kind != "w":
        return False
    if before.low == "p" and lexemes[amount.first - 2].low == "&":
        return True  # "S&P 500 companies"
    if before.low in _LABELS or (before.low in _TITLES and before.raw[0].isupper()):
        return True
    counted = _is_counted(after.raw) or is_hyphen(lexemes, amount.stop) or _is_tally(lexemes, amount)
    return _is_capital(lexemes, amount.first - 1) and not counted


def _is_tally(lexemes: Lexemes, amount: Amount) -> bool:
    """Whether another party or team with a figure stands beside: "the Tories 121 and the Greens 4"."""
    name = lexemes[amount.first - 1].low
    if not name.endswith("s"):
        return False
    for k in range(amount.stop + 1, amount.stop + 4):
        if lexemes[amount.stop].low in _BETWEEN and _is_entry(lexemes, k, name):
            return True
    return any(lexemes[k + 2].low in _BETWEEN and _is_entry(lexemes, k, name) for k in _before(amount.first))


def _before(first: int) -> range:
    return range(first - 6, first - 3)


_BETWEEN = frozenset({",", ";", "and", "to"})


def _is_entry(lexemes: Lexemes, i: int, other: str) -> bool:
    """Whether another capital word than ``other`` stands at ``i`` with a figure behind it."""
    word = lexemes[i]
    figure = lexemes[i + 1]
    named = word.kind == "w" and word.raw[0].isupper() and word.low != other
    return named and figure.kind == "n" and not figure.glued


def _is_capital(lexemes: Lexemes, i: int) -> bool:
    """Whether the word at ``i`` is a name by its capital, which it has not got from opening a sentence."""
    word, before = lexemes[i], lexemes[i - 1]
    if not word.raw[0].isupper():
        return not word.raw.islower()  # "iPhone 15"
    return before.kind == "w" or before.low in (",", ";") or (before.low == "&" and word.glued)


def _is_counted(raw: str) -> bool:
    """Whether the word after a number looks like what it counts."""
    return raw.islower() and (
        raw.endswith("s") or raw in ("people", "men", "women", "children", "more", "other", "new")
    )


def _is_address(lexemes: Lexemes, amount: Amount) -> bool:
    """Whether a street follows: "40 Harbour St", "131 West 23rd Street"."""
    if not lexemes[amount.stop].raw[:1].isupper():
        return False
    for lexeme in lexemes[amount.stop + 1 : amount.stop + 5]:
        if lexeme.low in _STREETS and lexeme.raw[0].isupper():
            return True
        if lexeme.raw[:1].islower() and not lexeme.glued:
            return False
    return False


def _is_dialled(lexemes: Lexemes, amount: Amount) -> bool:
    """Whether the number is called: "a 911 call", "dial 999", "call the police on 101"."""
    before, after = lexemes[amount.first - 1], lexemes[amount.stop]
    if after.low in _DIALLED.get(lexemes[amount.first].low, ()):
        return True
    if after.kind == "w" and after.low not in _AFTER_CALL:
        return False
    if before.low == "or":
        return lexemes[amount.first - 2].kind == "x" and lexemes[amount.first - 2].raw[0].isdecimal()
    if before.low in ("on", "at"):
        return not _CALLING.isdisjoint(lexemes[amount.first - k].low for k in range(2, 7))
    return before.low in _CALLING
