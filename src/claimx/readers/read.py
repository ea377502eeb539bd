"""Inputs → articles: opens each input, and picks its reader by suffix, then by content."""

import re
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from claimx.errors import Failure, InputError
from claimx.readers import jsonlines, text
from claimx.readers.article import Reading
from claimx.readers.inputs import JSON_LINES, PLAIN_TEXT, Input, find, is_single, unreadable

InputFormat = Literal["txt", "jsonl"]

JSON_START = re.compile(r'\s*\{\s*("|$)')  # no article starts like this
UNREAD = {
    ".json", ".html", ".htm", ".xml", ".rss", ".csv", ".pdf", ".docx", ".doc", ".odt", ".rtf", ".epub",
    ".eml", ".warc", ".gz", ".zst", ".zip", ".xlsx", ".parquet",
}  # fmt: skip


Articles = Generator[Reading, None, None]


class Readings(NamedTuple):
    """The articles of a run. ``several``: more than one is possible, whatever there is in the end.

    Who does not read them to the end closes ``articles``, and with it the file that is open.
    """

    several: bool
    articles: Articles


def read_all(
    arguments: Sequence[str],
    *,
    text_key: str,
    input_format: InputFormat | None = None,
    skip: Path | None = None,
) -> Readings:
    """The articles that the arguments name; nothing is raised for an input that cannot be read."""
    opened = (_open(found, text_key, input_format) for found in find(arguments, skip))
    if is_single(arguments):
        return next(opened)
    return Readings(True, _joined(opened))


def _joined(opened: Iterable[Readings]) -> Articles:
    for readings in opened:
        yield from readings.articles


def _open(found: Input | Failure, text_key: str, input_format: InputFormat | None) -> Readings:
    """The articles of one input."""
    if isinstance(found, Failure):
        return Readings(False, _only(found))
    try:
        format_ = input_format or _format_by_suffix(found)
        stream = found.path.open("rb") if found.path else sys.stdin.buffer
        head = _first_lines(stream)
    except InputError as error:
        return Readings(False, _only(Failure.of(error)))
    except OSError as error:
        return Readings(False, _only(unreadable(found.source, error)))
    several = (format_ or _format_by_content(head)) == "jsonl"
    lines = chain(head, stream)
    articles = jsonlines.read(lines, found.source, text_key) if several else _plain(lines, found.source)
    return Readings(several, _guarded(articles, stream, found.source))


def _plain(lines: Iterable[bytes], source: str) -> Articles:
    yield text.read(b"".join(lines), source)


def _only(failure: Failure) -> Articles:
    yield failure


def _guarded(articles: Iterator[Reading], stream: BinaryIO, source: str) -> Articles:
    """The articles; closes the file after them, and turns trouble while reading into a failure."""
    try:
        yield from articles
    except OSError as error:
        yield unreadable(source, error)
    finally:
        if stream is not sys.stdin.buffer:
            stream.close()


def _first_lines(stream: BinaryIO) -> list[bytes]:
    """The stream up to the first line with something on it."""
    head = []
    for line in stream:
        head.append(line)
        if line.strip():
            break
    return head


def _format_by_suffix(found: Input) -> InputFormat | None:
    suffix = found.path.suffix.lower() if found.path else ""
    if suffix in UNREAD:
        todo = "convert it to plain text or JSON Lines first"
        raise InputError(found.source, "unsupported", f"{suffix} files cannot be read", todo)
    return "jsonl" if suffix in JSON_LINES else "txt" if suffix in PLAIN_TEXT else None


def _format_by_content(head: list[bytes]) -> InputFormat:
    start = b"".join(head)
    mark, encoding = text.byte_order_mark(start)
    return "jsonl" if JSON_START.match(start[len(mark) :].decode(encoding, "ignore")) else "txt"
