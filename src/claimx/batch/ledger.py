"""What a run has done, so that it can go on after a kill: one line per article, written after its output.

The first line holds the settings of the run, a further one the process of each time it was begun or gone on with. The
line of an article says which it is (a hash of source, id and text) and where the output and the error file ended
behind it.
"""

import json
import os
import socket
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from claimx.errors import Failure
from claimx.readers.article import Article


@dataclass(frozen=True, slots=True)
class Entry:
    """One article that is done: its key, the hash of its text, its id, and the lengths of the files behind it."""

    key: str
    text: str | None
    id: str
    done: bool
    output: int
    errors: int


@dataclass(slots=True)
class Record:
    """What a ledger says. ``ends``: its own length behind the settings and behind each entry."""

    settings: dict[str, Any] | None = None
    process: str | None = None
    entries: list[Entry] = field(default_factory=list)
    ends: list[int] = field(default_factory=lambda: [0])

    def cut(self, count: int) -> None:
        """Forget all entries but the first ``count``."""
        del self.entries[count:], self.ends[count + 1 :]


def read(path: Path) -> Record:
    """The whole lines of a ledger, as far as they can be understood: a power cut can leave anything behind them.

    Raises:
        OSError: It cannot be read.
    """
    record, end = Record(), 0
    for line in path.read_bytes().splitlines(keepends=True):
        end += len(line)
        try:
            found = json.loads(line) if line.endswith(b"\n") else None
        except ValueError:
            found = None
        if not isinstance(found, dict):
            break
        if record.settings is None:
            record.settings, record.ends = found, [end]
        elif "process" in found:
            record.process = found["process"]
        else:
            record.entries.append(Entry(**found))
            record.ends.append(end)
    return record


def this_process() -> dict[str, str]:
    """The line that names this process."""
    return {"process": f"process {os.getpid()} on {socket.gethostname()}"}


def text_hash(article: Article) -> str:
    """SHA-256 of the text in UTF-8."""
    return sha256(article.text.encode()).hexdigest()


def key_of(item: Article | Failure) -> str:
    """What makes an article the same in two runs: where it was read, and its text; for a failure, what it says."""
    what = item.text if isinstance(item, Article) else item.error
    return sha256("\0".join((item.source, item.id, what)).encode()).hexdigest()[:32]
