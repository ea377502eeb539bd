"""Flat rows: one dict of plain values per quote, claim, number, hedge or speaker.

Every row begins with the article it is from; then come the record's own scalar fields, its spans as their
text, its speaker in full, its lists as texts, and the sentences it stands in. The same columns in the same
order for every row of a kind.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from claimx.render import RecordKind
from claimx.schema import Claim, Document, Extent, Hedge, Number, Quote, Span, Speaker, SpeakerRef

Row = dict[str, Any]

QUOTE_SCALARS = ("type", "act", "text", "resolution", "confidence")
NUMBER_SCALARS = (
    "id", "start", "end", "text", "kind", "value", "low", "high", "comparator", "unit", "iso", "converts",
    "quote",
)  # fmt: skip
HEDGE_SCALARS = ("id", "start", "end", "text", "type", "quote")
CLAIM_SCALARS = (
    "id", "start", "end", "text", "sentence", "quote", "certainty", "polarity", "verification", "denied_by",
    "checkable",
)  # fmt: skip
SPEAKER_SCALARS = ("id", "name", "label", "kind", "role", "affiliation")
VALUE_FIELDS = ("text", "value", "low", "high", "comparator", "unit")


class Context(NamedTuple):
    """What the rows of one document look up."""

    text: str | None
    sentences: Sequence[Extent]
    starts: list[int]
    ends: list[int]
    speakers: dict[str, Speaker]
    numbers: dict[str, Number]
    hedges: dict[str, Hedge]


def rows(document: Document, kind: RecordKind) -> Iterator[Row]:
    """The rows of one kind of record."""
    article = document.document
    head = {
        "document_id": article.id,
        "source": article.source,
        "title": article.title,
        "published": article.published,
        "url": article.url,
    }
    sentences = article.sentences
    context = Context(
        text=article.text,
        sentences=sentences,
        starts=[sentence.start for sentence in sentences],
        ends=[sentence.end for sentence in sentences],
        speakers={speaker.id: speaker for speaker in document.speakers},
        numbers={number.id: number for number in document.numbers},
        hedges={hedge.id: hedge for hedge in document.hedges},
    )
    row: Callable[[Any, Context], Row] = ROWS[kind]
    for record in getattr(document, kind):
        yield head | row(record, context)


def _quote(quote: Quote, context: Context) -> Row:
    return {
        "id": quote.id,
        "start": quote.content[0].start,
        "end": quote.content[-1].end,
        **_scalars(quote, QUOTE_SCALARS),
        "cue": _text(quote.cue),
        "source_text": _text(quote.source),
        **_speaker(quote.speaker, context),
        "co_speakers": [context.speakers[speaker.id].label for speaker in quote.co_speakers],
        "context": _sentences(quote.content, context),
    }


def _claim(claim: Claim, context: Context) -> Row:
    numbers = [context.numbers[id] for id in claim.numbers]
    return {
        **_scalars(claim, CLAIM_SCALARS),
        "when": _text(claim.when),
        "when_iso": claim.when.iso if claim.when else None,
        **_speaker(claim.speaker, context),
        "numbers": [number.text for number in numbers],
        "hedges": [context.hedges[id].text for id in claim.hedges],
        "values": [_scalars(number, VALUE_FIELDS) | {"of": _text(number.of)} for number in numbers],
        "context": _sentences([claim], context),
    }


def _number(number: Number, context: Context) -> Row:
    return {
        **_scalars(number, NUMBER_SCALARS),
        "of": _text(number.of),
        **_speaker(number.speaker, context),
        "context": _sentences([number], context),
    }


def _hedge(hedge: Hedge, context: Context) -> Row:
    return {
        **_scalars(hedge, HEDGE_SCALARS),
        "target": _text(hedge.target),
        **_speaker(hedge.speaker, context),
        "context": _sentences([hedge], context),
    }


def _speaker_row(speaker: Speaker, context: Context) -> Row:
    return _scalars(speaker, SPEAKER_SCALARS) | {"context": _sentences(speaker.mentions, context)}


ROWS: dict[RecordKind, Callable[..., Row]] = {
    "quotes": _quote,
    "claims": _claim,
    "numbers": _number,
    "hedges": _hedge,
    "speakers": _speaker_row,
}


def _scalars(record: Quote | Claim | Number | Hedge | Speaker, names: Iterable[str]) -> Row:
    dumped = record.model_dump(mode="json", include=set(names))
    return {name: dumped[name] for name in names}


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def _speaker(reference: SpeakerRef | None, context: Context) -> Row:
    speaker = context.speakers[reference.id] if reference else None
    return {
        "speaker": speaker.name if speaker else None,
        "speaker_label": speaker.label if speaker else None,
        "speaker_kind": speaker.kind if speaker else None,
        "speaker_role": speaker.role if speaker else None,
        "speaker_affiliation": speaker.affiliation if speaker else None,
    }


def _sentences(spans: Iterable[Extent], context: Context) -> str | None:
    """The sentences that the spans touch, in text order; None without the text."""
    if context.text is None:
        return None
    touched = sorted({index for span in spans for index in _touched(span, context)})
    extents = (context.sentences[index] for index in touched)
    return " ".join(context.text[extent.start : extent.end] for extent in extents)


def _touched(span: Extent, context: Context) -> range:
    return range(bisect_right(context.ends, span.start), bisect_left(context.starts, span.end))
