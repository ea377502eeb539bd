"""Quotations without a source of their own: whose are they?

A quotation that opens where the speaker's last one stopped goes on with it. "He read the sign: 'No dogs'" does not.
"""

from claimx.people.cast import Figure
from claimx.people.text import Text
from claimx.pipeline.records import Attribution

_OPENERS = frozenset({'"', "“", "”", "‘", "'", "«", "„", "``", "»", "‘‘", "''"})


class Previous:
    """The last quotation that is not inside another, and who spoke it."""

    def __init__(self) -> None:
        self.end = -1
        self.figures: tuple[Figure, ...] = ()

    def note(self, attribution: Attribution, figures: tuple[Figure, ...]) -> None:
        """Remember a resolved attribution."""
        ends = [end for _, end in attribution["content"]]
        self.end = max([*ends, self.end])
        self.figures = figures


def continues(text: Text, attribution: Attribution, previous: Previous) -> tuple[Figure, ...]:
    """The speakers of ``previous`` if the sourceless quotation goes on with theirs; else nobody."""
    if attribution["type"] == "indirect" or not attribution["content"] or not previous.figures:
        return ()
    start = attribution["content"][0][0]
    if text.lows[start] not in _OPENERS or previous.end > start:
        return ()
    same = text.paragraph[start] == text.paragraph[previous.end - 1]
    opens_next = text.paragraph[start] - text.paragraph[previous.end - 1] == 1 and _first_of_paragraph(text, start)
    return previous.figures if same or opens_next else ()


def _first_of_paragraph(text: Text, token: int) -> bool:
    before = token - 1
    while before >= 0 and text.words[before].isspace():
        before -= 1
    return before < 0 or text.paragraph[before] != text.paragraph[token]
