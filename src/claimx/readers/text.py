"""Plain text and Markdown: bytes → one article, whose text is exactly what the bytes spell.

Line ends, no-break spaces, zero-width and combining characters stay as they are, because every offset of
the output points into this text. Only a byte order mark at the very start goes: it names the encoding.
"""

import codecs

from claimx.errors import Failure, InputError
from claimx.readers.article import Article, Reading

# The mark of UTF-32-LE begins with that of UTF-16-LE, so it is tried first.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read(data: bytes, source: str) -> Reading:
    """The article in ``data``, or why there is none."""
    try:
        text = decode(data, source)
    except InputError as error:
        return Failure.of(error)
    if not text.strip():
        return Failure.of(InputError(source, "empty", "there is no text in it", "check that it was saved"))
    return Article(id=source, source=source, text=text)


def decode(data: bytes, source: str) -> str:
    """The text that ``data`` spells in UTF-8, or in the encoding its byte order mark names."""
    mark, encoding = byte_order_mark(data)
    if not mark and b"\0" in data:
        offset = data.index(b"\0")
        raise InputError(
            source,
            "binary",
            f"not text: a zero byte at offset {offset}",
            "give plain text (UTF-16 needs its byte order mark: iconv -f UTF-16LE -t UTF-8)",
        )
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        offset = len(mark) + error.start
        raise InputError(
            source,
            "undecodable",
            f"byte 0x{data[offset]:02x} at offset {offset} is not {encoding.upper()}",
            "convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8",
        ) from error


def byte_order_mark(data: bytes) -> tuple[bytes, str]:
    """The byte order mark that ``data`` starts with (or none), and the encoding of what follows."""
    return next(((mark, name) for mark, name in MARKS if data.startswith(mark)), (b"", "utf-8"))
