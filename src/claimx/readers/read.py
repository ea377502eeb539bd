"""Inputs → articles: opens each input, unpacks it, and picks its reader by suffix, then by content."""

import sys
from collections.abc import Callable, Collection, Generator, Iterable, Sequence
from io import BufferedReader
from pathlib import Path
from typing import IO, NamedTuple

from claimx import settings
from claimx.errors import Failure, InputError
from claimx.readers import docx, exports, feed, html, jsonfile, jsonlines, mail, packed, pdf, tables, text, warc
from claimx.readers.article import Article, Reading
from claimx.readers.formats import UNREAD, InputFormat, format_of, sniffed, suffix_of
from claimx.readers.inputs import Input, find, is_single, unreadable
from claimx.readers.language import in_english
from claimx.readers.limits import too_large
from claimx.readers.steady import Steady

Articles = Generator[Reading, None, None]
Found = Iterable[Reading]
PEEK = 2**16  # bytes that are looked at


class Readings(NamedTuple):
    """The articles of a run. ``several``: more than one is possible, whatever there is in the end.

    Who does not read them to the end closes ``articles``, and with it the file that is open.
    """

    several: bool
    articles: Articles


class Limits(NamedTuple):
    """How readers read: the key of the text in records, and what an input may be."""

    text_key: str
    max_bytes: int
    max_page: int
    max_ratio: int


def read_all(
    arguments: Sequence[str],
    *,
    text_key: str,
    input_format: InputFormat | None = None,
    skip: Collection[Path] = (),
    force: bool = False,
) -> Readings:
    """The articles that the arguments name; nothing is raised for an input that cannot be read.

    ``skip`` is left out of folders. An article that is not English is a failure that says ``skipped``, unless
    ``force``: then it is marked.
    """
    stated = settings.load()
    limits = Limits(text_key, stated.max_article_bytes, stated.max_page_bytes, stated.max_unpacking_ratio)
    opened = (_open(found, limits, input_format) for found in find(arguments, skip))
    readings = next(opened) if is_single(arguments) else Readings(True, _joined(opened))
    return Readings(readings.several, _english(readings.articles, force))


def _english(articles: Articles, force: bool) -> Articles:
    try:
        yield from in_english(articles, force)
    finally:
        articles.close()


def _joined(opened: Iterable[Readings]) -> Articles:
    for readings in opened:
        yield from readings.articles


def _open(found: Input | Failure, limits: Limits, input_format: InputFormat | None) -> Readings:
    """The articles of one input."""
    if isinstance(found, Failure):
        return Readings(False, _only(found))
    try:
        if not input_format and found.path and suffix_of(found.path.name) in UNREAD:
            todo = "convert it to plain text, HTML or JSON Lines first"
            raise InputError(found.source, "unsupported", f"{suffix_of(found.path.name)} files cannot be read", todo)
        file: IO[bytes] = found.path.open("rb") if found.path else sys.stdin.buffer
    except InputError as error:
        return Readings(False, _only(Failure.of(error)))
    except OSError as error:
        return Readings(False, _only(unreadable(found.source, error)))
    several, articles = _guarded_start(found, file, limits, input_format)
    return Readings(several, _guarded(articles, file, found.source))


def _guarded_start(
    found: Input, file: IO[bytes], limits: Limits, input_format: InputFormat | None
) -> tuple[bool, Found]:
    try:
        stream = packed.unpacked(BufferedReader(Steady(file, found.source), PEEK), found.source, limits.max_ratio)
        format_ = input_format or (format_of(found.path.name) if found.path else None) or sniffed(stream.peek(PEEK))
        return _started(stream, found.source, format_, limits)
    except Exception as error:  # parsers raise whatever they like at hostile input
        return False, [unreadable(found.source, error)]


def _started(stream: BufferedReader, source: str, format_: InputFormat, limits: Limits) -> tuple[bool, Found]:
    """Whether there may be several articles, and the articles."""
    match format_:
        case "jsonl":
            return True, jsonlines.read(
                jsonlines.capped(stream, limits.max_bytes), source, limits.text_key, limits.max_bytes
            )
        case "csv":
            return True, tables.read(stream, source, limits.text_key, limits.max_bytes)
        case "warc":
            return True, warc.read(stream, source, limits.max_page)
    if format_ == "html":
        data = _whole(stream, source, limits.max_page, "max_page_bytes")
    else:
        data = _whole(stream, source, limits.max_bytes, "max_article_bytes")
    match format_:
        case "rss":
            return True, feed.read(data, source)
        case "json":
            return data.lstrip()[:1] == b"[", jsonfile.read(data, source, limits.text_key)
        case "txt":
            return _text(data, source)
    return False, [_one(format_)(data, source, limits.max_bytes)]


def _one(format_: InputFormat) -> Callable[[bytes, str, int], Article]:
    """The reader of a format that holds one article."""
    readers: dict[InputFormat, Callable[[bytes, str, int], Article]] = {
        "html": lambda data, source, _: html.read(data, source),
        "eml": lambda data, source, _: mail.read(data, source),
        "pdf": pdf.read,
        "docx": docx.read,
    }
    return readers[format_]


def _text(data: bytes, source: str) -> tuple[bool, Found]:
    """Plain text: one article, or the articles of an export."""
    article = text.read(data, source)
    if isinstance(article, Failure):
        return False, [article]
    if exports.is_export(article.text):
        return True, exports.read(article.text, source, article.remarks)
    return False, [html.remarked(article)]


def _whole(stream: BufferedReader, source: str, max_bytes: int, key: str) -> bytes:
    data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise too_large(source, f"it has more than {max_bytes} bytes", key)
    return data


def _only(failure: Failure) -> Articles:
    yield failure


def _guarded(articles: Found, file: IO[bytes], source: str) -> Articles:
    """The articles; closes the file after them, and turns trouble while reading into a failure."""
    try:
        yield from articles
    except Exception as error:  # parsers raise whatever they like at hostile input
        yield unreadable(source, error)
    finally:
        if file is not sys.stdin.buffer:
            file.close()
