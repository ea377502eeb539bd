"""Texts that broke the readers of numbers and dates when they were fuzzed, made small."""

import pytest

from claimx.pipeline.numbers import find_numbers
from fuzzing.invariants import check_numbers
from fuzzing.parses import BLANK

Found = list[tuple[str, float | str | None]]

FINDS: list[tuple[str, str | None, Found]] = [
    # raised figures are digits to Python, but no numerals of int()
    ("2024-²²", None, [("2024", "2024")]),
    ("2026-²-²", None, [("2026", "2026")]),
    ("at 9:²² a.m.", None, [("9", 9)]),
    ("2:²²:³³", None, [("2", 2)]),
    # a unit that ends with the text, after a word that wants another behind it
    ("1 km per ", None, [("1 km", 1)]),
    # a sign before a sign before a sign
    ("minus " * 2000 + "3", None, [("minus 3", -3)]),
    # ISO 8601 has no exponents
    ("in 0.00001 years", None, [("0.00001 years", "P0.00001Y")]),
    # beyond the calendar at either end
    ("next year", "9999-12-31", [("next year", None)]),
    ("next May", "9999-12-31", [("next May", None)]),
    ("last century", "0001-01-01", [("last century", None)]),
    ("last decade", "0015-01-01", [("last decade", None)]),
    ("next decade", "2026-03-12", [("next decade", "203X")]),
    ("this century", "2026-03-12", [("this century", "20XX")]),
]


@pytest.mark.parametrize(("text", "published", "expected"), FINDS)
def test_finds(text: str, published: str | None, expected: Found) -> None:
    doc = BLANK.make_doc(text)
    doc._.claimx_published = published
    found = find_numbers(doc)
    check_numbers(text, found)
    assert [
        (text[n["start"] : n["end"]], n["iso"] if n["value"] is None or n["iso"] else n["value"]) for n in found
    ] == expected
