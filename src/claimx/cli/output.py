"""Where data goes: stdout, or a file that appears under its name only when it is whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import typer

from claimx.errors import ClaimxError, UsageError


@contextmanager
def opened(path: Path | None) -> Iterator[BinaryIO]:
    """Stdout for None, else the file: written beside it and renamed, unless the block raises."""
    if path is None:
        yield typer.get_binary_stream("stdout")
        return
    target = path.resolve()  # a link stays a link
    if target.exists() and not target.is_file():  # a pipe or /dev/null is written, never replaced
        with create(target) as stream:
            yield stream
        return
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with create(beside, path) as stream:
            yield stream
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def create(path: Path, shown: Path | None = None) -> BinaryIO:
    """The file, opened for writing; ``shown`` is the name that an error gives it."""
    try:
        return path.open("wb")
    except OSError as error:
        what = f"cannot write {shown or path}: {error.strerror or error}"
        raise UsageError(what, "name a file in a folder that exists and may be written to") from error


def put(stream: BinaryIO, data: bytes) -> None:
    """Write, at once."""
    try:
        stream.write(data)
        stream.flush()
    except OSError as error:
        raise ClaimxError(f"cannot write: {error.strerror or error}", "make room and run it again") from error
