"""An article cut where a marked stretch begins or ends: pieces of text, each with all the marks that lie on it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Generic, NamedTuple, Protocol, TypeVar

from claimx.schema import Span


class Placed(Protocol):
    """Something that lies on the text, perhaps in several pieces."""

    @property
    def pieces(self) -> tuple[Span, ...]:
        """Its pieces."""


P = TypeVar("P", bound=Placed)


class Segment(NamedTuple, Generic[P]):
    """``text[start:end]`` with the marks on it, widest first, and those that open and close here."""

    start: int
    end: int
    marks: tuple[P, ...]
    opens: tuple[P, ...]
    closes: tuple[P, ...]


def segments(length: int, marks: Iterable[P]) -> Iterator[Segment[P]]:
    """Cut a text of ``length`` code points; the segments join to the whole text."""
    pieces = [(piece.start, piece.end, mark) for mark in marks for piece in mark.pieces if piece.end > piece.start]
    pieces.sort(key=lambda piece: (piece[0], -piece[1]))
    cuts = sorted({0, length, *(start for start, _, _ in pieces), *(end for _, end, _ in pieces)})
    on: list[tuple[int, int, P]] = []
    following = 0
    for start, end in pairwise(cuts):
        on = [piece for piece in on if piece[1] > start]
        while following < len(pieces) and pieces[following][0] <= start:
            on.append(pieces[following])
            following += 1
        on.sort(key=lambda piece: (piece[0], -piece[1]))
        yield Segment(
            start,
            end,
            tuple(mark for _, _, mark in on),
            tuple(mark for first, _, mark in on if first == start),
            tuple(mark for _, last, mark in reversed(on) if last == end),
        )
