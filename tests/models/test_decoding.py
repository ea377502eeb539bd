"""Trees, chains and distances: small cases with known answers, and agreement with brute force."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.models.chains import best_chain, spans_of
from claimx.models.heads import BUCKETS, distance_bucket
from claimx.models.trees import best_tree, cycle


def is_tree(heads: list[int]) -> bool:
    return sum(i == h for i, h in enumerate(heads)) == 1 and not cycle(heads)


@pytest.mark.parametrize(
    ("heads", "looped"),
    [
        ([0, 0, 1], set()),  # a root stands for itself and is no cycle
        ([0, 2, 1], {1, 2}),
        ([1, 2, 0], {0, 1, 2}),
        ([1, 1, 3, 2], {2, 3}),
        ([0], set()),
    ],
)
def test_cycle(heads: list[int], looped: set[int]) -> None:
    assert set(cycle(heads)) == looped


def test_cycle_is_broken_at_the_lowest_cost() -> None:
    # 1 and 2 prefer each other; 0 is the root and 1 hangs on it at little cost.
    scores = np.array([[9, 0, 0], [4, 0, 5], [1, 8, 0]], dtype=np.float32)
    assert best_tree(scores) == [0, 0, 1]


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.integers(-50, 50), min_size=n * n, max_size=n * n)))
def test_best_tree_below_its_root_is_the_best(values: list[int]) -> None:
    n = int(len(values) ** 0.5)
    scores = np.array(values, dtype=np.float32).reshape(n, n)
    heads = best_tree(scores)
    assert is_tree(heads)
    root = next(i for i, h in enumerate(heads) if i == h)
    same_root = (list(other) for other in product(range(n), repeat=n) if other[root] == root and is_tree(list(other)))
    best = max(sum(scores[i, h] for i, h in enumerate(tree)) for tree in same_root)
    assert sum(scores[i, h] for i, h in enumerate(heads)) == pytest.approx(best)


@given(
    st.lists(st.tuples(*[st.integers(-20, 20)] * 3), max_size=5),
    st.tuples(*[st.tuples(*[st.integers(-9, 9)] * 3)] * 3),
)
def test_best_chain_beats_every_other(rows: list[tuple[int, ...]], moves: tuple[tuple[int, ...], ...]) -> None:
    emissions = np.array(rows, dtype=np.float32).reshape(-1, 3)
    transitions = np.array(moves, dtype=np.float32)
    transitions[0, 2] = -1e4

    def score(tags: tuple[int, ...]) -> float:
        if tags and tags[0] == 2:
            return -np.inf
        total = sum(emissions[i, tag] for i, tag in enumerate(tags))
        return float(total + sum(transitions[a, b] for a, b in pairwise(tags)))

    found = best_chain(emissions, transitions)
    assert len(found) == len(rows)
    assert score(tuple(found)) == pytest.approx(max(map(score, product(range(3), repeat=len(rows)))))


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ([], []),
        ([0, 0, 0], []),
        ([1, 2, 2], [(0, 3)]),
        ([1, 1, 2, 0, 1], [(0, 1), (1, 3), (4, 5)]),  # B directly after B starts anew
    ],
)
def test_spans_of(tags: list[int], spans: list[tuple[int, int]]) -> None:
    assert spans_of(tags) == spans


@pytest.mark.parametrize(
    ("a", "b", "bucket"),
    [
        ((0, 3), (2, 5), 0),  # they overlap
        ((5, 6), (2, 5), 1),  # directly after
        ((0, 2), (2, 4), 11),  # directly before
        ((500, 501), (0, 1), 10),  # the last bucket has no end
        ((0, 1), (500, 501), BUCKETS - 1),
    ],
)
def test_distance_bucket(a: tuple[int, int], b: tuple[int, int], bucket: int) -> None:
    assert distance_bucket(a, b) == bucket
