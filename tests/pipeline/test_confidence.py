"""How sure an attribution is."""

import pytest

from claimx.pipeline.confidence import SIGNS, UNCALIBRATED, Calibration, signs
from claimx.pipeline.records import Attribution, Span
from claimx.schema import QuoteType

WEIGHTS = Calibration(score=1, direct=0.5, mixed=0.25, no_cue=-0.5, no_source=-1, constant=0)


def attribution(kind: QuoteType, score: float, cue: Span | None = (0, 1), source: Span | None = (1, 2)) -> Attribution:
    return {
        "type": kind,
        "act": "speech",
        "source": source,
        "cue": cue,
        "cue_lemma": None,
        "content": [(2, 3)],
        "confidence": score,
    }


def test_signs_are_named() -> None:
    assert len(signs(attribution("direct", 0.5))) == len(SIGNS)


@pytest.mark.parametrize("score", [0.01, 0.5, 0.99])
def test_uncalibrated_is_the_score(score: float) -> None:
    assert UNCALIBRATED(attribution("mixed", score)) == pytest.approx(score)


@pytest.mark.parametrize("score", [0.0, 1.0])
def test_a_certain_score_stays_below_certainty(score: float) -> None:
    assert 0 < WEIGHTS(attribution("indirect", score)) < 1


ORDER = [
    # From the surest to the least sure, at one score.
    attribution("direct", 0.6),
    attribution("mixed", 0.6),
    attribution("indirect", 0.6),
    attribution("indirect", 0.6, cue=None),
    attribution("indirect", 0.6, source=None),
    attribution("indirect", 0.6, cue=None, source=None),
]


def test_each_sign_counts() -> None:
    sure = [WEIGHTS(one) for one in ORDER]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == len(sure)
