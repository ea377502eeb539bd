"""The exceptions of claimx, and the record of an input that failed.

::

    ClaimxError            everything claimx raises on purpose
    ├── InputError         an input cannot be read as an article
    ├── UsageError         the caller asked for something that is not there
    │   └── SettingsError  a bad key or value in claimx.toml or in a CLAIMX_* variable
    └── ModelError         the model is missing, or does not fit this version

Every error says what is wrong and what to do about it. While many inputs are read, none of this is
raised for one bad article: it becomes a :class:`Failure` among the results.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Self

FailureReason = Literal[
    "missing",  # no such file, or nothing that a pattern or folder holds
    "unreadable",  # the file is there, but the system refuses to read it
    "unsupported",  # a format that cannot be read
    "empty",  # no text in it
    "binary",  # bytes that are no text
    "undecodable",  # text in an encoding that cannot be told
    "too_large",  # more than a limit allows, or packed so tightly that it must be a bomb
    "changed",  # another process wrote to the file while it was read
    "damaged",  # the library that reads the format gives up on it
    "language",  # not English
    "bad_line",  # a line of JSON Lines that holds no article
    "internal",  # claimx itself failed on the article
    "timeout",  # the article took longer than it may
    "crashed",  # the process that worked on it died
    "duplicate",  # the same text as an article that failed
]


class ClaimxError(Exception):
    """Base of all errors: what is wrong, and what to do about it."""

    def __init__(self, what: str, todo: str):
        super().__init__(what, todo)
        self.what = what
        self.todo = todo

    def __str__(self) -> str:
        return f"{self.what}; {self.todo}"


class InputError(ClaimxError):
    """An input, named by ``source``, cannot be read as an article."""

    def __init__(self, source: str, reason: FailureReason, what: str, todo: str):
        super().__init__(what, todo)
        self.args = (source, reason, what, todo)
        self.source = source
        self.reason: FailureReason = reason

    def __str__(self) -> str:
        return f"{self.source}: {super().__str__()}"


class UsageError(ClaimxError):
    """The caller asked for something that is not there."""


def unopened(path: Path, error: OSError) -> UsageError:
    """The error of an output file that cannot be opened for writing."""
    what = f"cannot write {path}: {error.strerror or error}"
    return UsageError(what, "name a file in a folder that exists and may be written to")


class SettingsError(UsageError):
    """The setting ``key``, stated at ``place``, is unknown or has a value that it cannot have."""

    def __init__(self, key: str, place: str, what: str, todo: str):
        super().__init__(what, todo)
        self.args = (key, place, what, todo)
        self.key = key
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.key}: {super().__str__()}"


class ModelError(ClaimxError):
    """The model is missing, or does not fit this version."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no document; one line of ``--errors``. ``skipped``: left out on purpose."""

    source: str
    id: str
    reason: FailureReason
    error: str
    skipped: bool = False
    cause: Exception | None = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, error: InputError) -> Self:
        """The failure that ``error`` reports."""
        return cls(error.source, error.source, error.reason, f"{error.what}; {error.todo}", cause=error)

    @classmethod
    def crash(cls, source: str, id: str, error: Exception) -> Self:
        """The failure of claimx itself on an article that was read well."""
        what = f"claimx failed on this article ({type(error).__name__}: {error})"
        return cls(source, id, "internal", f"{what}; run it alone with -v and report the traceback", cause=error)

    def row(self) -> dict[str, str | bool]:
        """The failure as a line of ``--errors``, in the order of its keys."""
        return {
            "source": self.source,
            "id": self.id,
            "reason": self.reason,
            "error": self.error,
            "skipped": self.skipped,
        }
