"""JSON Lines: one article per line, with the keys that article extractors print.

``text`` (or another key by ``--text-key``), and optionally ``id``, ``title``, ``date`` | ``published`` |
``publish_date``, ``url`` (or ``source`` when it is an address), ``author`` | ``authors``; other keys are
ignored. A line that holds no article becomes a failure that names it (``articles.jsonl#3``); the lines
after it are read all the same. Empty lines are no articles.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from typing import IO, Any

from claimx.errors import Failure, FailureReason, InputError
from claimx.readers.article import Article, Reading, Remark, iso_date
from claimx.readers.limits import too_large
from claimx.readers.text import byte_order_mark, decode

DATE_KEYS = ("date", "published", "publish_date")
AUTHOR_KEYS = ("author", "authors")
ADDRESSES = ("http://", "https://")


def read(lines: Iterable[bytes], source: str, text_key: str, max_bytes: int = sys.maxsize) -> Iterator[Reading]:
    """The articles on ``lines``, and a failure for each line that holds none or is longer than ``max_bytes``."""
    found = False
    try:
        for number, line in enumerate(_utf8(lines, source), start=1):
            if len(line) > max_bytes:
                found = True
                what = f"the line has more than {max_bytes} bytes"
                yield Failure.of(too_large(f"{source}#{number}", what, "max_article_bytes"))
            elif line.strip():
                found = True
                yield read_line(line, f"{source}#{number}", text_key)
        if not found:
            raise InputError(source, "empty", "there is no line in it", "check that it was saved")
    except InputError as error:
        yield Failure.of(error)


def read_line(line: bytes, source: str, text_key: str) -> Reading:
    """The article on one line, or why there is none."""
    try:
        record = _record(line, source)
        return article(record, source, text_key)
    except InputError as error:
        return Failure.of(error)


def capped(stream: IO[bytes], max_bytes: int) -> Iterator[bytes]:
    """The lines; of one that is longer than ``max_bytes`` its start, which is a byte longer."""
    while line := stream.readline(max_bytes + 1):
        yield line
        rest = line
        while len(rest) > max_bytes and not rest.endswith(b"\n"):
            rest = stream.readline(max_bytes + 1)


def _utf8(lines: Iterable[bytes], source: str) -> Iterator[bytes]:
    """The lines in UTF-8. Other encodings cannot be cut at line ends before they are decoded."""
    rest = iter(lines)
    first = next(rest, b"")
    if byte_order_mark(first)[1] == "utf-8":
        yield first
        yield from rest
    else:
        yield from decode(first + b"".join(rest), source).encode().split(b"\n")


def _record(line: bytes, source: str) -> Any:
    try:
        return json.loads(decode(line, source))
    except (ValueError, RecursionError) as error:
        place = f"{error.msg} at character {error.pos}" if isinstance(error, json.JSONDecodeError) else error
        todo = "write each article on a line of its own (jq -c . does it)"
        raise _bad_line(source, f"not JSON: {place}", todo) from error


def article(record: Any, source: str, text_key: str, remarks: tuple[Remark, ...] = ()) -> Article:
    """The article that a record with the keys above holds; raises InputError where it holds none."""
    if not isinstance(record, dict):
        raise _bad_line(source, "not a JSON object", 'write each article as {"text": "…"}')
    text = record.get(text_key)
    if not isinstance(text, str):
        state = "is no string" if text_key in record else "is missing"
        keys = ", ".join(map(repr, list(record)[:8])) or "none"
        raise _bad_line(source, f"its {text_key!r} {state}", f"name the key with --text-key (it has {keys})")
    if not text.strip():
        raise _bad_line(source, f"its {text_key!r} holds no text", "leave the line out", reason="empty")
    return Article(
        id=_identifier(record.get("id")) or source,
        source=source,
        text=text,
        title=_string(record.get("title")),
        author=next(filter(None, (_names(record.get(key)) for key in AUTHOR_KEYS)), None),
        url=_string(record.get("url")) or _address(record.get("source")),
        published=next(filter(None, (iso_date(record.get(key)) for key in DATE_KEYS)), None),
        remarks=remarks,
    )


def _bad_line(source: str, what: str, todo: str, reason: FailureReason = "bad_line") -> InputError:
    return InputError(source, reason, what, todo)


def _string(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _identifier(value: object) -> str | None:
    return str(value) if type(value) is int else _string(value)


def _names(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_string, value))) or None
    return _string(value)


def _address(value: object) -> str | None:
    text = _string(value)
    return text if text and text.startswith(ADDRESSES) else None
