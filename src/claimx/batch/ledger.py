"""What a run has done, so that it can go on after a kill: one line per article, written after its output.

A ledger line says which article (a hash of source, id and text) and where the output and the error file ended
behind it. What a kill left of a line is cut off when the run goes on: the files then hold whole lines of articles
that are done, and no others.
"""

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from claimx.errors import Failure, UsageError
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


def text_hash(article: Article) -> str:
    """SHA-256 of the text in UTF-8."""
    return sha256(article.text.encode()).hexdigest()


def key_of(item: Article | Failure) -> str:
    """What makes an article the same in two runs: where it was read, and its text; for a failure, what it says."""
    what = item.text if isinstance(item, Article) else item.error
    return sha256("\0".join((item.source, item.id, what)).encode()).hexdigest()[:32]


class Files:
    """The output, its errors and its ledger, open for appending.

    Args:
        output: The file of documents; ``.errors.jsonl`` and ``.ledger`` stand beside it.
        resume: Go on with what is there; else begin anew.
        settings: What must be the same for a run to go on.

    Raises:
        UsageError: The files cannot be written, or were begun with other settings.
    """

    def __init__(self, output: Path, resume: bool, settings: dict[str, Any]) -> None:
        self.output_path = output
        self.errors_path = output.with_name(output.name + ".errors.jsonl")
        self.ledger_path = output.with_name(output.name + ".ledger")
        begun = self._begun(settings) if resume else []
        self.entries = [Entry(**json.loads(line)) for line in begun[1:]]
        last = self.entries[-1] if self.entries else Entry("", None, "", True, 0, 0)
        try:
            self.output = _cut(self.output_path, last.output)
            self.errors = _cut(self.errors_path, last.errors)
            self.ledger = _cut(self.ledger_path, sum(len(line) + 1 for line in begun))
        except OSError as error:
            what = f"cannot write {output}: {error.strerror or error}"
            raise UsageError(what, "name a file in a folder that exists and may be written to") from error
        if not begun:
            self._note(settings)

    def __enter__(self) -> Self:
        """Nothing is to be done."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        """Close the files."""
        for file in (self.output, self.errors, self.ledger):
            file.close()

    def write(self, item: Article | Failure, text: str | None, line: bytes, done: bool) -> None:
        """Append a whole line to the output (``done``) or the errors, then note it."""
        file = self.output if done else self.errors
        file.write(line)
        file.flush()
        self._note(asdict(Entry(key_of(item), text, item.id, done, self.output.tell(), self.errors.tell())))

    def _note(self, line: dict[str, Any]) -> None:
        self.ledger.write(json.dumps(line).encode() + b"\n")
        self.ledger.flush()

    def _begun(self, settings: dict[str, Any]) -> list[bytes]:
        """The whole lines of an earlier run: its settings, then its entries."""
        try:
            lines = self.ledger_path.read_bytes().split(b"\n")[:-1]  # what follows the last line end is no whole line
        except FileNotFoundError:
            if self.output_path.exists():
                what = f"{self.output_path} is there, but no record of the run that wrote it"
                raise UsageError(what, "name another file, or overwrite it with --no-resume") from None
            return []
        except OSError as error:
            raise UsageError(f"cannot read {self.ledger_path}: {error.strerror}", "check its permissions") from error
        if lines and json.loads(lines[0]) != settings:
            what = f"{self.output_path} was begun with other options or another version of claimx"
            raise UsageError(what, "name another file, or begin anew with --no-resume")
        return lines


def _cut(path: Path, length: int) -> BinaryIO:
    """The file with what lies behind ``length`` cut off, open for appending."""
    file = path.open("ab")
    if file.tell() < length:
        file.close()
        raise UsageError(f"{path} is shorter than the run that wrote it left it", "begin anew with --no-resume")
    file.truncate(length)
    file.seek(0, 2)
    return file
