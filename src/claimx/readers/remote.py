"""Files that are not on this machine (``s3://…``, ``gs://…``), by fsspec: opened and listed like those that are."""

from collections.abc import Iterator
from glob import has_magic
from pathlib import PurePosixPath
from typing import IO, Any

from claimx.errors import InputError
from claimx.readers.extras import require
from claimx.readers.formats import format_of


class Remote:
    """One remote file, as much of a ``Path`` as readers need."""

    def __init__(self, files: Any, path: str) -> None:
        self.files, self.path = files, path

    def __str__(self) -> str:
        """The address, by which it is found again."""
        return str(self.files.unstrip_protocol(self.path))

    @property
    def name(self) -> str:
        """The last part of the path."""
        return PurePosixPath(self.path).name

    def open(self, mode: str) -> IO[bytes]:
        """The file, opened."""
        stream: IO[bytes] = self.files.open(self.path, mode)
        return stream


def is_remote(argument: str) -> bool:
    """Whether the argument is an address, not a name."""
    return "://" in argument


def find(argument: str) -> Iterator[tuple[str, Remote]]:
    """The files of an address: of a folder all that can be read, sorted, of a pattern all that match.

    Raises:
        InputError: There is none, or fsspec (or what it needs for this kind of address) is not installed.
    """
    fsspec = require("fsspec", "remote", argument)
    try:
        files, path = fsspec.core.url_to_fs(argument)
        if has_magic(path) and not files.exists(path):
            found = sorted(files.glob(path))
        elif files.isdir(path):
            found = [name for name in sorted(files.find(path)) if format_of(name)]
        else:
            found = [path] if files.exists(path) else []
    except (ImportError, ValueError) as error:
        raise InputError(argument, "unsupported", f"it cannot be opened: {error}", "see the docs of fsspec") from error
    if not found:
        raise InputError(argument, "missing", "no such file", "check the address")
    for name in found:
        file = Remote(files, name)
        yield str(file), file
