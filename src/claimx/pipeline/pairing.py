"""Pairs quotation marks in the characters of a text, paragraph by paragraph.

Double marks are paired first; then single ones, which are apostrophes more often than not, between them. A mark
that never closes reaches to the end of its paragraph, or to where the next quotation opens, and no further; when
the next paragraph opens with the same mark, that is the convention for quotations of several paragraphs, else it
is trouble. Each mark goes on a stack once and comes off once, so the time is linear. Never raises.

``She said: "No."`` has one pair; ``a 6'2" centre at the workers' club`` has none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from claimx.pipeline.marks import CLOSED_BY, SINGLE, Mark, Role, find_marks
from claimx.pipeline.paragraphs import find_paragraphs

NO_PARTNER = "This quotation mark has no partner."
NEVER_CLOSED = "This quotation mark has no partner; it was taken to end with its paragraph or before the next one."
MIXED = "This quotation mark closes one of another style."
MISPLACED = "This quotation mark stands on the wrong side of a blank."

OPENED_BY: dict[str, list[str]] = {}
for _opener, _closers in CLOSED_BY.items():
    for _closer in [_closers] if _closers == "''" else _closers:
        OPENED_BY.setdefault(_closer, []).append(_opener)

SPEECH_BEHIND = re.compile(r"\s[A-Z]")  # said," We sail."
SPEECH_BEFORE = re.compile(r"[,.!?…]\s$")  # "We sail, "she said


class Region(NamedTuple):
    """What stands between two marks, the marks included; ``closed`` is false where the second one is missing."""

    start: int
    end: int
    closed: bool = True


class Trouble(NamedTuple):
    """A mark that was mended."""

    start: int
    end: int
    message: str


class Waiting(NamedTuple):
    """A mark that waits for its partner; ``children`` has where a quotation with the same mark opens in it."""

    mark: Mark
    children: list[int]


class Stack:
    """Open marks, innermost last. What lies below the floor cannot be closed for now."""

    def __init__(self) -> None:
        self.waiting: list[Waiting] = []
        self.places: dict[str, list[int]] = {}
        self.floor = 0

    def push(self, mark: Mark) -> None:
        """Open."""
        same = self.places.setdefault(mark.text, [])
        if same and same[-1] == self.innermost():
            self.waiting[same[-1]].children.append(mark.start)
        same.append(len(self.waiting))
        self.waiting.append(Waiting(mark, []))

    def partner(self, mark: Mark) -> int | None:
        """The place of the innermost open mark that ``mark`` closes."""
        openers = (self.places.get(opener) for opener in OPENED_BY.get(mark.text, ()))
        return max((places[-1] for places in openers if places and places[-1] >= self.floor), default=None)

    def innermost(self) -> int | None:
        """The place of the innermost open mark."""
        return len(self.waiting) - 1 if len(self.waiting) > self.floor else None

    def cut(self, place: int) -> list[Waiting]:
        """Take off what is open from ``place`` on."""
        gone = self.waiting[place:]
        for one in reversed(gone):
            self.places[one.mark.text].pop()
        del self.waiting[place:]
        return gone


@dataclass
class Pairing:
    """Regions, outer before inner, and what had to be mended, in text order; in characters of ``text``."""

    text: str
    regions: list[Region] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    bare_ends: dict[int, int] = field(default_factory=dict)

    def add(self, start: int, end: int, closed: bool = True) -> None:
        """One region."""
        self.regions.append(Region(start, end, closed))

    def trouble(self, mark: Mark, message: str) -> None:
        """One mended mark."""
        self.troubles.append(Trouble(mark.start, mark.end, message))

    def pair_doubles(self, marks: list[Mark], end: int, resumed: frozenset[str]) -> list[Mark]:
        """Pair double marks; gives back the ``''`` that close none: they are two single ones."""
        stack = Stack()
        unused = []
        for mark, doubtful in zip(marks, doubted(marks), strict=True):
            place = None if doubtful or mark.role is Role.OPENS else stack.partner(mark)
            if place is not None:
                self.close(stack, place, mark)
            elif mark.role is not Role.CLOSES:
                stack.push(mark)
            elif mark.text == "''":
                unused.append(mark)
            elif not mark.weak:
                self.without_partner(stack, mark)
        self.mend_all(stack.cut(0), end, resumed)
        return unused

    def close(self, stack: Stack, place: int, mark: Mark) -> None:
        """One pair; what is still open inside it ends with it."""
        opener, *lost = stack.cut(place)
        for one in lost:
            self.mend(one, mark.start)
        self.add(opener.mark.start, mark.end)

    def without_partner(self, stack: Stack, mark: Mark) -> None:
        """A closing double mark that nothing of its style opened."""
        other = stack.innermost()
        if other is not None:
            self.close(stack, other, mark)
            self.trouble(mark, MIXED)
        elif mark.text == '"' and self.text[mark.start - 1] in ",:" and SPEECH_BEHIND.match(self.text, mark.end):
            stack.push(mark)
            self.trouble(mark, MISPLACED)
        else:
            self.trouble(mark, NO_PARTNER)

    def mend_all(self, left: list[Waiting], end: int, resumed: frozenset[str]) -> None:
        """What is open at the end of a paragraph; ``resumed`` are the marks that the next one opens with."""
        left = left[::-1]
        while left:
            one = left.pop()
            if one.mark.text in resumed:
                self.add(one.mark.start, end, closed=False)
            elif one.mark.text == '"' and left and self.is_misplaced(left[-1].mark):
                closer = left.pop().mark
                self.add(one.mark.start, closer.end)
                self.trouble(closer, MISPLACED)
            else:
                self.mend(one, end)

    def is_misplaced(self, mark: Mark) -> bool:
        """A straight mark that seems to open but ends what was said."""
        before = self.text[max(0, mark.start - 2) : mark.start]
        return mark.text == '"' and bool(SPEECH_BEFORE.search(before)) and self.text[mark.end : mark.end + 1].islower()

    def mend(self, one: Waiting, end: int) -> None:
        """A mark that never closes: to ``end``, or to where the next quotation of its style opens."""
        stop = self.before_blanks(one.children[0] if one.children else end)
        if stop > one.mark.end:
            self.add(one.mark.start, stop, closed=False)
        self.trouble(one.mark, NEVER_CLOSED)

    def before_blanks(self, stop: int) -> int:
        """Where the white space before ``stop`` begins; looked up once, for many marks may end at one place."""
        if stop not in self.bare_ends:
            end = stop
            while end and self.text[end - 1].isspace():
                end -= 1
            self.bare_ends[stop] = end
        return self.bare_ends[stop]

    def pair_singles(self, marks: list[Mark], doubles: list[Region], end: int, resumed: frozenset[str]) -> None:
        """Pair single marks, none across a double one; a mark without a partner is an apostrophe.

        Args:
            marks: The single marks of a paragraph.
            doubles: The regions of its double marks, outer before inner.
            end: Of the paragraph.
            resumed: The marks that the next paragraph opens with.
        """
        stack = Stack()
        around: list[tuple[Region, int]] = []  # each with the floor outside it
        coming = doubles[::-1]
        for mark, doubtful in zip(marks, doubted(marks), strict=True):
            while coming and coming[-1].start < mark.start:
                region = coming.pop()
                leave(stack, around, region.start)
                around.append((region, stack.floor))
                stack.floor = len(stack.waiting)
            leave(stack, around, mark.start)
            place = None if doubtful or mark.role is Role.OPENS else stack.partner(mark)
            if place is None and mark.role is Role.CLOSES and not mark.weak and mark.text != "’":
                place = stack.innermost()
            if place is not None:
                self.add(stack.cut(place)[0].mark.start, mark.end)
            elif mark.role is not Role.CLOSES:
                stack.push(mark)
        leave(stack, around, end, but_unclosed=True)
        for one in stack.cut(0):
            if one.mark.text in resumed:
                self.add(one.mark.start, around[-1][0].end if around else end, closed=False)
            elif one.mark.text == "‘" and not around and begins_speech(self.text, one.mark.start):
                self.mend(one, end)


def pair_marks(text: str) -> Pairing:
    """Pair the marks of a text."""
    found = Pairing(text)
    paragraphs = find_paragraphs(text)
    shares = [*shared_out(find_marks(text), [end for _, end in paragraphs]), []]
    starts = [*(start for start, _ in paragraphs), len(text)]
    for k, (_, end) in enumerate(paragraphs):
        resumed = opening_run(shares[k + 1], starts[k + 1])
        first = len(found.regions)
        unused = found.pair_doubles([mark for mark in shares[k] if mark.text not in SINGLE], end, resumed)
        singles = [mark for mark in shares[k] if mark.text in SINGLE]
        singles = sorted(singles + [half for mark in unused for half in halves(mark)])
        found.pair_singles(singles, sorted(found.regions[first:], key=outer_first), end, resumed)
    found.regions.sort(key=outer_first)
    found.troubles.sort()
    return found


def outer_first(region: Region) -> tuple[int, int]:
    """Sorts regions in text order, outer before inner."""
    return region.start, -region.end


def shared_out(marks: list[Mark], ends: list[int]) -> Iterator[list[Mark]]:
    """The marks of each paragraph."""
    at = 0
    for end in ends:
        first = at
        while at < len(marks) and marks[at].start < end:
            at += 1
        yield marks[first:at]


def opening_run(marks: list[Mark], start: int) -> frozenset[str]:
    """The marks that a paragraph opens with: two in ``“‘It sings,’ she said``."""
    run = set()
    for mark in marks:
        if mark.start != start or mark.role is Role.CLOSES:
            break
        run.add(mark.text)
        start = mark.end
    return frozenset(run)


def doubted(marks: list[Mark]) -> list[bool]:
    """For each mark whether it closes nothing, being weak and followed by a better one before the next opening.

    In ``‘the workers’ strike is over,’`` the first ’ is doubted; in ``the ‘owners’ of the ‘strike’`` it is not.
    """
    out = []
    better = False
    for mark in reversed(marks):
        out.append(mark.weak and better)
        if mark.role is not Role.CLOSES:
            better = False
        elif not mark.weak:
            better = True
    return out[::-1]


def halves(mark: Mark) -> Iterator[Mark]:
    """``''`` as two closing single marks."""
    for start in range(mark.start, mark.end):
        yield Mark(start, start + 1, "'", mark.role, mark.weak)


def leave(stack: Stack, around: list[tuple[Region, int]], at: int, but_unclosed: bool = False) -> None:
    """Step out of the double regions that end at ``at`` or before; single marks open in them were apostrophes."""
    while around and around[-1][0].end <= at and not (but_unclosed and not around[-1][0].closed):
        stack.cut(stack.floor)
        stack.floor = around.pop()[1]


def begins_speech(text: str, start: int) -> bool:
    """Say whether a quotation may well begin at ``start``: at the start of a line, after a comma or a colon."""
    before = text[max(0, start - 2) : start].rstrip(" ")
    return not before or before[-1] in ",:\n"
