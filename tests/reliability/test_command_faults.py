"""What every other command does when the world around it breaks."""

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimx.errors import Failure
from claimx.readers.read import read_all
from tests import sample
from tests.reliability.running import (
    BLOCK,
    COMMAND,
    ENVIRONMENT,
    claimx,
    ended,
    feed,
    line,
    started,
    texts,
    wait_for,
    without_privilege,
)

PRINTING = [
    ["extract", "in.jsonl"],
    ["convert", "found.jsonl"],
    ["show", "found.jsonl"],
    ["stats", "found.jsonl"],
    ["schema"],
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles, and results of enough bytes that a pipe cannot hold them."""
    (tmp_path / "in.jsonl").write_bytes(b"".join(map(line, texts(40))))
    (tmp_path / "found.jsonl").write_text((sample.document().model_dump_json() + "\n") * 60)
    return tmp_path


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, a disk that is always full")
@pytest.mark.parametrize("command", PRINTING, ids=lambda command: command[0])
def test_full_stdout(folder: Path, command: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = claimx(folder, *command, stdout=full)
    assert done.returncode == 1
    todo = "make room and run the same command again"
    assert done.stderr == f"claimx: cannot write to stdout: No space left on device; {todo}\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, a disk that is always full")
def test_full_stderr_costs_no_data(folder: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = claimx(folder, "convert", "missing.jsonl", "found.jsonl", stderr=full)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 60


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "out.xlsx", "out.parquet", "out.db", "out.json"])
def test_disk_full(folder: Path, name: str) -> None:
    """A limit for the size of files stands for the disk. An earlier file of that name stays as it was."""

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, resource.RLIM_INFINITY))

    if name.endswith(".db"):
        sqlite3.connect(folder / name).close()
    else:
        (folder / name).write_text("old")
    before = (folder / name).read_bytes()
    done = claimx(folder, "convert", "found.jsonl", "-o", name, preexec_fn=bounded)
    assert done.returncode == 1
    assert done.stderr.startswith(f"claimx: cannot write {name}: ")
    assert len(done.stderr.splitlines()) == 1
    assert (folder / name).read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == sorted(["found.jsonl", "in.jsonl", name])


@pytest.mark.parametrize("command", PRINTING[:4], ids=lambda command: command[0])
def test_a_reader_that_goes_away_ends_it_quietly(folder: Path, command: list[str]) -> None:
    if command[0] == "stats":
        command = [*command, "--format", "csv"]
    here, there = os.pipe()
    os.close(here)  # so that there is nobody from the beginning
    done = claimx(folder, *command, stdout=there)
    os.close(there)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.parametrize("command", [["extract", "in.jsonl"], ["convert", "found.jsonl"]], ids=lambda c: c[0])
def test_head_gets_whole_lines(folder: Path, command: list[str]) -> None:
    script = f"{' '.join([*COMMAND, *command])} | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, env=ENVIRONMENT, check=False)
    assert done.stderr == b""
    assert done.returncode in (0, 141)  # 0 where all of it had gone into the pipe before
    assert json.loads(done.stdout)["schema_version"] == "1.0"


def test_closed_streams(folder: Path) -> None:
    for closing in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        script = f"{' '.join(COMMAND)} convert found.jsonl -o out.jsonl {closing}"
        done = subprocess.run(["sh", "-c", script], cwd=folder, capture_output=True, env=ENVIRONMENT, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        assert len((folder / "out.jsonl").read_text().splitlines()) == 60


@pytest.mark.parametrize(("number", "exit_code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signals_leave_the_output_as_it_was(folder: Path, number: int, exit_code: int) -> None:
    (folder / "out.jsonl").write_text("old")
    process = started(folder, "extract", "-", "-o", "out.jsonl")
    feed(process, *texts(2))
    wait_for(lambda: any(part.stat().st_size for part in folder.glob(".out.jsonl.*.part")), process)
    os.killpg(process.pid, number)
    code, told = ended(process)
    assert code == exit_code
    assert told in ("claimx: interrupted\n", "claimx: stopped by SIGTERM\n")
    assert (folder / "out.jsonl").read_text() == "old"
    assert not list(folder.glob(".*"))


def test_output_folder_removed(folder: Path) -> None:
    (folder / "results").mkdir()
    process = started(folder, "extract", "-", "-o", "results/out.jsonl")
    feed(process, *texts(2))
    wait_for(lambda: bool(list((folder / "results").glob(".*.part"))), process)
    shutil.rmtree(folder / "results")
    code, told = ended(process)
    assert code == 1
    assert "cannot write results/out.jsonl: No such file or directory; its folder is gone: make it" in told
    assert "Traceback" not in told


def test_no_write_access_beside_the_output(folder: Path) -> None:
    shut = folder / "shut"
    shut.mkdir()
    (shut / "out.jsonl").write_text("old")
    shut.chmod(0o500)
    done = claimx(folder, "convert", "found.jsonl", "-o", "shut/out.jsonl", prefix=without_privilege())
    assert done.returncode == 2
    assert done.stderr.startswith("claimx: cannot write shut/out.jsonl: Permission denied; name a file in a folder")
    assert (shut / "out.jsonl").read_text() == "old"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc, in which not even root can write")
def test_home_that_cannot_be_written(folder: Path) -> None:
    homes = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR"), "/proc")
    done = claimx(folder, "extract", "in.jsonl", env=ENVIRONMENT | homes)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 40


def _append(path: Path) -> None:
    with path.open("a") as file:
        file.write('{"text": "More')


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        # another process writes on
        (_append, "changed"),
        # or begins anew
        (lambda path: path.write_text(""), "changed"),
        # a new version takes its place: what was opened is read to its end
        (lambda path: path.rename(path.with_suffix(".old")), None),
        # it is removed: likewise
        (Path.unlink, None),
        # nothing happens
        (lambda path: None, None),
    ],
)
def test_input_that_changes_while_it_is_read(
    tmp_path: Path, change: Callable[[Path], object], reason: str | None
) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"".join(map(line, texts(30))) + BLOCK + line(texts(1)[0]))
    found = read_all([str(path)], text_key="text").articles
    next(found)
    change(path)
    rest = list(found)
    failures = [item.reason for item in rest if isinstance(item, Failure)]
    assert failures == ([reason] if reason else [])
    assert len(rest) >= 29 + (not reason)  # every line that was there before it changed


def test_input_that_is_removed_after_it_was_listed(tmp_path: Path) -> None:
    for i, text in enumerate(texts(3)):
        (tmp_path / f"{i}.txt").write_text(text)
    found = read_all([str(tmp_path)], text_key="text").articles
    next(found)
    (tmp_path / "1.txt").unlink()
    assert [item.reason if isinstance(item, Failure) else item.text for item in found] == ["missing", texts(3)[2]]
