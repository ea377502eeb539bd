"""The article as every reader gives it: the text, exactly, and what its metadata says."""

import re
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from claimx.errors import Failure

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Remark(NamedTuple):
    """What a reader has to say about an article: a code and a sentence. It becomes a warning of the document."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``source`` says where it was read, ``published`` is an ISO date, ``language`` ISO 639-1.

    Half of a broken surrogate pair, which JSON escapes and some encodings can spell but no file can hold, becomes
    U+FFFD; that is as long, so every offset stays.
    """

    id: str
    source: str
    text: str
    title: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    remarks: tuple[Remark, ...] = ()
    language: str = "en"

    def __post_init__(self) -> None:
        for name in ("id", "source", "text", "title", "author", "url"):
            value = getattr(self, name)
            if value and LONE_SURROGATE.search(value):
                object.__setattr__(self, name, LONE_SURROGATE.sub("\ufffd", value))


Reading = Article | Failure


def iso_date(value: object) -> str | None:
    """The day that ``value`` states, as an ISO date; None for anything else.

    Understood are ISO 8601 ('2026-03-12', '2026-03-12T08:00:00Z', '20260312') and the dates of feeds and
    e-mail ('Thu, 12 Mar 2026 08:00:00 GMT'). The day is the one written, whatever its time zone.
    """
    if not isinstance(value, str):
        return None
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(value.strip()).date().isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def spelled_date(value: str) -> str | None:
    """The ISO date of "12 March 2026" or "March 12, 2026"; None for anything else."""
    for form in ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y"):
        try:
            return datetime.strptime(value, form).date().isoformat()
        except ValueError:
            continue
    return None
