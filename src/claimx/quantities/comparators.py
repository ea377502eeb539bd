"""How exact a number is, by the words beside it: "about 300", "no fewer than 12", "500 or more".

"Over" before a span of time means during it ("over eight years") unless something like "for" or "just" stands
before it, and a "the" in between ends the search: "below the 3.1% forecast" says nothing of the 3.1%.
"""

from dataclasses import replace

from claimx.lexicons import load, words
from claimx.quantities.amount import Amount
from claimx.quantities.lexemes import Lexemes, is_hyphen, phrase
from claimx.quantities.units import dimension
from claimx.schema import Comparator

_LISTS = load("comparators")
_BEFORE: dict[str, Comparator] = {words: sign for sign, entries in _LISTS["before"].items() for words in entries}
_AFTER: dict[str, Comparator] = {words: sign for sign, entries in _LISTS["after"].items() for words in entries}
_LAST_BEFORE = frozenset(words.rsplit(" ", 1)[-1].rstrip(",") for words in _BEFORE)
_FIRST_AFTER = frozenset(words.split(" ", 1)[0].split("-")[0] or "-" for words in _AFTER)
_FILLERS = words("comparators", "fillers")
_MARKS = frozenset("\"'“‘(«")
_LONGEST = 4
_FOR_OVER = words("number_context", "for_over")


def compare(lexemes: Lexemes, amount: Amount) -> Amount:
    """Return ``amount`` with the comparator that stands before or after it. A range keeps its own."""
    if amount.comparator != "=" or amount.kind == "ordinal":
        return amount
    sign = _after(lexemes, amount.stop) or _before(lexemes, amount)
    return replace(amount, comparator=sign) if sign else amount


def _before(lexemes: Lexemes, amount: Amount) -> Comparator | None:
    i = amount.first
    for _ in range(4):
        last = lexemes[i - 1]
        if last.low in _LAST_BEFORE and (found := _longest(lexemes, i, amount)):
            return found
        if last.low not in _FILLERS and last.low not in _MARKS:
            return _short_of(lexemes, i)
        i -= 1
    return None


def _longest(lexemes: Lexemes, stop: int, amount: Amount) -> Comparator | None:
    for length in range(_LONGEST, 0, -1):
        words = phrase(lexemes, stop - length, stop)
        sign = None if is_hyphen(lexemes, stop - length - 1) else _BEFORE.get(words)  # "a five-under 67"
        if sign and not _is_other(lexemes, words, stop - length, amount):
            return sign
    return None


_TOLD = words("number_context", "told_about")
_OTHER_BEFORE_TOP = words("number_context", "other_top")


def _is_other(lexemes: Lexemes, words: str, i: int, amount: Amount) -> bool:
    """Whether ``words`` at lexeme ``i`` is a preposition, a noun or a verb of another meaning here."""
    before = lexemes[i - 1].low
    if words in ("over", "past") and dimension(amount.unit) == "time" and not amount.age:
        return before not in _FOR_OVER
    if words in ("about", "around"):
        return before in _TOLD
    if words in ("top", "tops", "pass", "passed", "past"):
        return before in _OTHER_BEFORE_TOP or not (amount.unit or before in ("could", "might", "may", "would", "will"))
    return words == "under" and amount.kind == "fraction"


def _short_of(lexemes: Lexemes, i: int) -> Comparator | None:
    """Read "just short of the three-fifths", the one comparator that an article may follow."""
    stands = lexemes[i - 1].low == "the" and phrase(lexemes, i - 3, i - 1) == "short of"
    return "~<" if stands else None


def _after(lexemes: Lexemes, stop: int) -> Comparator | None:
    """Read "or more" right after the number, or after the noun it counts ("40 tanks or more")."""
    for i in (stop, stop + 1):
        if lexemes[i].low in _FIRST_AFTER:
            for length in (3, 2, 1):
                sign = _AFTER.get(phrase(lexemes, i, i + length))
                if sign and (i == stop or length > 1):
                    return sign
        if lexemes[i].kind != "w":
            return None
    return None
