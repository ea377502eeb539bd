"""What the components write on the ``Doc``: lists of plain dicts, one list per component.

The lists live in ``doc._`` under the names in :data:`EXTENSIONS`. They hold JSON-able values only, so
``Doc.to_bytes`` and ``nlp.pipe(n_process=2)`` keep them. A :data:`Span` is a half-open pair of **token**
offsets; numbers alone carry **character** offsets, because a number can sit inside a token
(``46-year-old``). Indices (``quote``, ``speaker``, ``converts`` …) point into the list of the named kind.
``claimx.assemble`` turns all of this into the output contract of ``claimx.schema``.
"""

from typing import TypedDict

from spacy.tokens import Doc

from claimx.schema import (
    Act,
    Certainty,
    Comparator,
    HedgeType,
    NumberKind,
    Polarity,
    QuoteType,
    Resolution,
    Signal,
    SpeakerKind,
    Verification,
)

Span = tuple[int, int]


class Attribution(TypedDict):
    """One source-cue-content relation (PARC and PolNeAR's terms). Written by ``claimx_attribution``."""

    type: QuoteType
    act: Act
    source: Span | None
    cue: Span | None
    cue_lemma: str | None
    content: list[Span]
    confidence: float


class SpeakerRecord(TypedDict):
    """One speaker of the article. Written by ``claimx_speakers``."""

    name: str | None
    label: str
    kind: SpeakerKind
    role: str | None
    affiliation: str | None
    mentions: list[Span]


class ResolvedSource(TypedDict):
    """Who an attribution belongs to; one per attribution, in the same order. Written by ``claimx_speakers``."""

    speaker: int | None
    co_speakers: list[int]
    resolution: Resolution


class NumberRecord(TypedDict):
    """One number, amount, date or time. ``start`` and ``end`` are characters. Written by ``claimx_numbers``."""

    start: int
    end: int
    kind: NumberKind
    value: float | None
    low: float | None
    high: float | None
    comparator: Comparator
    unit: str | None
    of: Span | None
    iso: str | None
    converts: int | None


class HedgeRecord(TypedDict):
    """One hedge cue with the span it weakens. Written by ``claimx_hedges``."""

    cue: Span
    type: HedgeType
    target: Span | None


class ClaimRecord(TypedDict):
    """One assertion. Written by ``claimx_claims``."""

    span: Span
    sentence: int
    quote: int | None
    certainty: Certainty
    polarity: Polarity
    verification: Verification | None
    denied_by: int | None
    conflicts_with: list[int]
    numbers: list[int]
    hedges: list[int]
    when: int | None
    checkable: bool
    signals: list[Signal]


class WarningRecord(TypedDict):
    """Trouble inside the document that was mended locally."""

    code: str
    message: str
    span: Span | None


EXTENSIONS: dict[str, object] = {
    "claimx_published": None,  # ISO date, set by the caller before the pipeline runs
    "claimx_scores": None,  # what the encoder said, for the components that decode it; dropped by the last
    "claimx_attributions": [],
    "claimx_speakers": [],
    "claimx_resolved": [],
    "claimx_numbers": [],
    "claimx_hedges": [],
    "claimx_claims": [],
    "claimx_warnings": [],
}


def register() -> None:
    """Declare the extension attributes. Safe to call more than once."""
    for name, default in EXTENSIONS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
