"""RSS and Atom files, by feedparser: one article per item, of its whole content, else of its summary."""

import re
from collections.abc import Iterator
from html import unescape

from claimx.errors import Failure, InputError
from claimx.readers.article import Article, Reading, iso_date
from claimx.readers.extras import require

BLOCK = re.compile(r"(?i)<(?:br|/p|/div|/h[1-6]|/li)\b[^<>]*>")
TAG = re.compile(r"<[^<>]*>")
PARAGRAPH = re.compile(r"\n\s*\n")


def read(data: bytes, source: str) -> Iterator[Reading]:
    """The article of each item, and a failure for each item without text."""
    if b"<!ENTITY" in data.replace(b"\0", b""):  # UTF-16 has zero bytes between the letters
        raise InputError(source, "damaged", "it declares entities of its own, as no feed does", "leave them out")
    feed = require("feedparser", "feed", source).parse(data)
    if not feed.entries:
        raise InputError(source, "empty", "there is no item in the feed", "check that it is RSS or Atom")
    for number, item in enumerate(feed.entries, start=1):
        place = f"{source}#{number}"
        content = item.get("content") or [{"value": item.get("summary", "")}]
        text = plain(content[0]["value"])
        if text:
            yield Article(
                id=item.get("id") or place,
                source=place,
                text=text,
                title=item.get("title") or None,
                author=item.get("author") or None,
                url=item.get("link") or None,
                published=iso_date(item.get("published") or item.get("updated")),
            )
        else:
            yield Failure.of(InputError(place, "empty", "the item has no text", "fetch the page it links to"))


def plain(markup: str) -> str:
    """The text of the markup in an item, a paragraph for each block."""
    text = unescape(TAG.sub("", BLOCK.sub("\n\n", markup)))
    return "\n\n".join(filter(None, map(str.strip, PARAGRAPH.split(text))))
