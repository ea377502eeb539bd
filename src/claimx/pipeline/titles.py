"""Names in quotation marks: titles of works, nicknames, scare quotes before a noun. Nobody says them.

``He reads the novel “The Long Tide”`` holds a title; ``He reads the note: “The tide is long.”`` holds a quotation.
"""

from dataclasses import replace

from spacy.tokens import Doc, Token

from claimx.lexicons import words
from claimx.pipeline.linking import Group
from claimx.pipeline.marks import MARKS, SENTENCE_END
from claimx.pipeline.quotation import Quotations
from claimx.pipeline.records import Span

# Parts of speech that a title need not capitalise.
SMALL = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART", "PRON", "AUX"})
MOST_BESIDE = 8
MOST_BEFORE_AS = 5  # tokens: "known to its keepers as"
FEWEST_OF_TITLE = 2  # words; "She wrote “Never”" reports
LONGEST_TAG = 3  # words of a nickname or a scare quote


def drop_names(doc: Doc, groups: list[Group], quotations: Quotations) -> list[Group]:
    """The groups without the pieces of content that are names; spans in tokens."""
    out = []
    for group in groups:
        content = [piece for piece in group.content if not is_name(doc, piece, group, quotations)]
        if content:
            out.append(group if len(content) == len(group.content) else replace(group, content=content))
    return out


def is_name(doc: Doc, piece: Span, group: Group, quotations: Quotations) -> bool:
    """Say whether a piece of content is a quoted name, perhaps with the noun that bears it."""
    marked = only_quotation(doc, piece, quotations)
    if marked is None:
        return False
    if marked[1] == piece[1] and (is_label(doc, marked) or is_scare_quote(doc, piece, marked)):
        return True
    return is_title(doc, marked) and is_handled(doc, piece, marked, group)


def is_label(doc: Doc, marked: Span) -> bool:
    """Say whether a quotation is a name by what stands right beside it, whoever reports it."""
    return is_named(doc, marked) or is_nickname(doc, marked) or (is_title(doc, marked) and is_work(doc, marked))


def only_quotation(doc: Doc, piece: Span, quotations: Quotations) -> Span | None:
    """The one quotation in a piece, when there are but a few words around it and none of them is a verb."""
    regions = quotations.opened_in(piece)
    if len(regions) != 1 or not regions[0].closed or regions[0].end > piece[1]:
        return None
    start, end, _ = regions[0]
    beside = [*doc[piece[0] : start], *doc[end : piece[1]]]
    if len(beside) > MOST_BESIDE or any(token.pos_ in ("VERB", "AUX") for token in beside):
        return None
    return start, end


def said(doc: Doc, marked: Span) -> list[Token]:
    """The words between the marks."""
    return [token for token in doc[marked[0] : marked[1]] if token.is_alpha or token.like_num]


def is_title(doc: Doc, marked: Span) -> bool:
    """Capitals on all but the small words, and no end of a sentence."""
    big = [token for token in said(doc, marked) if token.pos_ not in SMALL]
    inner = [token for token in doc[marked[0] : marked[1]] if token.text not in MARKS]
    return bool(big) and all(not t.text[0].islower() for t in big) and inner[-1].text[-1] not in SENTENCE_END


def is_named(doc: Doc, marked: Span) -> bool:
    """A participle that gives a noun its name stands before: "a report titled", "a boat called", "known to us as"."""
    before = marked[0] - 1
    if before > 0 and doc[before].lower_ == "as":
        known = [i for i in range(max(0, before - MOST_BEFORE_AS), before) if doc[i].tag_ == "VBN"]
        before = known[-1] if known else before
    if before < 1 or doc[before].tag_ != "VBN":
        return False
    lemma = doc[before].lemma_.lower()
    return lemma in words("titles", "naming") or (lemma in words("titles", "calling") and doc[before].dep_ == "acl")


def is_nickname(doc: Doc, marked: Span) -> bool:
    """Between the parts of a person's name: William “Bill” Hart."""
    start, end = marked
    if not 0 < start < end < len(doc) or len(said(doc, marked)) > LONGEST_TAG:
        return False
    return doc[start - 1].pos_ == doc[end].pos_ == "PROPN" and is_title(doc, marked)


def is_scare_quote(doc: Doc, piece: Span, marked: Span) -> bool:
    """Between a determiner and a noun, and nothing but it in the content: the ‘lifeboat’ timetable."""
    start, end = marked
    if not 0 < start < end < len(doc) or len(said(doc, marked)) > LONGEST_TAG or piece[0] < start - 1:
        return False
    return doc[start - 1].pos_ == "DET" and doc[end].pos_ in ("NOUN", "PROPN") and doc[end - 2].text not in ".,!?"


def is_work(doc: Doc, marked: Span) -> bool:
    """Next to the noun for such works: the novel “The Long Tide”; “The Long Tide,” a novel by Ana Ruiz."""
    works = words("titles", "works")
    before = marked[0] > 0 and doc[marked[0] - 1].lemma_.lower() in works
    return before or has_apposition(doc, marked[1], works)


def is_handled(doc: Doc, piece: Span, marked: Span, group: Group) -> bool:
    """After a verb for what a person does with works: She sang “Blue Harbour”; not: The sign read “No Dogs”."""
    if len(said(doc, marked)) < FEWEST_OF_TITLE and not is_work(doc, marked):
        return False
    cue = group.cue if group.cue is not None else (piece[0] - 1, piece[0])
    if cue[0] < 0 or cue[1] > piece[0] or any(token.text == ":" for token in doc[cue[0] : marked[0]]):
        return False
    verbs = {token.lemma_.lower() for token in doc[cue[0] : cue[1]] if token.pos_ == "VERB"}
    if "read" in verbs and not is_person(doc, group.source):  # signs do
        return False
    return not verbs.isdisjoint(words("titles", "handling"))


def has_apposition(doc: Doc, end: int, works: frozenset[str]) -> bool:
    """The title is explained: “The Long Tide,” a novel by Ana Ruiz."""
    behind = doc[end : end + 5]
    if len(behind) and behind[0].text == ",":
        behind = behind[1:]
    if not len(behind) or behind[0].pos_ not in ("DET", "PRON"):
        return False
    noun = next((t for t in behind[1:] if t.pos_ == "NOUN"), None)
    return noun is not None and noun.lemma_.lower() in works


def is_person(doc: Doc, source: Span | None) -> bool:
    """A named person or a pronoun for one; nobody at all may be one, too."""
    if source is None:
        return True
    return any(t.ent_type_ == "PERSON" or (t.pos_ == "PRON" and t.lower_ != "it") for t in doc[source[0] : source[1]])
