"""Role and affiliation as the article writes them around a name.

"Port director Ana Ruiz" gives "Port director"; "Keron Blair, executive director of AROS," gives "executive
director" and AROS; "Ana Ruiz, 41, left" gives an age and no role.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from claimx.people.names import DOCUMENT, Name, NameMap
from claimx.people.text import Text
from claimx.people.words import WORDS, is_person_noun
from claimx.pipeline.marks import MARKS

_MAX = 8
_REACH = 14
_AGE = re.compile(r"^(1[0-9]|[2-9][0-9]|10[0-9]|[5-9])$")
_CLOSED = frozenset({",", ".", "who", "whose", "said", "(", "—", "–"})
_INSIDE = frozenset({"-", "&", "'s", "’s"})
_LINKS = frozenset({"of", "at", "for", "to", "with", "in", "from"})


class Role(NamedTuple):
    """What the article calls somebody; ``span`` may be empty when it only tells an age."""

    span: tuple[int, int] | None
    affiliation: Name | None
    age: str | None


def _is_role_noun(text: Text, i: int) -> bool:
    return text.lows[i] in WORDS.people or text.lows[i] in WORDS.related or text.lows[i] in WORDS.titles


def _nounish(text: Text, names: NameMap, i: int) -> bool:
    low = text.lows[i]
    if low in ("'", "’"):
        return text.tags[i] == "POS"
    if low in WORDS.determiners or not (low[:1].isalnum() or low in _INSIDE):
        return False
    if names.at(i) is not None or low in WORDS.titles or low in WORDS.people:
        return True
    tag = text.tags[i][:2]
    return tag in ("NN", "JJ", "PO", "HY") or low in _INSIDE or (not tag and text.words[i][:1].isupper())


def _walk_left(text: Text, names: NameMap, end: int) -> int:
    i = end
    while i > 0 and end - i < _MAX and _nounish(text, names, i - 1):
        i -= 1
    return i


def _body_in(names: NameMap, start: int, end: int) -> Name | None:
    for i in range(start, end):
        name = names.at(i)
        if name is not None and name.label == "ORG" and name.start >= start:
            return name
    return None


def _before_courtesy(text: Text, end: int) -> int:
    """Start of the "Sir" in "Its chairman, Sir Alec Orr,"; ``end`` where no such title stands before it."""
    while end > 1 and text.lows[end - 1].rstrip(".") in WORDS.courtesy | WORDS.kept_titles:
        end -= 1
    return end


def _before_link(text: Text, end: int) -> int:
    """End of "An attorney" in "An attorney for Pell, Mark Orr,"; ``end`` when there is no such thing."""
    for i in range(end - 1, max(1, end - _MAX), -1):
        if text.lows[i] in _LINKS:
            return i
        if not text.words[i][:1].isupper() and text.lows[i] not in WORDS.determiners:
            break
    return end


def before(text: Text, names: NameMap, name: Name) -> Role | None:
    """As in "health minister" in "health minister Ana Ruiz" and in "the health minister, Ana Ruiz,"."""
    end = stop = _before_courtesy(text, name.start)
    if end > 1 and text.lows[end - 1] == ",":
        end = stop = end - 1
        closed = name.end >= len(text) or text.lows[name.end] in _CLOSED
        if closed and not _is_role_noun(text, end - 1):
            end = _before_link(text, end)
        if not closed or (end and not _is_role_noun(text, end - 1)):
            return None
    if not end or not _is_role_noun(text, end - 1) or text.lows[end - 1] in WORDS.courtesy:
        return None
    start = _walk_left(text, names, end)
    end = stop
    affiliation = _body_in(names, start, end)
    for i in range(end - 1, start, -1):
        if text.lows[i] in ("'s", "’s"):
            start = i + 1
            break
    return Role((start, end), affiliation, None) if start < end else None


def called(text: Text, names: NameMap, name: Name) -> set[str]:
    """Nouns the article calls a body or a document by.

    As in "the operator, Lumbe Hydro", "Orr Living, a fund", "grocer Tull's" and 'the report, "Rising Water"'.
    """
    nouns = WORDS.titled if name.label == DOCUMENT else WORDS.bodies
    words = set()
    i = name.start - 1
    while i > 0 and (text.lows[i] in (",", "the", "called") or text.words[i] in MARKS or text.lows[i] in _INSIDE):
        i -= 1
    if i >= 0 and text.lows[i] in nouns and names.at(i) is None and text.lows[name.start - 1] != "of":
        words.add(text.lows[i])
    i = name.end
    while i < len(text) and text.words[i] in MARKS:
        i += 1
    if i + 2 < len(text) and text.words[i] in (",", "—", "–") and text.lows[i + 1] in WORDS.determiners:
        i += 2
        while i < len(text) and text.tags[i][:2] in ("NN", "JJ", "HY", "CD") and text.lows[i] not in _CLOSED:
            i += 1
        words |= {text.lows[i - 1]} & nouns
    return words


def _after_age(text: Text, i: int) -> tuple[int, str | None]:
    """Step over "(R-Utah)" and ", 54,"."""
    n = len(text)
    if i < n and text.words[i] == "(":
        close = next((k for k in range(i, min(i + 8, n)) if text.words[k] == ")"), i)
        i = close + 1 if close > i else i
    if i + 1 < n and text.words[i] == "," and _AGE.match(text.words[i + 1]):
        return i + 2, text.words[i + 1]
    return i, None


def after(text: Text, names: NameMap, name: Name) -> Role | None:
    """As in "executive director" of AROS in "Keron Blair, executive director of AROS,"."""
    i, age = _after_age(text, name.end)
    if i + 1 >= len(text) or text.words[i] not in (",", "—", "–"):
        return Role(None, None, age) if age else None
    i += 1
    while i < len(text) and text.lows[i] in WORDS.determiners | {"now", "then"}:
        i += 1
    start = i
    while i < len(text) and i - start < _MAX and _nounish(text, names, i):
        i += 1
    role = next((k for k in range(i - 1, start - 1, -1) if _is_role_noun(text, k)), None)
    if role is None and start < i and text.lows[start - 1] in ("a", "an") and is_person_noun(text.lows[i - 1]):
        role = i - 1
    if role is None or names.at(role) is not None or names.at(role + 1) is not None:
        return Role(None, None, age) if age else None
    stop = role + 1
    affiliation = _body_in(names, start, stop)
    if affiliation is None and stop < len(text) and text.lows[stop] in _LINKS:
        reach = range(stop, min(stop + _REACH, len(text)))
        limit = next((k for k in reach if text.lows[k] in (",", ".", "who")), stop)
        affiliation = _body_in(names, stop, limit)
    for k in range(role - 1, start - 1, -1):
        if text.lows[k] in ("'s", "’s"):
            start = k + 1
            break
    return Role((start, stop), affiliation, age)


def traits(text: Text, role: Role) -> set[str]:
    """Words by which "the minister" or "the Vermont senator" can find the bearer of the role."""
    if role.span is None:
        return set()
    lows = text.lows[role.span[0] : role.span[1]]
    words = {low for low in lows if low.isalpha()} | {low.rstrip(".") for low in lows}
    words |= {f"{one}-{other}" for one, other in pairwise(lows)}  # "general secretary"
    return words | {other for word in words for other in WORDS.related.get(word, ())}
