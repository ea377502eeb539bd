"""Where the claims are: one assertion per independent clause, without its attribution frame.

"The port closed and 40 ships waited, Ruiz said, adding that she was sorry" holds three, all of Ruiz's. A
sentence asserts for the article itself unless its predicate is the cue of an attribution or stands in a
content. Questions, orders, greetings, headings and fragments without a predicate assert nothing.
"""

from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Token

from claimx.assertions.headlines import find_headline
from claimx.assertions.lexicon import words
from claimx.assertions.lines import Lines
from claimx.assertions.nothing import is_about_reporting, says_nothing
from claimx.assertions.view import STOPS, UNCOUNTED, View
from claimx.pipeline.clauses import (
    FINITE_TAGS,
    SUBJECTS,
    clause_head,
    coordinated,
    has_subject,
    is_finite,
    is_infinitive,
    plain,
    trimmed,
)
from claimx.pipeline.records import Span

SHORTEST_UNPARSED = 4
# The head of a subject stands at most this many tokens behind the subject's beginning.
SUBJECT_REACH = 16
# A frame in the middle of a sentence is at most this long.
LONGEST_FRAME = 24
# Relations of a reporting clause that its sentence can do without.
FRAME_DEPS = frozenset({"advcl", "parataxis", "conj", "acl:relcl"})
# Relations of clauses that belong to the statement around them, so that no claim begins there.
DEPENDENT = frozenset({"advcl", "acl", "acl:relcl", "csubj", "csubj:pass"})


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
        for span, head in _clauses(view, part, quote) or _headed(view, lines, part, quote)
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
        clauses = find_headline(view, lines, part, None) if lines.is_heading(start) else _clauses(view, part, None)
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
    """Say whether a frame states something itself: "the scan showed no damage", "hospitals put the toll at 17"."""
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


def _clauses(view: View, part: Span, owner: int | None) -> list[tuple[Span, int | None]]:
    """Cut a part of a sentence into its independent clauses and keep those that assert something."""
    if not view.parsed:
        return _unparsed(view, part, owner)
    if owner not in view.content_owner[part[0] : part[1]]:
        return []
    heads = _heads(view, part, owner)
    heads = [head for head in heads if is_finite(head)] or _buried(view, part, owner) or heads[:1]
    found: list[tuple[Span, int | None]] = []
    edges = [part[0], *(_opening(view, before, head) for before, head in pairwise(heads))]
    for head, start, end in zip(heads, edges, [*edges[1:], part[1]], strict=False):
        if _asserts(view, head, owner) and (span := plain(head, start, end)):
            found.append((span, head.i))
    return found


def _opening(view: View, before: Token, head: Token) -> int:
    """Return where a later clause begins: at its "and" or after its semicolon, else where its words do."""
    opening = max(head.left_edge.i, before.i + 1)
    joints = [i for i in range(opening, head.i) if _is_joint(view, i)]
    return joints[0] if joints else opening


def _is_joint(view: View, i: int) -> bool:
    """Say whether clauses may be joined here: a semicolon, or a conjunction after a comma."""
    return view.lows[i] == ";" or (view.lows[i] in words("words", "coordinator") and view.lows[i - 1] == ",")


def _severed(view: View, part: Span) -> list[Token]:
    """The clauses with a subject of their own right after a joint, whatever the parse hangs them on."""
    found: list[Token] = []
    for i in range(part[0] + 1, part[1] - 1):
        if _is_joint(view, i):
            for subject in view.doc[i + 1 : min(i + SUBJECT_REACH, part[1])]:
                head = subject.head
                if subject.dep_ in SUBJECTS and subject.left_edge.i == i + 1 and i < head.i < part[1]:
                    found.append(head)
    return [head for head in found if is_finite(head) and not head.left_edge.tag_.startswith("W")]


def _buried(view: View, part: Span, owner: int | None) -> list[Token]:
    """The first finite clause with a subject where the parse puts another word on top of the sentence."""
    for token in view.doc[part[0] : part[1]]:
        if token.tag_ in FINITE_TAGS or token.dep_ in ("cop", "aux", "aux:pass"):
            head = token.head if token.dep_ in ("cop", "aux", "aux:pass") else token
            main = head.dep_ not in DEPENDENT and not _opens_subordinate(view, head)
            if main and is_finite(head) and has_subject(head) and view.content_owner[head.i] == owner:
                return [head]
    return []


def _heads(view: View, part: Span, owner: int | None) -> list[Token]:
    """The predicates of the independent clauses of a part, in their order."""
    found: list[Token] = []
    stack = [view.doc[i] for i in reversed(view.tops(part, owner))]
    while stack:
        head = stack.pop()
        found.append(head)
        stack += [later for later in coordinated(head) if part[0] <= later.i < part[1]]
    known = {head.i for head in found}
    found += [head for head in _severed(view, part) if head.i not in known]
    predicates = sorted((head for head in found if is_predicate(head)), key=lambda head: head.i)
    independent = [head for head in predicates if not _is_subordinate(view, head)]
    return independent or [head for head in predicates[:1] if not _opens_subordinate(view, head)]


def _is_subordinate(view: View, head: Token) -> bool:
    """Say whether the clause belongs to the one before it, whatever the parse makes of it."""
    return head.dep_ in DEPENDENT or _opens_subordinate(view, head)


def _opens_subordinate(view: View, head: Token) -> bool:
    """Say whether the clause opens with a word like "because" or "which" of its own."""
    first = head.left_edge
    return first.i < head.i and first.head.i == head.i and view.lows[first.i] in words("words", "subordinator")


def is_predicate(head: Token) -> bool:
    """Say whether the word can head a clause: a verb, or a word with a copula, a subject or a "to"."""
    return head.pos_ in ("VERB", "AUX") or is_finite(head) or has_subject(head) or is_infinitive(head)


def _asserts(view: View, head: Token, owner: int | None) -> bool:
    """Say whether the clause is a statement: finite, or an infinitive or gerund that a cue commits to."""
    if view.content_owner[head.i] != owner:
        return False
    inner = view.cue_owner[head.i]
    if owner is not None and inner is not None and inner != owner:
        return False
    if is_finite(head):
        return not says_nothing(view, head)
    return owner is not None and view.commits(owner) and is_infinitive(head)


def _unparsed(view: View, part: Span, owner: int | None) -> list[tuple[Span, int | None]]:
    """Take the part whole where there is no parse and it is long enough for a sentence."""
    span = trimmed(view.doc, *part)
    if span is None or span[1] - span[0] < SHORTEST_UNPARSED:
        return []
    inside = any(view.content_owner[i] != owner for i in range(*span))
    return [] if owner is None and inside else [(span, None)]
