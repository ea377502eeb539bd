"""How sure an attribution is: the probability that its content and its source are right.

A logistic regression over the encoder's own score and a few signs (Platt 1999, with more than one input). The weights
stand in ``model.json``; ``training/calibrate.py`` fits them.
"""

import math
from dataclasses import dataclass

from claimx.pipeline.records import Attribution

SIGNS = ("score", "direct", "mixed", "no_cue", "no_source", "constant")
_EDGE = 1e-4


def signs(attribution: Attribution) -> tuple[float, ...]:
    """What bears on an attribution whose ``confidence`` is still the encoder's score; in the order of ``SIGNS``."""
    p = min(max(attribution["confidence"], _EDGE), 1 - _EDGE)
    kind = attribution["type"]
    return (
        math.log(p / (1 - p)),
        float(kind == "direct"),
        float(kind == "mixed"),
        float(attribution["cue"] is None),
        float(attribution["source"] is None),
        1.0,
    )


@dataclass(frozen=True)
class Calibration:
    """The weights of the signs."""

    score: float
    direct: float
    mixed: float
    no_cue: float
    no_source: float
    constant: float

    def __call__(self, attribution: Attribution) -> float:
        """The probability that the attribution is right."""
        weights = (self.score, self.direct, self.mixed, self.no_cue, self.no_source, self.constant)
        return 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, signs(attribution), strict=True))))


UNCALIBRATED = Calibration(1, 0, 0, 0, 0, 0)
