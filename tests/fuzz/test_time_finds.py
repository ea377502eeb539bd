"""What took long when it was fuzzed: every step gets on, and the time grows with the text and no faster."""

import time
from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language

from claimx.api import extract, extract_articles
from claimx.models.encoder import RIGHT_CONTEXT, count_owned
from claimx.pipeline.pairing import pair_marks
from claimx.readers.read import read_all
from claimx.schema import Document
from fuzzing.invariants import check_document
from fuzzing.watch import PER_SECOND

OWNED: list[tuple[list[int], int, int]] = [
    # words of a window, where sentences begin among them, how many it owns: all but the unfinished sentence
    ([0, 40, 90], 100, 90),
    ([90], 100, 90),
    # no sentence ends in it, or only a short one at its very start: all but the last few words
    ([0], 100, 100 - RIGHT_CONTEXT),
    ([], 100, 100 - RIGHT_CONTEXT),
    ([0, 3], 100, 100 - RIGHT_CONTEXT),
    # a window of a few very long words gets on by more than one
    ([0, 1], 5, 4),
    ([], 8, 6),
    ([], 1, 1),
]


@pytest.mark.parametrize(("starts", "words", "owned"), OWNED)
def test_a_window_owns_most_of_its_words(starts: list[int], words: int, owned: int) -> None:
    flags = np.zeros(words, dtype=np.bool_)
    flags[starts] = True
    assert count_owned(flags) == owned


HARD = [
    # words of another script, which are cut into many pieces; marks; long words without a vowel
    "مرحبا ", "зщжъ ", "aé" * 24 + " ", "qxzjvkw" * 7 + " ", '" ', "a„b “", "1,500 ", "$1.5bn to ", "minus ",
]  # fmt: skip


@pytest.mark.parametrize("unit", HARD)
def test_a_second_is_enough_for_a_thousand_words(unit: str, nlp: Language) -> None:
    text = (unit * 2000)[:2000].strip()
    start = time.process_time()
    document = extract(text, published="2026-03-12", nlp=nlp)
    assert time.process_time() - start < 3 * max(len(text) / PER_SECOND, len(text.split()) / 1000)  # 3: slow machines
    check_document(document, text)


STRETCHES = [
    # nothing but marks that are letters to a regular expression, signs of money, clitics
    "_", "US$", "(US$", "’s", "a:",
]  # fmt: skip


@pytest.mark.parametrize("unit", STRETCHES)
def test_a_stretch_without_a_blank_is_tokenised_in_linear_time(unit: str, nlp: Language) -> None:
    text = (unit * 20_000)[:20_000]
    start = time.process_time()
    assert nlp.make_doc(text).text == text
    assert time.process_time() - start < 3  # 0.1 s; spaCy's own takes 30 s


def test_marks_that_are_lost_at_one_place_behind_a_long_blank() -> None:
    text = '"a “b' + " «b ``c" * 4_000 + " " * 80_000 + "” x"
    start = time.process_time()
    assert len(pair_marks(text).regions) == 8_002
    assert time.process_time() - start < 3  # 0.1 s; it took 45 s


def test_a_line_of_five_megabytes_without_a_blank(nlp: Language, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 5_000_000)
    start = time.process_time()
    (document,) = extract_articles(read_all([str(path)], text_key="text").articles, nlp)
    assert isinstance(document, Document)
    assert document.document.characters == 5_000_000
    assert time.process_time() - start < 60  # 4 s
