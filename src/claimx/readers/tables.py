"""CSV: one article per row; the header names the keys, which are those of JSON Lines."""

import csv
import io
from collections.abc import Iterator

from claimx.errors import Failure, InputError
from claimx.readers.article import Reading
from claimx.readers.jsonlines import article
from claimx.readers.text import encoding_of

DELIMITERS = ",;\t|"


def read(stream: io.BufferedReader, source: str, text_key: str, max_bytes: int) -> Iterator[Reading]:
    """The article of each row, and a failure for each row without one. ``max_bytes`` bounds a cell."""
    encoding, remarks = encoding_of(stream.peek(2**16)[: 2**16], source)
    csv.field_size_limit(max_bytes)
    lines = io.TextIOWrapper(stream, encoding, newline="")
    header = lines.readline(max_bytes)
    delimiter = max(DELIMITERS, key=header.count)
    keys = next(csv.reader([header], delimiter=delimiter), [])
    for number, cells in enumerate(csv.reader(lines, delimiter=delimiter), start=1):
        if cells:
            place = f"{source}#{number}"
            try:
                yield article(dict(zip(keys, cells, strict=False)), place, text_key, remarks)
            except InputError as error:
                yield Failure.of(error)
