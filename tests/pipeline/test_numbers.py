"""The component: records on the Doc, what the tags, the parse and the names add, any pipeline, any text."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from claimx.pipeline.numbers import find_numbers

BLANK = spacy.blank("en")
BLANK.add_pipe("claimx_numbers")

# word, tag, part of speech, head, dependency
Word = tuple[str, str, str, int, str]


def parsed(words: list[Word], vocab: Vocab = BLANK.vocab) -> Doc:
    """A document with a parse written by hand."""
    texts, tags, pos, heads, deps = (list(column) for column in zip(*words, strict=True))
    return Doc(vocab, words=texts, tags=tags, pos=pos, heads=heads, deps=deps, lemmas=texts)


def counted(doc: Doc) -> list[tuple[str, str | None]]:
    """The numbers with what they count."""
    return [
        (doc.text[n["start"] : n["end"]], doc[slice(*n["of"])].text if n["of"] else None) for n in find_numbers(doc)
    ]


COUNTED: list[tuple[list[Word], list[tuple[str, str | None]]]] = [
    # the noun with its compound, without the number
    (
        [("1,500", "CD", "NUM", 2, "nummod"), ("port", "NN", "NOUN", 2, "compound"),
         ("workers", "NNS", "NOUN", 3, "nsubj"), ("struck", "VBD", "VERB", 3, "ROOT")],
        [("1,500", "port workers")],
    ),
    # a part of something: over "of" and the possessive
    (
        [("three", "CD", "NUM", 5, "nsubj"), ("of", "IN", "ADP", 4, "case"),
         ("its", "PRP$", "PRON", 4, "nmod:poss"),
         ("five", "CD", "NUM", 4, "nummod"), ("bays", "NNS", "NOUN", 0, "nmod"),
         ("leaked", "VBD", "VERB", 5, "ROOT")],
        [("three", "bays"), ("five", "bays")],
    ),
    # at a distance
    (
        [("Of", "IN", "ADP", 3, "case"), ("the", "DT", "DET", 3, "det"), ("640", "CD", "NUM", 3, "nummod"),
         ("schools", "NNS", "NOUN", 6, "obl"), (",", ",", "PUNCT", 3, "punct"),
         ("12", "CD", "NUM", 6, "nsubj"),
         ("shut", "VBD", "VERB", 6, "ROOT")],
        [("640", "schools"), ("12", "schools")],
    ),
    # a percentage counts what stands behind "of", and not the noun it modifies
    (
        [("9%", "CD", "NUM", 2, "nsubj"), ("of", "IN", "ADP", 2, "case"),
         ("adults", "NNS", "NOUN", 2, "ROOT")],
        [("9%", "adults")],
    ),
    (
        [("A", "DT", "DET", 2, "det"), ("9%", "CD", "NUM", 2, "nummod"), ("stake", "NN", "NOUN", 2, "ROOT")],
        [("9%", None)],
    ),
    # a score counts nothing
    (
        [("a", "DT", "DET", 4, "det"), ("2", "CD", "NUM", 4, "nummod"), ("-", "HYPH", "PUNCT", 1, "punct"),
         ("1", "CD", "NUM", 1, "nummod"), ("decision", "NN", "NOUN", 4, "ROOT")],
        [("2", None), ("1", None)],
    ),
    # adverbs before the adjective, "more" before the noun
    (
        [("seven", "CD", "NUM", 3, "nummod"), ("mostly", "RB", "ADV", 2, "advmod"), ("poor", "JJ", "ADJ", 3, "amod"),
         ("towns", "NNS", "NOUN", 3, "ROOT")],
        [("seven", "mostly poor towns")],
    ),
    (
        [("500", "CD", "NUM", 2, "nummod"), ("fewer", "JJR", "ADJ", 2, "amod"), ("nurses", "NNS", "NOUN", 2, "ROOT")],
        [("500", "nurses")],
    ),
    # pronouns and days are not counted
    (
        [("eight", "CD", "NUM", 3, "nsubj"), ("of", "IN", "ADP", 2, "case"),
         ("them", "PRP", "PRON", 0, "nmod"),
         ("left", "VBD", "VERB", 3, "ROOT")],
        [("eight", None)],
    ),
    (
        [("It", "PRP", "PRON", 1, "nsubj"), ("took", "VBD", "VERB", 1, "ROOT"), ("11", "CD", "NUM", 1, "obj"),
         ("last", "JJ", "ADJ", 4, "amod"), ("year", "NN", "NOUN", 1, "obl")],
        [("11", None), ("last year", None)],
    ),
    (
        [("It", "PRP", "PRON", 1, "nsubj"), ("stood", "VBD", "VERB", 1, "ROOT"), ("at", "IN", "ADP", 3, "case"),
         ("11", "CD", "NUM", 1, "obl"), ("today", "NN", "NOUN", 1, "obl:tmod")],
        [("11", None), ("today", None)],
    ),
    (
        [("It", "PRP", "PRON", 1, "nsubj"), ("lost", "VBD", "VERB", 1, "ROOT"), ("11", "CD", "NUM", 3, "nummod"),
         ("ships", "NNS", "NOUN", 1, "obj"), ("today", "NN", "NOUN", 1, "obl:tmod")],
        [("11", "ships"), ("today", None)],
    ),
]  # fmt: skip


# What stands elsewhere in the sentence; a row has the words with their tags.
CARRIED: list[tuple[str, list[tuple[str, str | None]]]] = [
    # set beside the number before it
    ("23/CD/NUM farms/NNS/NOUN against/IN/ADP 11/CD/NUM earlier/RB/ADV", [("23", "farms"), ("11", "farms")]),
    ("9/CD/NUM men/NNS/NOUN died/VBD/VERB and/CC/CCONJ 40/CD/NUM injured/VBN/VERB", [("9", "men"), ("40", "men")]),
    ("letters/NNS/NOUN ,/,/PUNCT hundreds/NNS/NOUN of/IN/ADP them/PRP/PRON", [("hundreds", "letters")]),
    # the number of something, and the something that numbers
    ("the/DT/DET number/NN/NOUN of/IN/ADP dead/JJ/ADJ rose/VBD/VERB to/IN/ADP 31/CD/NUM", [("31", "dead")]),
    ("the/DT/DET number/NN/NOUN of/IN/ADP ships/NNS/NOUN was/VBD/AUX 31/CD/NUM", [("31", "ships")]),
    ("The/DT/DET dead/JJ/ADJ numbered/VBD/VERB 31/CD/NUM", [("31", "dead")]),
    # no word says that they are set side by side
    ("9/CD/NUM men/NNS/NOUN saw/VBD/VERB 40/CD/NUM", [("9", "men"), ("40", None)]),
    ("the/DT/DET toll/NN/NOUN stood/VBD/VERB at/IN/ADP 31/CD/NUM", [("31", None)]),
]


@pytest.mark.parametrize(("tagged", "expected"), CARRIED)
def test_carried(tagged: str, expected: list[tuple[str, str | None]]) -> None:
    texts, tags, pos = (list(column) for column in zip(*(word.rsplit("/", 2) for word in tagged.split()), strict=True))
    starts: list[bool | int | None] = [True, *([False] * (len(texts) - 1))]
    doc = Doc(BLANK.vocab, words=texts, tags=tags, pos=pos, sent_starts=starts)
    found = counted(doc)
    assert len(found) == len(expected)
    assert found == expected


@pytest.mark.parametrize(("words", "expected"), COUNTED)
def test_counted(words: list[Word], expected: list[tuple[str, str | None]]) -> None:
    found = counted(parsed(words))
    assert len(found) == len(expected)
    assert found == expected


def test_number_inside_a_name_is_none() -> None:
    doc = BLANK.make_doc("they sang wild seven loudly")
    assert len(find_numbers(doc)) == 1
    doc.ents = [Span(doc, 2, 4, label="MISC")]
    assert find_numbers(doc) == []


def test_pronoun_by_its_tag() -> None:
    words: list[Word] = [
        ("if", "IN", "SCONJ", 2, "mark"), ("one", "PRP", "PRON", 2, "nsubj"),
        ("asks", "VBZ", "VERB", 2, "ROOT"),
    ]  # fmt: skip
    assert find_numbers(parsed(words)) == []


def test_tense_by_the_tag() -> None:
    words: list[Word] = [
        ("They", "PRP", "PRON", 1, "nsubj"), ("shut", "VBD", "VERB", 1, "ROOT"),
        ("on", "IN", "ADP", 3, "case"),
        ("Tuesday", "NNP", "PROPN", 1, "obl"),
    ]  # fmt: skip
    doc = parsed(words)
    doc._.claimx_published = "2026-03-12"
    assert [n["iso"] for n in find_numbers(doc)] == ["2026-03-10"]


def test_records_in_text_order_with_conversions() -> None:
    doc = BLANK("On 3 May 2024 it sold 700 million euros ($824 million) of debt.")
    found = doc._.claimx_numbers
    assert [n["kind"] for n in found] == ["date", "money", "money"]
    assert [n["converts"] for n in found] == [None, None, 1]
    assert [n["iso"] for n in found] == ["2024-05-03", None, None]


def test_without_tagger_nothing_is_counted() -> None:
    doc = BLANK("About 40 tanks")
    assert [(n["value"], n["comparator"], n["of"]) for n in doc._.claimx_numbers] == [(40, "~", None)]


@pytest.mark.parametrize("text", ["", " \n", "no figures here"])
def test_texts_without_numbers(text: str) -> None:
    assert BLANK(text)._.claimx_numbers == []


def test_shipped_pipeline(nlp: Language) -> None:
    doc = nlp.make_doc("The union said on Tuesday that about 1,500 port workers will strike.")
    doc._.claimx_published = "2026-03-12"
    found = nlp(doc)._.claimx_numbers
    assert len(found) == 2
    assert found[0]["iso"] == "2026-03-10"
    assert found[1]["value"] == 1500
    assert found[1]["comparator"] == "~"
    assert doc[slice(*found[1]["of"])].text == "port workers"


def test_fraction_with_a_hyphen_is_no_score(nlp: Language) -> None:
    doc = nlp("Roughly two-thirds of the country's coffee passes through the port.")
    found = doc._.claimx_numbers
    assert len(found) == 1
    assert doc[slice(*found[0]["of"])].text == "coffee"
