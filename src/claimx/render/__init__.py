"""From documents to what users read: JSON, tables, databases, annotations. The names here cost nothing to import."""

from pathlib import Path
from typing import Literal

Format = Literal[
    "json", "jsonl", "csv", "xlsx", "parquet", "sqlite", "jsonld", "annotation", "brat", "labelstudio", "prodigy",
    "docbin",
]  # fmt: skip
RecordKind = Literal["quotes", "claims", "numbers", "hedges", "speakers"]

SUFFIXES: dict[str, Format] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
    ".db": "sqlite",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".jsonld": "jsonld",
    ".spacy": "docbin",
}


def format_of(path: Path | None) -> Format | None:
    """The format that the name of a file asks for; None when it says nothing."""
    return SUFFIXES.get(path.suffix.lower()) if path else None
