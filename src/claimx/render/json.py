"""Documents and rows as JSON: one object, an array of them, or one per line. Same input, same bytes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimx.schema import Document

Row = Mapping[str, Any]


def line(item: Document | Row) -> str:
    """The item on one line, for JSON Lines."""
    if isinstance(item, Document):
        return item.model_dump_json() + "\n"
    return json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n"


def indented(item: Document | Row) -> str:
    """The item, indented for reading."""
    if isinstance(item, Document):
        return item.model_dump_json(indent=2) + "\n"
    return json.dumps(item, ensure_ascii=False, indent=2) + "\n"


def array(items: Iterable[Document | Row]) -> Iterator[str]:
    """The items as one indented array, piece by piece; ``[]`` when there are none."""
    before = "[\n"
    for item in items:
        yield before + "  " + indented(item).rstrip("\n").replace("\n", "\n  ")
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
