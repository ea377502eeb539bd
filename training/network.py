"""The multi-task network: MiniLM-L6-H384 with casing embedding, and one small head per task.

Heads are linear over the vector of a word's first piece. Arcs are biaffine (Dozat and Manning, ICLR 2017);
dependency labels and attribution links are one-hidden-layer scorers whose first layer splits into a sum of
two word vectors, so that at run time only the pairs that matter are computed.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import BertModel

from claimx.models.heads import BUCKETS, LAYERS, LINK_ROLES, LINK_WIDTH, PAIRS
from claimx.models.pieces import CASINGS
from training.crf import LayeredCRF
from training.labels import NAMES

ARC, LABEL = 192, 128


@dataclass(frozen=True)
class Sizes:
    """Number of labels of the heads whose label sets are read from the corpora."""

    tags: int
    pos: int
    lemmas: int
    labels: int


class ClaimxNetwork(nn.Module):
    """Word pieces in, scores of every head out."""

    def __init__(self, encoder: BertModel, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        hidden = encoder.config.hidden_size
        self.casing = nn.Embedding(len(CASINGS), hidden)
        nn.init.normal_(self.casing.weight, std=0.02)
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(hidden, sizes.tags)
        self.pos = nn.Linear(hidden, sizes.pos)
        self.lemmas = nn.Linear(hidden, sizes.lemmas)
        self.sents = nn.Linear(hidden, 2)
        self.names = nn.Linear(hidden, len(NAMES))
        self.roles = nn.Linear(hidden, len(LAYERS) * 3)
        self.crf = LayeredCRF(len(LAYERS), 3)
        self.arc_dependent = nn.Linear(hidden, ARC)
        self.arc_head = nn.Linear(hidden, ARC)
        self.arc_bilinear = nn.Parameter(torch.randn(ARC, ARC) * 0.02)
        self.arc_bias = nn.Linear(ARC, 1, bias=False)
        self.label_dependent = nn.Linear(hidden, LABEL)
        self.label_head = nn.Linear(hidden, LABEL)
        self.label_out = nn.Linear(LABEL, sizes.labels)
        self.link_start = nn.Linear(hidden, LINK_WIDTH * len(LINK_ROLES) * 2)
        self.link_end = nn.Linear(hidden, LINK_WIDTH * len(LINK_ROLES) * 2)
        self.link_distance = nn.Parameter(torch.zeros(len(PAIRS), BUCKETS, LINK_WIDTH))
        self.link_out = nn.Parameter(torch.randn(len(PAIRS), LINK_WIDTH) * 0.05)
        self.link_bias = nn.Parameter(torch.full((len(PAIRS),), -1.0))

    def words(self, ids: Tensor, casing: Tensor, mask: Tensor | None, first: Tensor) -> Tensor:
        """Word vectors (batch, words, hidden) from pieces (batch, pieces)."""
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.casing(casing)
        out = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        index = first.unsqueeze(-1).expand(-1, -1, out.shape[-1])
        return self.dropout(out.gather(1, index))

    def arcs(self, words: Tensor) -> Tensor:
        """Scores (batch, dependent, head); the diagonal stands for the root."""
        dependent = self.dropout(torch.relu(self.arc_dependent(words)))
        head = self.dropout(torch.relu(self.arc_head(words)))
        return dependent @ self.arc_bilinear @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)

    def simple(self, words: Tensor) -> dict[str, Tensor]:
        """Scores of the linear heads, (batch, words, labels) each."""
        return {n: getattr(self, n)(words) for n in ("tags", "pos", "lemmas", "sents", "names", "roles")}
