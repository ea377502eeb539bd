"""Average checkpoints of one trunk: ``python -m training.merge CHECKPOINT… --out runs/merged``.

Each is a running mean already; their mean lies between what was learnt at high rates and at low ones, early and late
(a model soup: Wortsman et al., ICML 2022). What it gives on the dev files is in ``benchmarks/notes.md``.
"""

import argparse
import shutil
from pathlib import Path

import torch


def merge(checkpoints: list[Path], out: Path) -> None:
    """Write a run with the mean of the checkpoints' weights, and labels and plan of the last."""
    states = [torch.load(path, map_location="cpu", weights_only=True) for path in checkpoints]
    out.mkdir(parents=True, exist_ok=True)
    for name in ("labels.json", "plan.json"):
        shutil.copyfile(checkpoints[-1].parent / name, out / name)
    mean = {name: sum(state["average"][name] for state in states) / len(states) for name in states[0]["average"]}
    torch.save({**states[-1], "average": mean}, out / "checkpoint.pt")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    merge(args.checkpoints, args.out)


if __name__ == "__main__":
    main()
