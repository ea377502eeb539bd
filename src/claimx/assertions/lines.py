"""Which lines of an article assert nothing: headings, bylines, labels; and where a dateline ends.

"Port strike ends after nine days" on a line of its own is a heading; in "CALDER, March 3 (Coast Wire) - The
strike is over." the assertion begins after the dash.
"""

from bisect import bisect_right
from itertools import accumulate

from claimx.assertions.lexicon import words
from claimx.assertions.view import View
from claimx.pipeline.clauses import BULLETS
from claimx.pipeline.records import Span

# Headings longer than this many tokens are hardly seen; paragraphs without a full stop are.
LONGEST_HEADING = 22
LONGEST_LINE = 3 * LONGEST_HEADING  # marks and blanks at its end included
LONGEST_DATELINE = 16
# A note on a correction says so in its first words.
LONGEST_NOTE = 9
DASHES = frozenset({"-", "–", "—", "--"})
TERMINAL = frozenset(".?!:;…")


class Lines:
    """The lines of a text by token."""

    def __init__(self, view: View) -> None:
        self.view = view
        breaks = [i for i, low in enumerate(view.lows) if "\n" in low]
        self.starts = [0, *(i + 1 for i in breaks)]
        self.ends = [*breaks, len(view.doc)]
        lines = zip(self.starts, self.ends, strict=True)
        self._filled_before = [0, *accumulate(start < end for start, end in lines)]

    def line_at(self, i: int) -> Span:
        """Return the line that token ``i`` stands in."""
        index = max(0, bisect_right(self.starts, i) - 1)
        return self.starts[index], self.ends[index]

    def number_of(self, i: int) -> int:
        """Return how many lines that are not empty stand before the line of token ``i``."""
        return self._filled_before[bisect_right(self.starts, i) - 1]

    def is_label(self, i: int) -> bool:
        """Say whether the line of token ``i`` is a caption, a correction or the like."""
        start, end = self.line_at(i)
        while start < end and BULLETS.issuperset(self.view.lows[start]):
            start += 1
        opening = " ".join(self.view.lows[start : min(end, start + LONGEST_NOTE)])
        return self._is_label(start, end) or any(note in opening for note in words("words", "note"))

    def is_bullet(self, i: int) -> bool:
        """Say whether the line of token ``i`` is an item of a list."""
        return BULLETS.issuperset(self.view.doc[self.line_at(i)[0]].text)

    def is_byline(self, i: int) -> bool:
        """Say whether the line of token ``i`` names its writer."""
        return self.view.lows[self.line_at(i)[0]] in ("by", "from")

    def body_start(self, sentence: Span) -> int:
        """Return where the sentence begins once bullet and dateline are cut off."""
        start, end = sentence
        line = self.line_at(start)
        if start > line[0] + 1:
            return start
        while start < end and BULLETS.issuperset(self.view.lows[start]):
            start += 1
        dateline = self._dateline_end(start, end)
        return start if dateline is None else dateline

    def _dateline_end(self, start: int, end: int) -> int | None:
        """Return the place after the dash of a dateline: it opens with a place in capitals."""
        doc = self.view.doc
        if start >= end or not (doc[start].is_upper and len(doc[start]) > 2):
            return None
        for i in range(start + 1, min(end, start + LONGEST_DATELINE)):
            if doc[i].text in DASHES:
                return i + 1
        return None

    def _is_label(self, start: int, end: int) -> bool:
        return start < end and self.view.lows[start] in words("words", "label")

    def is_heading(self, i: int) -> bool:
        """Say whether the line of token ``i`` is short and does not close like a sentence."""
        start, end = self.line_at(i)
        doc = self.view.doc
        if end - start > LONGEST_LINE:
            return False
        while end > start and (doc[end - 1].is_space or doc[end - 1].is_quote):
            end -= 1
        return end > start and end - start <= LONGEST_HEADING and not TERMINAL.issuperset(doc[end - 1].text[-1])
