"""Examples to training windows: arrays of word pieces with the labels of every head.

Windows are cut anew in every epoch, at random places, and typography is varied (quotation marks, line
breaks, capitals), so that the encoder relies on neither.
"""

import random
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimx.models.heads import BEGIN, INSIDE, LAYERS
from claimx.models.pieces import BREAK_PIECES, CLS, SEP, Pieces
from training.corpora import IGNORE, Example, edit_script
from training.labels import NAMES

Array = NDArray[np.int64]
LONGEST = 318  # word pieces in a window, without [CLS] and [SEP]
SHORTEST = 128  # the least that a text's windows are cut to
MASK = 103
MASKED = 0.06  # of the pieces, hidden, so that context is learnt as well as words
DOUBLE = (1000, 1523, 1524)  # ids of the marks " “ ” in the vocabulary
MARK_STYLES = ((1000, 1000), (1523, 1524), (1005, 1005), (1520, 1521), (1077, 1090))


@dataclass
class Prepared:
    """An example with its pieces and word labels as arrays; ``IGNORE`` where the corpus is silent."""

    pieces: Pieces
    word_labels: dict[str, Array]  # roles (n, 4), names, tags, pos, lemmas, sents, heads, labels (n)
    spans: dict[str, list[tuple[int, int]]]
    pairs: list[tuple[str, int, str, int]]  # (role, span index, role, span index): in one attribution
    cuts: list[int]
    has_links: bool


@dataclass
class Window:
    """Pieces with [CLS] and [SEP], and the labels of its words; spans and heads count from its first word."""

    ids: Array
    casing: Array
    first: Array
    word_labels: dict[str, Array]
    spans: dict[str, list[tuple[int, int]]]
    pairs: set[tuple[str, int, str, int]]
    has_links: bool


def prepare(example: Example, pieces: Pieces, labels: dict[str, list[str]]) -> Prepared:
    """Turn labels into indices once; windows are slices of these."""
    n = len(example.words)
    index = {k: {v: i for i, v in enumerate(values)} for k, values in labels.items()}
    unknown = [None] * n
    scripts = [edit_script(w, x) if x else None for w, x in zip(example.words, example.lemmas or unknown, strict=True)]
    word_labels = {
        name: np.array([index[name].get(v, IGNORE) if v else IGNORE for v in values], dtype=np.int64)
        for name, values in (
            ("tags", example.tags or unknown), ("pos", example.pos or unknown),
            ("lemmas", scripts), ("labels", example.labels or unknown),
        )
    }  # fmt: skip
    word_labels["heads"] = np.array(example.heads or [IGNORE] * n, dtype=np.int64)
    word_labels["sents"] = np.array(example.sentence_starts or [IGNORE] * n, dtype=np.int64)
    word_labels["names"] = name_labels(example)
    spans, pairs = spans_and_pairs(example)
    word_labels["roles"] = role_labels(example, spans)
    return Prepared(pieces, word_labels, spans, pairs, example.cuts, example.attributions is not None)


def name_labels(example: Example) -> Array:
    """BIO over the name types."""
    out = np.full(len(example.words), IGNORE if example.names is None else 0, dtype=np.int64)
    for start, end, kind in example.names or []:
        out[start:end] = NAMES.index(f"I-{kind}")
        out[start] = NAMES.index(f"B-{kind}")
    return out


def spans_and_pairs(
    example: Example,
) -> tuple[dict[str, list[tuple[int, int]]], list[tuple[str, int, str, int]]]:
    """Distinct spans of each layer; a content inside a larger one goes to the layer ``nested``."""
    gold = example.attributions or []
    contents = sorted({c for a in gold for c in a.content})
    nested = {c for c in contents if any(o != c and o[0] <= c[0] and c[1] <= o[1] for o in contents)}
    spans = {
        "source": sorted({s for a in gold for s in a.source}),
        "cue": sorted({s for a in gold for s in a.cue}),
        "content": [c for c in contents if c not in nested],
        "nested": [c for c in contents if c in nested],
    }
    at = {role: {s: i for i, s in enumerate(found)} for role, found in spans.items()}
    pairs = []
    for a in gold:
        content = [("nested" if c in nested else "content", c) for c in a.content]
        members = [("source", s) for s in a.source] + [("cue", s) for s in a.cue] + content
        for i, (role, s) in enumerate(members):
            pairs += [(role, at[role][s], other, at[other][o]) for other, o in members[i + 1 :] if role != other]
    return spans, pairs


