"""How what was found is called where people read it."""

from claimx.render.marks import Label
from claimx.schema import Claim, Document, Number

KINDS: dict[Label, str] = {"Content": "quote", "Source": "source", "Number": "number", "Hedge": "hedge"}
"""The marks of a legend, in its order."""

ARTICLE = "the article"
UNKNOWN = "somebody not known"


def whose(record: Claim | Number, document: Document) -> str:
    """The label of the speaker; without one it is the article's own, or that of a quote whose speaker was not found."""
    if record.speaker is None:
        return UNKNOWN if record.quote else ARTICLE
    return next(speaker.label for speaker in document.speakers if speaker.id == record.speaker.id)
