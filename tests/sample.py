"""One whole document, built by hand, for tests that need no model."""

from typing import Any

from claimx.schema import Document

TEXT = (
    "Harbour chief Ada Lund said the ferry “may stay in port” for about 30 days.\n\nShe denied that 12 boats had sunk."
)


def span(quoted: str, text: str = TEXT) -> dict[str, Any]:
    """The span of the first place where ``quoted`` stands."""
    start = text.index(quoted)
    return {"start": start, "end": start + len(quoted), "text": quoted}


def document() -> Document:
    """Two quotes by one speaker, two numbers, a hedge, three claims."""
    lund = {"id": "s1", "name": "Ada Lund"}
    quote = {"type": "indirect", "act": "speech", "co_speakers": [], "speaker": lund}
    number = {"kind": "cardinal", "low": None, "high": None, "iso": None, "converts": None, "speaker": lund}
    claim = {
        "speaker": lund, "certainty": "certain", "polarity": "positive", "verification": None, "when": None,
        "denied_by": None, "conflicts_with": [], "numbers": [], "hedges": [], "checkable": True,
        "signals": ["named_speaker"],
    }  # fmt: skip
    break_ = TEXT.index("\n\n")
    return Document.model_validate(
        {
            "schema_version": "1.0",
            "generator": {"name": "claimx", "version": "0.0.0", "model": "none-0"},
            "document": {
                "id": "ferry", "source": "ferry.txt", "title": "Ferry", "author": None, "url": None,
                "published": "2026-03-12", "duplicate_of": None, "language": "en", "sha256": "0" * 64,
                "characters": len(TEXT), "words": 21, "text": TEXT,
                "sentences": [
                    {"start": 0, "end": break_}, {"start": break_ + 2, "end": len(TEXT)},
                ],
            },
            "speakers": [
                {
                    "id": "s1", "name": "Ada Lund", "label": "Harbour chief Ada Lund", "kind": "person",
                    "role": "Harbour chief", "affiliation": None,
                    "mentions": [span("Harbour chief Ada Lund"), span("She")],
                },
            ],
            "quotes": [
                quote | {
                    "id": "q1", "type": "mixed", "confidence": 0.9, "resolution": "named",
                    "text": "the ferry “may stay in port” for about 30 days",
                    "content": [span("the ferry “may stay in port”"), span("for about 30 days")],
                    "cue": span("said") | {"lemma": "say"}, "source": span("Harbour chief Ada Lund"),
                },
                quote | {
                    "id": "q2", "confidence": 0.4, "resolution": "pronoun", "text": "that 12 boats had sunk",
                    "content": [span("that 12 boats had sunk")],
                    "cue": span("denied") | {"lemma": "deny"}, "source": span("She"),
                },
            ],
            "numbers": [
                number | span("30 days") | {
                    "id": "n1", "kind": "quantity", "value": 30.0, "comparator": "~", "unit": "day",
                    "of": None, "quote": "q1", "iso": "P30D",
                },
                number | span("12") | {
                    "id": "n2", "value": 12, "comparator": "=", "unit": None, "of": span("boats"),
                    "quote": "q2",
                },
            ],
            "hedges": [
                span("may") | {
                    "id": "h1", "type": "modal", "target": span("the ferry “may stay in port”"),
                    "quote": "q1", "speaker": lund,
                },
            ],
            "claims": [
                claim | span("the ferry “may stay in port” for about 30 days") | {
                    "id": "c1", "sentence": 0, "quote": "q1", "certainty": "possible", "numbers": ["n1"],
                    "hedges": ["h1"], "conflicts_with": ["c2"],
                    "when": span("about 30 days") | {"iso": "P30D"},
                },
                claim | span("12 boats had sunk") | {
                    "id": "c2", "sentence": 1, "quote": "q2", "polarity": "negative", "numbers": ["n2"],
                    "conflicts_with": ["c1"],
                },
                claim | span("She denied that 12 boats had sunk") | {
                    "id": "c3", "sentence": 1, "quote": None, "speaker": None, "denied_by": "q2",
                    "checkable": False, "signals": [],
                },
            ],
            "warnings": [{"code": "example", "message": "An example.", "start": None, "end": None}],
        }
    )  # fmt: skip
