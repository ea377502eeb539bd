"""All in one: ``python -m training.ship --data ../shared/data --base MODEL_DIR --out runs/ship``.

From the corpora to the files that claimx ships. Trains a trunk, goes on from its middle with another seed, averages
the two, exports, fits the confidence and measures the syntax. Stopped and started again it goes on where it was.
"""

import argparse
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from training.export import TARGET, export
from training.merge import merge
from training.train import FORK, Plan, train

BRANCH_SEED, SHORTER = 2, 1  # the branch ends an epoch earlier


def ship(data: Path, base: Path, out: Path, plan: Plan, minutes: float) -> None:
    """Train, merge and export; then what measures the shipped files."""
    trunk, branch, merged = out / "trunk", out / "branch", out / "merged"
    train(data, base, trunk, plan, minutes)
    if not (branch / "checkpoint.pt").exists():
        branch.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(trunk / FORK, branch / "checkpoint.pt")
    train(data, base, branch, replace(plan, seed=BRANCH_SEED, epochs=plan.epochs - SHORTER), minutes)
    merge([trunk, branch], merged)
    export(merged, base, TARGET)
    for step in (
        ["training.lemmas", str(data)],
        ["training.calibrate", str(data / "attribution/dev.jsonl")],
        ["training.evaluate", *(str(data / f"ud/{name}.dev.conllu") for name in ("ewt", "gum"))],
    ):
        subprocess.run([sys.executable, "-m", *step], check=True)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder shared/data")
    parser.add_argument("--base", type=Path, required=True, help="folder of MiniLM-L6-H384 (config, vocab, weights)")
    parser.add_argument("--out", type=Path, required=True, help="folder for the runs")
    parser.add_argument("--epochs", type=float, default=Plan.epochs)
    parser.add_argument("--checkpoint-minutes", type=float, default=5)
    args = parser.parse_args()
    ship(args.data, args.base, args.out, replace(Plan(), epochs=args.epochs), args.checkpoint_minutes)


if __name__ == "__main__":
    main()
