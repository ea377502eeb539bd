"""Whatever the text, the document is valid, its offsets are right and its pointers lead somewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from claimx.api import extract
from claimx.errors import InputError, UsageError
from fuzzing.invariants import check_document
from tests.strategies import LIGHT, NASTY

DAYS = st.sampled_from([None, "2026-03-12", "0001-01-01", "9999-12-31"])


@LIGHT
@given(NASTY, DAYS)
def test_nasty_news(nlp: Language, text: str, published: str | None) -> None:
    document = extract(text, published=published, nlp=nlp)
    check_document(document, text)
    assert extract(text, published=published, nlp=nlp) == document


@pytest.mark.parametrize("sign", ["\r\n", "\n", "\u2028", "\u00a0", "\u200d"])
def test_odd_separators(nlp: Language, sign: str) -> None:
    text = sign.join(["Ada Lund said the ferry may sail.", "“Perhaps at 9,” she added 😀.", "Nobody was hurt."])
    check_document(extract(text, nlp=nlp), text)


def test_half_a_surrogate_pair_becomes_another_character_in_its_place(nlp: Language) -> None:
    document = extract("She said \ud800 no.", id="\udfff", title="\ud800", nlp=nlp)
    check_document(document, "She said \ufffd no.")
    assert (document.document.id, document.document.title) == ("\ufffd", "\ufffd")


@pytest.mark.parametrize("text", ["", " \n\u00a0\u2028"])
def test_no_text_is_an_error_that_says_so(nlp: Language, text: str) -> None:
    with pytest.raises(InputError, match="no text"):
        extract(text, nlp=nlp)


@pytest.mark.parametrize("day", ["soon", "", "2026-3-1", "2026-13-45", "2026-03-12T10:00"])
def test_a_day_that_is_none_is_an_error_that_says_so(nlp: Language, day: str) -> None:
    with pytest.raises(UsageError, match="ISO date"):
        extract("She said no.", published=day, nlp=nlp)
