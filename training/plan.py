"""How long and how fast to learn."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """How long and how fast to learn."""

    epochs: float = 9
    batch: int = 3000  # word pieces
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    weight_decay: float = 0.01
    newsroom_repeats: int = 3
    treebank_share: float = 0.5  # of the treebanks' windows, others in each epoch
    average: float = 0.999  # decay of the running mean of the weights, which is what a run ends with
    clip: float = 1.0
    seed: int = 1
    fork: float = 0.58  # share of the steps after which the fork is kept


FIRST = Plan()
# From the end of the first, smaller batches and fewer windows of the treebanks, for what is learnt from news.
SECOND = Plan(epochs=12.5, batch=2000, treebank_share=0.25, seed=11)


def rate(step: int, total: int, warmup: float) -> float:
    """Linear warm-up, then linear decay to zero."""
    rise = max(1, int(warmup * total))
    return (step + 1) / rise if step < rise else max(0.0, (total - step) / (total - rise))
