"""Attention whose matrices are bfloat16 throughout: half as fast again on a CPU as PyTorch's own.

Under autocast PyTorch's CPU kernel takes a third of a training step for its backward pass, and the written-out form
copies every matrix of scores to float32 for the softmax. Here scores and probabilities stay bfloat16; the softmax
itself counts in float32. Without dropout, which this network does not use there.
"""

from typing import Any

import torch
from torch import Tensor, nn
from transformers import AttentionInterface
from transformers.masking_utils import AttentionMaskInterface, eager_mask

NAME = "halves"
HIDDEN = -1e4  # score of a position that is padding


class Attention(torch.autograd.Function):
    """softmax(q k' + mask) v over (heads, words, width), with its gradient written out."""

    @staticmethod
    def forward(ctx: Any, q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None, scale: float) -> Tensor:
        """(batch, heads, words, width) of each; ``mask`` is added to the scores."""
        batch, heads, words, _ = q.shape
        flat = [x.to(torch.bfloat16).flatten(0, 1) for x in (q * scale, k, v)]
        scores = torch.bmm(flat[0], flat[1].transpose(1, 2))
        if mask is not None:
            scores.view(batch, heads, words, words).add_(mask)
        chances = torch.softmax(scores, -1)
        ctx.save_for_backward(*flat, chances)
        ctx.scale = scale
        return torch.bmm(chances, flat[2]).view(q.shape)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, Tensor, Tensor, None, None]:
        """Gradients of q, k and v."""
        q, k, v, chances = ctx.saved_tensors
        grad = grads[0].to(torch.bfloat16).flatten(0, 1)
        of_chances = torch.bmm(grad, v.transpose(1, 2))
        of_scores = torch._softmax_backward_data(of_chances, chances, -1, torch.bfloat16)
        found = (torch.bmm(of_scores, k) * ctx.scale, torch.bmm(of_scores.transpose(1, 2), q))
        dq, dk, dv = (x.view(grads[0].shape) for x in (*found, torch.bmm(chances.transpose(1, 2), grad)))
        return dq, dk, dv, None, None


def attention(
    module: nn.Module, query: Tensor, key: Tensor, value: Tensor, attention_mask: Tensor | None, **options: Any
) -> tuple[Tensor, None]:
    """What transformers calls; (batch, words, heads, width) comes back, and no probabilities."""
    scale = options.get("scaling") or query.shape[-1] ** -0.5
    with torch.autocast(query.device.type, enabled=False):
        mask = None if attention_mask is None else attention_mask.clamp(min=HIDDEN).to(torch.bfloat16)
        out: Tensor = Attention.apply(query, key, value, mask, scale)
    return out.transpose(1, 2).contiguous(), None


AttentionInterface.register(NAME, attention)
AttentionMaskInterface.register(NAME, eager_mask)
