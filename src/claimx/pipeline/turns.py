"""Layouts that make words somebody's own without quotation marks: turns of a transcript, and posts.

``RIVERA: We sail at noon.`` on a line of its own is Rivera's turn, and text above ``— Ana (@ana) May 3`` is
Ana's post; ``Rivera: we sail at noon`` in the middle of a line is neither.
"""

from dataclasses import replace

from claimx.people.layouts import DASHES, back, labelled, opens_line
from claimx.people.text import Text
from claimx.pipeline.linking import Group
from claimx.pipeline.marks import MARKS
from claimx.pipeline.records import Span

PARTNERS = frozenset({"Q", "A"})
LONGEST_LABEL = 8  # tokens before the colon


def uncued(text: Text, group: Group) -> Group:
    """The group without a cue that is the label of its turn: "QUESTION: Were they wrong?"."""
    label = labelled(text, group.content) if group.cue is not None else None
    is_cue = label is not None and group.cue is not None and label[0] <= group.cue[0] and group.cue[1] <= label[1]
    return replace(group, source=label, cue=None) if is_cue else group


def with_missed(text: Text, groups: list[Group]) -> list[Group]:
    """The groups, and the lines behind a label that other turns have: of "Q:" and "A:" one proves the other.

    A lone "CORRECTION:" is no turn, and neither is a line of which a part is somebody's words already. What is added
    is as certain as the least certain turn.
    """
    turns = [(group.score, label) for group in groups if group.cue is None and (label := label_of(text, group))]
    score = min((score for score, _ in turns), default=0.0)
    labels = {text.chars(*label) for _, label in turns}
    labels |= PARTNERS if any(text.words[start] in PARTNERS for _, (start, _) in turns) else set()
    taken = {i for group in groups for start, end in group.content for i in range(start, end)}
    missed = []
    for first in (i + 1 for i, word in enumerate(text.words) if word == ":"):
        label = labelled(text, [(first, first + 1)])
        line = (first, end_of_line(text, first)) if label and text.chars(*label) in labels else None
        if label and line and line[0] < line[1] and taken.isdisjoint(range(*line)):
            missed.append(Group(label, None, [line], score))
    return sorted([*groups, *missed], key=lambda group: (group.content[0], group.cue or group.content[0]))


def label_of(text: Text, group: Group) -> Span | None:
    """The label of a turn: its source, or what the layout shows."""
    own = group.source is not None and is_labelled(text, group.content[0], group.source)
    return group.source if own else labelled(text, group.content)


def end_of_line(text: Text, i: int) -> int:
    """The end of the line that the token is in; the token itself where it is the break."""
    end = i
    while end < len(text) and "\n" not in text.words[end]:
        end += 1
    return end


def is_turn_or_post(text: Text, group: Group) -> bool:
    """Say whether a group without a cue is set as a turn or a post of its source."""
    if group.cue is not None or group.source is None or not group.content:
        return False
    first, last = group.content[0], group.content[-1]
    return is_labelled(text, first, group.source) or is_signed(text, last, group.source)


def is_labelled(text: Text, piece: Span, source: Span) -> bool:
    """``SOURCE:`` opens the line and the piece follows."""
    colon = back(text, piece[0])
    # "(stands):" ends in what the tokenizer takes for a sad face
    if colon < 0 or text.words[colon][-1] != ":" or not source[0] < source[1] <= colon + 1:
        return False
    if source[0] == 0 and not text.words[0].isupper():  # a headline: "Poll: Half of Calder wants a new pier"
        return False
    first = source[0]  # a title may stand before the name
    while colon - first < LONGEST_LABEL and not opens_line(text, first) and text.words[first - 1][0].isupper():
        first -= 1
    return colon - first <= LONGEST_LABEL and opens_line(text, first)


def is_signed(text: Text, piece: Span, source: Span) -> bool:
    """A dash and the source stand right behind the piece."""
    behind = piece[1]
    while behind < len(text) and text.words[behind] not in DASHES and not any(map(str.isalnum, text.words[behind])):
        behind += 1
    return behind < len(text) and text.words[behind] in DASHES and source[0] in (behind, behind + 1)


def without_label(text: Text, group: Group) -> Group:
    """The group with a label in capitals taken out of its content; it is the source where no cue links another."""
    if not group.content:
        return group
    start, end = group.content[0]
    first = start
    while first < end and text.words[first] in MARKS:
        first += 1
    colon = first
    while colon < min(end, first + LONGEST_LABEL) and text.words[colon].isupper():
        colon += 1
    if colon == first or colon + 1 >= end or text.words[colon] != ":" or not opens_line(text, first):
        return group
    content = [(colon + 1, end), *group.content[1:]]
    own = group.source if group.cue is not None else None
    return replace(group, content=content, source=own or (first, colon))
