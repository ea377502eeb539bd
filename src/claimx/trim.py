"""A document with less in it: without unsure quotes, or without its text. Ids are not renumbered."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar

from claimx.schema import Claim, Document, Hedge, Number

Record = TypeVar("Record", Number, Hedge)


def without_unsure(document: Document, min_confidence: float) -> Document:
    """The document without the quotes below ``min_confidence`` and their claims.

    The other records stay; what they say about a dropped quote or claim becomes null, or goes from the list.
    """
    unsure = {quote.id for quote in document.quotes if quote.confidence < min_confidence}
    if not unsure:
        return document
    lost = {claim.id for claim in document.claims if claim.quote in unsure}
    return document.model_copy(
        update={
            "quotes": tuple(quote for quote in document.quotes if quote.id not in unsure),
            "numbers": _released(document.numbers, unsure),
            "hedges": _released(document.hedges, unsure),
            "claims": tuple(_unlinked(claim, unsure, lost) for claim in document.claims if claim.id not in lost),
        }
    )


def without_text(document: Document) -> Document:
    """The document without the text of the article."""
    return document.model_copy(update={"document": document.document.model_copy(update={"text": None})})


@dataclass(frozen=True, slots=True)
class Trim:
    """What is left out of the documents."""

    min_confidence: float = 0.0
    text: bool = True

    def __call__(self, document: Document) -> Document:
        """The document without it."""
        document = without_unsure(document, self.min_confidence)
        return document if self.text else without_text(document)


def _released(records: Iterable[Record], quotes: Collection[str]) -> tuple[Record, ...]:
    return tuple(record.model_copy(update={"quote": None}) if record.quote in quotes else record for record in records)


def _unlinked(claim: Claim, quotes: Collection[str], claims: Collection[str]) -> Claim:
    return claim.model_copy(
        update={
            "denied_by": None if claim.denied_by in quotes else claim.denied_by,
            "conflicts_with": tuple(other for other in claim.conflicts_with if other not in claims),
        }
    )
