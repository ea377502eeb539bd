"""The claims of four samples against their gold (docs/claims-guidelines.md), with floors that must not sink.

Floors stand about two points under what was measured in November 2026: span F1 93.8, certainty 95.3, polarity 100,
verification 96.2, checkable 79.2, speaker 97.2.
"""

import pytest
from spacy.language import Language

from benchmarks.claims import errors, read_samples, score
from claimx.scoring.figures import Figures

FLOORS = {"certainty": 93, "polarity": 98, "verification": 94, "checkable": 77, "speaker": 95}


@pytest.fixture(scope="module")
def figures(nlp: Language) -> Figures:
    return score(read_samples(nlp))


def test_span_floor(figures: Figures) -> None:
    assert figures["gold"] == 111
    assert figures["span50"]["F1"] >= 91.8


@pytest.mark.parametrize("name", FLOORS)
def test_floor(figures: Figures, name: str) -> None:
    assert figures[f"{name} given span50"] >= FLOORS[name]


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
