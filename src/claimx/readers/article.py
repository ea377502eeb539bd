"""The article as every reader gives it: the text, exactly, and what its metadata says."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from claimx.errors import Failure


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``source`` says where it was read, ``published`` is an ISO date."""

    id: str
    source: str
    text: str
    title: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None


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
        except (ValueError, TypeError, IndexError):
            continue
    return None
