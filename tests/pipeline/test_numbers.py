"""The component: records on the Doc, what the tags, the parse and the names add, any pipeline, any text."""

import math
from datetime import date
from decimal import Decimal

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
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
]  # fmt: skip


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


VOCABULARY = [
    "1", "12", "3.5", "2026", "1,200", "½", "½ ", "99999999999999999999",
    "-", "–", "/", ":", ".", ",", "(", ")",
    "$", "€", "%", "’", "‘", '"', "May", "March 3", "Tuesday", "on ", " to ", " and ", "a ", " of ", "half ",
    "one ", "third",
    "million ", "dozen", "per cent", "p.m.", "between ", "from ", " ago", "years", "-old", "No. ", "ft",
    "Easter ",
    "last ", "next week", "the ", "9.30", "decade", "£", "m", "\n", "\n\n", "\u00a0", "e\u0301", "🚢",
    "\u200b", "one in five", "6'3\"", "9-11 a.m.", "401(k)", "Q1 2024", "18-cv-20", "m ", "km/h", " per ", "square ",
    "the end of the year", "-plus ", "X 12, Ys 4 and Zs 5", "two-and-a-half ",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(VOCABULARY) | st.text(max_size=3), max_size=25),
    st.sampled_from([None, "2026-03-12", "9999-12-31", "0001-01-01", "soon"]),
)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_valid_records(pieces: list[str], published: str | None) -> None:
    text = "".join(pieces)
    doc = BLANK.make_doc(text)
    doc._.claimx_published = published
    end = 0
    for number in BLANK(doc)._.claimx_numbers:
        assert end <= number["start"] < number["end"] <= len(text)
        span = text[number["start"] : number["end"]]
        assert span == span.strip()
        end = number["end"]
        bounds = [number["value"], number["low"], number["high"]]
        assert all(bound is None or math.isfinite(bound) for bound in bounds)
        if number["kind"] not in ("date", "time"):
            assert (number["value"] is None) != (number["low"] is None)


# a value written in ten ways, what is to be read, and in which unit
WRITTEN: list[tuple[str, float, str | None]] = [
    ("{:d} homes", 1, None),
    ("{:,d} homes", 1, None),
    ("about {:,d} homes", 1, None),
    ("{:d}%", 1, "%"),
    ("{:,d} per cent", 1, "%"),
    ("${:,d}", 1, "USD"),
    ("\u20ac{:d}m", 1e6, "EUR"),
    ("{:,d} million homes", 1e6, None),
    ("{:d}bn rupees", 1e9, "INR"),
    ("{:,d} km", 1, "kilometre"),
    ("({:d})", 1, None),
]


@given(st.integers(min_value=2200, max_value=10**8), st.sampled_from(WRITTEN))
@settings(max_examples=300, deadline=None)
def test_a_written_value_is_read_back(value: int, form: tuple[str, float, str | None]) -> None:
    written, scale, unit = form
    found = BLANK(f"it said {written.format(value)} .")._.claimx_numbers
    assert [(number["value"], number["unit"]) for number in found] == [(value * scale, unit)]


DECIMALS = [("{} per cent", 1), ("\u00a3{}bn", 10**9), ("${} million", 10**6), ("{} lakh homes", 10**5), ("{} kg", 1)]


@given(st.decimals(min_value=0, max_value=999, places=2), st.sampled_from(DECIMALS))
@settings(max_examples=300, deadline=None)
def test_a_written_decimal_is_read_back_exactly(value: Decimal, form: tuple[str, int]) -> None:
    written, scale = form
    found = BLANK(f"it said {written.format(value)} .")._.claimx_numbers
    assert [number["value"] for number in found] == [float(value * scale)]


@given(st.integers(min_value=2, max_value=999_999_999))
@settings(max_examples=300, deadline=None)
def test_a_value_in_words_is_read_back(value: int) -> None:
    found = BLANK(f"it said {spelled(value)} homes .")._.claimx_numbers
    assert [number["value"] for number in found] == [value]


SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(value: int) -> str:
    """A whole number in words, British: "two thousand and six"."""
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= size:
            rest = value % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{spelled(value // size)} {name}" + (f"{joint}{spelled(rest)}" if rest else "")
    if value < 20:
        return SMALL[value]
    return TENS[value // 10 - 2] + (f"-{SMALL[value % 10]}" if value % 10 else "")


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["{:%d %B %Y}", "{:%B %d, %Y}", "{:%Y-%m-%d}"]))
@settings(max_examples=200, deadline=None)
def test_a_written_date_is_read_back(day: date, form: str) -> None:
    found = BLANK(f"dated {form.format(day)} .")._.claimx_numbers
    assert [number["iso"] for number in found] == [day.isoformat()]
