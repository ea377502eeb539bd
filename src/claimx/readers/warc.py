"""Web archives (WARC, as of CC-NEWS), by warcio: one article per response of type HTML, streamed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

from claimx.errors import Failure, InputError
from claimx.readers import html
from claimx.readers.article import Reading
from claimx.readers.extras import require
from claimx.readers.limits import too_large

TYPES = ("text/html", "application/xhtml+xml")


def read(stream: IO[bytes], source: str, max_bytes: int) -> Iterator[Reading]:
    """The article of each page, and a failure for each page without one; ids are the WARC-Record-IDs."""
    records = require("warcio.archiveiterator", "warc", source).ArchiveIterator(stream)
    found = False
    for record in records:
        if record.rec_type == "response":
            kind, _, more = (record.http_headers.get_header("Content-Type") or "").partition(";")
            if kind.strip().lower() in TYPES:
                found = True
                yield _page(record, source, more.partition("charset=")[2].strip(" \"'") or None, max_bytes)
    if not found:
        raise InputError(source, "empty", "there is no web page in it", "check that it is a WARC file")


def _page(record: Any, source: str, charset: str | None, max_bytes: int) -> Reading:
    id_ = record.rec_headers.get_header("WARC-Record-ID") or ""
    place = f"{source}#{id_}"
    try:
        data = record.content_stream().read(max_bytes + 1)
        if len(data) > max_bytes:
            raise too_large(place, f"the page has more than {max_bytes} bytes", "max_page_bytes")
        page = html.read(data, place, charset=charset, url=record.rec_headers.get_header("WARC-Target-URI"))
    except InputError as error:
        return Failure.of(error)
    except Exception as error:  # whatever a parser makes of a hostile page, the next page is read
        return Failure.of(InputError(place, "damaged", f"{type(error).__name__}: {error}", "leave it out"))
    return replace(page, id=id_ or place)
