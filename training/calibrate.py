"""Make confidence mean something: ``python -m training.calibrate ../shared/data/attribution/dev.jsonl``.

Platt scaling (Platt 1999) of an attribution's score, fitted on every second article and measured on the others;
the two numbers go into ``model.json``. An attribution is right when its content and its source overlap those of
one gold attribution by half or more.
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimx.api import load
from claimx.models.card import DIRECTORY
from claimx.pipeline.attribution import AttributionComponent
from claimx.pipeline.linking import UNCALIBRATED
from claimx.pipeline.spans import to_chars

Floats = NDArray[np.float64]
Chars = set[int]


def chars(spans: list[list[int]] | list[tuple[int, int]]) -> Chars:
    """The characters of several spans."""
    return {c for start, end in spans for c in range(start, end)}


def alike(a: Chars, b: Chars) -> bool:
    """Both empty, or overlapping by half."""
    return a == b or len(a & b) >= 0.5 * len(a | b)


def observe(path: Path) -> list[tuple[Floats, Floats]]:
    """For each article the uncalibrated scores and whether they were right."""
    nlp = load()
    component = nlp.get_pipe("claimx_attribution")
    assert isinstance(component, AttributionComponent)
    component.calibration = UNCALIBRATED
    observed = []
    for row in map(json.loads, path.open(encoding="utf-8")):
        gold = [(chars(a["content"]), chars(a["source"])) for a in row["attributions"]]
        doc = nlp(row["text"], disable=nlp.pipe_names[nlp.pipe_names.index("claimx_attribution") + 1 :])
        found = doc._.claimx_attributions
        right = []
        for a in found:
            content = chars([to_chars(doc, s) for s in a["content"]])
            source = chars([to_chars(doc, a["source"])] if a["source"] else [])
            right.append(any(alike(content, c) and alike(source, s) for c, s in gold))
        observed.append((np.array([a["confidence"] for a in found]), np.array(right, dtype=float)))
    return observed


def fit(score: Floats, right: Floats) -> tuple[float, float]:
    """Slope and intercept of the logistic regression of ``right`` on the score's logit, by Newton's method."""
    p = np.clip(score, 1e-4, 1 - 1e-4)
    x = np.stack([np.log(p / (1 - p)), np.ones_like(p)], 1)
    w = np.zeros(2)
    for _ in range(30):
        q = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve((x * (q * (1 - q))[:, None]).T @ x + 1e-6 * np.eye(2), x.T @ (right - q))
    return round(float(w[0]), 4), round(float(w[1]), 4)


def expected_error(confidence: Floats, right: Floats) -> float:
    """Expected calibration error over ten bins."""
    bins = np.minimum((confidence * 10).astype(int), 9)
    gaps = [abs(confidence[bins == b].sum() - right[bins == b].sum()) for b in range(10)]
    return float(sum(gaps) / max(1, len(right)))


def joined(parts: list[tuple[Floats, Floats]]) -> tuple[Floats, Floats]:
    """Scores and outcomes of several articles."""
    return np.concatenate([s for s, _ in parts]), np.concatenate([r for _, r in parts])


def main(path: Path) -> None:
    """Fit, measure, write."""
    observed = observe(path)
    slope, intercept = fit(*joined(observed[::2]))
    score, right = joined(observed[1::2])
    p = np.clip(score, 1e-4, 1 - 1e-4)
    error = expected_error(1 / (1 + np.exp(-(slope * np.log(p / (1 - p)) + intercept))), right)
    print(f"slope {slope}, intercept {intercept}; expected calibration error on the other half {error:.3f}")
    card_path = DIRECTORY / "model.json"
    card: dict[str, Any] = json.loads(card_path.read_text(encoding="utf-8"))
    card["calibration"] = {"slope": slope, "intercept": intercept}
    card_path.write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
