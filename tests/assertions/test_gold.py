"""The claims of four samples against their gold (docs/claims-guidelines.md), with floors that must not sink.

Floors stand two points under what was measured in November 2026: span F1 93.8, certainty 95.3, polarity 100,
verification 96.2, checkable 79.2, speaker 97.2.
"""

import pytest
from spacy.language import Language

from benchmarks.claims import Score, same_speaker, sample_score

FLOORS = {"certainty": 93, "polarity": 98, "verification": 94, "checkable": 77, "speaker": 95}


@pytest.fixture(scope="module")
def score(nlp: Language) -> Score:
    return sample_score(nlp)


def test_span_floor(score: Score) -> None:
    assert score.gold == 111
    assert score.f1 >= 91.8


@pytest.mark.parametrize("field", FLOORS)
def test_floor(score: Score, field: str) -> None:
    assert score.accuracy(field) >= FLOORS[field]


@pytest.mark.parametrize(
    ("gold", "quote", "name", "expected"),
    [
        # the article's own
        (None, None, None, True),
        # named, and named in short
        ("Ana Ruiz", "q1", "Ana Ruiz", True),
        ("Ana Ruiz", "q1", "Ruiz", True),
        # without a name
        ("?", "q1", None, True),
        # somebody else, nobody, the article
        ("Ana Ruiz", "q1", "Lund", False),
        ("Ana Ruiz", "q1", None, False),
        ("?", None, None, False),
        (None, "q1", None, False),
        # a tail of letters that is no tail of words
        ("Ana Ruiz", "q1", "uiz", False),
    ],
)
def test_same_speaker(gold: str | None, quote: str | None, name: str | None, expected: bool) -> None:
    claim = {"quote": quote, "speaker": {"id": "s1", "name": name} if quote else None}
    assert same_speaker(gold, claim) is expected
