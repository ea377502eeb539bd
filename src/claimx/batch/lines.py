"""A file to which whole lines are added: it holds none in part, and it is noticed when it goes away."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from claimx.errors import ClaimxError, unopened


class Lines:
    """The file, opened, and made where there is none. Nothing is buffered: what a failed write left comes to light.

    Raises:
        UsageError: It cannot be opened for writing.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.file = path.open("ab", buffering=0)
        except OSError as error:
            raise unopened(path, error) from error
        self.length = self.file.seek(0, os.SEEK_END)
        self.is_whole = True

    def cut(self, length: int) -> None:
        """Keep the first ``length`` bytes only."""
        with self._said():
            self.file.truncate(length)
        self.length = length

    def add(self, line: bytes) -> None:
        """Write a line.

        Raises:
            ClaimxError: It cannot be written, or the file has gone, and what would be written with it.
        """
        self.is_whole = False
        with self._said():
            rest = memoryview(line)
            while rest:
                rest = rest[self.file.write(rest) :]
            there = self.path.stat()
        if not os.path.samestat(there, os.fstat(self.file.fileno())):
            raise _gone(self.path)
        self.length += len(line)
        self.is_whole = True

    def close(self) -> None:
        """Close the file, without the part of a line that a failure or an interrupt may have left."""
        with suppress(OSError):
            if not self.is_whole:
                self.file.truncate(self.length)
        self.file.close()

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError as error:
            raise _gone(self.path) from error
        except OSError as error:
            todo = "make room, or mend what it is, and run the same command again: it goes on from here"
            raise ClaimxError(f"cannot write {self.path}: {error.strerror or error}", todo) from error


def _gone(path: Path) -> ClaimxError:
    what = f"{path} was removed or replaced during the run"
    return ClaimxError(what, "leave it alone and run the same command again")
