"""Train the encoder: ``python -m training.train --data ../shared/data --base MODEL_DIR --out runs/one``.

Seeded, checkpointed every few minutes and resumed from ``checkpoint.pt`` when that is there. Runs on a GPU
when there is one. ``python -m training.ship`` does this and all that follows.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from transformers import BertModel

from claimx.models.pieces import load_tokenizer, to_pieces
from training import attention
from training.corpora import Example, read_articles, read_ud
from training.labels import collect
from training.losses import WEIGHTS, Batch, collate, losses
from training.network import ClaimxNetwork, Sizes
from training.windows import Prepared, Window, cut, prepare, vary

TREEBANKS = ("ewt", "gum")
FORK = "fork.pt"  # the checkpoint from the middle of a run, with which its end is averaged
POOL = 128  # windows that are sorted by length together


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


def read_training(data: Path) -> list[Example]:
    """All training parts, never a dev part."""
    return [
        *read_articles(data / "attribution/train.jsonl", data / "ner/train.silver.jsonl"),
        *read_articles(data / "newsroom/train.jsonl"),
        *read_ud(data / "ud/ewt.train.conllu"),
        *read_ud(data / "ud/gum.train.conllu"),
    ]


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


def optimizer(net: ClaimxNetwork, plan: Plan) -> torch.optim.AdamW:
    """AdamW with a slower rate for the pretrained part; the word embeddings, half of all weights, stay as they are."""
    net.encoder.embeddings.word_embeddings.requires_grad_(False)
    encoder = [p for p in net.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in net.encoder.parameters()}
    heads = [p for p in net.parameters() if id(p) not in known]
    return torch.optim.AdamW(
        [{"params": encoder, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}],
        weight_decay=plan.weight_decay,
        fused=True,
    )


def rate(step: int, total: int, warmup: float) -> float:
    """Linear warm-up, then linear decay to zero."""
    rise = max(1, int(warmup * total))
    return (step + 1) / rise if step < rise else max(0.0, (total - step) / (total - rise))


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


class Average:
    """Running mean of the weights (Polyak and Juditsky 1992); ``decay`` is reached as the steps go on."""

    def __init__(self, net: ClaimxNetwork, decay: float) -> None:
        self.decay = decay
        self.mean = {name: p.detach().clone() for name, p in net.named_parameters()}

    def update(self, net: ClaimxNetwork, step: int) -> None:
        """Take in the weights after ``step``."""
        decay = min(self.decay, (1 + step) / (10 + step))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.mean.values()), [p.detach() for p in net.parameters()], 1 - decay)


def save(path: Path, net: ClaimxNetwork, average: Average, opt: torch.optim.Optimizer, step: int) -> None:
    """Write beside and rename: a kill leaves a whole checkpoint."""
    part = path.with_suffix(".part")
    state = {"net": net.state_dict(), "average": average.mean, "opt": opt.state_dict(), "step": step}
    torch.save(state, part)
    part.replace(path)


def train(data: Path, base: Path, out: Path, plan: Plan, minutes: float, start_from: Path | None = None) -> None:
    """Train, or go on training, until the plan is done; from the base weights, or from those of another checkpoint."""
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(plan.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    corpora = read_training(data)
    labels = collect(corpora)
    (out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")
    (out / "plan.json").write_text(json.dumps(asdict(plan)), encoding="utf-8")
    tokenizer = load_tokenizer(base / "vocab.txt")
    examples = [(e.corpus, prepare(e, to_pieces(tokenizer, e.words, e.breaks), labels)) for e in corpora if e.words]
    net = ClaimxNetwork(
        # Dropout inside the encoder costs a quarter of the time on a CPU; hidden pieces and the average do its work.
        BertModel.from_pretrained(
            base,
            add_pooling_layer=False,
            attn_implementation=attention.NAME if device.type == "cpu" and fast_halves() else "sdpa",
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        ),
        Sizes(**{k: len(v) for k, v in labels.items()}),
    ).to(device)
    if start_from is not None:
        net.load_state_dict(torch.load(start_from, map_location=device, weights_only=True)["net"])
    opt, average = optimizer(net, plan), Average(net, plan.average)
    checkpoint, start = out / "checkpoint.pt", 0
    if checkpoint.exists():
        state: dict[str, Any] = torch.load(checkpoint, map_location=device, weights_only=True)
        net.load_state_dict(state["net"])
        opt.load_state_dict(state["opt"])
        average.mean = state["average"]
        start = state["step"]
    net.train()
    if device.type == "cpu":
        net.encoder.encoder.compile(dynamic=True)
    done = start  # a finished run that is started again makes no step
    began = saved = time.monotonic()
    seen, running = 0, dict.fromkeys(WEIGHTS, 0.0)
    for step, total, batch in schedule(examples, plan, start):
        for group, base_rate in zip(opt.param_groups, (plan.encoder_rate, plan.head_rate), strict=True):
            group["lr"] = base_rate * rate(step, total, plan.warmup)
        with torch.autocast(device.type, torch.bfloat16, enabled=fast_halves()):
            found = losses(net, batch.to(device))
        loss = torch.stack([WEIGHTS[k] * v for k, v in found.items()]).sum()
        opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), plan.clip)
        opt.step()
        average.update(net, step)
        done = step + 1
        seen += int(batch.mask.sum())
        for k, v in found.items():
            running[k] = running[k] * 0.98 + 0.02 * float(v.detach())
        if step % 50 == 0:
            pace = seen / (time.monotonic() - began)
            shown = " ".join(f"{k} {v:.3f}" for k, v in running.items())
            print(f"step {step}/{total} {pace:.0f} pieces/s {shown}", flush=True)
        if done == int(plan.fork * total):
            save(out / FORK, net, average, opt, done)
        if time.monotonic() - saved > 60 * minutes:
            save(checkpoint, net, average, opt, done)
            saved = time.monotonic()
    save(checkpoint, net, average, opt, done)


def fast_halves() -> bool:
    """Whether the machine multiplies matrices of bfloat16 faster than of float32."""
    return bool(torch.cuda.is_available() or torch.cpu._is_amx_tile_supported())


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder shared/data")
    parser.add_argument("--base", type=Path, required=True, help="folder of MiniLM-L6-H384 (config, vocab, weights)")
    parser.add_argument("--out", type=Path, required=True, help="run folder")
    parser.add_argument("--epochs", type=float, default=Plan.epochs)
    parser.add_argument("--batch", type=int, default=Plan.batch, help="word pieces")
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--treebank-share", type=float, default=Plan.treebank_share)
    parser.add_argument("--start-from", type=Path, help="checkpoint whose weights to begin with")
    parser.add_argument("--checkpoint-minutes", type=float, default=5)
    args = parser.parse_args()
    plan = replace(
        Plan(), epochs=args.epochs, batch=args.batch, seed=args.seed, treebank_share=args.treebank_share
    )
    train(args.data, args.base, args.out, plan, args.checkpoint_minutes, args.start_from)


if __name__ == "__main__":
    main()
