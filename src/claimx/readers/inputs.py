"""INPUT arguments → inputs: a file, a folder (walked, sorted), a pattern, ``-`` for standard input."""

import glob
import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimx.errors import Failure, InputError
from claimx.readers import remote
from claimx.readers.formats import format_of

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to open. ``path`` is None for standard input, ``source`` is the path as it was given."""

    source: str
    path: Path | remote.Remote | None


def find(arguments: Sequence[str], skip: Collection[Path] = ()) -> Iterator[Input | Failure]:
    """What the arguments name, in their order, and a failure for each that names nothing.

    ``skip`` is left out of folders: the files that are being written, which may stand among the inputs.
    """
    for argument in arguments or [STDIN]:
        if argument == STDIN:
            yield Input(STDIN, None)
        elif remote.is_remote(argument):
            yield from _remote(argument)
        elif os.path.isdir(argument):
            complaint = "no file that can be read in this folder"
            yield from _some(argument, _walk(argument, skip), complaint)
        elif is_pattern(argument):
            matches = sorted(glob.glob(argument, recursive=True))
            files = (_input(name) for name in matches if not os.path.isdir(name))
            yield from _some(argument, files, "no file matches this pattern")
        else:
            yield _input(argument)


def _remote(argument: str) -> Iterator[Input | Failure]:
    try:
        yield from (Input(source, path) for source, path in remote.find(argument))
    except InputError as error:
        yield Failure.of(error)
    except OSError as error:
        yield unreadable(argument, error)


def is_single(arguments: Sequence[str]) -> bool:
    """Whether the arguments name one file (or standard input), rather than possibly several."""
    if len(arguments) != 1:
        return not arguments
    return not (os.path.isdir(arguments[0]) or remote.is_remote(arguments[0]) or is_pattern(arguments[0]))


def is_pattern(argument: str) -> bool:
    """Whether the argument is a pattern. A file whose very name holds '*' or '[' is that file."""
    return glob.has_magic(argument) and not os.path.lexists(argument)


def _input(name: str) -> Input:
    return Input(_shown(name), Path(name))


def _shown(name: str) -> str:
    """The name as valid Unicode; a file name can hold bytes that are none."""
    return os.fsencode(name).decode("utf-8", "replace")


def _walk(folder: str, skip: Collection[Path]) -> Iterator[Input | Failure]:
    """The files of a folder that can be read, sorted by name, without hidden ones and linked folders."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield unreadable(_shown(folder), error)
        return
    for name in names:
        path = Path(folder, name)
        if name.startswith("."):
            continue
        if path.is_dir():
            if not path.is_symlink():  # it may lead back up
                yield from _walk(os.path.join(folder, name), skip)
        elif format_of(name) and _is_file(path) and path.resolve() not in skip:
            yield _input(os.path.join(folder, name))


def _is_file(path: Path) -> bool:
    """Whether it is a file, or one that went away after it was listed, which is to be said."""
    return path.is_file() or not os.path.lexists(path)


def _some(argument: str, found: Iterator[Input | Failure], complaint: str) -> Iterator[Input | Failure]:
    """``found``, or a failure when it holds nothing."""
    first = next(found, None)
    if first is None:
        yield Failure.of(InputError(_shown(argument), "missing", complaint, "check the name"))
    else:
        yield first
        yield from found


def unreadable(source: str, error: Exception) -> Failure:
    """The failure of a file or folder that cannot be read."""
    return Failure.of(trouble(source, error))


def trouble(source: str, error: Exception) -> InputError:
    """What kept us from reading ``source``: the system, its format, or a limit."""
    if isinstance(error, InputError):
        return error
    if isinstance(error, FileNotFoundError):
        return InputError(source, "missing", "no such file", "check the name")
    if isinstance(error, OSError) and error.errno:
        return InputError(source, "unreadable", error.strerror or str(error), "check the file and its permissions")
    what = f"it cannot be read ({type(error).__name__}: {error})"
    return InputError(source, "damaged", what[:500], "open it and save it again")
