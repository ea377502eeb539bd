"""Make confidence mean something: ``python -m training.calibrate ../shared/data/attribution/dev.jsonl``.

Logistic regression over the signs of :mod:`claimx.pipeline.confidence`, fitted on every second article and measured
on the others; the weights go into ``model.json``. An attribution is right when its content and its source overlap
those of one gold attribution by half or more.
"""

import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimx.api import load
from claimx.models.card import load_card
from claimx.pipeline.attribution import AttributionComponent
from claimx.pipeline.confidence import SIGNS, UNCALIBRATED, signs
from claimx.pipeline.spans import to_chars
from claimx.scoring.attributions import calibration_error
from claimx.scoring.figures import ALIKE, Piece, likeness
from training.card import write_card

Floats = NDArray[np.float64]
PENALTY = 0.01
SURE = 0.9


def alike(a: list[Piece], b: list[Piece]) -> bool:
    """Both empty, or overlapping by half."""
    return a == b or likeness(a, b) >= ALIKE


def observe(path: Path) -> list[tuple[Floats, Floats]]:
    """For each article the signs of its attributions, (n, signs), and whether they were right, (n)."""
    nlp = load()
    component = nlp.get_pipe("claimx_attribution")
    assert isinstance(component, AttributionComponent)
    component.calibration = UNCALIBRATED
    observed = []
    for row in map(json.loads, path.open(encoding="utf-8")):
        gold = [[[(s, e) for s, e in a[role]] for role in ("content", "source")] for a in row["attributions"]]
        doc = nlp(row["text"], disable=nlp.pipe_names[nlp.pipe_names.index("claimx_attribution") + 1 :])
        found = doc._.claimx_attributions
        right = []
        for a in found:
            content = [to_chars(doc, s) for s in a["content"]]
            source = [to_chars(doc, a["source"])] if a["source"] else []
            right.append(any(alike(content, c) and alike(source, s) for c, s in gold))
        rows = np.array([signs(a) for a in found]).reshape(-1, len(SIGNS))
        observed.append((rows, np.array(right, dtype=float)))
    return observed


def fit(x: Floats, right: Floats) -> list[float]:
    """Weights of the logistic regression of ``right`` on the signs, by Newton's method with a slight penalty."""
    w = np.zeros(x.shape[1])
    for _ in range(30):
        q = sigmoid(x @ w)
        w += np.linalg.solve(
            (x * (q * (1 - q))[:, None]).T @ x + PENALTY * np.eye(len(w)), x.T @ (right - q) - PENALTY * w
        )
    return [round(float(v), 4) for v in w]


def sigmoid(x: Floats) -> Floats:
    """The logistic function."""
    return np.asarray(1 / (1 + np.exp(-x)))


def joined(parts: list[tuple[Floats, Floats]]) -> tuple[Floats, Floats]:
    """Signs and outcomes of several articles."""
    return np.concatenate([s for s, _ in parts]), np.concatenate([r for _, r in parts])


def main(path: Path) -> None:
    """Fit, measure, write."""
    observed = observe(path)
    weights = dict(zip(SIGNS, fit(*joined(observed[::2])), strict=True))
    x, right = joined(observed[1::2])
    confidence = sigmoid(x @ np.array(list(weights.values())))
    kept = right[confidence >= SURE]
    error = calibration_error([(float(p), bool(hit)) for p, hit in zip(confidence, right, strict=True)])
    print(f"{weights}; expected calibration error on the other half {error:.3f}")
    print(f"from {SURE} on: {len(kept)} of {len(right)} there, {100 * kept.mean():.1f} % right")
    write_card(load_card() | {"calibration": weights})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
