"""Quotations without a source of their own: whose are they?

A quotation that opens where the speaker's last one stopped goes on with it. In "The sign read: 'No dogs'" it
does not. One that was not closed at the end of its paragraph goes on in the next, whoever is named near it.
"""

from typing import NamedTuple

from claimx.people.cast import Figure
from claimx.people.text import Text
from claimx.pipeline.marks import CLOSED_BY, MARKS
from claimx.pipeline.records import Attribution


class Previous:
    """The last quotation that is not inside another, and who spoke it."""

    def __init__(self) -> None:
        self.end = -1
        self.marked = True
        self.opener = ""
        self.figures: tuple[Figure, ...] = ()

    def note(self, text: Text, attribution: Attribution, figures: tuple[Figure, ...]) -> None:
        """Remember a resolved attribution."""
        self.end = max([self.end, *(end for _, end in attribution["content"])])
        first = attribution["content"][0][0] if attribution["content"] else 0
        self.marked = text.lows[first] in MARKS or attribution["type"] != "direct"
        self.opener = left_open(text, attribution)
        self.figures = figures


def left_open(text: Text, attribution: Attribution) -> str:
    """The mark of a quotation that its paragraph does not close, or ""."""
    start, end = max(attribution["content"], key=lambda piece: piece[1], default=(0, 0))
    opener = text.words[start] if end else ""
    after = end
    while after < len(text) and text.words[after].isspace():
        after += 1
    ends = after < len(text) and text.paragraph[after] != text.paragraph[end - 1]
    return opener if ends and opener in CLOSED_BY and text.words[end - 1] not in CLOSED_BY[opener] else ""


def resumes(text: Text, attribution: Attribution, previous: Previous) -> tuple[Figure, ...]:
    """The speakers of ``previous`` if it was left open and the next paragraph opens with its mark; else nobody."""
    if attribution["cue"] is not None or not attribution["content"] or not previous.opener:
        return ()
    start = attribution["content"][0][0]
    step = text.paragraph[start] - text.paragraph[previous.end - 1]
    same = text.words[start] == previous.opener and step == 1 and _first_of_paragraph(text, start)
    return previous.figures if same else ()


def continues(text: Text, attribution: Attribution, previous: Previous) -> tuple[Figure, ...]:
    """The speakers of ``previous`` if the sourceless quotation goes on with theirs; else nobody."""
    if attribution["type"] == "indirect" or not attribution["content"] or not previous.figures:
        return ()
    start = attribution["content"][0][0]
    marked = text.lows[start] in MARKS
    if previous.end > start or marked != previous.marked:
        return ()
    step = text.paragraph[start] - text.paragraph[previous.end - 1]
    goes_on = step == 0 or (step == 1 and _first_of_paragraph(text, start))
    return previous.figures if goes_on else ()


def _first_of_paragraph(text: Text, token: int) -> bool:
    before = token - 1
    while before >= 0 and text.words[before].isspace():
        before -= 1
    return before < 0 or text.paragraph[before] != text.paragraph[token]


def is_marked(text: Text, attribution: Attribution) -> bool:
    """Whether a quotation stands in marks."""
    return attribution["type"] == "direct" and text.words[attribution["content"][0][0]] in MARKS


def stands_alone(text: Text, attribution: Attribution) -> bool:
    """Whether a quotation opens its paragraph."""
    return _first_of_paragraph(text, attribution["content"][0][0])


class Said(NamedTuple):
    """An attribution's words as :func:`words_of` gives them, and who said them."""

    attribution: Attribution
    words: str
    figures: tuple[Figure, ...]


def words_of(text: Text, attribution: Attribution) -> str:
    """The words of the content in lower case, with a blank before and behind each."""
    words = (text.lows[i] for start, end in attribution["content"] for i in range(start, end))
    return " ".join(["", *(word for word in words if word[:1].isalnum()), ""])


def taken_from(text: Text, attribution: Attribution, others: list[Said]) -> tuple[Figure, ...]:
    """The speakers of the quotation that a headline quotes from; nobody if it is in none or has one word."""
    words = words_of(text, attribution)
    if attribution["type"] == "indirect" or len(words.split()) < 2:
        return ()
    found = (said.figures for said in others if words in said.words and said.attribution is not attribution)
    return next(found, ())
