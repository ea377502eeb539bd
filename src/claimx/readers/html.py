"""Web pages: text, title, author, date and address of the article, by trafilatura.

Trafilatura takes quadratic time over what stands side by side in one paragraph: a minute for 20,000 words each in a
``<span>``, as transcripts that follow a video have them. Of so long a row the tags inside lines are left out first.
"""

import re
from dataclasses import replace
from typing import Any

from claimx.errors import InputError
from claimx.readers.article import Article, Remark, iso_date
from claimx.readers.extras import require
from claimx.readers.formats import sniffed
from claimx.readers.text import legible

CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)

NAMES = "a|abbr|b|big|cite|code|em|font|i|ins|kbd|mark|q|s|small|span|strike|strong|sub|sup|time|tt|u"
INLINE = re.compile(rf"</?(?:{NAMES})\b[^<>]*>", re.IGNORECASE)
TAG = rf"</?(?:{NAMES}|br|img|wbr)\b[^<>]*>"
ROW = re.compile(rf"{TAG}(?:[^<]*+{TAG})*+", re.IGNORECASE)
LONG_ROW = 2000  # tags; articles have a few hundred at most


def read(data: bytes, source: str, *, charset: str | None = None, url: str | None = None) -> Article:
    """The article on a page. ``charset`` is what the server said, ``url`` where the page was.

    Raises:
        InputError: There is no article on it, or it is no text.
    """
    declared = CHARSET.search(data[:4096])
    named = charset or (declared[1].decode("ascii", "replace") if declared else None)
    page, remarks = legible(data, source, named)
    return replace(read_page(page, source, url=url), remarks=remarks)


def read_page(page: str, source: str, *, url: str | None = None) -> Article:
    """The article on a page that is decoded already; raises InputError where there is none."""
    found: Any = require("trafilatura", "html", source).bare_extraction(
        thinned(page), url=url, with_metadata=True, include_comments=False
    )
    if found is None or not (found.text or "").strip():
        raise InputError(source, "empty", "no article was found on the page", "save the page with its text")
    return Article(
        id=source,
        source=source,
        text=re.sub(r"\n+", "\n\n", found.text),  # each line of it is a paragraph
        title=found.title or None,
        author=found.author or None,
        url=url or found.url or None,
        published=iso_date(found.date),
    )


def thinned(page: str) -> str:
    """The page without tags inside of lines where thousands of them stand in a row."""
    return ROW.sub(lambda row: INLINE.sub("", row[0]) if row[0].count("<") > LONG_ROW else row[0], page)


def remarked(article: Article) -> Article:
    """The article of a text file, with a warning where it is in truth a page."""
    if sniffed(article.text[:2000].encode()) != "html":
        return article
    return replace(article, remarks=(*article.remarks, Remark("holds_html", "it is HTML: --input-format html")))
