"""Two amounts side by side: a range ("4 to 6 per cent", "£3,000-£5,000"), a score ("3-1") or a change.

In a range the first takes scale and unit from the second ("between 4 and 5 million"). Figures that fall are
no range ("281 to 272"), nor are those of a change ("from £18 to £31" after "rose").
"""

from dataclasses import replace

from claimx.lexicons import words
from claimx.quantities.amount import Amount, Setting
from claimx.quantities.amounts import read_amount
from claimx.quantities.lexemes import Lexemes, is_dash
from claimx.quantities.numerals import times

_CHANGES = words("comparators", "changes")
_RANGING = words("comparators", "ranging")
_SCORING = words("comparators", "scoring")
_MAYBE = frozenset({"maybe", "perhaps", "possibly", "even"})


def read_amounts(lexemes: Lexemes, i: int, setting: Setting) -> list[Amount]:
    """Read what begins at lexeme ``i``: nothing, one amount or range, or the two amounts of a score."""
    first = read_amount(lexemes, i, setting)
    if first is None:
        return []
    joint, j = _joint(lexemes, first)
    second = read_amount(lexemes, j, setting) if joint else None
    if second and joint == "-" and lexemes[j].raw.istitle() and lexemes[j - 2].kind == "n":
        return [replace(first, value=None, stop=second.stop)]  # "7-Eleven"
    if second is None or (second.age and not first.bare):
        return [first]
    pair = _share(first, second)
    if pair is None:
        return [first]
    if joint == "-" and pair[0].bare and _is_score(lexemes, *pair):
        return [first, second]
    return [_as_range(*pair)] if _is_range(lexemes, joint, *pair) else [first]


def _joint(lexemes: Lexemes, first: Amount) -> tuple[str, int]:
    """Return what joins ``first`` to a second amount ("-", "to", "or", "and", "") and where that begins."""
    j = first.stop
    if is_dash(lexemes[j]):
        if lexemes[j + 1].low in ("to", "or", "and"):
            j += 1  # "8- to 16-metre", "5-to-4"
        else:
            return ("-", j + 1) if lexemes[j].glued == lexemes[j + 1].glued else ("", j)
    word = lexemes[j].low
    if word in ("to", "through", "or", "and"):
        glued = is_dash(lexemes[j + 1]) and lexemes[j + 1].glued
        skip = 2 if glued or (word == "and" and lexemes[j + 1].low == "the") else 1
        return ("to" if word == "through" else word), j + skip
    if word == "," and lexemes[j + 1].low in _MAYBE:
        return "or", j + 2
    return "", j


def _share(first: Amount, second: Amount) -> tuple[Amount, Amount] | None:
    """Give both the unit and scale that only one of them states; None when they measure different things."""
    if first.value is None or second.value is None:
        return None
    scaled = first
    if second.scale > 1 and first.scale == 1 and first.value < 1000 and second.kind != "ordinal":
        scaled = replace(first, value=times(first.value, second.scale), scale=second.scale)
    if first.unit == second.unit and first.kind == second.kind:
        own = first.value < second.value and first.signed is second.signed is True
        return (first if own and not first.bare else scaled), second
    if first.bare and second.kind != "ordinal":
        value = round((scaled.value or 0.0) * second.factor, 10)
        return replace(scaled, value=value, kind=second.kind, unit=second.unit), second
    if second.bare and first.signed:
        return scaled, replace(second, kind=first.kind, unit=first.unit)
    return None


def _as_range(first: Amount, second: Amount) -> Amount:
    low, high = sorted((first.value or 0.0, second.value or 0.0))
    return replace(
        second, first=first.first, value=None, low=low, high=high, comparator="between", iso=None
    )  # fmt: skip


def _is_range(lexemes: Lexemes, joint: str, first: Amount, second: Amount) -> bool:
    low, high = first.value or 0.0, second.value or 0.0
    before = [lexemes[first.first - k].low for k in range(1, 5)]
    if joint == "and":
        return "between" in before[:3] or before == ["of", "ages", "the", "between"]
    if joint == "or":
        return low < high <= 2 * low + 2 and first.kind != "ordinal"
    if low == high or (low > high > 0):
        return False
    if joint == "-":
        return True
    return _is_span(lexemes, first, before, second)


def _is_span(lexemes: Lexemes, first: Amount, before: list[str], second: Amount) -> bool:
    """Tell the range "4 to 6" from the change "from 4 to 6" and the rise "$2 to $75"."""
    earlier = [lexemes[k].low for k in range(max(0, first.first - 9), first.first)]
    changing = not _CHANGES.isdisjoint(earlier)
    if "from" in before[:2]:
        return not changing or not _RANGING.isdisjoint(earlier)
    stated_twice = not first.bare and first.unit == second.unit and first.stop != second.first
    own = stated_twice and lexemes[first.stop - 1].kind != "n"
    if changing and (own or first.signed):
        return (second.value or 0.0) < 2.5 * (first.value or 0.0)
    return not (first.kind == "cardinal" and _scores(before))


def _is_score(lexemes: Lexemes, first: Amount, second: Amount) -> bool:
    """Whether "3-1" is a score: it falls, it is one in a row of scores, or a word before says so."""
    if first.kind != "cardinal" or (first.value or 0.0) > 999:
        return False
    if (first.value or 0.0) >= (second.value or 0.0):
        return True
    before = [lexemes[first.first - k].low for k in range(1, 5)]
    named = lexemes[first.first - 1].raw[:1].isupper() and lexemes[first.first - 2].low not in (
        ".",
        "",
        "“",
        '"',
    )
    row = _is_pair(lexemes, first.first - 4) or _is_pair(lexemes, second.stop + 1)
    return _scores(before) or named or row


def _is_pair(lexemes: Lexemes, i: int) -> bool:
    return i >= 0 and i + 2 < len(lexemes) and lexemes[i].kind == lexemes[i + 2].kind == "n" and is_dash(lexemes[i + 1])


def _scores(before: list[str]) -> bool:
    return not _SCORING.isdisjoint(before)
