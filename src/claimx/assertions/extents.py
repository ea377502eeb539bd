"""Where the claims are: one assertion per independent clause, without its attribution frame.

"The port closed and 40 ships waited, Ruiz said, adding that she was sorry" holds three, all of Ruiz's. A
sentence asserts for the article itself unless its predicate is the cue of an attribution or stands in a
content. Questions, orders, greetings, labels and fragments without a predicate assert nothing.
"""

from itertools import pairwise
from typing import NamedTuple

from claimx.assertions.headlines import find_headline
from claimx.assertions.independent import find_clauses
from claimx.assertions.lexicon import words
from claimx.assertions.lines import Lines
from claimx.assertions.nothing import is_about_reporting
from claimx.assertions.view import STOPS, UNCOUNTED, View
from claimx.pipeline.clauses import clause_head, trimmed
from claimx.pipeline.records import Span

# A frame in the middle of a sentence is at most this long.
LONGEST_FRAME = 24
# Relations of a reporting clause that its sentence can do without.
FRAME_DEPS = frozenset({"advcl", "parataxis", "conj", "acl:relcl"})


class Assertion(NamedTuple):
    """A claim before anything is known about it. ``head`` is its predicate, if there is a parse."""

    span: Span
    head: int | None
    sentence: int
    quote: int | None


def find_assertions(view: View) -> list[Assertion]:
    """Return the assertions of the text in their order, a containing one before those inside it."""
    outer = (index for index in range(len(view.attributions)) if index not in view.nested)
    lines = Lines(view)
    quoted = [a for index in outer for a in _quoted(view, lines, index)]
    own = _own(view, lines, {assertion.quote for assertion in quoted})
    return sorted([*quoted, *own], key=lambda a: (a.span[0], -a.span[1]))


def _quoted(view: View, lines: Lines, quote: int) -> list[Assertion]:
    """The assertions of one attribution's content."""
    if _only_asks(view, quote) or _is_unsaid(view, quote):
        return []
    return [
        Assertion(_without_gaps(view, span, quote), head, sentence, quote)
        for piece in _rejoined(view, quote)
        for part, sentence in view.split(piece)
        for span, head in find_clauses(view, part, quote) or _headed(view, lines, part, quote)
        if not view.asks(span)
    ]


def _headed(view: View, lines: Lines, part: Span, quote: int) -> list[tuple[Span, int | None]]:
    """What a headline attributes without a finite verb: "Duty to rise, minister says"."""
    return find_headline(view, lines, part, quote) if lines.is_heading(part[0]) else []


def _only_asks(view: View, quote: int) -> bool:
    """Say whether nobody asserts the content: "asked whether", "urged them to", "would not say why"."""
    attribution = view.attributions[quote]
    if attribution["type"] == "direct" or not attribution["content"]:
        return False
    opening = view.lows[attribution["content"][0][0]]
    asking = view.cue_verb(quote) in words("cue", "not_asserting")
    return asking or opening in words("words", "interrogative")


def _is_unsaid(view: View, quote: int) -> bool:
    """Say whether cue and content together are about the reporting: "declined to comment"."""
    attribution = view.attributions[quote]
    cue, content = attribution["cue"], attribution["content"]
    return cue is not None and bool(content) and is_about_reporting(view, (cue[0], content[0][1]))


def _rejoined(view: View, quote: int) -> list[Span]:
    """The pieces of a content, those as one that a frame cut in mid-sentence: "The board," she said, "was misled"."""
    pieces: list[Span] = []
    for start, end in view.attributions[quote]["content"]:
        if pieces and _goes_on(view, pieces[-1][1], start):
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    return pieces


def _goes_on(view: View, end: int, start: int) -> bool:
    """Say whether the sentence goes on over the gap: no mark closed it, and it does not begin anew."""
    if not end < start <= end + LONGEST_FRAME or view.sentence_at(end - 1) != view.sentence_at(start):
        return False
    before = [low for low in view.lows[max(0, end - 2) : start] if low in STOPS]
    return not before


def _without_gaps(view: View, span: Span, quote: int) -> Span:
    """Cut a frame off the ends of a clause; one inside it stays."""
    start, end = span
    pieces = view.attributions[quote]["content"]
    for (_, gap), (after, _) in pairwise(pieces):
        if gap <= start < after < end:
            start = after
        if start < gap < end <= after:
            end = gap
    return span if (start, end) == span else trimmed(view.doc, start, end) or span


def _own(view: View, lines: Lines, quotes: set[int | None]) -> list[Assertion]:
    """What the article asserts itself; ``quotes`` are the attributions that have assertions of their own."""
    found = []
    for index, sentence in enumerate(view.sentences):
        start = lines.body_start(sentence)
        if start >= sentence[1] or lines.is_label(start):
            continue
        part = (start, sentence[1])
        clauses = find_headline(view, lines, part, None) if lines.is_heading(start) else find_clauses(view, part, None)
        for span, head in clauses:
            framed = _without_frames(view, span, head, quotes)
            if framed and not _is_frame(view, head, quotes) and not _is_aside(view, framed):
                found.append(Assertion(framed, head, index, None))
    return found


def _is_frame(view: View, head: int | None, quotes: set[int | None]) -> bool:
    """Say whether the clause only reports a content, or a hedge says it of another claim."""
    if head is None:
        return False
    if view.source_owner[head] in quotes and view.source_owner[head] is not None:
        return True
    cue = view.cue_owner[head]
    if cue is not None:
        return cue in quotes or not _finds(view, cue)
    near = view.hedges_in((max(0, head - 8), head + 1))
    return any(
        view.hedges[i]["type"] == "verification" and view.hedges[i]["cue"][0] <= head < view.hedges[i]["cue"][1]
        for i in near
    )


def _finds(view: View, quote: int) -> bool:
    """Say whether a frame states something itself: "the scan showed no damage", "registers put the count at 30"."""
    verb = view.cue_verb(quote)
    if verb in words("cue", "finding"):
        return True
    if any(verb in words("cue", kind) for kind in ("not_asserting", "negative", "intending")):
        return False
    figures = (i for piece in view.attributions[quote]["content"] for i in view.numbers_in(piece))
    return any(view.numbers[i]["kind"] not in UNCOUNTED for i in figures)


def _is_aside(view: View, span: Span) -> bool:
    """Say whether it is a question or about the reporting: "a spokesman declined to comment"."""
    return view.asks(span) or is_about_reporting(view, span)


def _without_frames(view: View, span: Span, head: int | None, quotes: set[int | None]) -> Span | None:
    """Cut clauses that report off the end: "Ruiz resigned, saying …", "… after she had said that …"."""
    start, end = span
    if head is None:
        return span
    for i in range(head + 1, end):
        cue = view.cue_owner[i]
        if cue is None or cue not in quotes or view.cue_owner[i - 1] == cue:
            continue
        reporting = clause_head(view.doc[i])
        if reporting.dep_ in FRAME_DEPS and head < reporting.left_edge.i:
            return trimmed(view.doc, start, reporting.left_edge.i)
    return span