def role_labels(example: Example, spans: dict[str, list[tuple[int, int]]]) -> Array:
    """One BIO column per layer."""
    out = np.full((len(example.words), len(LAYERS)), IGNORE, dtype=np.int64)
    if example.attributions is not None:
        out[:] = 0
        if not example.nested_known:  # PolNeAR marks no content inside another: absence says nothing
            out[:, LAYERS.index("nested")] = IGNORE
    for layer, role in enumerate(LAYERS):
        for start, end in spans[role]:
            out[start:end, layer] = INSIDE
            out[start, layer] = BEGIN
    return out


def cut(example: Prepared, rng: random.Random) -> list[Window]:
    """Consecutive windows of a random length, the first of another, so that every epoch cuts elsewhere."""
    n, begin = len(example.pieces.first), example.pieces.begin
    longest = rng.randint(SHORTEST, LONGEST)
    windows, start, budget = [], 0, rng.randint(96, longest)
    while start < n:
        end = max(start + 1, int(np.searchsorted(begin, begin[start] + budget, side="right")) - 1)
        inside = [c for c in example.cuts if start < c <= end]
        if inside and end < n and inside[-1] > start + (end - start) // 2:
            end = inside[-1]
        windows.append(slice_window(example, start, end))
        start, budget = end, longest
    return windows


def slice_window(example: Prepared, start: int, end: int) -> Window:
    """Words ``start:end`` of an example."""
    p, a, b = (
        example.pieces,
        example.pieces.begin[start],
        min(example.pieces.begin[end], example.pieces.begin[start] + LONGEST),
    )
    ids = np.concatenate([[CLS], p.ids[a:b], [SEP]])
    casing = np.concatenate([[0], p.casing[a:b], [0]])
    labels = {k: v[start:end].copy() for k, v in example.word_labels.items()}
    heads = labels["heads"]
    inside = (heads >= start) & (heads < end)
    labels["heads"] = np.where(inside, heads - start, IGNORE)
    kept: dict[str, dict[int, int]] = {}
    spans: dict[str, list[tuple[int, int]]] = {}
    for role, found in example.spans.items():
        here = [i for i, (s, e) in enumerate(found) if start <= s and e <= end]
        kept[role] = {i: k for k, i in enumerate(here)}
        spans[role] = [(found[i][0] - start, found[i][1] - start) for i in here]
    pairs = {(r, kept[r][i], q, kept[q][j]) for r, i, q, j in example.pairs if i in kept[r] and j in kept[q]}
    return Window(ids, casing, p.first[start:end] - a + 1, labels, spans, pairs, example.has_links)


def vary(window: Window, rng: random.Random) -> Window:
    """Other quotation marks, other line breaks, lost capitals, hidden pieces."""
    ids, casing = window.ids, window.casing
    if rng.random() < 0.4:
        ids = ids.copy()
        left, right = rng.choice(MARK_STYLES)
        marks = np.flatnonzero(np.isin(ids, DOUBLE))
        opening = ids[marks] == DOUBLE[1]
        straight = ids[marks] == DOUBLE[0]
        opening[straight] = np.arange(straight.sum()) % 2 == 0
        ids[marks] = np.where(opening, left, right)
    if rng.random() < 0.2:
        ids = np.where(ids == BREAK_PIECES[2], BREAK_PIECES[1], ids)
    if rng.random() < 0.05:
        casing = np.where(casing > 1, 1, casing)
    hidden = np.random.default_rng(rng.getrandbits(32)).random(len(ids)) < MASKED
    ids = np.where(hidden & (ids > SEP), MASK, ids)
    return Window(ids, casing, window.first, window.word_labels, window.spans, window.pairs, window.has_links)
