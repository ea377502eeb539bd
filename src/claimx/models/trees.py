"""Maximum spanning trees over one sentence (Chu and Liu 1965; Edmonds 1967)."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def best_tree(scores: Floats) -> list[int]:
    """The best single-rooted tree.

    Args:
        scores: (n, n), dependent by head; the diagonal scores a word as the root.

    Returns:
        The head of each word; the root's is itself.
    """
    heads: list[int] = scores.argmax(1).tolist()
    roots = [i for i, h in enumerate(heads) if h == i]
    if len(roots) == 1 and not cycle(heads):
        return heads
    # A word's chance to be the root against its best head decides; then one tree below that root.
    others = scores.astype(np.float64, copy=True)
    diagonal = others.diagonal().copy()
    np.fill_diagonal(others, -np.inf)
    root = int((diagonal - others.max(1)).argmax()) if len(scores) > 1 else 0
    return spanning(others, root)


def cycle(heads: list[int]) -> list[int]:
    """The words of some cycle, empty when there is none."""
    state = [0] * len(heads)
    for i in range(len(heads)):
        path, node = [], i
        while not state[node]:
            state[node] = 1
            path.append(node)
            if heads[node] == node:
                break
            node = heads[node]
        else:
            if state[node] == 1:
                return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def spanning(scores: NDArray[np.float64], root: int) -> list[int]:
    """The best tree below a given root, by contracting cycles."""
    heads: list[int] = scores.argmax(1).tolist()
    heads[root] = root
    loop = cycle(heads)
    if not loop:
        return heads
    n, inside = len(scores), set(loop)
    outside = [i for i in range(n) if i not in inside]
    m = len(outside)  # the contracted cycle gets this index
    kept = scores[loop, [heads[i] for i in loop]]
    into = scores[np.ix_(loop, outside)] - kept[:, None]
    from_loop = scores[np.ix_(outside, loop)]
    small = np.full((m + 1, m + 1), -np.inf)
    small[:m, :m] = scores[np.ix_(outside, outside)]
    small[m, :m] = into.max(0)
    small[:m, m] = from_loop.max(1)
    tree = spanning(small, outside.index(root))
    for k, i in enumerate(outside):
        if i != root:
            heads[i] = loop[int(from_loop[k].argmax())] if tree[k] == m else outside[tree[k]]
    entry = int(into[:, tree[m]].argmax())
    heads[loop[entry]] = outside[tree[m]]
    return heads
