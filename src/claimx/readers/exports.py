"""Text exports of LexisNexis, Factiva and ProQuest, split into their articles.

Each has a line that no article holds: ``3 of 50 DOCUMENTS``, ``Document 3 of 50``, ``End of Document`` or
``Document DLYPST0020260312em3c0001`` (the accession number, after the article).
"""

import re
from collections.abc import Iterator

from claimx.errors import Failure, InputError
from claimx.readers.article import Article, Reading, Remark, spelled_date

SPLIT = re.compile(
    r"^[ \t]*+(?:\d+ of \d+ DOCUMENTS?|Document \d+ of \d+|End of Document"
    r"|Document (?=[A-Z]{2}[A-Z0-9]{0,40}\d{8}\w{4})\w{14,64}+)[ \t]*+$",
    re.MULTILINE,
)
BODY = re.compile(r"^[ \t]*+(?:LENGTH:.*|Length:.*|Body|Full text:|.*\bCopyright\b.*|\(c\) .*)[ \t]*+", re.MULTILINE)
END = re.compile(
    r"^[ \t]*+(?:LOAD-DATE|LANGUAGE|Load-Date|Classification|PUBLICATION-TYPE|Subject|Credit|Copyright"
    r"|ProQuest document ID)\b.*",
    re.MULTILINE,
)
FIELDS = {
    "title": re.compile(r"^[ \t]*+(?:HEADLINE|Title): *(.+)$", re.MULTILINE),
    "author": re.compile(r"^[ \t]*+(?:BYLINE|Byline|Author): *(.+)$|^By (.+)$", re.MULTILINE),
    "url": re.compile(r"^[ \t]*+(?:URL|Document URL): *(https?://\S+)$", re.MULTILINE),
}
DAY = re.compile(r"\b(?:\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4})\b")


def is_export(text: str) -> bool:
    """Whether the text has a line that such exports put between articles."""
    return SPLIT.search(text) is not None


def read(text: str, source: str, remarks: tuple[Remark, ...] = ()) -> Iterator[Reading]:
    """The articles of an export, and a failure for each without text."""
    pieces = [piece for piece in SPLIT.split(text) if len(piece.split()) > 3]
    if not pieces:
        raise InputError(source, "empty", "there is no article in it", "check that it was saved")
    for number, piece in enumerate(pieces, start=1):
        yield _article(piece, f"{source}#{number}", remarks)


def _article(piece: str, source: str, remarks: tuple[Remark, ...]) -> Reading:
    start = BODY.search(piece)
    head, body = (piece[: start.start()], piece[start.end() :]) if start else ("", piece)
    end = END.search(body)
    text = (body[: end.start()] if end else body).strip()
    if not text:
        return Failure.of(InputError(source, "empty", "the article has no text", "export it with its full text"))
    named = {key: match for key, pattern in FIELDS.items() if (match := pattern.search(piece))}
    values = {key: next(filter(None, match.groups())).strip() for key, match in named.items()}
    first = next(filter(None, map(str.strip, head.splitlines())), None)
    day = DAY.search(head) or DAY.search(body[end.start() :] if end else "")
    published = spelled_date(day[0]) if day else None
    return Article(
        source, source, text, values.get("title", first), values.get("author"), values.get("url"), published, remarks
    )
