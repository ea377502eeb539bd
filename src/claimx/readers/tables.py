"""CSV: one article per row; the header names the keys, which are those of JSON Lines.

A row that is too large, or not in the encoding of the others, is a failure that names it; the next ones are read.
"""

import csv
import io
from collections.abc import Iterator

from claimx.errors import Failure, InputError
from claimx.readers.article import LONE_SURROGATE, Reading, Remark
from claimx.readers.jsonlines import article
from claimx.readers.limits import too_large
from claimx.readers.text import byte_order_mark, encoding_of

DELIMITERS = ",;\t|"


def read(stream: io.BufferedReader, source: str, text_key: str, max_bytes: int) -> Iterator[Reading]:
    """The article of each row, and a failure for each row without one. ``max_bytes`` bounds a cell and a line."""
    head = stream.peek(2**16)[: 2**16]
    encoding, remarks = encoding_of(head, source)
    stream.read(len(byte_order_mark(head)[0]))
    limit = csv.field_size_limit(max_bytes)  # of the whole process: given back at the end
    try:
        lines = Lines(io.TextIOWrapper(stream, encoding, errors="surrogateescape", newline=""), max_bytes)
        header = lines.text.readline(max_bytes)
        delimiter = max(DELIMITERS, key=header.count)
        keys = next(csv.reader([header], delimiter=delimiter), [])
        found = False
        for number, cells in enumerate(_rows(lines, delimiter), start=1):
            place = f"{source}#{number}"
            if cells != []:  # an empty line
                found = True
                yield _too_long(place, max_bytes) if cells is None else _row(keys, cells, place, text_key, remarks)
    finally:
        csv.field_size_limit(limit)
    if not found:
        raise InputError(source, "empty", "there is no row in it", "check that it was saved")


class Lines(Iterator[str]):
    """The lines of a text; csv.Error in place of one that has more than ``most`` characters, then the next.

    ``quoted`` is whether the lines so far end inside a cell in quotation marks.
    """

    def __init__(self, text: io.TextIOWrapper, most: int) -> None:
        self.text = text
        self.most = most
        self.quoted = False

    def __next__(self) -> str:
        """One line."""
        line = part = self._part()
        if not line:
            raise StopIteration
        while len(part) > self.most and not part.endswith(("\r", "\n")):
            part = self._part()
        if len(line) > self.most:
            raise csv.Error("a long line")
        return line

    def _part(self) -> str:
        part = self.text.readline(self.most + 1)
        self.quoted ^= part.count('"') % 2 == 1
        return part

    def end_row(self) -> None:
        """Go on to the end of the cell in quotation marks, where one is open: what stands in it is no row."""
        while self.quoted:
            try:
                next(self)
            except csv.Error:
                continue
            except StopIteration:
                return


def _rows(lines: Lines, delimiter: str) -> Iterator[list[str] | None]:
    """The cells of each row, None for one with a cell or line that is too long."""
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        lines.quoted = False
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error:
            lines.end_row()
            yield None


def _row(keys: list[str], cells: list[str], place: str, text_key: str, remarks: tuple[Remark, ...]) -> Reading:
    """The article of one row, or why there is none."""
    try:
        if any(map(LONE_SURROGATE.search, cells)):  # it stands for a byte that is not in the encoding
            what = "the row is in another encoding than the first ones"
            raise InputError(place, "undecodable", what, "convert the file to UTF-8")
        return article(dict(zip(keys, cells, strict=False)), place, text_key, remarks)
    except InputError as error:
        return Failure.of(error)


def _too_long(place: str, max_bytes: int) -> Failure:
    what = f"it has a cell or a line of more than {max_bytes} bytes"
    return Failure.of(too_large(place, what, "max_article_bytes"))
