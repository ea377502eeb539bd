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

from claimx.errors import ClaimxError, UsageError
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
            yield lambda documents, _: _guarded(partial(writers.write_folder, documents, folder, target))
    else:
        with opened(target.path) as stream:
            yield partial(_write, stream=stream, target=target)


def _write(documents: Iterable[Document], several: bool, stream: BinaryIO, target: Target) -> None:
    if target.format in FILES:
        _guarded(partial(writers.write_file, documents, stream, target))
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
        yield beside
        for file in beside.iterdir():
            file.replace(target / file.name)
    finally:
        shutil.rmtree(beside)


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

    def write() -> None:
        stream.write(data)
        stream.flush()

    _guarded(write)


def _guarded(write: Callable[[], None]) -> None:
    try:
        write()
    except OSError as error:
        raise ClaimxError(f"cannot write: {error.strerror or error}", "make room and run it again") from error
