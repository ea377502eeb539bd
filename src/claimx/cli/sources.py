"""Inputs that are articles or results of claimx: documents either way."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimx.api import extract_articles
from claimx.cli.talk import say
from claimx.errors import Failure
from claimx.readers import read, results
from claimx.schema import Document

SIGN = b'"schema_version"'  # how a result begins
HEAD = 400  # bytes in which it must stand


class Sources:
    """The documents of the inputs; what fails is said and counted."""

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
        for name in self.inputs:
            if _is_result(name):
                yield from results.read_all([name])
            else:
                yield from extract_articles(read.read_all([name], text_key=self.text_key).articles)


def _is_result(name: str) -> bool:
    path = Path(name)
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return SIGN in file.read(HEAD)
