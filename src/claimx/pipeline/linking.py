"""Spans of source, cue and content, and which of them belong together: scores in, attributions out.

Everything here counts in words (tokens that are not white space). The spans are the best BIO chain of each
layer; each content then takes its likeliest cue, each cue its likeliest source, and a content without a cue
its likeliest source.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimx.models.chains import best_chain, spans_of
from claimx.models.decoder import Decoder, pair_index
from claimx.models.heads import LAYERS, OUTSIDE, distance_bucket

Span = tuple[int, int]
Links = dict[int, dict[int, float]]

REACH = 150  # words between two spans that can be linked; training windows are not much longer
PAIRS_AT_ONCE = 8192  # bounds the memory of the pair scorer
LIKELY = 0.5  # probability from which a link holds
# Taken off the score of O in each layer: a source or a content that is missed costs a user more than one that
# --min-confidence can drop, a false cue takes contents from a true one. Chosen on attribution/dev, where it gives exact
# cue 75.4, content50 79.7 and linked 74.4 (75.1, 79.7 and 74.2 without); on newsroom/dev 85.1, 86.3 and 80.5 (85.5,
# 86.4 and 80.7). Differences as small as these say little about other articles.
BIAS = {"source": 0.15, "cue": -0.3, "content": 0.15, "nested": 0.15}


class Places(NamedTuple):
    """Where the words' vectors lie: ``tensor`` has a row per token, ``words`` says which tokens are the words."""

    tensor: NDArray[np.float16]
    words: list[int]

    def tokens(self, spans: list[Span]) -> list[Span]:
        """Spans of words as spans of tokens, white space at their edges left out."""
        return [(self.words[start], self.words[end - 1] + 1) for start, end in spans]


@dataclass
class Group:
    """One attribution in words; ``score`` is the product of the probabilities that went into it."""

    source: Span | None
    cue: Span | None
    content: list[Span] = field(default_factory=list)
    score: float = 1.0


def find_spans(roles: NDArray[np.float32], transitions: NDArray[np.float32]) -> dict[str, dict[Span, float]]:
    """The spans of each layer with their mean probability.

    Args:
        roles: (n, layers, 3) scores of O, B, I.
        transitions: (layers, 3, 3).
    """
    roles = roles.copy()
    roles[:, :, OUTSIDE] -= [BIAS[layer] for layer in LAYERS]
    shifted = np.exp(roles - roles.max(2, keepdims=True))
    outside = shifted[..., OUTSIDE] / shifted.sum(2)
    return {
        layer: {
            (start, end): float(1 - outside[start:end, k].mean())
            for start, end in spans_of(best_chain(roles[:, k], transitions[k]))
        }
        for k, layer in enumerate(LAYERS)
    }


def link(decoder: Decoder, at: Places, role: str, spans: list[Span], other: str, others: list[Span]) -> Links:
    """Probabilities that ``spans[i]`` and ``others[j]`` are in one attribution, for those in reach."""
    starts = [start for start, _ in others]
    longest = max((end - start for start, end in others), default=0)
    pairs = [
        (i, j)
        for i, (start, end) in enumerate(spans)
        for j in range(bisect_left(starts, start - REACH - longest), bisect_right(starts, end + REACH))
        if others[j][1] >= start - REACH
    ]
    links: Links = {}
    if not pairs:
        return links
    pair = pair_index(role, other)
    left = decoder.span_vectors(at.tensor, at.tokens(spans), role, 0)
    right = decoder.span_vectors(at.tensor, at.tokens(others), other, 1)
    for first in range(0, len(pairs), PAIRS_AT_ONCE):
        some = pairs[first : first + PAIRS_AT_ONCE]
        rows, columns = (list(side) for side in zip(*some, strict=True))
        buckets = [distance_bucket(spans[i], others[j]) for i, j in some]
        probabilities = decoder.link_probabilities(pair, left[rows], right[columns], buckets).tolist()
        for (i, j), p in zip(some, probabilities, strict=True):
            links.setdefault(i, {})[j] = p
    return links


def likeliest(candidates: dict[int, float]) -> tuple[int, float] | None:
    """The best candidate, when it is likely at all."""
    if not candidates:
        return None
    best = max(candidates, key=lambda j: candidates[j])
    return (best, candidates[best]) if candidates[best] >= LIKELY else None


def find_groups(decoder: Decoder, at: Places, roles: NDArray[np.float32]) -> list[Group]:
    """All attributions of a text, in order of their first word of content."""
    found = find_spans(roles, decoder.weights["transitions"])
    certainty = {
        "source": found["source"],
        "cue": found["cue"],
        "content": found["content"] | found["nested"],
    }
    sources, cues, contents = (sorted(certainty[role]) for role in ("source", "cue", "content"))
    to_cue = link(decoder, at, "content", contents, "cue", cues)
    to_source = link(decoder, at, "source", sources, "cue", cues)
    direct = link(decoder, at, "source", sources, "content", contents)
    cue_sources, content_sources = turned(to_source), turned(direct)
    groups: dict[int, Group] = {}
    loose = []
    for i, content in enumerate(contents):
        choice = likeliest(to_cue.get(i, {}))
        if choice is None:
            group = Group(None, None, [content], certainty["content"][content])
            loose.append(group)
            attach(group, likeliest(content_sources.get(i, {})), sources, certainty["source"])
            continue
        cue, p = choice
        if cue not in groups:
            groups[cue] = Group(None, cues[cue], [], certainty["cue"][cues[cue]])
            attach(groups[cue], likeliest(cue_sources.get(cue, {})), sources, certainty["source"])
        groups[cue].content.append(content)
        groups[cue].score *= p * certainty["content"][content]
    return sorted([*groups.values(), *loose], key=lambda g: (g.content[0], g.cue or g.content[0]))


def attach(group: Group, choice: tuple[int, float] | None, sources: list[Span], certainty: dict[Span, float]) -> None:
    """Give a group its source."""
    if choice is not None:
        group.source = sources[choice[0]]
        group.score *= choice[1] * certainty[group.source]


def turned(links: Links) -> Links:
    """The same links, looked up from the other side."""
    out: Links = {}
    for i, row in links.items():
        for j, p in row.items():
            out.setdefault(j, {})[i] = p
    return out
