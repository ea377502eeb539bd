"""The real command in a process of its own, in a world that is broken on purpose."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

COMMAND = [sys.executable, "-m", "claimx"]
# Python writes its compiled modules without a look at whether the disk took them: a full one would break later runs.
ENVIRONMENT = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
PATIENCE = 120  # seconds; far more than anything here takes
BLOCK = b"\n" * 2**17
"""Empty lines, which are no articles, but fill the block in which standard input is read."""


def claimx(folder: Path, *arguments: str, **more: Any) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end."""
    prefix: list[str] = more.pop("prefix", [])
    settings = {"env": ENVIRONMENT, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
    command = [*prefix, *COMMAND, *arguments]
    return subprocess.run(command, cwd=folder, text=True, check=False, timeout=PATIENCE, **settings)


def started(folder: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    """A command that waits for standard input, in a process group of its own."""
    pipe = subprocess.PIPE
    command = [*COMMAND, *arguments]
    return subprocess.Popen(
        command, cwd=folder, stdin=pipe, stdout=pipe, stderr=pipe, env=ENVIRONMENT, start_new_session=True
    )


def feed(process: "subprocess.Popen[bytes]", *texts: str) -> None:
    """Give it articles, and the certainty that it does not end before its input does."""
    assert process.stdin
    process.stdin.write(b"".join(map(line, texts)) + BLOCK)
    process.stdin.flush()


def line(text: str) -> bytes:
    """An article as a line of JSON."""
    return json.dumps({"text": text}).encode() + b"\n"


def ended(process: "subprocess.Popen[bytes]") -> tuple[int, str]:
    """Its exit code, and what it said."""
    _, told = process.communicate(timeout=PATIENCE)
    return process.returncode, told.decode()


def wait_for(what: Callable[[], bool], process: "subprocess.Popen[bytes]") -> None:
    """Wait until something is so while the process runs."""
    end = time.monotonic() + PATIENCE
    while not what():
        assert process.poll() is None, "it ended before the fault"
        assert time.monotonic() < end
        time.sleep(0.005)


def texts(count: int) -> list[str]:
    """Short articles, each with a text of its own."""
    return [f"Ana Ruiz said {i + 20} ships may leave the port on Friday." for i in range(count)]


def count_lines(path: Path) -> int:
    """Line ends in a file; 0 where there is none."""
    return path.read_bytes().count(b"\n") if path.exists() else 0


def documents(path: Path) -> list[Any]:
    """The documents in a file of whole lines."""
    data = path.read_bytes()
    assert not data or data.endswith(b"\n")
    return [json.loads(line) for line in data.splitlines()]


def workers(process: "subprocess.Popen[bytes]") -> list[int]:
    """The ids of the worker processes of a batch (Linux)."""
    return [pid for pid, parent, command in _processes() if parent == process.pid and b"spawn_main" in command]


def without_privilege() -> list[str]:
    """What to put before a command so that permissions bind it, were it root's."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root passes over permissions, and setpriv (util-linux) is not there to take that away")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def _processes() -> Iterator[tuple[int, int, bytes]]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            yield int(folder.name), parent, (folder / "cmdline").read_bytes()
        except OSError:  # it has ended
            continue
