"""The files of a run: its output, its errors and its ledger, of which only one process at a time may have hold.

When a run goes on, they are cut back to what the ledger says: they then hold whole lines of articles that are done, and
no others.
"""

import json
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from claimx.batch import ledger
from claimx.batch.kept import Kept
from claimx.batch.ledger import Entry, Record
from claimx.batch.lines import Lines
from claimx.batch.lock import lock
from claimx.errors import UsageError

ANEW = "name another file, or begin anew with --no-resume"


class Files:
    """The files, open for adding lines; ``entries`` are those of earlier runs, ``lost`` counts what is to be redone.

    Args:
        output: The file of documents; ``.errors.jsonl`` and ``.ledger`` stand beside it.
        resume: Go on with what is there; else begin anew.
        settings: What must be the same for a run to go on.
        retry_failed: Go back to the first failure; what was done after it is set aside in ``.kept``.

    Raises:
        UsageError: The files cannot be written, were begun with other settings, or another process writes them.
        ClaimxError: There is no room for them.
    """

    def __init__(self, output: Path, resume: bool, settings: dict[str, Any], retry_failed: bool = False) -> None:
        if output.exists() and not output.is_file():
            raise UsageError(f"{output} is no file", "name one: a batch keeps records beside it; claimx extract prints")
        self.output_path = output
        self.errors_path = output.with_name(output.name + ".errors.jsonl")
        self.ledger_path = output.with_name(output.name + ".ledger")
        self.lost = 0
        if resume and output.exists() and not self.ledger_path.exists():
            what = f"{output} is there, but no record of the run that wrote it"
            raise UsageError(what, "name another file, or overwrite it with --no-resume")
        self.ledger = Lines(self.ledger_path)
        self.open = [self.ledger]
        try:
            self._lock()
            self._begin(self._earlier(settings) if resume else Record(), settings, retry_failed)
        except BaseException:
            self._close()
            raise

    def __enter__(self) -> Self:
        """Nothing is to be done."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        """Close the files."""
        self._close()

    def write(self, key: str, text: str | None, id: str, line: bytes, done: bool) -> None:
        """Add a line to the output (``done``) or to the errors, then note it."""
        (self.output if done else self.errors).add(line)
        self._note(asdict(Entry(key, text, id, done, self.output.length, self.errors.length)))
        self.kept.drop(key)

    def finish(self) -> None:
        """All articles are done: add what was set aside and belongs to none of them."""
        for entry, line in self.kept.rest():
            self.write(entry.key, entry.text, entry.id, line, done=True)
        self.kept.remove()

    def _lock(self) -> None:
        if not lock(self.ledger.file):
            process = ledger.read(self.ledger_path).process or "another process"
            raise UsageError(f"{process} is writing {self.output_path}", "wait until it ends, or name another file")

    def _earlier(self, settings: dict[str, Any]) -> Record:
        """What earlier runs have done, as far as it is still there."""
        try:
            record = ledger.read(self.ledger_path)
        except OSError as error:
            raise UsageError(f"cannot read {self.ledger_path}: {error.strerror}", "check its permissions") from error
        if record.settings not in (None, settings):
            raise UsageError(f"{self.output_path} was begun with other options or another version of claimx", ANEW)
        count = len(record.entries)
        while count and not self._is_there(record.entries[count - 1]):
            count -= 1
        self.lost = len(record.entries) - count
        if self.lost and not count:
            raise UsageError(f"{self.output_path} is not as the run that wrote it left it", ANEW)
        record.cut(count)
        return record

    def _is_there(self, entry: Entry) -> bool:
        """Whether both files still have a line that ends where the entry says."""
        return _line_ends(self.output_path, entry.output) and _line_ends(self.errors_path, entry.errors)

    def _begin(self, record: Record, settings: dict[str, Any], retry_failed: bool) -> None:
        """Cut the files to what the record says, and note who goes on with them."""
        self.kept = Kept(self.output_path.with_name(self.output_path.name + ".kept"))
        if record.settings is None:
            self.kept.remove()
        elif retry_failed:
            self._go_back(record)
        self.entries = record.entries
        for entry in self.entries:
            self.kept.drop(entry.key)
        last = self.entries[-1] if self.entries else Entry("", None, "", True, 0, 0)
        self.ledger.cut(record.ends[-1])
        self.output, self.errors = Lines(self.output_path), Lines(self.errors_path)
        self.open += [self.output, self.errors]
        self.output.cut(last.output)
        self.errors.cut(last.errors)
        if record.settings is None:
            self._note(settings)
        self._note(ledger.this_process())

    def _go_back(self, record: Record) -> None:
        """Forget the first failure and all after it; the documents among that are kept."""
        first = next((index for index, entry in enumerate(record.entries) if not entry.done), None)
        if first is None:
            return
        start = record.entries[first - 1].output if first else 0
        self.kept.add(record.entries[first:], start, self.output_path)
        record.cut(first)

    def _note(self, line: dict[str, Any]) -> None:
        self.ledger.add(json.dumps(line).encode() + b"\n")

    def _close(self) -> None:
        for file in self.open:
            file.close()


def _line_ends(path: Path, length: int) -> bool:
    """Whether a line ends at that length of the file."""
    if not length:
        return True
    try:
        with path.open("rb") as file:
            file.seek(length - 1)
            return file.read(1) == b"\n"
    except OSError:
        return False
