"""Figures, number words, units and money in any order."""

from collections.abc import Iterator

from claimx.pipeline.numbers import find_numbers
from fuzzing.invariants import check_numbers
from fuzzing.parses import at_random
from fuzzing.spelling import spelled, unspelled
from fuzzing.vocabularies import NUMBERS

LONGEST = 120
NEWS = (
    "between 4 and 5 million people, 3.5% more", "$1.5bn (£1 200 000)", "aged 8 and 12", "minus 3°C", "5 ft 2 in",
    "one in every 20 homes", "two and a half hours", "No. 1", "tens of thousands of people", "a quarter of a million",
    "3-1", "at least 12-year-old", "1,200 miles per hour", "US$12 or more", "half a dozen", "one hundred and twenty",
)  # fmt: skip


def check(data: bytes) -> int:
    """The first byte draws a syntax (0: none), the others spell the text."""
    text = spelled(data[1:], NUMBERS)
    doc = at_random(text, data[0] if data else 0)
    doc._.claimx_published = "2026-03-12"
    check_numbers(text, find_numbers(doc))
    return len(text)


def seeds() -> Iterator[bytes]:
    """Numbers as news writes them."""
    for k, text in enumerate(NEWS):
        yield bytes([k]) + unspelled(text, NUMBERS)
