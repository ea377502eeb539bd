"""Figures on the gold files of the workplace: ``python -m benchmarks.quality ../shared``.

Runs ``claimx extract GOLD --format jsonl`` as a user would, then the workplace's ``score.py``. Prints what the issues
ask (``targets.toml``) beside what was reached, in bold where it falls short, and score.py's whole report for each file.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

# Gold file, and the file that says who the sources are, by the names that targets.toml has for them.
GOLD: dict[str, tuple[str, str | None]] = {
    "attribution/dev": ("attribution/dev.jsonl", None),
    "attribution/dev, speakers/dev": ("attribution/dev.jsonl", "speakers/dev.jsonl"),
    "newsroom/dev": ("newsroom/dev.jsonl", None),
    "bench/numbers": ("bench/numbers.dev.jsonl", None),
    "bench/hedges": ("bench/hedges.dev.jsonl", None),
}
TARGETS = Path(__file__).with_name("targets.toml")

Report = dict[str, Any]


def extract(gold: Path, target: Path) -> None:
    """Write claimx's output for a gold file, which is itself JSON Lines of articles."""
    command = [sys.executable, "-m", "claimx", "extract", str(gold), "--format", "jsonl", "-o", str(target), "-q"]
    subprocess.run(command, check=True)


def score(shared: Path, gold: str, predicted: Path, speakers: str | None = None) -> Report:
    """What ``score.py`` says of an output."""
    extra = ["--speakers", str(shared / "data" / speakers)] if speakers else []
    command = [str(shared / "tools/score.py"), str(shared / "data" / gold), str(predicted), *extra, "--json"]
    done = subprocess.run([sys.executable, *command], check=True, capture_output=True, text=True)
    report: Report = json.loads(done.stdout)
    return report


def figure(report: Report, name: str) -> float:
    """One figure: "linked" of the attributions, or "numbers: precision" of another part; F1 where there are three."""
    part, _, key = name.rpartition(": ")
    value = report[part or "attribution"][key]
    return float(value["F1"] if isinstance(value, dict) else value)


def asked(reports: dict[str, Report]) -> str:
    """The targets beside the figures."""
    lines = ["| issue | file | figure | asked | reached |", "| --- | --- | --- | --- | --- |"]
    for row in tomllib.loads(TARGETS.read_text(encoding="utf-8"))["row"]:
        for name, wanted in row["figures"].items():
            reached = figure(reports[row["file"]], name)
            shown = f"{reached:.1f}" if reached >= wanted else f"**{reached:.1f}**"
            lines.append(f"| {row['issue']} | {row['file']} | {name} | {wanted:g} | {shown} |")
    return "\n".join(lines)


def main(shared: Path) -> None:
    """Score every gold file and print everything."""
    reports = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, (gold, speakers) in GOLD.items():
            predicted = Path(folder) / gold.replace("/", "-")
            if not predicted.exists():
                extract(shared / "data" / gold, predicted)
            reports[name] = score(shared, gold, predicted, speakers)
    print(asked(reports))
    for name, report in reports.items():
        print(f"\n{name}:\n\n```json\n{json.dumps(report)}\n```")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
