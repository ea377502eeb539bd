"""Scoring the claims of samples against their gold (docs/claims-guidelines.md); floors: ``tests/gold/floors.toml``."""

import pytest
from spacy.language import Language

from benchmarks.claims import errors, read_samples, score


def test_another_text_is_no_measure(nlp: Language) -> None:
    (article, document), *_ = read_samples(nlp)[:1]
    with pytest.raises(ValueError, match="not the text that was annotated"):
        score([(article.model_copy(update={"sha256": "0" * 64}), document)])


def test_errors_of_a_right_article_are_none(nlp: Language) -> None:
    article, document = read_samples(nlp)[0]
    assert article.claims is not None
    first = article.claims[0]
    alone = article.model_copy(update={"claims": (first,)})
    kept = document.model_copy(update={"claims": document.claims[:1]})
    assert list(errors(alone, kept)) == []
    assert [line.split(":")[0] for line in errors(alone, document.model_copy(update={"claims": ()}))] == ["missed"]
