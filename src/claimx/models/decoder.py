"""Scores over pairs of words, from the encoder's word vectors: arcs, dependency labels, attribution links.

These are the heads of the network that look at two words; here only the pairs that matter are computed.
Weights come from ``decoder.npz``.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimx.models.card import DIRECTORY, verified
from claimx.models.heads import LINK_ROLES, LINK_WIDTH, PAIRS

Floats = NDArray[np.float32]
Halves = NDArray[np.float16]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Decoder:
    """Weights of the pairwise heads, and the transitions of the role chains."""

    weights: dict[str, Floats]

    @classmethod
    @cache
    def load(cls, directory: Path = DIRECTORY) -> "Decoder":
        """Read ``decoder.npz``, once for all that decode."""
        with np.load(verified(directory, "decoder.npz"), allow_pickle=False) as arrays:
            return cls({name: arrays[name].astype(np.float32) for name in arrays.files})

    def linear(self, name: str, x: Floats) -> Floats:
        """One affine map."""
        return x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def arc_sides(self, vectors: Floats) -> tuple[Floats, Floats, Floats]:
        """What the arcs of any sentence are made of: ``left[s] @ right[s].T + bias[s]`` for its words ``s``.

        Those scores are (n, n), dependent by head; the diagonal stands for the root.
        """
        dependent = np.maximum(self.linear("arc_dependent", vectors), 0)
        head = np.maximum(self.linear("arc_head", vectors), 0)
        bias = head @ self.weights["arc_bias.weight"][0]
        return dependent @ self.weights["arc_bilinear"], head, bias

    def labels(self, vectors: Floats, heads: Ints) -> Floats:
        """Scores (n, labels) of each word under its head (word indices into ``vectors``)."""
        hidden = self.linear("label_dependent", vectors) + self.linear("label_head", vectors)[heads]
        return self.linear("label_out", np.maximum(hidden, 0))

    def span_vectors(self, vectors: Halves, spans: list[tuple[int, int]], role: str, side: int) -> Floats:
        """The vector of each span as the left (0) or right (1) member of a pair."""
        offset = LINK_WIDTH * (LINK_ROLES.index(role) * 2 + side)
        rows = slice(offset, offset + LINK_WIDTH)
        edges = np.array(spans, dtype=np.int64).reshape(-1, 2)
        out = self.weights["link_start.bias"][rows] + self.weights["link_end.bias"][rows]
        out = out + vectors[edges[:, 0]].astype(np.float32) @ self.weights["link_start.weight"][rows].T
        return np.asarray(out + vectors[edges[:, 1] - 1].astype(np.float32) @ self.weights["link_end.weight"][rows].T)

    def link_probabilities(self, pair: int, left: Floats, right: Floats, buckets: list[int]) -> Floats:
        """Probability that each pair of spans (rows of ``left`` and ``right``) is in one attribution."""
        hidden = np.maximum(left + right + self.weights["link_distance"][pair][buckets], 0)
        score = hidden @ self.weights["link_out"][pair] + self.weights["link_bias"][pair]
        return np.asarray(1 / (1 + np.exp(-score)))


def pair_index(left: str, right: str) -> int:
    """Which pair scorer links the two roles."""
    return PAIRS.index((left, right))
