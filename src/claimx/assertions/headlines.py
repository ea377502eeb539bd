"""Which headings assert something: "Port strike ends", "Minister to resign", "Profit up 9%".

Headlines drop "is" and articles, and most of their verbs are in the present. A heading asserts when it has a
finite verb with a subject; the first lines of an article and key points also without ("two held after
raid"), and the very first line with a verb or a figure. "What next" is a label, "By Ana Ruiz" a byline.
"""

from spacy.tokens import Token

from claimx.assertions.lexicon import words
from claimx.assertions.lines import Lines
from claimx.assertions.nothing import says_nothing
from claimx.assertions.view import View
from claimx.pipeline.clauses import has_subject, is_finite, is_infinitive, trimmed
from claimx.pipeline.records import Span

# A headline and what stands under it; lines further down are headings of sections.
HEADLINES = 2
SHORTEST = 4


def find_headline(view: View, lines: Lines, part: Span, owner: int | None) -> list[tuple[Span, int | None]]:
    """Return the assertion of a heading, or of a content in one, with its predicate; or nothing."""
    span = trimmed(view.doc, *part)
    if not view.parsed or span is None or span[1] - span[0] < SHORTEST or lines.is_byline(span[0]):
        return []
    own = [i for i in range(*span) if view.content_owner[i] == owner]
    span = trimmed(view.doc, own[0], own[-1] + 1) if own else None
    if span is None:
        return []
    tokens = [view.doc[i] for i in range(*span) if view.content_owner[i] == owner]
    head = next((t for t in tokens if _states(t) and not says_nothing(view, t)), None)
    if head is None and (lines.number_of(span[0]) < HEADLINES or lines.is_bullet(span[0])):
        head = next((t for t in tokens if _is_elliptic(view, t)), None)
    if head is None and owner is None and lines.number_of(span[0]) == 0:
        told = view.numbers_in(span) or any(token.pos_ in ("VERB", "AUX") for token in tokens)
        head = tokens[0].sent.root if told else None
    return [] if head is None else [(span, head.i)]


def _states(token: Token) -> bool:
    """Say whether a finite verb has a subject before it and heads no subordinate clause."""
    return token.dep_ in ("ROOT", "conj", "parataxis") and has_subject(token) and is_finite(token)


def _is_elliptic(view: View, token: Token) -> bool:
    """Say whether the word is a predicate whose "is" was dropped: "to resign", "held", "up 9%"."""
    if token.i == 0 or view.lows[token.i - 1] in words("words", "asking"):
        return False
    direction = view.lows[token.i] in words("words", "direction")
    return is_infinitive(token) or token.tag_ in ("VBN", "VBD", "VBZ", "VBP") or direction
