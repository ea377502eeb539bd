"""Layouts that make words somebody's own without quotation marks: turns of a transcript, and posts.

``RIVERA: We sail at noon.`` on a line of its own is Rivera's turn, and text above ``— Ana (@ana) May 3`` is
Ana's post; ``Rivera: we sail at noon`` in the middle of a line is neither.
"""

from dataclasses import replace

from spacy.tokens import Doc, Token

from claimx.people.layouts import DASHES
from claimx.pipeline.linking import Group
from claimx.pipeline.marks import MARKS
from claimx.pipeline.records import Span

LONGEST_LABEL = 8  # tokens before the colon


def is_turn_or_post(doc: Doc, group: Group) -> bool:
    """Say whether a group without a cue is set as a turn or a post of its source."""
    if group.cue is not None or group.source is None or not group.content:
        return False
    first, last = group.content[0], group.content[-1]
    return is_labelled(doc, first, group.source) or is_signed(doc, last, group.source)


def begins_line(token: Token) -> bool:
    """The first token of a line, an opening mark aside."""
    before = token.i - 1
    while before >= 0 and token.doc[before].text in MARKS:
        before -= 1
    return before < 0 or (token.doc[before].is_space and "\n" in token.doc[before].text)


def is_labelled(doc: Doc, piece: Span, source: Span) -> bool:
    """``SOURCE:`` opens the line and the piece follows."""
    colon = piece[0] - 1
    while colon >= 0 and (doc[colon].text in MARKS or doc[colon].is_space):
        colon -= 1
    # "(stands):" ends in what the tokenizer takes for a sad face
    if colon < 0 or doc[colon].text[-1] != ":" or not source[0] < source[1] <= colon:
        return False
    if source[0] == 0 and not doc[0].is_upper:  # a headline: "Poll: Half of Calder wants a new pier"
        return False
    first = source[0]  # a title may stand before the name
    while colon - first < LONGEST_LABEL and not begins_line(doc[first]) and doc[first - 1].text[0].isupper():
        first -= 1
    return colon - first <= LONGEST_LABEL and begins_line(doc[first])


def is_signed(doc: Doc, piece: Span, source: Span) -> bool:
    """A dash and the source stand right behind the piece."""
    behind = piece[1]
    while behind < len(doc) and (doc[behind].is_space or (doc[behind].is_punct and doc[behind].text not in DASHES)):
        behind += 1
    if behind == len(doc) or doc[behind].text not in DASHES:
        return False
    return source[0] in (behind, behind + 1)


def without_label(doc: Doc, group: Group) -> Group:
    """The group with a label in capitals taken out of its content; it is the source if there was none."""
    if not group.content:
        return group
    start, end = group.content[0]
    first = start
    while first < end and doc[first].text in MARKS:
        first += 1
    colon = first
    while colon < min(end, first + LONGEST_LABEL) and doc[colon].is_upper:
        colon += 1
    if colon == first or colon + 1 >= end or doc[colon].text != ":" or not begins_line(doc[first]):
        return group
    content = [(colon + 1, end), *group.content[1:]]
    return replace(group, content=content, source=group.source or (first, colon))
