"""Tags, lemmas, sentences and arcs of plain sentences; and what holds for any text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claimx.pipeline.syntax import find_sentences, lemmatise


@pytest.mark.parametrize(
    ("word", "script", "proper", "lemma"),
    [
        ("said", "2|y", False, "say"),
        ("Says", "1|", False, "say"),
        ("Ruiz", "0|", True, "Ruiz"),
        ("am", "2|be", False, "be"),
        ("a", "5|x", False, "x"),  # a script that cuts more than there is
        ("a", "5|", True, "a"),  # must not leave nothing
    ],
)
def test_lemmatise(word: str, script: str, proper: bool, lemma: str) -> None:
    assert lemmatise(word, script, proper) == lemma


def test_endless_sentence_is_cut() -> None:
    import numpy as np

    starts = np.zeros(600, dtype=bool)
    assert find_sentences(starts) == [(0, 250), (250, 500), (500, 600)]


def test_sentence_is_parsed(nlp: Language) -> None:
    doc = nlp("The minister said the old bridge was repaired on Friday. Nobody was hurt.")
    assert [s.text for s in doc.sents] == [
        "The minister said the old bridge was repaired on Friday.",
        "Nobody was hurt.",
    ]
    by_text = {t.text: t for t in doc}
    assert by_text["minister"].dep_ == "nsubj"
    assert by_text["minister"].head.text == "said"
    assert by_text["said"].dep_ == "ROOT"
    assert by_text["said"].lemma_ == "say"
    assert by_text["said"].tag_ == "VBD"
    assert by_text["bridge"].dep_ == "nsubj:pass"
    assert by_text["repaired"].dep_ == "ccomp"
    assert by_text["Friday"].pos_ == "PROPN"


def test_paragraph_ends_a_sentence(nlp: Language) -> None:
    doc = nlp("Ferry strike enters third week\n\nPORT CALDER - The strike went on")
    assert len(list(doc.sents)) >= 2
    assert any(s.text.startswith("PORT CALDER") for s in doc.sents)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", ".", "\x00", "a" * 5000, "😀" * 300, "\u0301\u0301"])
def test_odd_text(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_every_sentence_is_one_tree(nlp: Language, text: str) -> None:
    doc = nlp(text)
    for sentence in doc.sents:
        assert [t.dep_ for t in sentence].count("ROOT") <= 1
        assert all(t.head.sent == sentence for t in sentence)
