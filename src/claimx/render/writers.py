"""Which writer makes a format, what it needs, and how it is called. A writer is imported when it is used.

Formats come in three sorts: text that can go anywhere piece by piece, a file of bytes, and a place (a folder, a
database) that the writer fills itself.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Self

from claimx.errors import UsageError
from claimx.render import Format, RecordKind, format_of, json
from claimx.render.records import rows
from claimx.schema import Document

EXTRAS: dict[Format, tuple[str, str]] = {"xlsx": ("xlsx", "xlsxwriter"), "parquet": ("parquet", "pyarrow")}
"""Formats that need an extra of the package, and the module that comes with it."""

TEXTS = ("csv",)
"""Formats of text other than JSON: modules with a function ``pieces(documents, kind)``."""

FILES = ("xlsx", "parquet", "docbin")
"""Formats of bytes: modules with a function ``write(documents, stream)``, and the kind of record if they are flat."""

FLAT = ("json", "jsonl", "csv", "xlsx", "parquet")
"""Formats of flat rows."""

NEED_TEXT = ("brat", "labelstudio", "prodigy", "docbin")
"""Formats that are of no use without the text of the article."""

TASKS = ("labelstudio", "prodigy")
"""Formats of a line per document, or an array in a file ``.json``."""

ONE_PER_DOCUMENT: dict[Format, str] = {
    "jsonld": "graph", "annotation": "page", "labelstudio": "task", "prodigy": "task",
}  # fmt: skip
"""JSON of other shapes: the function that makes an object of a document."""


class Target(NamedTuple):
    """What to write: a format, of one kind of record or of whole documents, into a file or to stdout (None).

    Without a format it is JSON for one document, and JSON Lines for rows or several.
    """

    format: Format | None
    records: RecordKind | None
    path: Path | None

    @classmethod
    def of(cls, format: Format | None, records: RecordKind | None, path: Path | None) -> Self:
        """The target, with the format that the name of the file asks for unless one is stated."""
        return cls(format or format_of(path), records, path)

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of files: always for brat, for CSV where neither a kind nor a file is named."""
        if self.path is None or self.format not in ("csv", "brat"):
            return False
        named = self.records or self.path.suffix or self.path.exists()
        return self.format == "brat" or self.path.is_dir() or not named


def check(target: Target, text: bool = True) -> None:
    """Raise a :class:`UsageError` where the format cannot be written; ``text``: whether articles keep theirs."""
    format, records, path = target
    if format is None:
        return
    if path is None and (format in FILES or format in ("sqlite", "brat")):
        raise UsageError(f"{format} cannot go to stdout", "name a file or folder for it with -o")
    if records and format not in FLAT:
        raise UsageError(f"{format} has no flat rows", f"leave --records out, or use one of {', '.join(FLAT)}")
    if not text and format in NEED_TEXT:
        raise UsageError(f"{format} needs the text of the articles", "leave --no-text out")
    if format in EXTRAS:
        extra, module = EXTRAS[format]
        if find_spec(module) is None:
            raise UsageError(f"{format} needs the library {module}", f"pip install 'claimx[{extra}]'")


def pieces(documents: Iterable[Document], target: Target, several: bool) -> Iterator[str]:
    """The text of a format of text; ``several``: whether there may be more than one document."""
    format, kind, path = target
    format = format or ("jsonl" if several or kind else "json")
    if format in TEXTS:
        return _module(format).pieces(documents, kind or "claims")  # type: ignore[no-any-return]
    items: Iterable[Any] = documents
    if kind:
        items = chain.from_iterable(rows(document, kind) for document in documents)
    elif format in ONE_PER_DOCUMENT:
        items = map(getattr(_module(format), ONE_PER_DOCUMENT[format]), documents)
    if format == "jsonl" or (format in TASKS and not (path and path.suffix == ".json")):
        return map(json.line, items)
    return json.array(items) if several or kind or format in TASKS else map(json.indented, items)


def write_file(documents: Iterable[Document], stream: BinaryIO, target: Target) -> None:
    """Write a file of bytes."""
    write: Callable[..., None] = _module(target.format).write
    write(documents, stream, *([target.records] if target.format in FLAT else []))


def write_folder(documents: Iterable[Document], folder: Path, target: Target) -> None:
    """Fill a folder."""
    _module(target.format).write_folder(documents, folder)


def _module(name: str | None) -> Any:
    return import_module(f"claimx.render.{name}")
