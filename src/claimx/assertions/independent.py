"""Cutting a part of a sentence into its independent clauses: "the port closed | and 40 ships waited".

Clauses that belong to another one (relative clauses, "because", "if") stay with it, and so do verb phrases that
share its subject ("closed and reopened"). What is no statement is left out (:mod:`claimx.assertions.nothing`).
"""

from itertools import pairwise

from spacy.tokens import Token

from claimx.assertions.lexicon import words
from claimx.assertions.nothing import says_nothing
from claimx.assertions.view import View
from claimx.pipeline.clauses import (
    FINITE_TAGS,
    SUBJECTS,
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
# Relations of clauses that belong to the statement around them, so that no claim begins there.
DEPENDENT = frozenset({"advcl", "acl", "acl:relcl", "csubj", "csubj:pass"})


def find_clauses(view: View, part: Span, owner: int | None) -> list[tuple[Span, int | None]]:
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
    predicates = sorted((head for head in found if _is_predicate(head)), key=lambda head: head.i)
    independent = [head for head in predicates if not _is_subordinate(view, head)]
    return independent or [head for head in predicates[:1] if not _opens_subordinate(view, head)]


def _is_subordinate(view: View, head: Token) -> bool:
    """Say whether the clause belongs to the one before it, whatever the parse makes of it."""
    return head.dep_ in DEPENDENT or _opens_subordinate(view, head)


def _opens_subordinate(view: View, head: Token) -> bool:
    """Say whether the clause opens with a word like "because" or "which" of its own."""
    first = head.left_edge
    return first.i < head.i and first.head.i == head.i and view.lows[first.i] in words("words", "subordinator")


def _is_predicate(head: Token) -> bool:
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
