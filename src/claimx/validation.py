"""What is wrong with a file that should be claimx output: where, and what.

Four forms are told apart: one JSON object, an array of them, JSON Lines, and flat rows (``--records``) in the latter
two. A document is checked against the contract; then its spans against its text, its own size and hash, and the ids
that its records refer to. Of a row, only the columns can be checked.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from pydantic import ValidationError

from claimx.readers.results import RECORDS, layout, references
from claimx.render.columns import COLUMNS
from claimx.schema import Document, misplaced_spans

SHOWN = 60
"""Characters of a text that a message shows."""


class Problem(NamedTuple):
    """What is wrong on a line (from 1; of a JSON object, where it begins) and in which field, '' for all of it."""

    line: int
    field: str
    message: str


class Checked(NamedTuple):
    """One document or row, with its problems."""

    line: int
    problems: list[Problem]


def check(lines: Iterable[bytes]) -> Iterator[Checked]:
    """Each document or row of a file, in order. JSON Lines are read as they are asked for."""
    whole, rest = layout(lines)
    return _whole(b"".join(rest)) if whole else _lines(rest)


def _lines(lines: Iterable[bytes]) -> Iterator[Checked]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                item = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield _unreadable(number, error)
            else:
                yield Checked(number, list(_problems(item, number)))


def _whole(data: bytes) -> Iterator[Checked]:
    """An object, or the items of an array, each with the line on which it begins."""
    try:
        text = data.decode()
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        yield _unreadable(line, error)
        return
    starts = _starts(text) if isinstance(found, list) else iter([1])
    for item, line in zip(found if isinstance(found, list) else [found], starts, strict=True):
        yield Checked(line, list(_problems(item, line)))


def _starts(text: str) -> Iterator[int]:
    """The lines on which the items of an array begin."""
    decoder = json.JSONDecoder()
    place, line = text.index("[") + 1, 1
    before = 0
    while True:
        while text[place] in " \t\r\n,":
            place += 1
        if text[place] == "]":
            return
        line += text.count("\n", before, place)
        before = place
        yield line
        _, place = decoder.raw_decode(text, place)


def _unreadable(line: int, error: Exception) -> Checked:
    what = "nested too deeply" if isinstance(error, RecursionError) else getattr(error, "msg", error)
    return Checked(line, [Problem(line, "", f"not JSON: {what}")])


def _problems(item: Any, line: int) -> Iterator[Problem]:
    if isinstance(item, dict) and "schema_version" not in item and "document_id" in item:
        yield from _row(item, line)
        return
    try:
        document = Document.model_validate_json(json.dumps(item))
    except ValidationError as error:
        for one in error.errors(include_url=False, include_input=False):
            yield Problem(line, _path(one["loc"]), one["msg"])
        return
    for field, message in chain(_text(document), _references(document)):
        yield Problem(line, field, message)


def _row(row: dict[str, Any], line: int) -> Iterator[Problem]:
    """The columns of the kind of record that the row comes closest to."""
    kind = max(COLUMNS, key=lambda kind: len(set(COLUMNS[kind]) & set(row)) - len(set(COLUMNS[kind]) - set(row)))
    for column in COLUMNS[kind]:
        if column not in row:
            yield Problem(line, column, f"missing in a row of {kind}")
    for column in row:
        if column not in COLUMNS[kind]:
            yield Problem(line, column, f"no column of {kind}")


def _text(document: Document) -> Iterator[tuple[str, str]]:
    """Spans, size and hash that do not fit the text."""
    text = document.document.text
    if text is None:
        return
    if len(text) != document.document.characters:
        yield "document.characters", f"the text has {len(text)}"
    if hashlib.sha256(text.encode()).hexdigest() != document.document.sha256:
        yield "document.sha256", "the text has another hash"
    for index, sentence in enumerate(document.document.sentences):
        if not sentence.start <= sentence.end <= len(text):
            yield f"document.sentences[{index}]", f"{sentence.start}-{sentence.end} is no place in the text"
    for path, span in misplaced_spans(document):
        there = text[span.start : span.end]
        yield f"{path}.text", f"{span.text[:SHOWN]!r} is not at {span.start}-{span.end}, where {there[:SHOWN]!r} stands"


def _references(document: Document) -> Iterator[tuple[str, str]]:
    """Ids that are used but not there, and ids that stand for two records."""
    known: dict[str, set[str]] = {}
    for name in RECORDS:
        known[name] = set()
        for index, record in enumerate(getattr(document, name)):
            if record.id in known[name]:
                yield f"{name}[{index}].id", f"{record.id} is there twice"
            known[name].add(record.id)
    for field, name, id in references(document):
        if id not in known[name]:
            yield field, f"there is no {id} in {name}"


def _path(location: Iterable[str | int]) -> str:
    """``quotes[0].cue`` for ('quotes', 0, 'cue')."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return "".join(parts).lstrip(".")
