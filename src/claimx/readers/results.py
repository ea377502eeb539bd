"""What claimx wrote, read back: JSON Lines line by line, or a file that is one result or an array of them."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from io import BufferedReader
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from claimx import settings
from claimx.errors import Failure, InputError
from claimx.readers import packed, remote
from claimx.readers.inputs import STDIN, trouble
from claimx.schema import Document, Model, SpeakerRef, misplaced_spans

RECORDS = ("speakers", "quotes", "numbers", "hedges", "claims")
TARGETS = {
    "speaker": "speakers", "co_speakers": "speakers", "quote": "quotes", "denied_by": "quotes", "converts": "numbers",
    "numbers": "numbers", "hedges": "hedges", "conflicts_with": "claims",
}  # fmt: skip
"""Fields that name records of the document, and of which kind."""

TODO = "give it the JSON or JSON Lines that claimx extract or batch wrote"


class Reference(NamedTuple):
    """The field that names a record ('claims[0].quote'), the kind of that record, and its id."""

    field: str
    records: str
    id: str


def read_all(names: Sequence[str]) -> Iterator[Document | Failure]:
    """The results in each file, in order; a failure in place of each that is none."""
    for name in names:
        try:
            yield from read(lines(name), name)
        except InputError as error:
            yield Failure.of(error)


def lines(name: str) -> Iterator[bytes]:
    """The lines of a file, which may be packed.

    Raises:
        InputError: It cannot be read.
    """
    try:
        with opened(name) as stream:
            yield from stream
    except Exception as error:  # what unpacks has errors of its own
        raise trouble(name, error) from error


@contextmanager
def opened(name: str) -> Iterator[BufferedReader]:
    """The file or address, or standard input for ``-``, unpacked where it is packed."""
    with nullcontext(sys.stdin.buffer) if name == STDIN else _file(name).open("rb") as file:
        yield packed.unpacked(packed.buffered(file), name, settings.load().max_unpacking_ratio)


def _file(name: str) -> Path | remote.Remote:
    return next(remote.find(name))[1] if remote.is_remote(name) else Path(name)


def read(stream: Iterable[bytes], source: str) -> Iterator[Document | Failure]:
    """The results in one stream; ``source`` names it in failures. Lines are read as they are asked for."""
    whole, rest = layout(stream)
    return _whole(b"".join(rest), source) if whole else _lines(rest, source)


def layout(stream: Iterable[bytes]) -> tuple[bool, Iterable[bytes]]:
    """Whether the lines are one JSON value rather than JSON Lines, and all of them; only the first ones are read."""
    lines = iter(stream)
    head = [b""]
    while not head[-1].strip() and (line := next(lines, b"")):
        head.append(line)
    first = head[-1].strip()
    return first == b"{" or first.startswith(b"["), chain(head[1:], lines)


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
    known = {record.id for name in RECORDS for record in getattr(document, name)}
    if lost := sorted(reference.id for reference in references(document) if reference.id not in known):
        return _no_result(source, f"it refers to {lost[0]}, which is not in it")
    if misplaced := misplaced_spans(document):
        return _no_result(source, f"{misplaced[0][0]} is not what stands at its place in the text")
    return document


def references(document: Document) -> Iterator[Reference]:
    """Everything in which one record of the document names another."""
    for records in RECORDS[1:]:  # all but the speakers, which name nobody
        for index, record in enumerate(getattr(document, records)):
            for field, target in TARGETS.items():
                yield from (Reference(f"{records}[{index}].{field}", target, id) for id in _ids(record, field))


def _ids(record: Model, field: str) -> Iterator[str]:
    """The ids in a field that holds one, several or none, as such or with a name."""
    value = getattr(record, field, None)
    for one in value if isinstance(value, tuple) else (value,):
        if one is not None:
            yield one.id if isinstance(one, SpeakerRef) else one


def _no_result(source: str, what: str) -> Failure:
    return Failure.of(InputError(source, "bad_line", what, TODO))
