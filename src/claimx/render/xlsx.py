"""An Excel workbook with a sheet per kind of record, written row by row (XlsxWriter's constant memory).

Texts are written as texts, so none of them runs as a formula or becomes a link. Excel takes 32,767 UTF-16 units
in a cell and 1,048,576 rows in a sheet: a longer text ends in an ellipsis, more rows go on in ``claims 2``. Lists
are JSON, as in CSV.
"""

import json
from collections.abc import Iterable, Sequence
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from traceback import clear_frames
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from claimx.render import RecordKind
from claimx.render.columns import COLUMNS, KINDS
from claimx.render.records import rows
from claimx.schema import Document

MOST_ROWS = 1_048_576
LONGEST = 32_767
MEMORY = 2**26  # bytes of a workbook; a larger one is made on disk
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


class Sheets:
    """The sheets of one kind of record; a full one is followed by another."""

    def __init__(self, workbook: Any, kind: RecordKind, most_rows: int):
        self.workbook = workbook
        self.kind = kind
        self.most_rows = most_rows
        self.count = 0
        self._next_sheet()

    def append(self, row: Sequence[Any]) -> None:
        """Write one row."""
        if self.filled == self.most_rows:
            self._next_sheet()
        for column, value in enumerate(row):
            self._put(column, value)
        self.filled += 1

    def _next_sheet(self) -> None:
        self.count += 1
        self.sheet = self.workbook.add_worksheet(self.kind if self.count == 1 else f"{self.kind} {self.count}")
        self.sheet.freeze_panes(1, 0)
        self.filled = 0
        self.append(COLUMNS[self.kind])

    def _put(self, column: int, value: Any) -> None:
        if isinstance(value, bool):
            self.sheet.write_boolean(self.filled, column, value)
        elif isinstance(value, int | float):
            self.sheet.write_number(self.filled, column, value)
        elif value is not None:
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            self.sheet.write_string(self.filled, column, fitting(text))


def write(
    documents: Iterable[Document], stream: BinaryIO, kind: RecordKind | None = None, most_rows: int = MOST_ROWS
) -> None:
    """The rows of one kind, or of all of them.

    The workbook is made whole before it goes into the stream: the ZipFile in it cannot stop cleanly where that is full.

    Raises:
        OSError: There is no room for it.
    """
    kinds = (kind,) if kind else KINDS
    with SpooledTemporaryFile(MEMORY) as whole:
        try:
            with xlsxwriter.Workbook(whole, OPTIONS) as workbook:
                sheets = {name: Sheets(workbook, name, most_rows) for name in kinds}
                for document in documents:
                    for name, sheet in sheets.items():
                        for row in rows(document, name):
                            sheet.append(list(row.values()))
        except FileCreateError as error:
            clear_frames(error.args[0].__traceback__)  # its ZipFile goes now, while it has a file to end
            raise error.args[0] from None
        whole.seek(0)
        copyfileobj(whole, stream)


def fitting(text: str) -> str:
    """The text, cut to what a cell can hold."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", errors="ignore") + "…"
