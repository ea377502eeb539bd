"""What a number counts when its noun stands elsewhere: "23 farms, against 11 last year", "letters, hundreds of them".

A bare number takes the noun of the number before it in the sentence where the words between say that the two are
set side by side, or where the participle behind it does ("11 soldiers killed and 40 wounded"). "31" in "the toll
stood at 31" counts nothing by itself, but "the number of wounded stood at 31" says what.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from claimx.lexicons import words

Tokens = tuple[int, int]
Counted = tuple[int, int, Tokens | None]  # first token and end of a number, and what it counts

_BESIDE = words("number_context", "beside")
_FATES = words("number_context", "fates")
_BETWEEN = words("number_context", "between_number_and_verb")
_AMOUNTING = words("number_context", "amounting")
_THEM = frozenset({"them", "whom", "which", "these", "those"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_REACH = 25  # tokens back to the noun


def find_carried(doc: Doc, numbers: Sequence[Counted]) -> list[Tokens | None]:
    """Return what each number counts, found elsewhere for those that have nothing yet. Needs sentences."""
    found: list[Tokens | None] = []
    for k, (start, stop, of) in enumerate(numbers):
        if of is None:
            sentence = doc[start].sent
            before = _noun_before(sentence, numbers[:k], found)
            of = _of_them(doc, start, stop, sentence, before) or _beside(doc, start, stop, sentence, before)
            of = of or _number_of(doc, start, sentence)
        found.append(of)
    return found


def _noun_before(sentence: Span, numbers: Sequence[Counted], found: Sequence[Tokens | None]) -> Tokens | None:
    """Return what the last counting number before in this sentence counts."""
    for (start, _, _), of in zip(reversed(numbers), reversed(found), strict=True):
        if start < sentence.start:
            return None
        if of is not None:
            return of
    return None


def _of_them(doc: Doc, start: int, stop: int, sentence: Span, before: Tokens | None) -> Tokens | None:
    """Read "two of them children", "three of them critically", "letters, hundreds of them"."""
    if stop + 1 >= len(doc) or doc[stop].lower_ != "of" or doc[stop + 1].lower_ not in _THEM:
        return None
    if stop + 2 < len(doc) and doc[stop + 2].pos_ == "NOUN":
        return stop + 2, stop + 3
    if before:
        return before
    plural = (t.i for t in reversed(doc[max(sentence.start, start - _REACH) : start]) if t.tag_ in ("NNS", "NNPS"))
    noun = next(plural, None)
    return None if noun is None else (noun, noun + 1)


def _beside(doc: Doc, start: int, stop: int, sentence: Span, before: Tokens | None) -> Tokens | None:
    """Read "seven votes to four", "14 states, not 15", "killing four people and injuring at least 61"."""
    if before is None:
        return None
    if stop < len(doc) and doc[stop].lower_ in _FATES:
        return before
    closes = stop >= len(doc) or doc[stop].pos_ not in (*_NOUNS, "ADJ", "NUM") or doc[stop].tag_ == "CD"
    i = start - 1
    while i > sentence.start and doc[i].lower_ in _BETWEEN:
        i -= 1
    return before if closes and (doc[i].lower_ in _BESIDE or doc[i].tag_ == "VBG") else None


def _number_of(doc: Doc, start: int, sentence: Span) -> Tokens | None:
    """Read "the number of wounded stood at 31" and "the dead numbered 31"."""
    i = start - 1
    while i > sentence.start and (doc[i].lower_ in _BETWEEN or doc[i].is_punct):
        i -= 1
    if i > sentence.start and doc[i].lower_ in ("number", "numbered"):
        while i > sentence.start and doc[i - 1].pos_ == "AUX":
            i -= 1
        return (i - 1, i) if doc[i - 1].pos_ in ("NOUN", "PROPN", "ADJ", "VERB") else None
    if doc[i].lower_ not in _AMOUNTING:
        return None
    for k in range(max(sentence.start, start - _REACH), i - 2):
        if doc[k].lower_ == "number" and doc[k + 1].lower_ == "of":
            return _phrase(doc, k + 2, i)
    return None


def _phrase(doc: Doc, first: int, end: int) -> Tokens | None:
    """Return the nouns from ``first`` on, with the adjectives before them; "the wounded" is a noun too."""
    while first < end and doc[first].pos_ in ("DET", "PRON"):
        first += 1
    stop = first
    while stop < end and (doc[stop].pos_ in (*_NOUNS, "ADJ") or doc[stop].text == "-" or doc[stop].tag_ == "VBN"):
        stop += 1
    return (first, stop) if stop > first else None
