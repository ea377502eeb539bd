"""Widens a source that was found by half to the name that belongs to it.

"The union" before "RAILFORCE said" is "the union RAILFORCE", "the minister" in "said the minister, Ana Ruiz." has a
name, and so has "the only ally" in "China, the only ally, said". In "a letter Ruiz wrote" she is no part of the letter.
"""

from claimx.people.edges import core_end, last_word
from claimx.people.names import DOCUMENT, Name, NameMap
from claimx.people.text import Text
from claimx.people.words import WORDS
from claimx.pipeline.marks import MARKS

_CLOSING = frozenset({",", ".", ";", ":", "!", "?"})
_NAMED = frozenset({"PERSON", "ORG"})


def _behind(text: Text, names: NameMap, head: int, end: int) -> Name | None:
    """The name right behind a role or body noun, or behind the comma after it where the phrase ends with the name."""
    described = text.words[head].islower() and (text.lows[head] in WORDS.bodies or text.lows[head] in WORDS.people)
    if not described or end + 1 >= len(text):
        return None
    name = names.at(end)
    if name is not None and name.start == end:
        return name if head == end - 1 and name.label in _NAMED else None
    name = names.at(end + 1) if text.words[end] == "," else None
    if name is None or name.start != end + 1 or name.label != "PERSON" or name.end >= len(text):
        return None
    return name if text.words[name.end] in _CLOSING or text.words[name.end].isspace() else None


def _before(text: Text, names: NameMap, start: int, head: int) -> Name | None:
    """The name that the source explains: the parse calls it an apposition, or a second subject of the same verb.

    Also a document's title, and the name before "others".
    """
    if start < 2 or text.lows[start - 1] not in (",", "and"):
        return None
    name = names.at(start - 2 - (text.words[start - 2] in MARKS))
    if name is None or name.label == DOCUMENT or text.lows[head] == "others":
        return name
    inside = range(name.start, name.end)
    if not any(text.subject[name.start : name.end]) or text.tags[head] == "NNS":
        return None
    second = any(text.deps[i] == text.deps[head] == "nsubj" and text.heads[i] == text.heads[head] for i in inside)
    return name if second or (text.deps[head] == "appos" and text.heads[head] in inside) else None


def whole(text: Text, names: NameMap, span: tuple[int, int]) -> tuple[int, int]:
    """The span with the name that the rest of its noun phrase gives, if it gives one."""
    start, end = span
    core = core_end(text, names, start, end)
    head = last_word(text, start, max(core, start + 1))
    behind = _behind(text, names, head, end) if core == end else None
    if behind is not None:
        return start, behind.end
    before = _before(text, names, start, head)
    return (before.start, end) if before is not None else span
