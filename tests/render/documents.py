"""Documents that a writer must not stumble over, built from the sample."""

from typing import Any

from claimx.schema import Document
from claimx.trim import without_text
from tests.sample import document as plain
from tests.sample import span

TEXT = "🦜 Polly 🏴‍☠️ said: “=SUM(A1)\n-2 crackers.”\n\nShe squawked “@noon” and “'+1”."


def awkward() -> Document:
    """Astral characters, a quote over a line break and in two pieces, texts like formulas, a path for an id."""
    dumped = plain().model_dump(mode="json")
    polly = {"id": "s1", "name": "=Polly"}
    quote = dumped["quotes"][0] | {"speaker": polly, "source": span("🦜 Polly 🏴‍☠️", TEXT)}
    quote |= {"cue": span("said", TEXT) | {"lemma": "say"}}
    first = {
        "text": "=SUM(A1)\n-2 crackers. @noon",
        "content": [span("“=SUM(A1)\n-2 crackers.”", TEXT), span("“@noon”", TEXT)],
    }
    second = {"id": "q2", "text": "'+1", "content": [span("“'+1”", TEXT)], "cue": None, "source": None}
    info: dict[str, Any] = dumped["document"] | {
        "id": "../a/b:c.txt#3", "text": TEXT, "characters": len(TEXT), "title": "=1+1",
        "sentences": [{"start": 0, "end": TEXT.index("\n\n")}, {"start": TEXT.index("She"), "end": len(TEXT)}],
    }  # fmt: skip
    speaker = dumped["speakers"][0] | {"name": "=Polly", "label": "=Polly", "mentions": [span("🦜 Polly 🏴‍☠️", TEXT)]}
    number = dumped["numbers"][1] | span("-2", TEXT) | {"value": -2, "of": span("crackers", TEXT), "speaker": polly}
    return Document.model_validate(
        dumped
        | {
            "document": info,
            "speakers": [speaker],
            "quotes": [quote | first, quote | second],
            "numbers": [number | {"id": "n1", "quote": "q1"}],
            "hedges": [],
            "claims": [],
        }
    )


def empty(id: str = "empty") -> Document:
    """A document in which nothing was found."""
    none: dict[str, Any] = dict.fromkeys(("speakers", "quotes", "numbers", "hedges", "claims", "warnings"), ())
    info = plain().document.model_copy(update={"id": id, "text": "", "sentences": (), "characters": 0, "words": 0})
    return plain().model_copy(update={**none, "document": info})


def all_sorts() -> list[Document]:
    """One of each, and one without its text."""
    bare = without_text(plain())
    named = bare.model_copy(update={"document": bare.document.model_copy(update={"id": "bare"})})
    return [plain(), awkward(), empty(), named]
