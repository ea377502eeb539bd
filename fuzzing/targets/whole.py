"""A text → the document that ``claimx extract`` writes, encoder included; the same text twice, the same document."""

from collections.abc import Iterator

from claimx.api import extract, load
from fuzzing.invariants import check_document
from fuzzing.spelling import spelled, unspelled
from fuzzing.targets import quotes
from fuzzing.targets.numbers import NEWS as COUNTED
from fuzzing.vocabularies import NEWS

LONGEST = 200
PIPELINE = load()
PUBLISHED = (None, "2026-03-12", "0001-01-01", "9999-12-31")


def check(data: bytes) -> int:
    """The first byte picks the day of publication, the others spell the text."""
    text = spelled(data[1:], NEWS)
    if not text.strip():
        return 0
    published = PUBLISHED[data[0] % len(PUBLISHED)]
    document = extract(text, published=published, nlp=PIPELINE)
    check_document(document, text)
    again = data[0] > 127
    assert not again or extract(text, published=published, nlp=PIPELINE) == document
    return len(text) * (1 + again)


def seeds() -> Iterator[bytes]:
    """News."""
    for k, text in enumerate((*quotes.NEWS, *COUNTED)):
        yield bytes([k]) + unspelled(f"{text} said Ana Ruiz, who denied that the minister may sail on Monday.", NEWS)
