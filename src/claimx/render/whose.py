"""Whose a record is, in words."""

from claimx.schema import Claim, Document, Number

ARTICLE = "the article"
UNKNOWN = "somebody not known"


def whose(record: Claim | Number, document: Document) -> str:
    """The label of the speaker; without one it is the article's own, or that of a quote whose speaker was not found."""
    if record.speaker is None:
        return UNKNOWN if record.quote else ARTICLE
    return next(speaker.label for speaker in document.speakers if speaker.id == record.speaker.id)
