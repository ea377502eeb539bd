"""Best BIO sequences under a linear-chain model (Viterbi 1967), and the spans they spell."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from claimx.models.heads import BEGIN, OUTSIDE

Span = tuple[int, int]


def best_chain(emissions: NDArray[np.float32], transitions: NDArray[np.float32]) -> list[int]:
    """The best sequence of O, B, I; I never follows O nor stands first.

    Args:
        emissions: (n, 3) scores.
        transitions: (3, 3) scores, from by to.
    """
    (oo, ob, _), (bo, bb, bi), (io, ib, ii) = transitions.tolist()
    rows = emissions.tolist()
    if not rows:
        return []
    o, b, _ = rows[0]
    i = -1e9
    back = []
    # Three states, written out: several times faster than arrays of three.
    for eo, eb, ei in rows[1:]:
        from_o, from_b, from_i = o + oo, b + bo, i + io
        po = 0 if from_o >= from_b and from_o >= from_i else 1 if from_b >= from_i else 2
        no = (from_o, from_b, from_i)[po] + eo
        from_o, from_b, from_i = o + ob, b + bb, i + ib
        pb = 0 if from_o >= from_b and from_o >= from_i else 1 if from_b >= from_i else 2
        nb = (from_o, from_b, from_i)[pb] + eb
        from_b, from_i = b + bi, i + ii
        pi = 1 if from_b >= from_i else 2
        i = (from_b if pi == 1 else from_i) + ei
        o, b = no, nb
        back.append((po, pb, pi))
    tag = max(range(3), key=(o, b, i).__getitem__)
    tags = [tag]
    for pointers in reversed(back):
        tag = pointers[tag]
        tags.append(tag)
    return tags[::-1]


def spans_of(tags: list[int]) -> list[Span]:
    """Half-open spans of a BIO sequence."""
    starts = [i for i, tag in enumerate(tags) if tag == BEGIN]
    spans = []
    for start, following in pairwise([*starts, len(tags)]):
        end = start + 1
        while end < following and tags[end] not in (OUTSIDE, BEGIN):
            end += 1
        spans.append((start, end))
    return spans
