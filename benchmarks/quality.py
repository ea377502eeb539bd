"""Figures on the gold files of the workplace: ``python -m benchmarks.quality ../shared``.

Runs ``claimx extract GOLD --format jsonl`` as a user would, then the workplace's ``score.py``, and prints its
report for each file under the command that gave it.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

# Gold file, and the file that says who the sources are.
GOLD: list[tuple[str, str | None]] = [
    ("attribution/dev.jsonl", None),
    ("attribution/dev.jsonl", "speakers/dev.jsonl"),
    ("newsroom/dev.jsonl", None),
    ("bench/numbers.dev.jsonl", None),
    ("bench/hedges.dev.jsonl", None),
]


def extract(gold: Path, target: Path) -> None:
    """Write claimx's output for a gold file, which is itself JSON Lines of articles."""
    command = [
        sys.executable,
        "-m",
        "claimx",
        "extract",
        str(gold),
        "--format",
        "jsonl",
        "-o",
        str(target),
        "-q",
    ]
    subprocess.run(command, check=True)


def report(shared: Path) -> None:
    """Print the figures of every gold file."""
    with tempfile.TemporaryDirectory() as folder:
        for name, speakers in GOLD:
            predicted = Path(folder) / name.replace("/", "-")
            if not predicted.exists():
                extract(shared / "data" / name, predicted)
            extra = ["--speakers", str(shared / "data" / speakers)] if speakers else []
            command = [str(shared / "tools/score.py"), str(shared / "data" / name), str(predicted), *extra]
            print(f"\n### {name}{f' --speakers {speakers}' if speakers else ''}\n", flush=True)
            subprocess.run([sys.executable, *command, "--json"], check=True)


if __name__ == "__main__":
    report(Path(sys.argv[1]))
