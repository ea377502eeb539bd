"""Number words that count nothing because of the phrase they are in: "which one?", "at first", "one night he left".

"One" counts in "at least one is unhappy", an ordinal in "the first of three".
"""

from claimx.lexicons import load, words
from claimx.quantities.amount import Amount
from claimx.quantities.lexemes import Lexemes, is_dash, is_hyphen

_LISTS = load("numbered")
_IDIOMS: dict[str, list[str]] = _LISTS["idioms"]
_OF_A_NAME = words("numbered", "ordinal_names")
_ONE_AFTER = words("numbered", "one_after")
_ONE_BEFORE = words("numbered", "one_before")
_ONE_SIDED = frozenset(_LISTS["one_before"]["hyphened"])
_NIGHTS = frozenset(_LISTS["one_before"]["nights"])
_PAIRS = {("the", "hand"), ("at", "point"), ("at", "stage"), ("by", "by"), ("for", "thing")}  # around "one"
_COUNTERS = words("number_context", "counters")
_BEFORE_ONE = words("number_context", "before_one")
_AFTER_ONE = words("number_context", "after_one")
_QUOTES = frozenset("\"'“”‘’«»")


def is_some_day(lexemes: Lexemes, amount: Amount) -> bool:
    """Read "one night he left"; in "it took one night" and "one day later" it is a span of time."""
    spans = lexemes[amount.first].low == "one" and lexemes[amount.first + 1].low in _NIGHTS
    if not spans or amount.stop > amount.first + 2:
        return False
    return lexemes[amount.first - 1].low not in _BEFORE_ONE and lexemes[amount.stop].low not in _AFTER_ONE


def is_pronoun(lexemes: Lexemes, amount: Amount) -> bool:
    """Whether "one" is a pronoun: "which one", "one of them"; in "at least one is unhappy" it counts."""
    before, after = lexemes[amount.first - 1], lexemes[amount.stop]
    if lexemes[amount.stop + 1].low == "or" and lexemes[amount.stop + 2].low == "another":
        return True  # "one way or another"
    if before.low in _COUNTERS:
        return False
    if is_hyphen(lexemes, amount.stop):
        return lexemes[amount.stop + 1].low in _ONE_SIDED  # "one-sided"
    if before.low in _ONE_AFTER and after.kind != "w":
        return True
    if after.low in _NIGHTS | _ONE_BEFORE or (before.low == "on" and lexemes[amount.first - 2].low == "one"):
        return True
    return before.low in _DETERMINERS or (before.low, after.low) in _PAIRS or after.kind != "w"


_DETERMINERS = frozenset({"no", "every", "which", "this", "that", "any"})


def is_idiom(lexemes: Lexemes, amount: Amount) -> bool:
    """Whether the ordinal is part of an idiom or a name: "at first", "the First Amendment"."""
    word, before, after = lexemes[amount.first], lexemes[amount.first - 1], lexemes[amount.stop]
    if is_hyphen(lexemes, amount.stop):
        after = lexemes[amount.stop + 1]  # "first-hand"
    if before.low in _IDIOMS["before"] and after.low not in ("glance", "sight"):
        return word.low == "first"
    if after.low == "amendment" or (after.low in _QUOTES and after.glued and before.low in _QUOTES and word.glued):
        return True  # "the 13th amendment", the film “13th”
    if after.low in _IDIOMS.get(word.low, ()) or (after.low in _OF_A_NAME and after.raw[0].isupper()):
        return True
    inside = before.kind == "w" or (word.kind == "w" and before.low == "-")
    return word.raw[0].isupper() and after.raw[:1].isupper() and inside


def means_digits(lexemes: Lexemes, amount: Amount) -> bool:
    """Whether the number counts digits ("a six-figure sum", "prices start at five figures"), or is a "high-five"."""
    after = lexemes[amount.stop + 1 if is_hyphen(lexemes, amount.stop) else amount.stop].low
    greeting = is_dash(lexemes[amount.first - 1]) and lexemes[amount.first - 2].low == "high"
    return after in ("figure", "figures") or greeting
