"""What is scored: the records of a document in the shape that the scores compare, wherever they come from."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimx.schema import Document, Quote, SpeakerRef
from claimx.scoring.figures import Piece

UNNAMED = "?"
"""The speaker of a claim by a source without a name; the article's own claims have none."""


class Attribution(NamedTuple):
    """A source, a cue and a content, each in pieces, perhaps none; ``names`` of whoever speaks."""

    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]
    type: str | None = None
    names: tuple[str, ...] = ()
    confidence: float | None = None


class Number(NamedTuple):
    """A number; ``bare``: its value is not stated, only where it stands and of what kind it is."""

    start: int
    end: int
    kind: str | None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    comparator: str = "="
    unit: str | None = None
    of: str | None = None
    iso: str | None = None
    bare: bool = False


class Hedge(NamedTuple):
    """A hedge cue."""

    start: int
    end: int
    type: str | None


class Claim(NamedTuple):
    """A claim; None where something is not stated, except that no ``speaker`` is the article itself."""

    start: int
    end: int
    speaker: str | None
    certainty: str | None
    polarity: str | None
    verification: str | None
    checkable: bool | None


class Found(NamedTuple):
    """Everything found in one article; ``sha256`` is of its text."""

    id: str
    sha256: str
    attributions: tuple[Attribution, ...]
    numbers: tuple[Number, ...]
    hedges: tuple[Hedge, ...]
    claims: tuple[Claim, ...]


class Findings:
    """What was found in many articles, looked up by id or else by text."""

    def __init__(self, documents: Iterable[Found]):
        self._by_id: dict[str, Found] = {}
        self._by_text: dict[str, Found] = {}
        for document in documents:
            self._by_id[document.id] = document
            self._by_text[document.sha256] = document

    def __bool__(self) -> bool:
        return bool(self._by_id)

    def get(self, id: str, sha256: str | None) -> Found | None:
        """What was found in the article; None when it was not read."""
        named = self._by_id.get(id)
        return named or (self._by_text.get(sha256) if sha256 else None)


def of_document(document: Document) -> Found:
    """The records of claimx's output."""
    return Found(
        document.document.id,
        document.document.sha256,
        tuple(_attribution(quote) for quote in document.quotes),
        tuple(
            Number(
                number.start, number.end, number.kind, number.value, number.low, number.high, number.comparator,
                number.unit, number.of.text if number.of else None, number.iso,
            )
            for number in document.numbers
        ),
        tuple(Hedge(hedge.start, hedge.end, hedge.type) for hedge in document.hedges),
        tuple(
            Claim(
                claim.start, claim.end, _claimant(claim.speaker, claim.quote), claim.certainty, claim.polarity,
                claim.verification, claim.checkable,
            )
            for claim in document.claims
        ),
    )  # fmt: skip


def _attribution(quote: Quote) -> Attribution:
    return Attribution(
        source=((quote.source.start, quote.source.end),) if quote.source else (),
        cue=((quote.cue.start, quote.cue.end),) if quote.cue else (),
        content=tuple((piece.start, piece.end) for piece in quote.content),
        type=quote.type,
        names=tuple(_names([quote.speaker, *quote.co_speakers])),
        confidence=quote.confidence,
    )


def _names(speakers: Iterable[SpeakerRef | None]) -> Iterator[str]:
    return (speaker.name for speaker in speakers if speaker and speaker.name)


def _claimant(speaker: SpeakerRef | None, quote: str | None) -> str | None:
    if speaker is None and quote is None:
        return None
    return (speaker.name if speaker else None) or UNNAMED
