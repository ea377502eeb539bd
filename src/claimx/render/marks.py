"""A document as labelled stretches of text and links between them, for annotation tools."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

from claimx.schema import Document, Quote, Span

Label = Literal["Content", "Cue", "Source", "Number", "Hedge", "Claim"]
LABELS: tuple[Label, ...] = get_args(Label)
Relation = Literal["content", "source"]
RELATIONS: tuple[tuple[Relation, Label, Label], ...] = (
    ("content", "Cue", "Content"),
    ("source", "Content", "Source"),
)


class Mark(NamedTuple):
    """A labelled stretch of text, perhaps in several pieces, with what is said about it."""

    id: str
    label: Label
    pieces: tuple[Span, ...]
    attributes: dict[str, str]


class Link(NamedTuple):
    """A relation from one mark to another, by their ids."""

    relation: Relation
    start: str
    end: str


def marks(document: Document) -> Iterator[Mark]:
    """The marks, kind by kind and in text order; the parts of quote ``q1`` are ``q1``, ``q1.cue``, ``q1.source``."""
    labels = {speaker.id: speaker.label for speaker in document.speakers}
    for quote in document.quotes:
        yield from _parts(quote, labels)
    for number in document.numbers:
        yield Mark(number.id, "Number", (number,), {"kind": number.kind, "comparator": number.comparator})
    for hedge in document.hedges:
        yield Mark(hedge.id, "Hedge", (hedge,), {"type": hedge.type})
    for claim in document.claims:
        shades = {"certainty": claim.certainty, "polarity": claim.polarity, "verification": claim.verification or ""}
        yield Mark(claim.id, "Claim", (claim,), {name: value for name, value in shades.items() if value})


def links(document: Document) -> Iterator[Link]:
    """What binds the parts of each quote: its cue to the content, the content to its source."""
    for quote in document.quotes:
        if quote.cue:
            yield Link("content", f"{quote.id}.cue", quote.id)
        if quote.source:
            yield Link("source", quote.id, f"{quote.id}.source")


def _parts(quote: Quote, labels: dict[str, str]) -> Iterator[Mark]:
    about: dict[str, str] = {"type": quote.type, "act": quote.act}
    if quote.speaker:
        about["speaker"] = labels[quote.speaker.id]
    yield Mark(quote.id, "Content", quote.content, about)
    if quote.cue:
        yield Mark(f"{quote.id}.cue", "Cue", (quote.cue,), {})
    if quote.source:
        yield Mark(f"{quote.id}.source", "Source", (quote.source,), {})
