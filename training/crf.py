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
        alpha = e[:, 0]
        for t in range(1, words):
            step = torch.logsumexp(alpha.unsqueeze(2) + trans, dim=1) + e[:, t]
            alpha = torch.where(known[:, t : t + 1], step, alpha)
        rows = torch.arange(len(y))
        path = (e.gather(2, y.unsqueeze(2)).squeeze(2) * known).sum(1)
        moves = trans[rows.unsqueeze(1), y[:, :-1], y[:, 1:]]
        path = path + (moves * known[:, 1:]).sum(1)
        return (torch.logsumexp(alpha, dim=1) - path).sum() / known.sum()
