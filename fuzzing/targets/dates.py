"""Words of the calendar and the clock, on any day of publication."""

from collections.abc import Iterator

from claimx.quantities.dating import find_times, hide
from claimx.quantities.lexemes import lex
from fuzzing.invariants import check_iso
from fuzzing.spelling import spelled, unspelled
from fuzzing.vocabularies import DATES

LONGEST = 120
PUBLISHED = ("2026-03-12", None, "9999-12-31", "0001-01-01", "2024-02-29", "soon", "2026-12-31T23:59:59Z", "0001-12-31")
TAGS = ("VBD", "MD", "VB", "NN", "VBN", "")
NEWS = (
    "on Tuesday, May 12, 2026", "9-11 a.m. on the 5th of March", "between 1999 and 2026", "a week on Monday",
    "last summer", "two weeks ago", "the end of the year", "half past 9", "the 1990s", "the 20th century",
    "Q1 2026", "first quarter of 2026", "2026-03-12", "31/12/1999", "Sept. 1 to 3", "this past weekend",
    "Christmas Eve", "tomorrow at noon", "0932 GMT", "at 9.30 local time on Sunday", "'90s",
)  # fmt: skip


def check(data: bytes) -> int:
    """The first byte picks the day of publication and the tags, the others spell the text."""
    text = spelled(data[1:], DATES)
    first = data[0] if data else 0
    lexemes = lex(text)
    tag = TAGS[first // len(PUBLISHED) % len(TAGS)]
    tags = {lexeme.start: tag for lexeme in lexemes if lexeme.kind == "w"} if tag else {}
    end = 0
    times = list(find_times(lexemes, PUBLISHED[first % len(PUBLISHED)], tags))
    for moment, iso in times:
        assert end <= moment.first < moment.stop <= len(lexemes), moment
        end = moment.stop
        check_iso(iso)
    assert len(hide(lexemes, (moment for moment, _ in times))) == len(lexemes)
    return len(text)


def seeds() -> Iterator[bytes]:
    """Dates as news writes them."""
    for k, text in enumerate(NEWS):
        yield bytes([k]) + unspelled(text, DATES)
