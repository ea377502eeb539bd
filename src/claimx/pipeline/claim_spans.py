"""Where the claims are: one assertion per independent clause, without its attribution frame.

"The port closed and 40 ships waited, Ruiz said, adding that she was sorry" holds three, all of Ruiz's. A
sentence asserts for the article itself unless its predicate is the cue of an attribution or stands in a
content. Questions, orders, greetings, headings and fragments without a predicate assert nothing.
"""

from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Token

from claimx.pipeline.claim_lexicon import words
from claimx.pipeline.claim_lines import Lines
from claimx.pipeline.claim_view import View
from claimx.pipeline.clauses import coordinated, has_subject, is_finite, trimmed
from claimx.pipeline.records import Attribution, Span

SHORTEST_UNPARSED = 4


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
    if _only_asks(view, attribution):
        return []
    parts = [part for piece in attribution["content"] for part in view.split(piece)]
    return [
        Assertion(_joined(view, span, head, parts, sentence), head, sentence, quote)
        for part, sentence in parts
        for span, head in _clauses(view, part, quote)
        if not view.asks(span)
    ]


def _only_asks(view: View, attribution: Attribution) -> bool:
    """Say whether nobody asserts the content: "asked whether", "urged them to", "would not say why"."""
    if attribution["type"] == "direct" or not attribution["content"]:
        return False
    opening = view.lows[attribution["content"][0][0]]
    lemma = attribution["cue_lemma"] or ""
    return opening in words("words", "interrogative") or lemma in words("cue", "not_asserting")


def _joined(view: View, span: Span, head: int | None, parts: list[tuple[Span, int]], sentence: int) -> Span:
    """Reach over the frame to the subject when that was quoted before it: "The board," she said, "lied"."""
    if head is None:
        return span
    for child in view.doc[head].lefts:
        for (start, end), index in parts:
            if child.dep_ in ("nsubj", "nsubj:pass") and index == sentence and start <= child.i < end:
                return trimmed(view.doc, min(span[0], child.left_edge.i), span[1]) or span
    return span


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
            if framed and not _is_frame(view, head, quotes) and not view.asks(span):
                found.append(Assertion(framed, head, index, None))
    return found


def _is_frame(view: View, head: int | None, quotes: set[int | None]) -> bool:
    """Say whether the clause only reports a content, or a hedge says it of another claim."""
    if head is None:
        return False
    cue = view.cue_owner[head]
    if cue is not None:
        return cue in quotes or not any(view.numbers_in(piece) for piece in view.attributions[cue]["content"])
    near = view.hedges_in((max(0, head - 8), head + 1))
    return any(
        view.hedges[i]["type"] == "verification"
        and view.hedges[i]["cue"][0] <= head < view.hedges[i]["cue"][1]
        for i in near
    )


def _without_frames(view: View, span: Span, head: int | None, quotes: set[int | None]) -> Span | None:
    """Cut cues with their contents off the end: "Ruiz resigned, saying …"."""
    start, end = span
    edge = end
    for i in range(end - 1, start if head is None else head, -1):
        owner = view.content_owner[i] if view.content_owner[i] is not None else view.cue_owner[i]
        if owner in quotes and owner is not None:
            edge = i
        elif not (view.doc[i].is_punct or view.doc[i].is_space):
            break
    return trimmed(view.doc, start, edge)


def _clauses(view: View, part: Span, owner: int | None) -> list[tuple[Span, int | None]]:
    """Cut a part of a sentence into its independent clauses and keep those that assert something."""
    if not view.parsed:
        return _unparsed(view, part, owner)
    heads = _heads(view, part, owner)
    found: list[tuple[Span, int | None]] = []
    edges = [part[0], *(max(head.left_edge.i, before.i + 1) for before, head in pairwise(heads))]
    for head, start, end in zip(heads, edges, [*edges[1:], part[1]], strict=False):
        if _asserts(view, head, owner) and (span := _plain(view, head, start, end)):
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
    return sorted((head for head in found if is_predicate(head)), key=lambda head: head.i)


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
    lemma = view.attributions[owner]["cue_lemma"] or ""
    return has_subject(head) or lemma in words("cue", "committing") or lemma in words("cue", "reporting")


def _orders(head: Token) -> bool:
    """Say whether a verb that looks finite is an order: it stands first and has no subject."""
    return head.tag_ in ("VB", "VBP") and not has_subject(head) and head.left_edge.i == head.i


def _plain(view: View, head: Token, start: int, end: int) -> Span | None:
    """Cut the conjunction and "that" off a clause: "and that the port closed"."""
    while start < head.i and (
        view.doc[start].is_punct or view.doc[start].is_space or _introduces(view, start, head)
    ):
        start += 1
    return trimmed(view.doc, start, end)


def _introduces(view: View, i: int, head: Token) -> bool:
    token = view.doc[i]
    return token.head.i == head.i and (
        token.dep_ == "cc" or (token.dep_ == "mark" and view.lows[i] == "that")
    )


def _unparsed(view: View, part: Span, owner: int | None) -> list[tuple[Span, int | None]]:
    """Take the part whole where there is no parse and it is long enough for a sentence."""
    span = trimmed(view.doc, *part)
    if span is None or span[1] - span[0] < SHORTEST_UNPARSED:
        return []
    inside = any(view.content_owner[i] != owner for i in range(*span))
    return [] if owner is None and inside else [(span, None)]
