"""Where the claims are: one assertion per independent clause, without its attribution frame.

"The port closed and 40 ships waited, Ruiz said, adding that she was sorry" holds three, all of Ruiz's. A
sentence asserts for the article itself unless its predicate is the cue of an attribution or stands in a
content. Questions, orders, greetings, headings and fragments without a predicate assert nothing.
"""

from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Token

from claimx.assertions.lexicon import words
from claimx.assertions.lines import Lines
from claimx.assertions.view import View
from claimx.pipeline.clauses import clause_head, coordinated, has_subject, is_finite, plain, trimmed
from claimx.pipeline.records import Span

SHORTEST_UNPARSED = 4
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
    quoted = [a for index in range(len(view.attributions)) for a in _quoted(view, index)]
    own = _own(view, {assertion.quote for assertion in quoted})
    return sorted([*quoted, *own], key=lambda a: (a.span[0], -a.span[1]))


def _quoted(view: View, quote: int) -> list[Assertion]:
    """The assertions of one attribution's content."""
    attribution = view.attributions[quote]
    if _only_asks(view, quote) or _is_unsaid(view, quote):
        return []
    parts = [part for piece in attribution["content"] for part in view.split(piece)]
    return [
        Assertion(_joined(view, span, head, part, attribution["content"]), head, sentence, quote)
        for part, sentence in parts
        for span, head in _clauses(view, part, quote)
        if not view.asks(span)
    ]


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
    return cue is not None and bool(content) and _about_reporting(view, (cue[0], content[0][1]))


def _about_reporting(view: View, span: Span) -> bool:
    said = " ".join(view.lows[span[0] : span[1]])
    return any(phrase in said for phrase in words("unsaid", "phrases"))


def _joined(view: View, span: Span, head: int | None, part: Span, pieces: list[Span]) -> Span:
    """Reach over the frame to the subject that was quoted before it: "The board," she said, "was misled"."""
    if head is None:
        return span
    earlier = [piece for piece in pieces if piece[1] <= part[0]]
    for child in view.doc[head].lefts:
        quoted = any(start <= child.i < end for start, end in earlier)
        if quoted and child.dep_ in ("nsubj", "nsubj:pass"):
            return trimmed(view.doc, child.left_edge.i, span[1]) or span
    if earlier and not has_subject(view.doc[head]) and _is_bare(view, earlier[-1]):
        return trimmed(view.doc, earlier[-1][0], span[1]) or span
    return span


def _is_bare(view: View, piece: Span) -> bool:
    """Say whether a piece has no predicate, so that it may be the subject of the next whatever the parse says."""
    return not any(token.pos_ in ("VERB", "AUX") for token in view.doc[piece[0] : piece[1]])


def _own(view: View, quotes: set[int | None]) -> list[Assertion]:
    """What the article asserts itself; ``quotes`` are the attributions that have assertions of their own."""
    lines = Lines(view)
    found = []
    for index, sentence in enumerate(view.sentences):
        start = lines.body_start(sentence)
        if start >= sentence[1] or not lines.asserts(start):
            continue
        for span, head in _clauses(view, (start, sentence[1]), None):
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
        return cue in quotes or not any(view.numbers_in(piece) for piece in view.attributions[cue]["content"])
    near = view.hedges_in((max(0, head - 8), head + 1))
    return any(
        view.hedges[i]["type"] == "verification" and view.hedges[i]["cue"][0] <= head < view.hedges[i]["cue"][1]
        for i in near
    )


def _is_aside(view: View, span: Span) -> bool:
    """Say whether it is a question or about the reporting: "a spokesman declined to comment"."""
    return view.asks(span) or _about_reporting(view, span)


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
    return trimmed(view.doc, start, end)


def _clauses(view: View, part: Span, owner: int | None) -> list[tuple[Span, int | None]]:
    """Cut a part of a sentence into its independent clauses and keep those that assert something."""
    if not view.parsed:
        return _unparsed(view, part, owner)
    heads = _heads(view, part, owner)
    heads = [head for head in heads if is_finite(head)] or heads[:1]
    found: list[tuple[Span, int | None]] = []
    edges = [part[0], *(max(head.left_edge.i, before.i + 1) for before, head in pairwise(heads))]
    for head, start, end in zip(heads, edges, [*edges[1:], part[1]], strict=False):
        if _asserts(view, head, owner) and (span := plain(head, start, end)):
            found.append((span, head.i))
    return found


def _heads(view: View, part: Span, owner: int | None) -> list[Token]:
    """The predicates of the independent clauses of a part, in their order."""
    found: list[Token] = []
    stack = [view.doc[i] for i in reversed(view.tops(part, owner))]
    while stack:
        head = stack.pop()
        found.append(head)
        stack += [later for later in coordinated(head) if part[0] <= later.i < part[1]]
    predicates = sorted((head for head in found if is_predicate(head)), key=lambda head: head.i)
    independent = [head for head in predicates if not _is_subordinate(view, head)]
    return independent or predicates[:1]


def _is_subordinate(view: View, head: Token) -> bool:
    """Say whether the clause belongs to the one before it, whatever the parse makes of it."""
    opening = view.lows[head.left_edge.i]
    return head.dep_ in DEPENDENT or (head.left_edge.i < head.i and opening in words("words", "subordinator"))


def is_predicate(head: Token) -> bool:
    """Say whether the word can head a clause: a verb, or a word with a copula or a subject."""
    return head.pos_ in ("VERB", "AUX") or is_finite(head) or has_subject(head)


def _asserts(view: View, head: Token, owner: int | None) -> bool:
    """Say whether the clause is a statement: finite, or an infinitive or gerund that a cue commits to."""
    if view.content_owner[head.i] != owner:
        return False
    inner = view.cue_owner[head.i]
    if owner is not None and inner is not None and inner != owner:
        return False
    if view.lows[head.i] in words("words", "greeting"):
        return False
    if is_finite(head):
        return not _orders(head)
    if owner is None:
        return has_subject(head) and head.tag_ == "VBN"
    verb = view.cue_verb(owner)
    reported = any(verb in words("cue", kind) for kind in ("vowing", "intending", "reporting"))
    return has_subject(head) or reported


def _orders(head: Token) -> bool:
    """Say whether a verb that looks finite is an order: it stands first and has no subject."""
    return head.tag_ in ("VB", "VBP") and not has_subject(head) and head.left_edge.i == head.i


def _unparsed(view: View, part: Span, owner: int | None) -> list[tuple[Span, int | None]]:
    """Take the part whole where there is no parse and it is long enough for a sentence."""
    span = trimmed(view.doc, *part)
    if span is None or span[1] - span[0] < SHORTEST_UNPARSED:
        return []
    inside = any(view.content_owner[i] != owner for i in range(*span))
    return [] if owner is None and inside else [(span, None)]
