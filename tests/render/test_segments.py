"""The text is cut so that nothing is lost and every mark covers exactly its pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.render.marks import Mark
from claimx.render.segments import segments
from claimx.schema import Span

TEXT = "abcdefghij"


def mark(name: str, *places: tuple[int, int]) -> Mark:
    return Mark(name, "Claim", tuple(Span(start=s, end=e, text=TEXT[s:e]) for s, e in places), {})


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        # nothing marked
        ([], [("abcdefghij", "")]),
        # one inside another
        ([mark("x", (2, 6)), mark("y", (3, 4))], [("ab", ""), ("c", "x"), ("d", "xy"), ("ef", "x"), ("ghij", "")]),
        # two that cross
        ([mark("x", (0, 4)), mark("y", (2, 10))], [("ab", "x"), ("cd", "xy"), ("efghij", "y")]),
        # one in two pieces
        ([mark("x", (0, 1), (9, 10))], [("a", "x"), ("bcdefghi", ""), ("j", "x")]),
        # the wider comes first
        ([mark("y", (2, 3)), mark("x", (2, 10))], [("ab", ""), ("c", "xy"), ("defghij", "x")]),
    ],
)
def test_segments(marks: list[Mark], expected: list[tuple[str, str]]) -> None:
    found = [(TEXT[s.start : s.end], "".join(m.id for m in s.marks)) for s in segments(len(TEXT), marks)]
    assert found == expected


PLACES = st.tuples(st.integers(0, 10), st.integers(0, 10)).map(lambda p: (min(p), max(p))).filter(lambda p: p[0] < p[1])


@given(st.lists(PLACES, max_size=8))
def test_segments_join_to_the_text_and_cover_the_marks(places: list[tuple[int, int]]) -> None:
    marks = [mark(str(i), place) for i, place in enumerate(places)]
    found = list(segments(len(TEXT), marks))
    assert "".join(TEXT[s.start : s.end] for s in found) == TEXT
    for one, (start, end) in zip(marks, places, strict=True):
        assert [i for s in found if one in s.marks for i in range(s.start, s.end)] == list(range(start, end))
        assert [s.start for s in found if one in s.opens] == [start]
        assert [s.end for s in found if one in s.closes] == [end]
