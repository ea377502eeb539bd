"""All in one: ``python -m training.ship --data ../shared/data --base MODEL_DIR --out runs/ship``.

From the corpora to the files that claimx ships: trains twice, averages, exports, fits the confidence and measures the
model for its card. Stopped and started again it goes on where it was.
"""

import argparse
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from training.export import TARGET, export
from training.merge import merge
from training.plan import FIRST, SECOND, Plan
from training.train import FORK, train


def ship(data: Path, base: Path, out: Path, plans: list[Plan], minutes: float) -> None:
    """Train, merge and export; then what measures the shipped files."""
    first, second = out / "first", out / "second"
    train(data, base, first, plans[0], minutes)
    train(data, base, second, plans[1], minutes, first / "checkpoint.pt")
    merge([first / "checkpoint.pt", first / FORK], out / "middle")
    merge([out / "middle/checkpoint.pt", second / "checkpoint.pt"], out / "merged")
    export(out / "merged", base, TARGET)
    for step in (
        ["training.lemmas", str(data)],
        ["training.calibrate", str(data / "attribution/dev.jsonl")],
        ["training.figures", str(data)],
    ):
        subprocess.run([sys.executable, "-m", *step], check=True)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder shared/data")
    parser.add_argument("--base", type=Path, required=True, help="folder of MiniLM-L6-H384 (config, vocab, weights)")
    parser.add_argument("--out", type=Path, required=True, help="folder for the runs")
    parser.add_argument("--epochs", type=float, help="of each run, to try it out")
    parser.add_argument("--checkpoint-minutes", type=float, default=5)
    args = parser.parse_args()
    plans = [plan if args.epochs is None else replace(plan, epochs=args.epochs) for plan in (FIRST, SECOND)]
    ship(args.data, args.base, args.out, plans, args.checkpoint_minutes)


if __name__ == "__main__":
    main()
