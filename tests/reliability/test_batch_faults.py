"""What a batch does when the world around it breaks: it names it, keeps whole lines, and goes on to the same bytes."""

import os
import resource
import shutil
import signal
import sys
from pathlib import Path

import pytest

from tests.reliability.running import (
    claimx,
    count_lines,
    documents,
    ended,
    feed,
    line,
    started,
    texts,
    wait_for,
    without_privilege,
    workers,
)

COUNT = 12
FED = 24  # enough that COUNT of them are written while it waits for more
ALL = b"".join(map(line, texts(FED)))


@pytest.fixture(scope="module")
def untroubled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The output for all articles."""
    folder = tmp_path_factory.mktemp("untroubled")
    process = started(folder, "batch", "-", "-o", "out.jsonl", "--jobs", "1")
    process.communicate(ALL)
    assert process.returncode == 0
    return (folder / "out.jsonl").read_bytes()


def again(folder: Path, *arguments: str) -> bytes:
    """The output when the same command has gone on."""
    process = started(folder, "batch", "-", "-o", "out.jsonl", "--jobs", "1", *arguments)
    process.communicate(ALL)
    assert process.returncode == 0
    return (folder / "out.jsonl").read_bytes()


@pytest.mark.parametrize(("number", "exit_code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signals(tmp_path: Path, untroubled: bytes, number: int, exit_code: int) -> None:
    out = tmp_path / "out.jsonl"
    process = started(tmp_path, "batch", "-", "-o", "out.jsonl", "--jobs", "1")  # two might read ahead of the writing
    feed(process, *texts(FED))
    wait_for(lambda: count_lines(out) >= COUNT, process)
    os.killpg(process.pid, number)  # as Ctrl-C, a closing terminal and service managers do: workers get it too
    code, told = ended(process)
    assert code == exit_code
    assert "the same command goes on from here" in told
    assert "Traceback" not in told
    assert len(documents(out)) >= COUNT
    assert documents(tmp_path / "out.jsonl.errors.jsonl") == []
    assert again(tmp_path) == untroubled


def test_interrupt_before_the_workers_are_ready(tmp_path: Path) -> None:
    process = started(tmp_path, "batch", "-", "-o", "out.jsonl", "--jobs", "2")
    feed(process, *texts(1))
    wait_for(lambda: bool(workers(process)), process)
    os.killpg(process.pid, signal.SIGINT)
    code, told = ended(process)
    assert code == 130
    assert "Traceback" not in told


@pytest.mark.skipif(sys.platform != "linux", reason="finds workers in /proc")
def test_killed_worker(tmp_path: Path, untroubled: bytes) -> None:
    out = tmp_path / "out.jsonl"
    process = started(tmp_path, "batch", "-", "-o", "out.jsonl", "--jobs", "1")
    feed(process, *texts(FED // 2))
    wait_for(lambda: count_lines(out) >= 3, process)
    [worker] = workers(process)
    os.kill(worker, signal.SIGKILL)
    _, told = process.communicate(b"".join(map(line, texts(FED)[FED // 2 :])))
    assert process.returncode == 0, told
    assert [d["document"]["text"] for d in documents(out)] == texts(FED)


def test_output_folder_removed(tmp_path: Path, untroubled: bytes) -> None:
    folder = tmp_path / "results"
    folder.mkdir()
    process = started(tmp_path, "batch", "-", "-o", "results/out.jsonl", "--jobs", "1")
    feed(process, *texts(FED // 2))
    wait_for(lambda: count_lines(folder / "out.jsonl") >= 2, process)
    shutil.rmtree(folder)
    _, told = process.communicate(b"".join(map(line, texts(FED)[FED // 2 :])))
    assert process.returncode == 1
    assert b"was removed or replaced during the run; leave it alone and run the same command again" in told
    assert b"Traceback" not in told
    folder.mkdir()
    assert again(folder) == untroubled


def test_disk_full(tmp_path: Path) -> None:
    """A limit for the size of files stands for the disk: the system refuses to write on, in the middle of a line."""
    (tmp_path / "in.jsonl").write_bytes(ALL)

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))

    full = claimx(tmp_path, "batch", "in.jsonl", "-o", "out.jsonl", "--jobs", "1", preexec_fn=bounded)
    assert full.returncode == 1
    assert "cannot write out.jsonl: File too large; make room" in full.stderr
    assert "Traceback" not in full.stderr
    assert 0 < len(documents(tmp_path / "out.jsonl")) < FED
    assert claimx(tmp_path, "batch", "in.jsonl", "-o", "out.jsonl", "--jobs", "1").returncode == 0
    assert [d["document"]["text"] for d in documents(tmp_path / "out.jsonl")] == texts(FED)


def test_disk_full_for_real(tmp_path: Path) -> None:
    """A file system of 64 KB, in a mount namespace of its own."""
    if shutil.which("unshare") is None or claimx(tmp_path, prefix=["unshare", "-rm", "true"]).returncode:
        pytest.skip("needs unshare (util-linux) and leave to use it")
    (tmp_path / "in.jsonl").write_bytes(ALL * 2)
    (tmp_path / "small").mkdir()
    script = 'mount -t tmpfs -o size=64k tmpfs small && "$@"; code=$?; cp small/out.jsonl* .; exit $code'
    prefix = ["unshare", "-rm", "sh", "-c", script, "sh"]
    full = claimx(tmp_path, "batch", "in.jsonl", "-o", "small/out.jsonl", "--jobs", "1", "--no-dedupe", prefix=prefix)
    assert full.returncode == 1
    assert "No space left on device; make room" in full.stderr
    assert "Traceback" not in full.stderr
    assert 0 < len(documents(tmp_path / "out.jsonl")) < 2 * FED


def test_no_write_access_beside_the_output(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(texts(1)[0])
    folder = tmp_path / "shut"
    folder.mkdir()
    folder.chmod(0o500)
    done = claimx(tmp_path, "batch", "in.txt", "-o", "shut/out.jsonl", prefix=without_privilege())
    assert done.returncode == 2
    assert "cannot write shut/out.jsonl" in done.stderr
    assert "name a file in a folder that exists and may be written to" in done.stderr
    assert list(folder.iterdir()) == []


def test_an_output_that_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(texts(1)[0])
    for name in (".", "/dev/null"):
        done = claimx(tmp_path, "batch", "in.txt", "-o", name)
        assert done.returncode == 2
        assert f"{name} is no file" in done.stderr


def test_two_runs_at_the_same_time(tmp_path: Path, untroubled: bytes) -> None:
    first = started(tmp_path, "batch", "-", "-o", "out.jsonl", "--jobs", "1")
    feed(first, *texts(FED))
    wait_for(lambda: count_lines(tmp_path / "out.jsonl") >= 1, first)
    for option in ("--resume", "--no-resume"):
        second = claimx(tmp_path, "batch", "-", "-o", "out.jsonl", option, input="")
        assert second.returncode == 2
        assert f"process {first.pid} on " in second.stderr
        assert "is writing out.jsonl; wait until it ends" in second.stderr
    first.kill()  # which takes the lock away
    first.communicate()
    assert again(tmp_path) == untroubled


def test_a_ledger_and_output_that_lost_their_ends(tmp_path: Path, untroubled: bytes) -> None:
    """What a power cut leaves: less than was written, and zeros."""
    assert again(tmp_path) == untroubled
    out, ledger = tmp_path / "out.jsonl", tmp_path / "out.jsonl.ledger"
    size = out.stat().st_size
    with out.open("r+b") as file:
        file.truncate(size - 5_000)
        file.seek(size - 4_000)
        file.write(bytes(100))
    with ledger.open("ab") as file:
        file.write(bytes(200))
    assert again(tmp_path) == untroubled


def test_failures_are_tried_again_when_asked(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for i, text in enumerate(texts(9)):
        (tmp_path / f"in/{i}.txt").write_text(text)
    assert claimx(tmp_path, "batch", "in", "-o", "whole.jsonl", "--jobs", "1").returncode == 0
    fourth = (tmp_path / "in/4.txt").read_text()
    (tmp_path / "in/4.txt").write_bytes(b"a\0b")
    assert claimx(tmp_path, "batch", "in", "-o", "out.jsonl", "--jobs", "1").returncode == 1
    (tmp_path / "in/4.txt").write_text(fourth)
    done = claimx(tmp_path, "batch", "in", "-o", "out.jsonl", "--jobs", "1", "--retry-failed")
    assert done.returncode == 0
    assert "1 articles" in done.stderr  # the others are not extracted again
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    assert (tmp_path / "out.jsonl.errors.jsonl").read_bytes() == b""
    assert not (tmp_path / "out.jsonl.kept").exists()
