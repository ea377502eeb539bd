"""Average the weights of several runs: ``python -m training.merge runs/a runs/b --out runs/merged``.

A model soup (Wortsman et al., ICML 2022). The runs must come from one trunk: copy a checkpoint of the first, made
half way, into the folder of the second and go on with another seed; runs from different starts do not average.
"""

import argparse
import shutil
from pathlib import Path

import torch


def merge(runs: list[Path], out: Path) -> None:
    """Write a run whose averaged weights are the mean of those of ``runs``; the first gives everything else."""
    states = [torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True) for run in runs]
    means = [state["average"] for state in states]
    mean = {name: torch.stack([m[name] for m in means]).mean(0) for name in means[0]}
    out.mkdir(parents=True, exist_ok=True)
    for name in ("labels.json", "plan.json"):
        shutil.copyfile(runs[0] / name, out / name)
    torch.save({**states[0], "average": mean}, out / "checkpoint.pt")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    merge(args.runs, args.out)


if __name__ == "__main__":
    main()
