"""``python -m fuzzing TARGET --minutes 10``: run a target, keep its corpus and its finds, and tell what was done."""

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from fuzzing.targets import TARGETS

STATUS = re.compile(r"cov: (\d+) ft: (\d+) corp: (\d+)")
RUNS = re.compile(r"(?:stat::number_of_executed_units: +|^#)(\d+)", re.MULTILINE)


class Round(NamedTuple):
    """One process of libFuzzer: seconds of processor time, inputs tried, edges and features covered, inputs kept."""

    seconds: int
    runs: int
    edges: int
    features: int
    corpus: int


def main() -> None:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser(prog="python -m fuzzing", description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--folder", type=Path, default=Path("runs/fuzz"))
    stated = parser.parse_args()
    fuzz(stated.target, 60 * stated.minutes, stated.folder / stated.target)


def fuzz(target: str, seconds: float, folder: Path) -> None:
    """Run a target for so long; a process that libFuzzer ends (a hang, too much memory) is followed by the next."""
    corpus = folder / "corpus"
    if not corpus.exists():
        corpus.mkdir(parents=True)
        for number, seed in enumerate(import_module(f"fuzzing.targets.{target}").seeds()):
            (corpus / f"seed-{number}").write_bytes(seed)
    end = time.monotonic() + seconds
    while (left := int(end - time.monotonic())) > 0:
        line = {"target": target, **one_round(target, left, folder)._asdict()}
        with (folder / "rounds.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        print(json.dumps(line))
    finds = [path.read_text(encoding="utf-8").splitlines()[0] for path in sorted(folder.glob("finds/*.txt"))]
    print(f"{len(finds)} finds in {folder / 'finds'}", *finds, sep="\n  ")


def one_round(target: str, seconds: int, folder: Path) -> Round:
    """Run one process of libFuzzer."""
    (folder / "finds").mkdir(exist_ok=True)
    options = [
        f"-max_total_time={seconds}", "-timeout=60", "-rss_limit_mb=4096", "-len_control=0",
        "-print_final_stats=1",
        f"-artifact_prefix={folder / 'finds'}/libfuzzer-", str(folder / "corpus"),
    ]  # fmt: skip
    with (folder / "libfuzzer.log").open("w+") as log:
        command = [sys.executable, "-m", "fuzzing.process", target, str(folder / "finds"), *options]
        before = _spent()
        subprocess.run(command, stdout=log, stderr=log, check=False)
        log.seek(0)
        told = log.read()
    edges, features, corpus = map(int, (STATUS.findall(told) or [(0, 0, 0)])[-1])
    return Round(round(_spent() - before), max(map(int, RUNS.findall(told)), default=0), edges, features, corpus)


def _spent() -> float:
    """Processor seconds of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
