"""Parquet: a row per document, nested and typed as the contract is, or flat rows of one kind of record."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from claimx.render import RecordKind
from claimx.render.columns import ColumnType, types
from claimx.render.fields import element, fields
from claimx.render.records import VALUE_FIELDS, rows
from claimx.schema import Document, Model, Number

GROUP = 500
"""Documents in a row group: what is held in memory at a time."""

SCALARS: dict[Any, pa.DataType] = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
NUMBER = dict(fields(Number))
COLUMN_TYPES: dict[ColumnType, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "texts": pa.list_(pa.string()),
    "values": pa.list_(
        pa.struct([*((name, SCALARS[NUMBER[name]]) for name in VALUE_FIELDS), ("of", pa.string())]),
    ),
}


def write(documents: Iterable[Document], stream: BinaryIO, kind: RecordKind | None = None) -> None:
    """The documents, or their records of one kind, compressed with Zstandard."""
    schema = pa.schema([(name, COLUMN_TYPES[type]) for name, type in types(kind)] if kind else _struct(Document))
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        for group in _groups(documents):
            table = chain.from_iterable(rows(document, kind) for document in group) if kind else map(_dumped, group)
            writer.write_table(pa.Table.from_pylist(list(table), schema=schema))


def _groups(documents: Iterable[Document]) -> Iterator[list[Document]]:
    remaining = iter(documents)
    while group := list(islice(remaining, GROUP)):
        yield group


def _dumped(document: Document) -> dict[str, Any]:
    return document.model_dump(mode="json")


def _struct(model: type[Model]) -> list[tuple[str, pa.DataType]]:
    return [(name, _type(annotation)) for name, annotation in fields(model)]


def _type(annotation: Any) -> pa.DataType:
    item = element(annotation)
    if item is not None:
        return pa.list_(_type(item))
    return SCALARS[annotation] if annotation in SCALARS else pa.struct(_struct(annotation))
