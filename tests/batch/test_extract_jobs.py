"""``claimx extract`` with workers: the same bytes as without, and time limits."""

import json
import subprocess
import sys
from pathlib import Path

COMMAND = [sys.executable, "-m", "claimx", "extract"]
SAMPLES = sorted((Path(__file__).parents[2] / "data/samples").glob("c*.txt"))


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, check=False, timeout=120)


def test_workers_change_nothing_in_the_output() -> None:
    names = [str(SAMPLES[0]), str(SAMPLES[1]), str(SAMPLES[0])]
    alone, shared = run(*names), run(*names, "--jobs", "2")
    assert alone.returncode == shared.returncode == 0
    assert alone.stdout == shared.stdout
    assert len(alone.stdout.splitlines()) == 3


def test_an_article_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "long.txt").write_text("Ana Ruiz said the port may close on Friday. " * 6000)
    (folder / "short.txt").write_text("Ana Ruiz said the port may close.")
    errors = tmp_path / "errors.jsonl"
    done = run(str(folder), "--timeout", "3", "--errors", str(errors))
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert [json.loads(line)["reason"] for line in errors.read_text().splitlines()] == ["timeout"]
