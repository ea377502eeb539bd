"""Rows as CSV (RFC 4180, UTF-8), safe to open in a spreadsheet and still possible to undo.

A text that a spreadsheet would run as a formula gets an apostrophe in front: one that begins, after any
apostrophes and blanks, with ``= + - @`` (or their full-width forms), or with a tab or line break. So of two
texts ``=A1`` and ``'=A1`` the second becomes ``''=A1``, and taking one apostrophe off every cell that is of this
shape and begins with one (:func:`restored`) gives back what was there. Numbers are left alone. Lists are JSON.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from claimx.render import RecordKind
from claimx.render.columns import COLUMNS, KINDS
from claimx.render.records import rows
from claimx.schema import Document

FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")


def pieces(documents: Iterable[Document], kind: RecordKind) -> Iterator[str]:
    """The rows of one kind, under a line of column names."""
    yield _lines([COLUMNS[kind]])
    for document in documents:
        yield _lines([cell(value) for value in row.values()] for row in rows(document, kind))


def write_folder(documents: Iterable[Document], folder: Path) -> None:
    """One file per kind of record, ``claims.csv`` and so on."""
    with ExitStack() as stack:
        files = {
            kind: stack.enter_context((folder / f"{kind}.csv").open("w", encoding="utf-8", newline=""))
            for kind in KINDS
        }
        for kind, file in files.items():
            file.write(_lines([COLUMNS[kind]]))
        for document in documents:
            for kind, file in files.items():
                file.write(_lines([cell(value) for value in row.values()] for row in rows(document, kind)))


def cell(value: Any) -> Any:
    """What stands in a cell for a value of a row; None is an empty cell."""
    if isinstance(value, bool | list):
        return json.dumps(value, ensure_ascii=False)
    return "'" + value if isinstance(value, str) and FORMULA.match(value) else value


def restored(text: str) -> str:
    """The text that :func:`cell` made safe."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def _lines(table: Iterable[Iterable[Any]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(table)
    return buffer.getvalue()
