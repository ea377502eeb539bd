"""What all scores are made of: precision and recall, overlap of stretches, and pairing by overlap."""

from collections.abc import Collection, Sequence
from typing import Any, Protocol

Figures = dict[str, Any]
"""What a table or JSON shows: a name to a figure, a dict of them, or a text such as '3/4'."""

Piece = tuple[int, int]
ALIKE = 0.5
"""Intersection over union of characters from which two stretches count as the same."""


class Stretch(Protocol):
    """What has a place in the text, half-open, in code points."""

    @property
    def start(self) -> int:
        """Its first code point."""

    @property
    def end(self) -> int:
        """The code point after its last one."""


def percent(part: int, whole: int) -> float:
    """The share as a percentage; 0 of nothing is 0."""
    return round(100 * part / max(1, whole), 1)


def prf(right: int, found: int, gold: int) -> Figures:
    """Precision, recall and their harmonic mean, where one count of hits serves both."""
    return f_score(100 * right / max(1, found), 100 * right / max(1, gold))


def f_score(precision: float, recall: float) -> Figures:
    """The two, and their harmonic mean."""
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"P": round(precision, 1), "R": round(recall, 1), "F1": round(f1, 1)}


def overlap(a: Stretch, b: Stretch) -> int:
    """How many code points two stretches share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def likeness(a: Sequence[Piece], b: Sequence[Piece]) -> float:
    """Intersection over union of the characters in the pieces; 0 when either has none."""
    mine, yours = _characters(a), _characters(b)
    return len(mine & yours) / len(mine | yours) if mine and yours else 0.0


def paired(gold: Sequence[Sequence[Piece]], found: Sequence[Sequence[Piece]]) -> dict[int, int]:
    """Which of ``found`` is which of ``gold``, by index: one to one, the best overlaps first."""
    mine, yours = [_characters(pieces) for pieces in gold], [_characters(pieces) for pieces in found]
    pairs = []
    for i, a in enumerate(mine):
        for j, b in enumerate(yours):
            if (shared := len(a & b)) and (alike := shared / len(a | b)) >= ALIKE:
                pairs.append((alike, i, j))
    match: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if i not in match and j not in taken:
            match[i] = j
            taken.add(j)
    return match


def _characters(pieces: Collection[Piece]) -> set[int]:
    return {character for start, end in pieces for character in range(start, end)}
