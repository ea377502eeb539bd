"""Who is quoted how often: counts over many documents.

A named speaker is one row however many articles name them; speakers without a name are one row per description. A
joint statement counts for each of its speakers. Articles that repeat another (``duplicate_of``) are left out.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from claimx.schema import Document, Quote, Speaker, SpeakerRef

UNKNOWN = "(unknown)"
"""The row of quotes whose speaker was not found."""

WORD = re.compile(r"\S*\w\S*")
TYPES = ("direct", "indirect", "mixed")
COLUMNS = ("speaker", "kind", "documents", "quotes", "words", *TYPES, "hedges")


@dataclass
class Voice:
    """What one speaker says: counts of quotes, of the words in them, of quotes by type, and of hedges."""

    label: str
    kind: str | None
    documents: int = 0
    quotes: int = 0
    words: int = 0
    hedges: int = 0
    types: Counter[str] = field(default_factory=Counter)

    def row(self) -> dict[str, Any]:
        """The counts, in the order of ``COLUMNS``."""
        types = {name: self.types[name] for name in TYPES}
        counts = {"documents": self.documents, "quotes": self.quotes, "words": self.words}
        return {"speaker": self.label, "kind": self.kind, **counts, **types, "hedges": self.hedges}


@dataclass
class Statistics:
    """Counts over all documents: ``unnamed`` of quotes by somebody without a name, ``unknown`` of nobody found."""

    documents: int = 0
    quotes: int = 0
    words: int = 0
    unnamed: int = 0
    unknown: int = 0
    types: Counter[str] = field(default_factory=Counter)
    voices: dict[tuple[bool, str], Voice] = field(default_factory=dict)

    def summary(self) -> dict[str, Any]:
        """The totals; shares are from 0 to 1, null when there are no quotes."""
        return {
            "documents": self.documents,
            "quotes": self.quotes,
            "words": self.words,
            "unnamed_share": round(self.unnamed / self.quotes, 4) if self.quotes else None,
            "unknown_share": round(self.unknown / self.quotes, 4) if self.quotes else None,
            "types": {name: self.types[name] for name in TYPES},
        }

    def rows(self, top: int | None = None) -> list[dict[str, Any]]:
        """The speakers, most quotes first, then most words, then by name; only the first ``top``."""
        rows = [voice.row() for voice in self.voices.values()]
        return sorted(rows, key=lambda row: (-row["quotes"], -row["words"], row["speaker"]))[:top]


def statistics(documents: Iterable[Document]) -> Statistics:
    """The counts over the documents."""
    counts = Statistics()
    for document in documents:
        if document.document.duplicate_of is None:
            _add(counts, document)
    return counts


def _add(counts: Statistics, document: Document) -> None:
    speakers = {speaker.id: speaker for speaker in document.speakers}
    present: dict[int, Voice] = {}
    counts.documents += 1
    for quote in document.quotes:
        _add_quote(counts, quote, speakers[quote.speaker.id] if quote.speaker else None)
        for reference in (quote.speaker, *quote.co_speakers):
            voice = _voice(counts, reference, speakers)
            present[id(voice)] = voice
            voice.quotes += 1
            voice.words += _words(quote.text)
            voice.types[quote.type] += 1
    for hedge in document.hedges:
        if hedge.quote:
            voice = _voice(counts, hedge.speaker, speakers)
            present[id(voice)] = voice
            voice.hedges += 1
    for voice in present.values():
        voice.documents += 1


def _add_quote(counts: Statistics, quote: Quote, speaker: Speaker | None) -> None:
    counts.quotes += 1
    counts.words += _words(quote.text)
    counts.types[quote.type] += 1
    counts.unknown += speaker is None
    counts.unnamed += speaker is not None and speaker.name is None


def _voice(counts: Statistics, reference: SpeakerRef | None, speakers: dict[str, Speaker]) -> Voice:
    speaker = speakers[reference.id] if reference else None
    if speaker is None:
        return counts.voices.setdefault((False, ""), Voice(UNKNOWN, None))
    label = speaker.name or speaker.label
    return counts.voices.setdefault((speaker.name is not None, label.casefold()), Voice(label, speaker.kind))


def _words(text: str) -> int:
    return len(WORD.findall(text))
