"""A BERT layer with onnxruntime's fused operators, written straight into the exported graph.

The transformer optimiser of onnxruntime finds attention by pattern and misses it where there is no mask. Its fused
``SkipLayerNormalization`` is left out: on a CPU it takes eight times as long as an addition and a plain layer norm.
Operators: https://onnxruntime.ai/docs/reference/operators/ContribOperators.html.
"""

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu, scaled_dot_product_attention
from transformers.models.bert.modeling_bert import BertLayer


class Attention(torch.autograd.Function):
    """``com.microsoft::Attention`` without mask: (batch, n, d) with weights (d, 3d) and bias (3d)."""

    @staticmethod
    def symbolic(g: Any, x: Any, weight: Any, bias: Any, heads: int) -> Any:
        """The graph node."""
        return g.op("com.microsoft::Attention", x, weight, bias, num_heads_i=heads).setType(x.type())

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, bias: Tensor, heads: int) -> Tensor:
        """The same in torch."""
        q, k, v = (t.unflatten(-1, (heads, -1)).transpose(1, 2) for t in (x @ weight + bias).chunk(3, -1))
        return scaled_dot_product_attention(q, k, v).transpose(1, 2).flatten(2)


class BiasGelu(torch.autograd.Function):
    """``com.microsoft::BiasGelu``."""

    @staticmethod
    def symbolic(g: Any, x: Any, bias: Any) -> Any:
        """The graph node."""
        return g.op("com.microsoft::BiasGelu", x, bias).setType(x.type())

    @staticmethod
    def forward(ctx: Any, x: Tensor, bias: Tensor) -> Tensor:
        """The same in torch."""
        return gelu(x + bias)


class FusedLayer(nn.Module):
    """One layer of BERT, its attention and its bias with GELU in one operator each."""

    def __init__(self, layer: BertLayer) -> None:
        super().__init__()
        own = layer.attention.self
        self.heads = own.num_attention_heads
        projections = (own.query, own.key, own.value)
        self.weight = nn.Parameter(torch.cat([p.weight.t() for p in projections], 1))
        self.bias = nn.Parameter(torch.cat([p.bias for p in projections]))
        self.layer = layer

    def forward(self, x: Tensor, rows: Tensor | None = None) -> Tensor:
        """(1, n, d) → (1, n, d), or (1, rows, d) of the rows that are asked for."""
        mixed = Attention.apply(x, self.weight, self.bias, self.heads)
        if rows is not None:
            mixed, x = mixed[:, rows], x[:, rows]
        x = add_and_norm(self.layer.attention.output, mixed, x)
        wide = self.layer.intermediate.dense
        return add_and_norm(self.layer.output, BiasGelu.apply(x @ wide.weight.t(), wide.bias), x)


def add_and_norm(output: nn.Module, x: Tensor, skip: Tensor) -> Tensor:
    """A BertOutput or BertSelfOutput: dense, residual, layer norm."""
    result: Tensor = output.LayerNorm(output.dense(x) + skip)
    return result
