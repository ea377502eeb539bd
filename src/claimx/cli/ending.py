"""What ends a command from outside: a signal, a reader that has gone, a disk that is full."""

import errno
import os
import signal
import sys
from pathlib import Path
from types import FrameType

from claimx.errors import ClaimxError

UNREAD = 141
"""Exit code where nobody reads stdout any more: that of a process that SIGPIPE ended."""

TODO = {
    errno.ENOENT: "its folder is gone: make it and run the same command again",
    errno.ENOSPC: "make room and run the same command again",
    errno.EDQUOT: "make room and run the same command again",
    errno.EFBIG: "raise the limit for files (ulimit -f) and run the same command again",
}
"""What helps where a file cannot be written, by the number of the error."""


class Stopped(KeyboardInterrupt):
    """A signal asked the process to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    @property
    def exit_code(self) -> int:
        """As shells say it: 130 for SIGINT, 143 for SIGTERM, 129 for SIGHUP."""
        return 128 + self.number

    def __str__(self) -> str:
        return "interrupted" if self.number == signal.SIGINT else f"stopped by {signal.Signals(self.number).name}"


def catch_signals() -> None:
    """Signals that ask a process to end raise ``Stopped`` from now on; those that are ignored (``nohup``) stay so.

    So files are closed and part files removed on the way out, as after any other error.
    """
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _stop)


def complete_streams() -> None:
    """Put the null device in the place of standard streams that the caller has closed.

    Else the first file that is opened would become one of them.
    """
    for name, mode in (("stdin", os.O_RDONLY), ("stdout", os.O_WRONLY), ("stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:
            number = os.open(os.devnull, mode)
            setattr(sys, name, os.fdopen(number, "w" if mode else "r", encoding="utf-8"))


def forget_stdout() -> None:
    """Send what is still to be written to stdout nowhere: nobody reads it, and Python would complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def unwritable(error: OSError, shown: Path | None) -> ClaimxError:
    """What to say where ``shown``, or stdout, cannot be written."""
    what = f"cannot write {shown or 'to stdout'}: {error.strerror or error}"
    return ClaimxError(what, TODO.get(error.errno or 0, "mend that and run the same command again"))


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped(number)
