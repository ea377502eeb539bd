"""A file that is as it was when it was opened: one that changes while it is read would give half an article."""

import os
import stat
from typing import IO

from claimx.errors import InputError
from claimx.readers.packed import Counted


class Steady(Counted):
    """The stream of an open file.

    Raises:
        InputError: Its size or time of change is another at its end (``changed``); what came before is as it was read.
    """

    def __init__(self, stream: IO[bytes], source: str) -> None:
        super().__init__(stream)
        self.source = source
        self.before = _state(stream)

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer."""
        size = super().readinto(buffer)
        if not size and self.before != _state(self.stream):
            todo = "run the same command again when it is complete"
            raise InputError(self.source, "changed", "it changed while it was read", todo)
        return size


def _state(stream: IO[bytes]) -> tuple[int, int] | None:
    """Size and time of change; None for what is no file on this machine, such as a pipe."""
    try:
        found = os.fstat(stream.fileno())
    except OSError:  # io.UnsupportedOperation is one
        return None
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None
