"""What is minimised: the heads' losses, each averaged over what is labelled in the batch."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from claimx.models.heads import LAYERS, LINK_ROLES, LINK_WIDTH, PAIRS, distance_bucket
from training.corpora import IGNORE
from training.network import ClaimxNetwork
from training.windows import Window

WEIGHTS = {
    "roles": 2.0, "crf": 2.0, "links": 1.0, "names": 0.5, "tags": 0.5, "pos": 0.2, "lemmas": 0.2,
    "sents": 1.0, "arcs": 0.7, "labels": 0.4,
}  # fmt: skip
WORD_LABELS = ("tags", "pos", "lemmas", "sents", "names", "heads", "labels", "roles")


@dataclass
class Batch:
    """Padded windows."""

    ids: Tensor
    casing: Tensor
    mask: Tensor
    first: Tensor
    labels: dict[str, Tensor]
    windows: list[Window]

    def to(self, device: torch.device) -> "Batch":
        """The batch on another device."""
        return Batch(
            ids=self.ids.to(device),
            casing=self.casing.to(device),
            mask=self.mask.to(device),
            first=self.first.to(device),
            labels={k: v.to(device) for k, v in self.labels.items()},
            windows=self.windows,
        )


def collate(windows: list[Window]) -> Batch:
    """Pad to the longest window and the window with most words."""
    size, pieces = len(windows), max(len(w.ids) for w in windows)
    words = max(len(w.first) for w in windows)
    ids, casing, mask = (torch.zeros(size, pieces, dtype=torch.long) for _ in range(3))
    first = torch.zeros(size, words, dtype=torch.long)
    labels = {k: torch.full((size, words), IGNORE) for k in WORD_LABELS}
    labels["roles"] = torch.full((size, words, len(LAYERS)), IGNORE)
    for i, w in enumerate(windows):
        ids[i, : len(w.ids)] = torch.from_numpy(w.ids)
        casing[i, : len(w.ids)] = torch.from_numpy(w.casing)
        mask[i, : len(w.ids)] = 1
        first[i, : len(w.first)] = torch.from_numpy(w.first)
        for k in WORD_LABELS:
            labels[k][i, : len(w.first)] = torch.from_numpy(w.word_labels[k])
    return Batch(ids, casing, mask, first, labels, windows)


def losses(net: ClaimxNetwork, batch: Batch) -> dict[str, Tensor]:
    """Unweighted loss of each head that has labels in the batch."""
    words = net.words(batch.ids, batch.casing, batch.mask, batch.first)
    gold = batch.labels
    found: dict[str, Tensor] = {}
    scores = net.simple(words)
    for name in ("tags", "pos", "lemmas", "sents", "names"):
        if (gold[name] != IGNORE).any():
            found[name] = cross_entropy(scores[name].flatten(0, 1), gold[name].flatten(), ignore_index=IGNORE)
    if (gold["roles"] != IGNORE).any():
        emissions = scores["roles"].unflatten(-1, (len(LAYERS), 3))
        found["roles"] = 2 * cross_entropy(emissions.flatten(0, 2), gold["roles"].flatten(), ignore_index=IGNORE)
        found["crf"] = 4 * net.crf(emissions, gold["roles"])
    if (gold["heads"] != IGNORE).any():
        found |= arc_losses(net, words, batch)
    links = link_loss(net, words, batch.windows)
    return found if links is None else {**found, "links": links}


def arc_losses(net: ClaimxNetwork, words: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Heads over the words of the window, and labels given the gold head."""
    heads, gold = batch.labels["heads"], batch.labels["labels"]
    scores = net.arcs(words)
    lengths = torch.tensor([len(w.first) for w in batch.windows], device=words.device)
    real = torch.arange(words.shape[1], device=words.device) < lengths.unsqueeze(1)
    scores = scores.masked_fill(~real.unsqueeze(1), -1e4)
    arcs = cross_entropy(scores.flatten(0, 1), heads.flatten(), ignore_index=IGNORE)
    index = heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, net.label_out.in_features)
    hidden = torch.relu(net.label_dependent(words) + net.label_head(words).gather(1, index))
    known = torch.where(heads == IGNORE, IGNORE, gold)
    labels = cross_entropy(net.label_out(net.dropout(hidden)).flatten(0, 1), known.flatten(), ignore_index=IGNORE)
    return {"arcs": arcs, "labels": labels}


def link_candidates(window: Window, pair: int) -> list[tuple[int, tuple[int, int], tuple[int, int], int]]:
    """All pairs of spans of the two roles, with whether they belong to one attribution."""
    left, right = PAIRS[pair]
    out = []
    for a_role in ("content", "nested") if left == "content" else (left,):
        for b_role in ("content", "nested") if right == "content" else (right,):
            for i, a in enumerate(window.spans[a_role]):
                for j, b in enumerate(window.spans[b_role]):
                    same = (a_role, i, b_role, j) in window.pairs or (b_role, j, a_role, i) in window.pairs
                    out.append((int(same), a, b, distance_bucket(a, b)))
    return out


def link_loss(net: ClaimxNetwork, words: Tensor, windows: list[Window]) -> Tensor | None:
    """Binary cross-entropy over the pairs of each kind."""
    width = LINK_WIDTH * len(LINK_ROLES) * 2
    start = net.link_start(words).view(*words.shape[:2], width)
    end = net.link_end(words).view(*words.shape[:2], width)
    total, kinds = None, 0
    for pair, (left, right) in enumerate(PAIRS):
        rows = [(i, *c) for i, w in enumerate(windows) if w.has_links for c in link_candidates(w, pair)]
        if not rows:
            continue
        at = torch.tensor([r[0] for r in rows])
        a = link_vectors(start, end, at, [r[2] for r in rows], left, 0)
        b = link_vectors(start, end, at, [r[3] for r in rows], right, 1)
        distance = net.link_distance[pair][torch.tensor([r[4] for r in rows])]
        score = net.dropout(torch.relu(a + b + distance)) @ net.link_out[pair] + net.link_bias[pair]
        gold = torch.tensor([float(r[1]) for r in rows], device=words.device)
        loss = binary_cross_entropy_with_logits(score, gold)
        total, kinds = (loss if total is None else total + loss), kinds + 1
    return None if total is None else total / kinds


def link_vectors(start: Tensor, end: Tensor, at: Tensor, spans: list[tuple[int, int]], role: str, side: int) -> Tensor:
    """The vector of each span as the left (0) or right (1) member of a pair."""
    offset = LINK_WIDTH * (LINK_ROLES.index(role) * 2 + side)
    first = torch.tensor([s for s, _ in spans])
    last = torch.tensor([e - 1 for _, e in spans])
    return start[at, first, offset : offset + LINK_WIDTH] + end[at, last, offset : offset + LINK_WIDTH]
