"""What a hedge weakens: the clause, noun phrase or number, as a token span.

"May" in "the mayor said the strike may idle the docks" weakens "the strike may idle the docks", "alleged"
in "the alleged ringleader fled" only "the alleged ringleader", "about" in "about 40 ships" only "40".
Without a parse only approximators have a target.
"""

from bisect import bisect_right
from collections.abc import Callable

from spacy.tokens import Doc, Token

from claimx.hedging.lexicon import words
from claimx.hedging.text import Text
from claimx.pipeline.clauses import SUBJECTS, child, clause_head, clause_span, head_of, phrase_span, trimmed
from claimx.pipeline.records import Span
from claimx.schema import HedgeType

CONTENT = ("ccomp", "csubj", "csubj:pass")
NOUNS = ("NOUN", "PROPN", "NUM", "PRON")


def find_target(text: Text, cue: Span, kind: HedgeType) -> Span | None:
    """Return what the cue weakens, ``None`` if the text does not show it."""
    if kind == "approximator":
        return _figure(text, cue) or (_clause(text.doc, cue) if text.parsed else None)
    if not text.parsed:
        return None
    target = _within_content(text, cue, TARGETS.get(kind, _clause)(text.doc, cue))
    return target if target != cue else None


def _within_content(text: Text, cue: Span, target: Span | None) -> Span | None:
    """Keep a target inside of the words that are attributed with the cue: what stands around them is another's.

    A target that has its subject before them stays whole: 'the strike "may idle the docks"'.
    """
    doc, ends = text.doc, (cue[0], cue[1] - 1)  # the end of a cue can stand outside of an inner quotation
    pieces = [p for p in map(text.innermost.__getitem__, ends) if p is not None and p[0] <= cue[0] and cue[1] <= p[1]]
    if target is None or not pieces:
        return target
    start, end = min(pieces, key=lambda piece: piece[1] - piece[0])
    start, end = max(start, target[0]), min(end, target[1])
    if any(doc[i].dep_ in SUBJECTS and doc[i].head.i >= start for i in range(target[0], start)):
        start = target[0]
    return trimmed(doc, start, end) if start < end else target


def _figure(text: Text, cue: Span) -> Span | None:
    """The number that begins after the cue, or ends before it ("300 or so")."""
    start, end = cue
    if text.is_figure(end):
        return _number_at(text.doc, end) or _figure_words(text, end)
    return _number_at(text.doc, start - 1)


def _figure_words(text: Text, start: int) -> Span:
    """The words of a figure that no number record covers."""
    end = start + 1
    while text.is_figure(end) or text.low(end) in words("after_article"):
        end += 1
    return start, end


def _number_at(doc: Doc, i: int) -> Span | None:
    """The tokens of the number record that covers token ``i``."""
    numbers = doc._.claimx_numbers
    if not numbers or not 0 <= i < len(doc):
        return None
    first, last = doc[i].idx, doc[i].idx + len(doc[i])
    place = bisect_right(numbers, last - 1, key=lambda number: number["start"]) - 1
    if place < 0 or numbers[place]["end"] <= first:
        return None
    end = i + 1
    while end < len(doc) and doc[end].idx < numbers[place]["end"]:
        end += 1
    while i > 0 and doc[i - 1].idx + len(doc[i - 1]) > numbers[place]["start"]:
        i -= 1
    return i, end


def _clause(doc: Doc, cue: Span) -> Span | None:
    """The clause that the cue stands in."""
    return clause_span(clause_head(head_of(doc, *cue)))


def _content(head: Token) -> Token | None:
    """The clause that the head reports; not an infinitive that shares its subject: "is alleged to have fled"."""
    clause = child(head, *CONTENT)
    raised = clause is not None and any(left.tag_ == "TO" for left in clause.lefts) and child(clause, *SUBJECTS) is None
    return None if raised else clause


def _opinion(doc: Doc, cue: Span) -> Span | None:
    """What is thought or expected: the content clause, the clause around an insertion, or the object."""
    verb = head_of(doc, *cue)
    if content := _content(verb):
        return clause_span(content)
    if verb.dep_ == "parataxis":
        return clause_span(verb.head)
    if child(verb, "xcomp") is None and (thing := child(verb, "obj")):
        return phrase_span(thing)
    if verb.dep_ in ("acl", "acl:relcl", "amod") and verb.head.pos_ in NOUNS:
        return phrase_span(verb.head)
    extent = clause_span(clause_head(verb))
    inserted = extent is not None and extent[1] <= cue[1] and verb.head.i != verb.i
    return clause_span(clause_head(verb.head)) if inserted else extent


def _likelihood(doc: Doc, cue: Span) -> Span | None:
    """The noun phrase of "a possible link", the clause of "probably" and "it is possible that …"."""
    word = head_of(doc, *cue)
    if content := _content(word):
        return clause_span(content)
    if word.dep_ in ("amod", "advmod") and word.head.pos_ in NOUNS and child(word.head, "cop") is None:
        return phrase_span(word.head)
    return clause_span(clause_head(word))


def _hearsay(doc: Doc, cue: Span) -> Span | None:
    """What the rumours are about: their clause, their "of", or what "reports said"."""
    noun = head_of(doc, *cue)
    if about := child(noun, "acl", "ccomp", "acl:relcl", "nmod", "csubj"):
        return phrase_span(about) if about.dep_ == "nmod" else clause_span(about)
    said = child(noun.head, *CONTENT) if noun.dep_ in ("nsubj", "nsubj:pass") else None
    return clause_span(said) if said else phrase_span(noun)


def _unverified(doc: Doc, cue: Span) -> Span | None:
    """What could not be verified: the subject of the passive, or the object or clause of the active."""
    verb = _last_verb(doc, cue)
    thing = child(verb, "nsubj:pass", "ccomp", "csubj:pass", "csubj", "obj", "nmod", "acl")
    if thing is None and verb.tag_ == "VBN":
        thing = child(verb, "nsubj")
    if thing is None or thing.i in range(*cue):
        above = verb.head
        thing = child(above, "csubj", "ccomp", "nsubj:pass", "obj") if above.i in range(*cue) else None
    if thing is None or thing.i in range(*cue):
        return _likelihood(doc, cue)
    return phrase_span(thing)


def _last_verb(doc: Doc, cue: Span) -> Token:
    verbs = [doc[i] for i in range(*cue) if doc[i].pos_ == "VERB" and doc[i].text not in ("deny", "denied")]
    return verbs[-1] if verbs else head_of(doc, *cue)


def _condition(doc: Doc, cue: Span) -> Span | None:
    """The main clause that holds only under the condition."""
    condition = clause_head(head_of(doc, *cue))
    extent = clause_span(condition.head)
    if extent and extent[0] >= cue[0]:
        return trimmed(doc, max(cue[1], extent[0]), extent[1])
    return trimmed(doc, extent[0], cue[0]) if extent and extent[1] <= cue[1] else extent


TARGETS: dict[HedgeType, Callable[[Doc, Span], Span | None]] = {
    "adjadv": _likelihood,
    "shield": _opinion,
    "verb": _opinion,
    "expectation": _opinion,
    "rumor": _hearsay,
    "verification": _unverified,
    "conditional": _condition,
}
