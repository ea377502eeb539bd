"""Linear-chain CRF over several BIO layers at once (Lafferty, McCallum, Pereira, ICML 2001)."""

import torch
from torch import Tensor, nn

from training.corpora import IGNORE


class LayeredCRF(nn.Module):
    """``layers`` independent chains of ``tags`` labels; I- directly after O is impossible."""

    def __init__(self, layers: int, tags: int) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(layers, tags, tags))
        forbidden = torch.zeros(tags, tags)
        forbidden[0, 2] = -1e4
        self.register_buffer("forbidden", forbidden)

    def scores(self) -> Tensor:
        """Transition scores, (layers, from, to)."""
        return self.transitions + self.forbidden

    def forward(self, emissions: Tensor, gold: Tensor) -> Tensor:
        """Negative log-likelihood summed over chains, per labelled word.

        Args:
            emissions: (batch, words, layers, tags).
            gold: (batch, words, layers); ``IGNORE`` marks padding at the end or a layer without gold.
        """
        batch, words, layers, tags = emissions.shape
        e = emissions.permute(0, 2, 1, 3).reshape(batch * layers, words, tags).float()
        y = gold.permute(0, 2, 1).reshape(batch * layers, words)
        known = y != IGNORE
        keep = known[:, 0]
        if not keep.any():
            return emissions.sum() * 0
        trans = self.scores().repeat(batch, 1, 1)[keep]
        e, y, known = e[keep], y[keep].clamp(min=0), known[keep]
        rows = torch.arange(len(y), device=y.device)
        path = (e.gather(2, y.unsqueeze(2)).squeeze(2) * known).sum(1)
        moves = trans[rows.unsqueeze(1), y[:, :-1], y[:, 1:]]
        path = path + (moves * known[:, 1:]).sum(1)
        return (log_partition(e, trans, known) - path).sum() / known.sum()


def log_partition(emissions: Tensor, transitions: Tensor, known: Tensor) -> Tensor:
    """Log of the summed weight of all paths, (chains).

    The steps are multiplied two by two (log-semiring matrices), so that a window takes log2(words) rounds.

    Args:
        emissions: (chains, words, tags).
        transitions: (chains, from, to).
        known: (chains, words), False for the padding at the end.
    """
    tags = emissions.shape[2]
    nothing = torch.full((tags, tags), -1e4, device=emissions.device).fill_diagonal_(0)
    steps = transitions.unsqueeze(1) + emissions[:, 1:].unsqueeze(2)
    steps = torch.where(known[:, 1:, None, None], steps, nothing)
    while steps.shape[1] > 1:
        if steps.shape[1] % 2:
            steps = torch.cat([steps, nothing.expand(len(steps), 1, tags, tags)], 1)
        steps = torch.logsumexp(steps[:, ::2].unsqueeze(4) + steps[:, 1::2].unsqueeze(2), dim=3)
    first = emissions[:, 0]
    if not steps.shape[1]:
        return torch.logsumexp(first, dim=1)
    return torch.logsumexp(first.unsqueeze(2) + steps[:, 0], dim=(1, 2))
