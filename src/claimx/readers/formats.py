"""What an input is: by its suffix, else by how it begins."""

import json
import re
from pathlib import PurePath
from typing import Literal

from claimx.readers.packed import SUFFIXES as PACKED
from claimx.readers.text import byte_order_mark

InputFormat = Literal["txt", "jsonl", "json", "html", "csv", "pdf", "docx", "eml", "rss", "warc"]

SUFFIXES: dict[str, InputFormat] = {
    ".txt": "txt", ".md": "txt", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".html": "html",
    ".htm": "html", ".xhtml": "html", ".csv": "csv", ".tsv": "csv", ".pdf": "pdf", ".docx": "docx", ".eml": "eml",
    ".rss": "rss", ".atom": "rss", ".xml": "rss", ".warc": "warc",
}  # fmt: skip
UNREAD = {".doc", ".odt", ".rtf", ".epub", ".zip", ".xlsx", ".parquet"}
MAGIC: tuple[tuple[bytes, InputFormat], ...] = ((b"%PDF-", "pdf"), (b"PK\x03\x04", "docx"), (b"WARC/", "warc"))
# How texts begin that are no articles; none begins like these.
STARTS: tuple[tuple[re.Pattern[str], InputFormat], ...] = (
    (re.compile(r"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL), "html"),
    (re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf:RDF)\b"), "rss"),
    (re.compile(r"\s*\[\s*\{"), "json"),
)
JSON_OBJECT = re.compile(r'\s*\{\s*("|$)')


def suffix_of(name: str) -> str:
    """The suffix that tells the format, in small letters: that of ``a.jsonl.gz`` is ``.jsonl``."""
    path = PurePath(name.lower())
    return PurePath(path.stem).suffix if path.suffix in PACKED else path.suffix


def format_of(name: str) -> InputFormat | None:
    """The format that the name of a file states."""
    return SUFFIXES.get(suffix_of(name))


def sniffed(head: bytes) -> InputFormat:
    """The format of what begins with ``head``."""
    for magic, format_ in MAGIC:
        if head.startswith(magic):
            return format_
    mark, encoding = byte_order_mark(head)
    start = head[len(mark) :].decode(encoding, "ignore")
    for pattern, format_ in STARTS:
        if pattern.match(start):
            return format_
    if not JSON_OBJECT.match(start):
        return "txt"
    return "jsonl" if _is_whole(start.lstrip().split("\n", 1)) else "json"


def _is_whole(lines: list[str]) -> bool:
    """Whether the first of the lines is JSON by itself; a single line may be cut off."""
    try:
        json.loads(lines[0])
    except ValueError:
        return len(lines) == 1 or not lines[1].strip()
    return True
