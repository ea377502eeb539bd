"""What claimx wrote, read back: JSON Lines line by line, or a file that is one result or an array of them."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from claimx.errors import Failure, InputError
from claimx.readers.inputs import STDIN, unreadable
from claimx.schema import Document

TODO = "give it the JSON or JSON Lines that claimx extract or batch wrote"


def read_all(names: Sequence[str]) -> Iterator[Document | Failure]:
    """The results in each file, in order; a failure in place of each that is none."""
    for name in names:
        try:
            with _open(name) as stream:
                yield from read(stream, name)
        except OSError as error:
            yield unreadable(name, error)


def read(stream: BinaryIO, source: str) -> Iterator[Document | Failure]:
    """The results in one stream; ``source`` names it in failures. Lines are read as they are asked for."""
    lines = iter(stream)
    first = next((line for line in lines if line.strip()), b"")
    if first.strip() in (b"{", b"[") or first.lstrip().startswith(b"["):
        return _whole(b"".join(chain([first], lines)), source)
    return _lines(chain([first], lines), source)


def _lines(lines: Iterable[bytes], source: str) -> Iterator[Document | Failure]:
    for index, line in enumerate(lines, start=1):
        if line.strip():
            yield _document(line, f"{source}#{index}")


def _whole(data: bytes, source: str) -> Iterator[Document | Failure]:
    try:
        found = json.loads(data)
    except ValueError as error:
        yield _no_result(source, f"it is no JSON ({error})")
        return
    for index, item in enumerate(found if isinstance(found, list) else [found], start=1):
        yield _document(json.dumps(item).encode(), f"{source}#{index}")


def _document(data: bytes, source: str) -> Document | Failure:
    try:
        return Document.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"]))
        return _no_result(source, f"it is no result of claimx ({place + ': ' if place else ''}{first['msg']})")


def _no_result(source: str, what: str) -> Failure:
    return Failure.of(InputError(source, "bad_line", what, TODO))


def _open(name: str) -> BinaryIO:
    return sys.stdin.buffer if name == STDIN else Path(name).open("rb")
