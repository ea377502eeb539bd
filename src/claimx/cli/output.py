"""Where data goes: stdout, or a file that appears under its name only when it is whole."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import BinaryIO

import typer

from claimx.cli.ending import unwritable
from claimx.errors import UsageError, unopened
from claimx.render import writers
from claimx.render.writers import FILES, Target
from claimx.schema import Document

Write = Callable[[Iterable[Document], bool], None]
"""Writes documents; the flag says whether there may be several."""


@contextmanager
def writing(target: Target) -> Iterator[Write]:
    """A function that writes documents to the target; what it wrote is there once the block ends well.

    Raises:
        UsageError: The target cannot be written.
    """
    if target.format == "sqlite" and target.path:
        from claimx.render import sqlite

        with sqlite.opened(target.path) as write:
            yield lambda documents, _: write(documents)
    elif target.is_folder and target.path:
        with writing_folder(target.path) as folder:
            yield lambda documents, _: writers.write_folder(documents, folder, target)
    else:
        with opened(target.path) as stream:
            yield partial(_write, stream=stream, target=target)


def _write(documents: Iterable[Document], several: bool, stream: BinaryIO, target: Target) -> None:
    if target.format in FILES:
        writers.write_file(documents, stream, target)
        return
    for piece in writers.pieces(documents, target, several):
        put(stream, piece.encode())


@contextmanager
def writing_folder(path: Path) -> Iterator[Path]:
    """An empty folder whose files move to ``path`` when the block ends well; other files there stay."""
    target = path.resolve()
    try:
        target.mkdir(exist_ok=True)
        beside = Path(mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    except OSError as error:
        what = f"cannot write the folder {path}: {error.strerror or error}"
        raise UsageError(what, "name a folder beside which files may be written") from error
    try:
        with guarded(path):
            yield beside
            for file in beside.iterdir():
                file.replace(target / file.name)
    finally:
        shutil.rmtree(beside, ignore_errors=True)  # it may be gone with the folder around it


@contextmanager
def opened(path: Path | None) -> Iterator[BinaryIO]:
    """Stdout for None, else the file: written beside it and renamed, unless the block raises.

    Raises:
        ClaimxError: It cannot be written (UsageError: from the start).
    """
    if path is None:
        with guarded(None):
            yield typer.get_binary_stream("stdout")
        return
    target = path.resolve()  # a link stays a link
    if target.exists() and not target.is_file():  # a pipe or /dev/null is written, never replaced
        with created(target, path) as stream:
            yield stream
        return
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with created(beside, path) as stream:
            yield stream
        with guarded(path):
            beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def created(path: Path, shown: Path) -> Iterator[BinaryIO]:
    """The file, opened for writing; ``shown`` is the name that an error gives it."""
    try:
        stream = path.open("wb")
    except OSError as error:
        raise unopened(shown, error) from error
    with guarded(shown), stream:
        yield stream


def put(stream: BinaryIO, data: bytes) -> None:
    """Write, at once."""
    stream.write(data)
    stream.flush()


@contextmanager
def guarded(shown: Path | None) -> Iterator[None]:
    """Errors of the system in the block are about writing ``shown``, or stdout; readers make failures of their own."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(error, shown) from error
