"""Takes a source phrase apart: who is its head, and which names stand only inside its modifiers.

"Harnova's deputy, Lena Marsh," is headed by a deputy and names her; "Harnova's deputy" names nobody, and
neither does "a friend of Lena Marsh".
"""

from typing import NamedTuple

from claimx.people.edges import core_end, head_name, last_word, skip
from claimx.people.given import apposed_name, bearer, behind, called, example, joined
from claimx.people.names import OWNING, POSSESSIVE, Name, NameMap, is_title
from claimx.people.text import Text
from claimx.people.words import WORDS

_PLACES = WORDS.places - {"government", "nation", "country"}  # "the city of Calder" is Calder


class Phrase(NamedTuple):
    """A source phrase. ``head`` is a token; ``names`` are who it names, joint sources all of them."""

    start: int
    end: int
    head: int
    determiner: str
    owner: tuple[int, int] | None
    names: tuple[Name, ...]
    counted: bool


def _owner(text: Text, names: NameMap, start: int, head: int) -> tuple[int, int] | None:
    for i in range(head - 1, start, -1):
        if text.lows[i] in POSSESSIVE and names.at(i) is None:
            return (start, i)
    return (start, start + 1) if start < head and text.lows[start] in OWNING else None


def _paper(text: Text, names: NameMap, start: int, head: int, end: int) -> int | None:
    """The document that the parse takes for the head where the plain words end early: "an Office of Roads memo"."""
    if text.lows[head] in WORDS.documents or not any(text.deps[start:end]) or names.at(head) is not None:
        return None
    top = next((i for i in range(start, end) if not start <= text.heads[i] < end and text.deps[i] != "punct"), head)
    return top if text.lows[top] in WORDS.documents and text.lows[top] not in WORDS.people else None


def _offered(text: Text, names: NameMap, head: int, stop: int, end: int) -> Name | None:
    """The first name that stands behind the bare noun phrase, which ends at ``stop``, and is who it means."""
    if stop < end and text.lows[stop] == "of":
        inner = core_end(text, names, stop + 1, end)
        if text.lows[head] in WORDS.people or is_title(text, head):
            name = bearer(text, names, stop + 1, end)
        else:
            name = head_name(text, names, stop + 1, inner) if text.lows[head] in _PLACES else None
        if name is not None:
            return name
    return (
        apposed_name(text, names, stop, end)
        or example(text, names, stop, end)
        or called(text, names, stop, end)
        or behind(text, names, head, stop, end)
    )


def read_phrase(text: Text, names: NameMap, span: tuple[int, int]) -> Phrase:
    """Find head, determiner, possessor and names of a source phrase."""
    start, end = skip(text, *span), span[1]
    stop = core_end(text, names, start, end)
    counted = False
    determiner = text.lows[start] if text.lows[start] in WORDS.determiners or text.lows[start].isdigit() else ""
    head = last_word(text, start, max(stop, start + 1))
    while text.lows[head] in WORDS.quantities and stop + 1 < end and text.lows[stop] == "of":
        counted, start = True, stop + 1
        stop = core_end(text, names, start, end)
        head = last_word(text, start, max(stop, start + 1))
    if (paper := _paper(text, names, start, head, end)) is not None:
        head, stop = paper, paper + 1
    owner = _owner(text, names, start, head)
    first = head_name(text, names, start, max(stop, start + 1))
    if counted and (first is None or first.label != "ORG" or text.tags[first.start] != "NNP"):
        first = None  # "one of Ruiz's lawyers"; but "a panel of the Supreme Court" is the court
    first = first or _offered(text, names, head, stop, end)
    names_given = tuple(joined(text, names, first, end)) if first is not None else ()
    return Phrase(span[0], end, head, determiner, owner, names_given, counted)
