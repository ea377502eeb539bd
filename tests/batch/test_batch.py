"""``claimx batch`` as users run it: processes, kills and all."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from multiprocessing import Pipe
from pathlib import Path
from typing import NoReturn

import pytest

from claimx.batch.pool import Pool
from claimx.batch.worker import Line, work
from claimx.errors import Failure
from claimx.readers.article import Article
from claimx.trim import Trim

COMMAND = [sys.executable, "-m", "claimx", "batch"]
TOWNS = ["Calder", "Meridian", "Oban", "Tarn", "Vale", "Brook"]


def articles(folder: Path, count: int) -> None:
    """Short articles, each with a text of its own."""
    for i in range(count):
        town = TOWNS[i % len(TOWNS)]
        told = f"The mayor of {town} said on Friday that {i + 12} houses may be sold."
        text = f"{told}\n\n“We had no choice,” Ana Ruiz said.\n"
        (folder / f"{i:03}.txt").write_text(text, encoding="utf-8")


def batch(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([*COMMAND, *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=240)


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path


def test_killed_at_any_moment_and_run_again_it_writes_what_an_undisturbed_run_writes(folder: Path) -> None:
    articles(folder / "in", 60)
    texts = [path.read_text(encoding="utf-8") for path in sorted((folder / "in").iterdir())]
    feed = [json.dumps({"text": text}).encode() + b"\n" for text in texts]
    whole = subprocess.run([*COMMAND, "-", "-o", "whole.jsonl", "--jobs", "2"], cwd=folder, input=b"".join(feed))
    assert whole.returncode == 0
    out = folder / "out.jsonl"
    for wanted in (1, 13, 31):  # lines that are there when the kill comes
        command = [*COMMAND, "-", "-o", "out.jsonl", "-q", "--jobs", "1"]  # two might read ahead of the writing
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE)
        assert process.stdin
        # It cannot be done before the kill, as it waits for more. Empty lines fill the blocks in which it reads.
        process.stdin.write(b"".join(feed[: wanted + 16]) + b"\n" * 2**17)
        process.stdin.flush()
        while not out.exists() or out.read_bytes().count(b"\n") < wanted:
            time.sleep(0.002)
        assert process.poll() is None
        process.kill()
        process.communicate()
    with out.open("ab") as file:  # a kill in the middle of a line leaves a part of it
        file.write(b'{"schema_version"')
    assert subprocess.run([*COMMAND, "-", "-o", "out.jsonl"], cwd=folder, input=b"".join(feed)).returncode == 0
    assert out.read_bytes() == (folder / "whole.jsonl").read_bytes()
    assert len(lines(out)) == 60


def test_broken_files_cost_only_themselves(folder: Path) -> None:
    articles(folder / "in", 19)
    (folder / "in/007b.txt").write_bytes(b"caf\0")
    done = batch(folder, "in", "-o", "out.jsonl")
    assert done.returncode == 1
    assert [d["document"]["source"] for d in lines(folder / "out.jsonl")] == [f"in/{i:03}.txt" for i in range(19)]  # type: ignore[index]
    assert [f["source"] for f in lines(folder / "out.jsonl.errors.jsonl")] == ["in/007b.txt"]
    assert "in/007b.txt" in done.stderr
    assert "19 articles" in done.stderr
    again = batch(folder, "in", "-o", "out.jsonl")
    assert again.returncode == 1
    assert len(lines(folder / "out.jsonl.errors.jsonl")) == 1


def test_what_it_writes_is_no_input_of_the_next_run(folder: Path) -> None:
    articles(folder, 1)
    (folder / "b.txt").write_bytes(b"caf\0")
    for _ in range(2):
        assert batch(folder, ".", "-o", "out.jsonl", "--jobs", "1").returncode == 1
    assert [f["source"] for f in lines(folder / "out.jsonl.errors.jsonl")] == ["./b.txt"]


def test_the_same_text_is_extracted_once(folder: Path) -> None:
    articles(folder / "in", 2)
    (folder / "in/002.txt").write_bytes((folder / "in/000.txt").read_bytes())
    assert batch(folder, "in", "-o", "out.jsonl", "--jobs", "1").returncode == 0
    found = lines(folder / "out.jsonl")
    assert [d["document"]["duplicate_of"] for d in found] == [None, None, "in/000.txt"]  # type: ignore[index]
    assert [bool(d["quotes"]) for d in found] == [True, True, False]
    assert batch(folder, "in", "-o", "all.jsonl", "--jobs", "1", "--no-dedupe").returncode == 0
    assert [bool(d["quotes"]) for d in lines(folder / "all.jsonl")] == [True, True, True]


def test_a_copy_is_in_the_language_of_its_text(folder: Path) -> None:
    french = "Le directeur du port a annoncé vendredi que la grève pourrait durer encore plusieurs semaines cet été."
    for name in ("a.txt", "b.txt"):
        (folder / "in" / name).write_text(french, encoding="utf-8")
    assert batch(folder, "in", "-o", "out.jsonl", "--jobs", "1", "--force").returncode == 0
    first, copy = lines(folder / "out.jsonl")
    assert [copy["document"][key] for key in ("duplicate_of", "language")] == ["in/a.txt", "fr"]  # type: ignore[index]
    assert copy["warnings"] == first["warnings"]
    assert [warning["code"] for warning in copy["warnings"]] == ["not_english"]  # type: ignore[attr-defined]


def test_shards_share_the_work_without_overlap(folder: Path) -> None:
    articles(folder / "in", 12)
    for part in ("1/2", "2/2"):
        assert batch(folder, "in", "-o", "out.jsonl", "--shard", part, "--jobs", "1", "--no-text").returncode == 0
    parts = [lines(folder / f"out-{i}-of-2.jsonl") for i in (1, 2)]
    sources = [d["document"]["source"] for part in parts for d in part]  # type: ignore[index]
    assert all(parts)
    assert sorted(sources) == [f"in/{i:03}.txt" for i in range(12)]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        # what is there was made otherwise
        (["--no-text"], "begun with other options"),
        # a shard beyond the last
        (["--shard", "3/2"], "is no shard"),
        # no time at all
        (["--timeout", "0"], "0 is no time"),
    ],
)
def test_refusals(folder: Path, arguments: list[str], told: str) -> None:
    articles(folder / "in", 1)
    assert batch(folder, "in", "-o", "out.jsonl", "--jobs", "1").returncode == 0
    before = (folder / "out.jsonl").read_bytes()
    refused = batch(folder, "in", "-o", "out.jsonl", *arguments)
    assert refused.returncode == 2
    assert told in refused.stderr
    assert (folder / "out.jsonl").read_bytes() == before


def test_an_output_without_its_ledger_is_not_overwritten(folder: Path) -> None:
    articles(folder / "in", 1)
    (folder / "out.jsonl").write_text("mine\n")
    assert batch(folder, "in", "-o", "out.jsonl").returncode == 2
    assert (folder / "out.jsonl").read_text() == "mine\n"


def test_a_terminal_sees_files_articles_and_rate_and_nothing_else_does(folder: Path) -> None:
    pty = pytest.importorskip("pty")
    articles(folder / "in", 4)
    here, there = pty.openpty()
    command = [*COMMAND, "in", "-o", "out.jsonl", "--jobs", "1"]
    process = subprocess.Popen(command, cwd=folder, stderr=there, env={**os.environ, "COLUMNS": "120"})
    os.close(there)
    seen = b""
    with suppress(OSError):  # the other end is closed
        while piece := os.read(here, 65536):
            seen += piece
    os.close(here)
    assert process.wait() == 0
    assert b"4/4" in seen
    assert re.search(rb"4 articles, \d+ words/s ", seen)
    assert "/4" not in batch(folder, "in", "-o", "again.jsonl", "--jobs", "1").stderr


LONG = Article(id="long", source="long", text="Ana Ruiz said the port may close on Friday. " * 6000)
SHORT = [Article(id=str(i), source=str(i), text="Ana Ruiz said the port may close.") for i in range(3)]


def test_an_article_that_takes_too_long_costs_only_itself() -> None:
    with Pool(1, Trim(), timeout=3) as pool:
        slots = list(pool.run([SHORT[0], LONG, SHORT[1], SHORT[2]]))
    outcomes = [slot.outcome for slot in slots]
    assert [isinstance(outcome, Line) for outcome in outcomes] == [True, False, True, True]
    assert isinstance(outcomes[1], Failure)
    assert outcomes[1].reason == "timeout"


def test_long_articles_and_long_answers_do_not_block_each_other() -> None:
    told = "Ana Ruiz said the port may close on Friday.\n\n" * 300  # its answer fills a pipe, and so does the next text
    items = [Article(id=f"{i}", source=f"{i}", text=text) for i, text in enumerate([told, "x" * 900_000, told])]
    with Pool(1, Trim(), timeout=30) as pool:
        assert [isinstance(slot.outcome, Line) for slot in pool.run(items)] == [True, True, True]


def test_a_worker_that_dies_costs_nothing() -> None:
    with Pool(1, Trim()) as pool:
        run = pool.run([SHORT[0], replace(LONG, text=LONG.text[:20_000]), SHORT[1]])
        assert isinstance(next(run).outcome, Line)
        pool.workers[0].process.kill()
        assert [isinstance(slot.outcome, Line) for slot in run] == [True, True]


class Fatal(str):
    """A text that ends the process that receives it."""

    def __reduce__(self) -> tuple[Callable[[], NoReturn], tuple[()]]:
        return os.abort, ()


def test_an_article_at_which_workers_die_costs_only_itself() -> None:
    with Pool(1, Trim()) as pool:
        outcomes = [slot.outcome for slot in pool.run([SHORT[0], Article("x", "x", Fatal("Hi.")), SHORT[1]])]
    assert [isinstance(outcome, Line) for outcome in outcomes] == [True, False, True]
    assert isinstance(outcomes[1], Failure)
    assert outcomes[1].reason == "crashed"


def test_a_worker_whose_parent_was_killed_while_it_loaded_ends_in_silence() -> None:
    ours, theirs = Pipe()
    ours.close()
    work(theirs, Trim())
    with pytest.raises(BrokenPipeError):
        theirs.send("a word more")


def test_what_is_no_article_passes_through_without_a_worker() -> None:
    failure = Failure("a", "a", "empty", "there is nothing")
    with Pool(2, Trim()) as pool:
        assert [slot.item for slot in pool.run([failure])] == [failure]
        assert not pool.workers
