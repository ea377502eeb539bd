"""Quotation marks on a ``Doc``: the token spans between them, and warnings about those that had to be mended.

The marks are paired as characters (:mod:`claimx.pipeline.pairing`), because the tokenizer glues some to their
words; here the pairs become tokens.

``She said: "No."`` has one span, its marks included; ``the workers' strike in '98`` has none.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc

from claimx.pipeline.columns import integers, text
from claimx.pipeline.pairing import Region, pair_marks
from claimx.pipeline.records import Span, WarningRecord


@dataclass
class Quotations:
    """Regions in tokens, nested or disjoint, outer before inner; and what had to be mended."""

    regions: list[Region] = field(default_factory=list)
    warnings: list[WarningRecord] = field(default_factory=list)

    def opened_in(self, span: Span) -> list[Region]:
        """The regions that begin in a span of tokens."""
        first = bisect_left(self.regions, span[0], key=lambda region: region.start)
        last = bisect_left(self.regions, span[1], key=lambda region: region.start)
        return self.regions[first:last]


def find_quotations(doc: Doc) -> Quotations:
    """Pair the marks of a document."""
    pairing = pair_marks(text(doc))
    starts = integers(doc, "IDX")
    warnings: list[WarningRecord] = []
    for start, end, message in pairing.troubles:
        span = (bisect_right(starts, start) - 1, bisect_left(starts, end))
        warnings.append({"code": "unbalanced_quote", "message": message, "span": span})
    return Quotations(on_tokens(pairing.regions, starts), warnings)


def on_tokens(regions: list[Region], starts: list[int]) -> list[Region]:
    """Regions of characters as regions of tokens; two that share a glued token share it no longer.

    Args:
        regions: Outer before inner.
        starts: Where each token begins.
    """
    found: list[Region] = []
    around: list[tuple[int, Region]] = []  # end in characters, and tokens
    last = 0  # token behind the latest region that has ended
    for start, end, closed in regions:
        while around and around[-1][0] <= start:
            last = max(last, around.pop()[1].end)
        first = max(last, bisect_right(starts, start) - 1)
        behind = bisect_left(starts, end)
        if around:
            behind = min(behind, around[-1][1].end)
        if first < behind:
            found.append(Region(first, behind, closed))
            around.append((end, found[-1]))
    return found
