"""Titles of documents."""

import pytest

from claimx.people.titled import with_titles
from tests.people.build import names_in

ROWS = [
    # Behind the noun and a comma, whatever marks.
    ('The report, "Rising Water", says no', ["Rising Water"]),
    ("The report, ‘Rising Water’, says no", ["Rising Water"]),
    # Behind "called".
    ("A paper called “The Tide of Salt” says no", ["The Tide of Salt"]),
    # Before its noun; the recogniser's name goes.
    ('"{O Rising Water}", a 64-page study by the board, says no', ["Rising Water"]),
    # The comma inside the marks is none of it.
    ("The report, “Rising Water,” says no", ["Rising Water"]),
    # What a report says is no title.
    ('The report says "Never Again"', []),
    # Neither is what a person says,
    ('The minister, "Never Again", a fan of reports', []),
    # a single word,
    ('The report, "Tosh", says no', []),
    # or a sentence.
    ('The report, "Water rises everywhere", says no', []),
    # A mark that nobody closes.
    ('The report, "Rising Water says no', []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_titles(text: str, expected: list[str]) -> None:
    flat, names = names_in(text)
    found = with_titles(flat, names)
    assert [flat.chars(name.start, name.end) for name in found] == expected
