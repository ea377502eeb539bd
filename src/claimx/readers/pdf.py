"""PDF, by pypdf: lines become paragraphs, words that were hyphenated at a line end become whole.

Columns come in the order in which the file holds them, which is the order of reading in most newspapers.
"""

import io
import re
from collections.abc import Iterator
from statistics import median
from typing import Any

from claimx.errors import InputError
from claimx.readers.article import Article, iso_date
from claimx.readers.extras import require
from claimx.readers.limits import too_large

HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad\u2010]\n(?=[a-z])")
STOP = (".", "!", "?", "”", '"', "’", ":")
FULL = 0.8  # of the usual length: a line that is shorter and ends in a stop ends its paragraph


def read(data: bytes, source: str, max_bytes: int) -> Article:
    """The article in a PDF; raises InputError where it holds no text (a scan), or a password guards it."""
    pypdf = require("pypdf", "pdf", source)
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(source, "unreadable", "a password guards it", "save it without one")
    text = paragraphs("\n".join(_pages(reader, source, max_bytes)))
    if not text:
        raise InputError(source, "empty", "no text in it, maybe a scan", "run OCR over it first (ocrmypdf)")
    about = reader.metadata
    created = about.creation_date if about else None
    return Article(
        id=source,
        source=source,
        text=text,
        title=(about.title or None) if about else None,
        author=(about.author or None) if about else None,
        published=iso_date(created.isoformat()) if created else None,
    )


def _pages(reader: Any, source: str, max_bytes: int) -> Iterator[str]:
    """The text of each page; InputError where the pages unpack to more than ``max_bytes``, or their text is more."""
    unpacked = size = 0
    for page in reader.pages:
        contents = page.get_contents()
        unpacked += 0 if contents is None else len(contents.get_data())
        text: str = page.extract_text() if unpacked <= max_bytes else ""
        size += len(text)
        if max(unpacked, size) > max_bytes:
            raise too_large(source, f"its pages hold more than {max_bytes} bytes", "max_article_bytes")
        yield text


def paragraphs(text: str) -> str:
    """The lines of a page joined to paragraphs, with an empty line between them."""
    lines = [line.strip() for line in HYPHEN.sub("", text).replace("\0", "").split("\n")]
    usual = median([len(line) for line in lines if line] or [0])
    found = ""
    for line in lines:
        found += line + ("\n\n" if not line or (line.endswith(STOP) and len(line) < FULL * usual) else " ")
    return "\n\n".join(filter(None, map(str.strip, re.split(r"\n\s*\n", found))))
