"""Fits the pieces of a content to the quotation marks around them.

The encoder is right about most edges; where it stops a word short of a mark, or runs over one, the marks know
better. Everything counts in tokens. Content spans include their marks and the comma or period inside them.

In ``the fee is “a joke,” she said`` the content ``the fee is “a joke`` becomes ``the fee is “a joke,”``; in
``the fee is a joke, she said`` nothing changes.
"""

from bisect import bisect_left
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimx.pipeline.linking import Group
from claimx.pipeline.marks import MARKS, SENTENCE_END
from claimx.pipeline.quotation import Quotations
from claimx.pipeline.records import Span

DASHES = frozenset("—–") | {"--"}
TAIL = DASHES | frozenset(",;:-")

Begun = tuple[int, int, int]  # start of a piece, index of its group, start of the group's cue or -1


def snap(doc: Doc, groups: list[Group], quotations: Quotations) -> list[Group]:
    """The groups with their contents fitted to the marks; their spans count in tokens."""
    begun = sorted(
        (piece[0], k, group.cue[0] if group.cue else -1) for k, group in enumerate(groups) for piece in group.content
    )
    snapped = []
    for k, group in enumerate(groups):
        pieces = []
        for piece in group.content:
            piece = with_opening(doc, piece, quotations)
            piece = to_closing(piece, quotations, begun, k)
            piece = within_sentence(doc, piece, quotations)
            for part in sentence_before(doc, piece, quotations):
                part = without_tail(doc, part, quotations)
                pieces += around(doc, part, [span for span in (group.cue, group.source) if span])
        snapped.append(replace(group, content=merged(pieces)))
    return snapped


def only_punctuation(doc: Doc, start: int, end: int) -> bool:
    """Nothing there that is said."""
    return all(t.is_punct or t.is_space or t.text in MARKS for t in doc[start:end])


def with_opening(doc: Doc, piece: Span, quotations: Quotations) -> Span:
    """Take in the opening mark right before a piece, when the quotation ends with the piece or in it."""
    start, end = piece
    for region in quotations.opened_in((start - 1, start)):
        if region.end <= end or only_punctuation(doc, end, region.end):
            return start - 1, max(end, region.end)
    return piece


def to_closing(piece: Span, quotations: Quotations, begun: list[Begun], owner: int) -> Span:
    """Go on to the end of a quotation that opens in a piece, unless something of others begins there.

    Somebody quoted in the quotation, cue and all, is no other: that content is inside this one.

    Args:
        piece: A piece of content.
        quotations: Of the document.
        begun: All pieces of the document, sorted.
        owner: The group of this piece.
    """
    start, end = piece
    for region in quotations.opened_in(piece):
        if region.end > end:
            others = begun[bisect_left(begun, (end,)) : bisect_left(begun, (region.end,))]
            if all(other == owner or end <= cue < region.end for _, other, cue in others):
                end = region.end
    return start, end


def within_sentence(doc: Doc, piece: Span, quotations: Quotations) -> Span:
    """Stop behind a quoted sentence that an unquoted one follows: “No.” It was not."""
    start, end = piece
    regions = quotations.opened_in(piece)
    if not regions:
        return piece
    last = max(regions, key=lambda region: region.end)
    following = last.end
    while following < end and doc[following].is_space:
        following += 1
    if following >= end or not last.closed or last.end - last.start <= 2:
        return piece
    begins = following > last.end or doc[following].is_sent_start or is_plain_capital(doc[following])
    ended = doc[last.end - 2].text[-1] in SENTENCE_END and begins
    return (start, last.end) if ended or doc[following].text in DASHES else piece


def is_plain_capital(token: Token) -> bool:
    """A capital that is no name's: the first word of a sentence."""
    return token.is_title and token.pos_ != "PROPN"


def sentence_before(doc: Doc, piece: Span, quotations: Quotations) -> list[Span]:
    """The parts of a piece in which a quotation follows the end of a sentence: It is rotten. “We told you so”."""
    start, end = piece
    regions = quotations.opened_in(piece)
    if not regions:
        return [piece]
    stop = regions[0].start
    while stop > start and doc[stop - 1].is_space:
        stop -= 1
    if stop - start < 2 or doc[stop - 1].text != ".":
        return [piece]
    return [(start, stop - 1), (regions[0].start, end)]


def without_tail(doc: Doc, piece: Span, quotations: Quotations) -> Span:
    """Stop before a comma or a dash, unless it is the last thing inside the marks."""
    start, end = piece
    closed = {region.end for region in quotations.opened_in(piece)}
    while end - start > 1 and end not in closed and doc[end - 1].text in TAIL:
        end -= 1
    return start, end


def around(doc: Doc, piece: Span, holes: list[Span]) -> list[Span]:
    """The parts of a piece before and behind its own cue and source, as in “No,” he said, “never”."""
    inside = [hole for hole in holes if piece[0] <= hole[0] and hole[1] <= piece[1]]
    if not inside or piece in inside:
        return [piece]
    first, last = min(hole[0] for hole in inside), max(hole[1] for hole in inside)
    while last < piece[1] and only_punctuation(doc, last, last + 1) and doc[last].text not in MARKS:
        last += 1
    return [part for part in ((piece[0], first), (last, piece[1])) if part[0] < part[1]]


def merged(pieces: list[Span]) -> list[Span]:
    """Pieces in order, those that overlap made one."""
    out: list[Span] = []
    for start, end in sorted(pieces):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
