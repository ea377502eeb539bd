"""The tokens are spaCy's, and long runs of marks take no more than linear time."""

import time
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

SAMPLES = sorted((Path(__file__).parents[2] / "data/samples").glob("*.txt"))


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_the_tokens_of_articles_are_those_of_spacy(nlp: Language, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [t.text_with_ws for t in nlp.make_doc(text)] == [t.text_with_ws for t in spacy.blank("en")(text)]


@pytest.mark.parametrize("text", ['"' * 5000, "said " + "“’" * 3000 + " no", "(.!" * 2000 + "\n" + "-" * 4000, ""])
def test_nothing_is_lost_in_a_run_of_marks(nlp: Language, text: str) -> None:
    assert nlp.make_doc(text).text == text


def test_a_hundred_thousand_marks_take_no_time(nlp: Language) -> None:
    start = time.monotonic()
    nlp.make_doc('"' * 100_000)
    assert time.monotonic() - start < 10  # spaCy's own takes half an hour
