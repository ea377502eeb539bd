"""The columns of flat rows, in order, and what each holds. ``records.py`` fills them."""

from collections.abc import Iterable
from typing import Literal, get_args

from claimx.render import RecordKind

ColumnType = Literal["text", "integer", "number", "boolean", "texts", "values"]

KINDS: tuple[RecordKind, ...] = get_args(RecordKind)
ARTICLE = ("document_id", "source", "title", "published", "url")
SPEAKER = ("speaker", "speaker_label", "speaker_kind", "speaker_role", "speaker_affiliation")
COLUMNS: dict[RecordKind, tuple[str, ...]] = {
    "quotes": (
        *ARTICLE, "id", "start", "end", "type", "act", "text", "resolution", "confidence", "cue", "source_text",
        *SPEAKER, "co_speakers", "context",
    ),
    "claims": (
        *ARTICLE, "id", "start", "end", "text", "sentence", "quote", "certainty", "polarity", "verification",
        "denied_by", "checkable", "when", "when_iso", *SPEAKER, "numbers", "hedges", "values", "context",
    ),
    "numbers": (
        *ARTICLE, "id", "start", "end", "text", "kind", "value", "low", "high", "comparator", "unit", "iso",
        "converts", "quote", "of", *SPEAKER, "context",
    ),
    "hedges": (*ARTICLE, "id", "start", "end", "text", "type", "quote", "target", *SPEAKER, "context"),
    "speakers": (*ARTICLE, "id", "name", "label", "kind", "role", "affiliation", "context"),
}  # fmt: skip

TYPES: dict[str, ColumnType] = {  # all others are text
    "start": "integer", "end": "integer", "sentence": "integer",
    "confidence": "number", "value": "number", "low": "number", "high": "number",
    "checkable": "boolean",
    "co_speakers": "texts", "numbers": "texts", "hedges": "texts",
    "values": "values",
}  # fmt: skip


def types(kind: RecordKind) -> Iterable[tuple[str, ColumnType]]:
    """Each column of a kind with what it holds; ``values`` are objects as in ``records.py``."""
    return [(name, TYPES.get(name, "text")) for name in COLUMNS[kind]]
