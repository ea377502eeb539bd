"""Examples to batches, in an order that only the plan's seed decides."""

import random
from collections.abc import Iterator

from training.losses import Batch, collate
from training.plan import Plan
from training.windows import Prepared, Window, cut, vary

TREEBANKS = ("ewt", "gum")
POOL = 128  # windows that are sorted by length together


def epoch_batches(examples: list[tuple[str, Prepared]], plan: Plan, epoch: int) -> list[list[Window]]:
    """The batches of one epoch, the same for the same seed and epoch; windows of like length together."""
    rng = random.Random(f"{plan.seed}/{epoch}")
    windows = []
    for corpus, example in examples:
        for _ in range(plan.newsroom_repeats if corpus == "newsroom" else 1):
            found = [vary(w, rng) for w in cut(example, rng)]
            if corpus in TREEBANKS:
                found = [w for w in found if rng.random() < plan.treebank_share]
            windows += found
    rng.shuffle(windows)
    batches = []
    for i in range(0, len(windows), POOL):
        batches += packed(sorted(windows[i : i + POOL], key=lambda w: len(w.ids)), plan.batch)
    rng.shuffle(batches)
    return batches


def packed(windows: list[Window], budget: int) -> list[list[Window]]:
    """Neighbours together, up to ``budget`` word pieces with padding; windows come in order of length."""
    batches: list[list[Window]] = []
    for window in windows:
        if not batches or len(window.ids) * (len(batches[-1]) + 1) > budget:
            batches.append([])
        batches[-1].append(window)
    return batches


def schedule(examples: list[tuple[str, Prepared]], plan: Plan, start: int) -> Iterator[tuple[int, int, Batch]]:
    """(step, total steps, batch) from ``start`` on."""
    per_epoch = len(epoch_batches(examples, plan, 0))
    total = int(per_epoch * plan.epochs)
    step = epoch = 0
    while step < total:
        for windows in epoch_batches(examples, plan, epoch):
            if step >= start and step < total:
                yield step, total, collate(windows)
            step += 1
        epoch += 1
