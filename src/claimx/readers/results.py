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
from claimx.schema import Claim, Document, Hedge, Number, Quote, misplaced_spans

RECORDS = ("speakers", "quotes", "numbers", "hedges", "claims")
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
    head = [b""]
    while not head[-1].strip() and (line := next(lines, b"")):
        head.append(line)
    first = head[-1].strip()
    if first == b"{" or first.startswith(b"["):
        return _whole(b"".join(chain(head, lines)), source)
    return _lines(chain(head[1:], lines), source)


def _lines(lines: Iterable[bytes], source: str) -> Iterator[Document | Failure]:
    for index, line in enumerate(lines, start=1):
        if line.strip():
            yield _document(line, f"{source}#{index}")


def _whole(data: bytes, source: str) -> Iterator[Document | Failure]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        yield _no_result(source, f"it is no JSON ({error})")
        return
    for index, item in enumerate(found if isinstance(found, list) else [found], start=1):
        yield _document(json.dumps(item).encode(), f"{source}#{index}")


def _document(data: bytes, source: str) -> Document | Failure:
    try:
        document = Document.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"]))
        return _no_result(source, f"it is no result of claimx ({place + ': ' if place else ''}{first['msg']})")
    if lost := sorted(referred(document) - {record.id for name in RECORDS for record in getattr(document, name)}):
        return _no_result(source, f"it refers to {lost[0]}, which is not in it")
    if misplaced := misplaced_spans(document):
        return _no_result(source, f"{misplaced[0][0]} is not what stands at its place in the text")
    return document


def referred(document: Document) -> set[str]:
    """The ids of records that other records of the document name."""
    found: set[str | None] = set()
    items: list[Number | Hedge | Claim] = [*document.numbers, *document.hedges, *document.claims]
    records: list[Quote | Number | Hedge | Claim] = [*document.quotes, *items]
    found.update(record.speaker.id for record in records if record.speaker)
    found.update(speaker.id for quote in document.quotes for speaker in quote.co_speakers)
    found.update(item.quote for item in items)
    found.update(number.converts for number in document.numbers)
    for claim in document.claims:
        found.update((claim.denied_by, *claim.conflicts_with, *claim.numbers, *claim.hedges))
    return {id for id in found if id is not None}


def _no_result(source: str, what: str) -> Failure:
    return Failure.of(InputError(source, "bad_line", what, TODO))


def _open(name: str) -> BinaryIO:
    return sys.stdin.buffer if name == STDIN else Path(name).open("rb")
