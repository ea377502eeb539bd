"""Clauses and their extents in a dependency tree (Universal Dependencies). Shared by hedges and claims.

A clause is known by its head, the predicate: in "the port closed and 40 ships waited" those of "closed" and
"waited". Extents are contiguous token spans without the punctuation and quotation marks at their ends.
"""

from spacy.tokens import Doc, Token

from claimx.pipeline.records import Span

# Relations whose dependent heads a clause of its own; a conjunct of one of these does, too.
CLAUSAL = frozenset(
    {"root", "ROOT", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "csubj:pass", "xcomp"}
)
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
EDGE = frozenset(".,;:!?-–—…|•*·()[]'\"“”‘’«»`")
CLOSERS = {")": "(", "]": "["}


def trimmed(doc: Doc, start: int, end: int) -> Span | None:
    """Return the span without white space and punctuation at its ends, ``None`` if nothing is left."""
    while start < end and _is_edge(doc[start]):
        start += 1
    while end > start and _is_edge(doc[end - 1]) and not _closes(doc, start, end - 1):
        end -= 1
    return (start, end) if start < end else None


def _is_edge(token: Token) -> bool:
    return bool(token.is_space) or EDGE.issuperset(token.text)


def _closes(doc: Doc, start: int, i: int) -> bool:
    """Say whether a bracket closes one inside the span: "the union (UCW)" keeps it."""
    opener = CLOSERS.get(doc[i].text)
    return opener is not None and any(doc[k].text == opener for k in range(max(start, i - 12), i))


def head_of(doc: Doc, start: int, end: int) -> Token:
    """Return the first token whose head lies outside of the span."""
    for i in range(start, end):
        head = doc[i].head.i
        if (not start <= head < end or head == i) and not doc[i].is_space:
            return doc[i]
    return doc[start]


def clause_head(token: Token) -> Token:
    """Climb to the predicate of the clause that the token stands in."""
    for _ in range(64):  # the depth of no real tree; a guard against somebody else's cyclic one
        if token.dep_ in CLAUSAL or token.head.i == token.i or _is_clause_conjunct(token):
            return token
        token = token.head
    return token


def _is_clause_conjunct(token: Token) -> bool:
    return token.dep_ == "conj" and (token.pos_ in ("VERB", "AUX") or has_subject(token))


def has_subject(head: Token) -> bool:
    """Say whether the predicate has a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in head.lefts)


def is_finite(head: Token) -> bool:
    """Say whether the predicate or one of its auxiliaries is finite."""
    return head.tag_ in FINITE_TAGS or any(
        child.tag_ in FINITE_TAGS and child.dep_ in ("aux", "aux:pass", "cop") for child in head.lefts
    )


def coordinated(head: Token) -> list[Token]:
    """Return the later independent clauses that hang on this one: conjuncts with a subject of their own."""
    return [child for child in head.rights if child.dep_ in ("conj", "parataxis") and has_subject(child)]


def clause_span(head: Token) -> Span | None:
    """Return the extent of a clause without the independent clauses that follow it."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    for later in coordinated(head):
        end = min(end, max(later.left_edge.i, head.i + 1))
    return trimmed(head.doc, start, end)


def phrase_span(token: Token) -> Span | None:
    """Return the extent of everything below a token."""
    return trimmed(token.doc, token.left_edge.i, token.right_edge.i + 1)


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child with one of the relations, in the order of the relations."""
    for dep in deps:
        for candidate in token.children:
            if candidate.dep_ == dep:
                return candidate
    return None
