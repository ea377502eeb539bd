"""Word files (.docx), by python-docx: the paragraphs, and what the properties say."""

import io
import zipfile

from claimx.errors import InputError
from claimx.readers.article import Article, iso_date
from claimx.readers.extras import require
from claimx.readers.limits import too_large


def read(data: bytes, source: str, max_bytes: int) -> Article:
    """The article in a Word file, nothing of which is written to disk; InputError where it unpacks to too much."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > max_bytes:
            raise too_large(source, f"it unpacks to more than {max_bytes} bytes", "max_article_bytes")
    document = require("docx", "docx", source).Document(io.BytesIO(data))
    text = "\n\n".join(filter(str.strip, (paragraph.text for paragraph in document.paragraphs)))
    if not text:
        raise InputError(source, "empty", "there is no text in it", "check that it was saved")
    about = document.core_properties
    return Article(
        id=source,
        source=source,
        text=text,
        title=about.title or None,
        author=about.author or None,
        published=iso_date(about.created.isoformat()) if about.created else None,
    )
