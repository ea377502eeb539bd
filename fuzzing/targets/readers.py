"""Bytes as a file of any format, packed or not → articles or failures, nothing else."""

import gzip
import hashlib
import logging
import os
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import zstandard

from claimx.errors import Failure
from claimx.readers.article import Reading
from claimx.readers.exports import is_export
from claimx.readers.language import language_of
from claimx.readers.read import read_all
from fuzzing.files import sound
from fuzzing.invariants import check_reading

LONGEST = 4096
LIMIT = 100_000  # bytes: bombs show early
NAMES = ("a.txt", "a.html", "a.json", "a.jsonl", "a.csv", "a.pdf", "a.docx", "a.eml", "a.rss", "a.warc", "a")
PACKINGS = (
    lambda data: data,
    lambda data: gzip.compress(data, 1),
    lambda data: zstandard.compress(data, 1),
    lambda data: gzip.compress(data, 1)[:-9],
)
FOLDER = Path(tempfile.mkdtemp(prefix="fuzz-readers-"))

language_of("市" * 99)  # loads its tables, which takes half a second
os.environ["CLAIMX_MAX_ARTICLE_BYTES"] = os.environ["CLAIMX_MAX_PAGE_BYTES"] = str(LIMIT)
logging.disable()
warnings.simplefilter("ignore")


def check(data: bytes) -> int:
    """The first byte picks format and packing, the others are the file."""
    first, content = (data[0], data[1:]) if data else (0, b"")
    path = FOLDER / NAMES[first % len(NAMES)]
    packing = first // len(NAMES) % len(PACKINGS)
    path.write_bytes(PACKINGS[packing](content))
    found = readings(path)
    assert found
    for reading in found:
        check_reading(reading)
        assert isinstance(reading, Failure) or len(reading.text) <= LIMIT
    if packing == 0 and path.name == "a.txt":
        check_plain(content, found[0])
    if hashlib.sha256(data).digest()[0] < 16:
        assert readings(path) == found, "read again, it is another"
    return len(content)


def readings(path: Path) -> list[Reading]:
    """What is in a file, whatever its language."""
    return list(read_all([str(path)], text_key="text", force=True).articles)


def check_plain(content: bytes, reading: Reading) -> None:
    """Plain text is what its bytes spell, every character in its place."""
    if isinstance(reading, Failure) or content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return
    assert is_export(text) or content.startswith(b"\0\0\xfe\xff") or reading.text == text


def seeds() -> Iterator[bytes]:
    """A small sound file of each format, plain and packed, and the beginnings of hostile ones."""
    for k, files in enumerate(sound().values()):
        for content in files:
            for packing in range(3):
                yield bytes([k + packing * len(NAMES)]) + content
            yield bytes([len(NAMES) - 1]) + content
