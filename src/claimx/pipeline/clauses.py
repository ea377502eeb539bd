"""Clauses and their extents in a dependency tree (Universal Dependencies). Shared by hedges and claims.

A clause is known by its head, the predicate: in "the port closed and 40 ships waited" those of "closed" and
"waited". Extents are contiguous token spans without the punctuation and quotation marks at their ends.
"""

from spacy.tokens import Doc, Token

from claimx.pipeline.records import Span

# Relations whose dependent heads a clause of its own; a conjunct of one of these does, too.
CLAUSAL = frozenset({"root", "ROOT", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "csubj:pass", "xcomp"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
BULLETS = frozenset("•*-–—·")  # begin an item of a list
EDGE = frozenset(".,;:!?-–—…|•*·()[]'\"“”‘’«»`")
PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("‘", "’"), ("«", "»"), ('"', '"'), ("'", "'"))
SINGLE = "'"  # often an apostrophe
PAIRED = frozenset(mark for pair in PAIRS for mark in pair) - {SINGLE}


def trimmed(doc: Doc, start: int, end: int) -> Span | None:
    """Return the span without white space and punctuation at its ends, ``None`` if nothing is left.

    A mark whose partner stays inside is kept: "the union (UCW)", "she called it “a howler”".
    """
    first, last = start, end
    while first < last and _is_edge(doc[first]):
        first += 1
    while last > first and _is_edge(doc[last - 1]):
        last -= 1
    if first == last:
        return None
    inside = [mark for i in range(first, last) if (mark := doc[i].text) in PAIRED]
    inside += [SINGLE] if _opens_single(doc, first, last) else []
    for opener, closer in PAIRS if inside else ():
        unclosed = _unclosed(inside, opener, closer)
        if unclosed > 0:
            last = next((i + 1 for i in range(last, end) if doc[i].text == closer), last)
        elif unclosed < 0:
            first = next((i for i in range(first - 1, start - 1, -1) if doc[i].text == opener), first)
    return first, last


def _is_edge(token: Token) -> bool:
    return bool(token.is_space) or EDGE.issuperset(token.text)


def _opens_single(doc: Doc, first: int, last: int) -> bool:
    """Whether the last straight single mark opens: it has a blank before it, as no apostrophe or closing mark has."""
    singles = [i for i in range(first, last) if doc[i].text == SINGLE]
    return bool(singles) and (singles[-1] == 0 or bool(doc[singles[-1] - 1].whitespace_))


def _unclosed(inside: list[str], opener: str, closer: str) -> int:
    """How many more marks open than close; a straight mark of which there is an odd number is open."""
    return inside.count(opener) % 2 if opener == closer else inside.count(opener) - inside.count(closer)


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
    """Say whether the predicate or one of its auxiliaries is finite.

    A participle with a subject counts: "two killed" in headlines, and taggers take "ships waited" for one. So does
    a bare verb with a subject that heads its sentence, which taggers take for an infinitive ("they no longer sail").
    """
    if head.tag_ in FINITE_TAGS or (head.tag_ == "VBN" and has_subject(head)):
        return True
    if head.tag_ == "VB" and head.dep_ in ("ROOT", "conj", "parataxis") and has_subject(head):
        return not is_infinitive(head)
    return any(child.tag_ in FINITE_TAGS and child.dep_ in ("aux", "aux:pass", "cop") for child in head.lefts)


def is_infinitive(head: Token) -> bool:
    """Say whether the predicate has the "to" of an infinitive."""
    return any(child.tag_ == "TO" for child in head.lefts)


def coordinated(head: Token) -> list[Token]:
    """Return the later independent clauses that hang on this one: conjuncts with a subject of their own."""
    return [child for child in head.rights if child.dep_ in ("conj", "parataxis") and has_subject(child)]


def clause_span(head: Token) -> Span | None:
    """Return the extent of a clause without the independent clauses that follow it."""
    end = head.right_edge.i + 1
    for later in coordinated(head):
        end = min(end, max(later.left_edge.i, head.i + 1))
    return plain(head, head.left_edge.i, end)


def plain(head: Token, start: int, end: int) -> Span | None:
    """Cut what links a clause to others off its extent: "and that the port closed"."""
    while start < head.i and (_is_edge(head.doc[start]) or _links(head.doc[start])):
        start += 1
    return trimmed(head.doc, start, end)


def _links(token: Token) -> bool:
    return token.dep_ == "cc" or (token.lower_ == "that" and (token.dep_ == "mark" or token.tag_ == "IN"))


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
