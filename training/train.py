"""Train the encoder: ``python -m training.train --data ../shared/data --base MODEL_DIR --out runs/one``.

Seeded, checkpointed every few minutes and resumed from ``checkpoint.pt`` when that is there. Runs on a GPU
when there is one. ``python -m training.ship`` does this and all that follows.
"""

import argparse
import json
import shutil
import time
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from transformers import BertModel

from claimx.models.pieces import load_tokenizer, to_pieces
from training import attention
from training.batches import schedule
from training.corpora import Example, read_articles, read_ud
from training.labels import collect
from training.losses import WEIGHTS, Batch, losses
from training.network import ClaimxNetwork, Sizes
from training.plan import Plan, rate
from training.windows import prepare

FORK = "fork.pt"  # the checkpoint from the middle of a run, with which its end is averaged


def read_training(data: Path) -> list[Example]:
    """All training parts, never a dev part."""
    return [
        *read_articles(data / "attribution/train.jsonl", data / "ner/train.silver.jsonl"),
        *read_articles(data / "newsroom/train.jsonl"),
        *read_ud(data / "ud/ewt.train.conllu"),
        *read_ud(data / "ud/gum.train.conllu"),
    ]


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


class Learner:
    """The network with what its training has come to; ``done`` counts the steps."""

    def __init__(self, net: ClaimxNetwork, plan: Plan) -> None:
        self.net, self.plan, self.done = net, plan, 0
        self.opt, self.average = optimizer(net, plan), Average(net, plan.average)
        self.device = next(net.parameters()).device

    def save(self, path: Path) -> None:
        """Write beside and rename: a kill leaves a whole checkpoint."""
        part = path.with_suffix(".part")
        state = {"net": self.net.state_dict(), "average": self.average.mean, "opt": self.opt.state_dict()}
        torch.save({**state, "step": self.done}, part)
        part.replace(path)

    def resume(self, path: Path) -> None:
        """Go on from a checkpoint."""
        state: dict[str, Any] = torch.load(path, map_location=self.device, weights_only=True)
        self.net.load_state_dict(state["net"])
        self.opt.load_state_dict(state["opt"])
        self.average.mean, self.done = state["average"], state["step"]

    def learn(self, batch: Batch, share: float) -> dict[str, Tensor]:
        """One step, at a share of the plan's rates; the losses of the heads."""
        for group, base_rate in zip(self.opt.param_groups, (self.plan.encoder_rate, self.plan.head_rate), strict=True):
            group["lr"] = base_rate * share
        with torch.autocast(self.device.type, torch.bfloat16, enabled=fast_halves()):
            found = losses(self.net, batch.to(self.device))
        loss = torch.stack([WEIGHTS[k] * v for k, v in found.items()]).sum()
        self.opt.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), self.plan.clip)
        self.opt.step()
        self.average.update(self.net, self.done)
        self.done += 1
        return found


class Log:
    """Prints pace and losses as they go."""

    def __init__(self) -> None:
        self.began, self.seen = time.monotonic(), 0
        self.running = dict.fromkeys(WEIGHTS, 0.0)

    def note(self, step: int, total: int, batch: Batch, found: dict[str, Tensor]) -> None:
        """Take in one step; every fiftieth is a line."""
        self.seen += int(batch.mask.sum())
        for k, v in found.items():
            self.running[k] = self.running[k] * 0.98 + 0.02 * float(v.detach())
        if step % 50 == 0:
            pace = self.seen / (time.monotonic() - self.began)
            shown = " ".join(f"{k} {v:.3f}" for k, v in self.running.items())
            print(f"step {step}/{total} {pace:.0f} pieces/s {shown}", flush=True)


def network(base: Path, sizes: Sizes, start_from: Path | None) -> ClaimxNetwork:
    """The network with the base weights, or with those of a checkpoint, where it is to learn."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    encoder = BertModel.from_pretrained(
        base,
        add_pooling_layer=False,
        attn_implementation=attention.NAME if device.type == "cpu" and fast_halves() else "sdpa",
        # Dropout inside the encoder costs a quarter of the time on a CPU; hidden pieces and the average do its work.
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    net: ClaimxNetwork = ClaimxNetwork(encoder, sizes).to(device)
    if start_from is not None:
        net.load_state_dict(torch.load(start_from, map_location=device, weights_only=True)["net"])
    if device.type == "cpu" and shutil.which("c++"):
        net.encoder.encoder.compile(dynamic=True)  # a seventh faster
    net.train()
    return net


def train(data: Path, base: Path, out: Path, plan: Plan, minutes: float, start_from: Path | None = None) -> None:
    """Train, or go on training, until the plan is done; from the base weights, or from those of another checkpoint."""
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(plan.seed)
    corpora = read_training(data)
    labels = collect(corpora)
    (out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")
    (out / "plan.json").write_text(json.dumps(asdict(plan)), encoding="utf-8")
    tokenizer = load_tokenizer(base / "vocab.txt")
    examples = [(e.corpus, prepare(e, to_pieces(tokenizer, e.words, e.breaks), labels)) for e in corpora if e.words]
    learner = Learner(network(base, Sizes(**{k: len(v) for k, v in labels.items()}), start_from), plan)
    checkpoint, log, saved = out / "checkpoint.pt", Log(), time.monotonic()
    if checkpoint.exists():
        learner.resume(checkpoint)
    for step, total, batch in schedule(examples, plan, learner.done):
        log.note(step, total, batch, learner.learn(batch, rate(step, total, plan.warmup)))
        if learner.done == int(plan.fork * total):
            learner.save(out / FORK)
        if time.monotonic() - saved > 60 * minutes:
            learner.save(checkpoint)
            saved = time.monotonic()
    learner.save(checkpoint)


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
    plan = replace(Plan(), epochs=args.epochs, batch=args.batch, seed=args.seed, treebank_share=args.treebank_share)
    train(args.data, args.base, args.out, plan, args.checkpoint_minutes, args.start_from)


if __name__ == "__main__":
    main()
