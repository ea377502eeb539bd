"""JSON that is one article or an array of articles; the keys are those of JSON Lines."""

import io
import json
from collections.abc import Iterator

from claimx.errors import Failure, InputError
from claimx.readers import jsonlines
from claimx.readers.article import Reading
from claimx.readers.text import decode


def read(data: bytes, source: str, text_key: str) -> Iterator[Reading]:
    """The articles in ``data``; several objects one after the other are read as JSON Lines."""
    try:
        found = json.loads(decode(data, source))
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            yield from jsonlines.read(io.BytesIO(data), source, text_key)
            return
        raise
    many = isinstance(found, list)
    for index, record in enumerate(found if many else [found], start=1):
        try:
            yield jsonlines.article(record, f"{source}#{index}" if many else source, text_key)
        except InputError as error:
            yield Failure.of(error)
