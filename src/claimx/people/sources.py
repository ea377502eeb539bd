"""The sources of an article's attributions, ready to be resolved: their phrases, and what stands in what."""

from typing import NamedTuple

from claimx.people.names import Name, NameMap, spellings
from claimx.people.phrases import Phrase, read_phrase
from claimx.people.text import Text
from claimx.people.unseen import unseen_name
from claimx.people.whole import whole
from claimx.pipeline.records import Attribution, Span


class Source(NamedTuple):
    """An attribution with its phrase, and the attribution whose content it stands in; ``at`` orders them."""

    number: int
    attribution: Attribution
    phrase: Phrase | None
    outer: int | None
    at: int


def with_unseen(text: Text, names: list[Name], spans: list[Span | None]) -> list[Name]:
    """Add the names that head a source and that the entity recogniser missed."""
    known, spelt = NameMap(names), spellings(names)
    found = list(names)
    for span in spans:
        missed = unseen_name(text, known, span, spelt) if span is not None else None
        if missed is not None:
            known.put(missed)
            found.append(missed)
    return sorted(found)


def _anchor(attribution: Attribution) -> int:
    """The token that tells where the attribution stands."""
    span = attribution["cue"] or attribution["source"]
    return span[0] if span is not None else first_said(attribution)


def first_said(attribution: Attribution) -> int:
    """The first token of the content."""
    return attribution["content"][0][0] if attribution["content"] else 0


def outers(attributions: list[Attribution]) -> list[int | None]:
    """For each attribution the innermost other one whose content it stands in."""
    pieces = sorted((s, -e, i) for i, a in enumerate(attributions) for s, e in a["content"])
    found: list[int | None] = [None] * len(attributions)
    stack: list[tuple[int, int]] = []
    k = 0
    for i in sorted(range(len(attributions)), key=lambda i: _anchor(attributions[i])):
        anchor = _anchor(attributions[i])
        while k < len(pieces) and pieces[k][0] <= anchor:
            stack.append((-pieces[k][1], pieces[k][2]))
            k += 1
        while stack and stack[-1][0] <= anchor:
            stack.pop()
        found[i] = next((j for end, j in reversed(stack) if end > anchor and j != i), None)
    return found


def sources_of(text: Text, names: NameMap, attributions: list[Attribution], spans: list[Span | None]) -> list[Source]:
    """Read the source phrase of every attribution."""
    sources = []
    around = outers(attributions)
    for i, (attribution, span) in enumerate(zip(attributions, spans, strict=True)):
        phrase = read_phrase(text, names, whole(text, names, span)) if span is not None else None
        at = phrase.head if phrase is not None else _anchor(attribution)
        sources.append(Source(i, attribution, phrase, around[i], at))
    return sources
