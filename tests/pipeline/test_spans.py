"""Intervals: the truth table of ownership, and the edges of white space."""

import pytest
import spacy

from claimx.pipeline.spans import Interval, owners, to_chars

NLP = spacy.blank("en")


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([], [None] * 6),
        ([[(1, 3)]], [None, 0, 0, None, None, None]),
        ([[(0, 6)], [(2, 4)]], [0, 0, 1, 1, 0, 0]),  # the inner one owns
        ([[(2, 4)], [(0, 6)]], [1, 1, 0, 0, 1, 1]),  # in whatever order they come
        ([[(0, 2), (4, 6)], [(2, 4)]], [0, 0, 1, 1, 0, 0]),  # pieces around another
        ([[(0, 3)], [(0, 3)]], [0, 0, 0, None, None, None]),  # the same words: the first
    ],
)
def test_owners(groups: list[list[Interval]], expected: list[int | None]) -> None:
    assert owners(6, groups) == expected


@pytest.mark.parametrize(
    ("text", "span", "quoted"),
    [
        ("One two three", (0, 2), "One two"),
        ("One\n\ntwo", (0, 2), "One"),  # a paragraph break at the edge is left out
        ("One\n\ntwo", (1, 3), "two"),
        ("One\n\ntwo", (0, 3), "One\n\ntwo"),  # but not in the middle
        ("a 😀 b", (1, 3), "😀 b"),  # code points, not UTF-16 units
    ],
)
def test_to_chars(text: str, span: Interval, quoted: str) -> None:
    doc = NLP(text)
    start, end = to_chars(doc, span)
    assert text[start:end] == quoted
