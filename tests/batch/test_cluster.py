"""``claimx batch --engine ray`` gives the bytes that it gives without."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "claimx", "batch"]


def batch(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([*COMMAND, *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for i in range(12):
        text = f"Ana Ruiz said {i + 20} ships may leave on Friday." if i != 7 else "a\0b"
        (tmp_path / f"in/{i:02}.txt").write_text(text)
    (tmp_path / "in/99.txt").write_text("Ana Ruiz said 20 ships may leave on Friday.")
    return tmp_path


@pytest.mark.skipif(find_spec("ray") is None, reason="ray is not installed: pip install 'claimx[ray]'")
def test_a_local_ray_gives_the_same_bytes(folder: Path) -> None:
    assert batch(folder, "in", "-o", "local.jsonl", "--jobs", "1").returncode == 1
    done = batch(folder, "in", "-o", "ray.jsonl", "--engine", "ray", "--jobs", "2")
    assert done.returncode == 1, done.stderr
    assert (folder / "ray.jsonl").read_bytes() == (folder / "local.jsonl").read_bytes()
    errors = [(folder / f"{name}.jsonl.errors.jsonl").read_bytes() for name in ("ray", "local")]
    assert errors[0] == errors[1]


@pytest.mark.skipif(find_spec("ray") is None, reason="ray is not installed: pip install 'claimx[ray]'")
def test_an_article_that_takes_too_long_costs_only_itself(folder: Path) -> None:
    (folder / "in/00.txt").write_text("Ana Ruiz said the port may close on Friday. " * 6000)
    done = batch(folder, "in", "-o", "ray.jsonl", "--engine", "ray", "--jobs", "1", "--timeout", "1")
    assert done.returncode == 1, done.stderr
    failures = [json.loads(line) for line in (folder / "ray.jsonl.errors.jsonl").read_text().splitlines()]
    assert [(f["source"], f["reason"]) for f in failures] == [("in/00.txt", "timeout"), ("in/07.txt", "binary")]
    assert len((folder / "ray.jsonl").read_text().splitlines()) == 11


@pytest.mark.skipif(find_spec("ray") is not None, reason="ray is installed")
def test_without_ray_the_extra_is_named(folder: Path) -> None:
    refused = batch(folder, "in", "-o", "ray.jsonl", "--engine", "ray")
    assert refused.returncode == 2
    assert "pip install 'claimx[ray]'" in refused.stderr
