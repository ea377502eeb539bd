"""Inputs that are articles or results of claimx: documents either way."""

import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import BinaryIO

from claimx.api import extract_articles
from claimx.cli.talk import say
from claimx.errors import Failure
from claimx.readers import read, results
from claimx.readers.inputs import STDIN, find
from claimx.schema import Document

SIGN = b'"schema_version"'
"""What a result begins with, but for brackets and spaces."""

HEAD = 400
"""Bytes in which it must stand."""


class Sources:
    """The documents of the inputs, articles and results mixed as they come; what fails is said and counted."""

    def __init__(self, inputs: Sequence[str], text_key: str) -> None:
        self.inputs, self.text_key = inputs, text_key
        self.done = self.failed = 0

    def __iter__(self) -> Iterator[Document]:
        """One document at a time."""
        for item in self._items():
            if isinstance(item, Failure):
                say(f"{item.source}: {item.error}")
                self.failed += not item.skipped
            else:
                self.done += 1
                yield item

    @property
    def exit_code(self) -> int:
        """0 all well, 1 some failed, 3 nothing could be read."""
        return (1 if self.done else 3) if self.failed else 0

    def _items(self) -> Iterator[Document | Failure]:
        for are_results, names in groupby(_names(self.inputs), _is_result):
            if are_results is None:
                yield from (name for name in names if isinstance(name, Failure))
            elif are_results:
                yield from results.read_all(_strings(names))
            else:
                yield from extract_articles(read.read_all(_strings(names), text_key=self.text_key).articles)


def _names(inputs: Sequence[str]) -> Iterator[str | Failure]:
    """The files that the inputs name, folders and patterns resolved."""
    for found in find(inputs):
        yield found if isinstance(found, Failure) else str(found.path) if found.path else STDIN


def _strings(names: Iterable[str | Failure]) -> list[str]:
    return [name for name in names if isinstance(name, str)]


def _is_result(name: str | Failure) -> bool | None:
    """Whether the file holds results; None for a failure. What cannot be read is left to the reader of articles."""
    if isinstance(name, Failure):
        return None
    try:
        if name == STDIN:
            return SIGN in _peeked(sys.stdin.buffer)
        with results.opened(name) as stream:
            return SIGN in stream.peek(HEAD)[:HEAD]
    except Exception:  # what unpacks has errors of its own
        return False


def _peeked(stream: BinaryIO) -> bytes:
    return stream.peek(HEAD)[:HEAD] if isinstance(stream, io.BufferedReader) else b""
