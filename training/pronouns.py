"""Fit the pronoun weights: ``python -m training.pronouns ../shared/data/newsroom/train.jsonl``.

A softmax over the candidates of each pronoun that is a source (as in Denis and Baldridge, IJCAI 2007, who rank
mentions so), with the signs that :class:`claimx.people.antecedents.Timeline` computes, and an L2 penalty. Prints the
weights, to be copied into ``claimx.people.antecedents.WEIGHTS``, and how many pronouns they get right.
"""

import json
import sys
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from claimx.api import load
from claimx.people.antecedents import PRONOUNS, WEIGHTS, Signs, Timeline, Wanted
from claimx.people.cast import Figure
from claimx.people.names import key_of

Floats = NDArray[np.float64]
Case = tuple[Floats, NDArray[np.bool_]]  # (candidates, signs), which candidates are the one meant
PENALTY = 1.0
STEPS, STEP = 400, 0.05


class Watched(Timeline):
    """A timeline that notes the candidates of every pronoun it is asked about."""

    seen: dict[int, list[tuple[Figure, Signs]]] = {}  # noqa: RUF012  # shared on purpose: the sweep makes the object

    def best(
        self, token: int, wanted: Wanted, barred: Container[Figure | None] = (), before: int | None = None
    ) -> tuple[Figure | None, bool]:
        """As the timeline does."""
        found = self.candidates(token, wanted, barred, token if before is None else before)
        self.seen.setdefault(token, [(f, self.signs(token, f, mentions)) for f, mentions in found.items()])
        return super().best(token, wanted, barred, before)


def cases(path: Path) -> Iterator[Case]:
    """One per pronoun that is a gold source with a named speaker, where that speaker is among the candidates."""
    nlp = load()
    for row in map(json.loads, path.open(encoding="utf-8")):
        Watched.seen.clear()
        doc = nlp(row["text"])
        for quote in row["quotes"]:
            if not quote["source"] or not quote["speaker"]:
                continue
            start, end = quote["source"][0]
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is None or span[0].lower_ not in PRONOUNS:
                continue
            names = {key_of(name) for name in quote["speaker"]}
            found = Watched.seen.get(span.start, [])
            right = np.array([key_of(figure.name or "") in names for figure, _ in found], dtype=bool)
            if right.any():
                yield np.array([signs for _, signs in found], dtype=float), right


def fit(data: list[Case]) -> Floats:
    """The weights that make the meant candidates likeliest, by Adam."""
    weights, mean, spread = (np.zeros(len(Signs._fields)) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = PENALTY * weights
        for signs, right in data:
            scores = np.exp(signs @ weights - (signs @ weights).max())
            slope += signs.T @ (scores / scores.sum() - scores * right / (scores * right).sum())
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights -= STEP * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights


def right(data: list[Case], weights: Any) -> int:
    """How many pronouns the weights resolve."""
    return sum(bool(meant[(signs @ np.array(weights)).argmax()]) for signs, meant in data)


def main(path: Path) -> None:
    """Fit and print."""
    with patch("claimx.pipeline.speakers.Timeline", Watched):
        data = list(cases(path))
    fitted = fit(data)
    print(Signs(*(round(float(w), 2) for w in fitted)))
    print(f"{len(data)} pronouns: fitted {right(data, fitted)} right, shipped {right(data, WEIGHTS)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
