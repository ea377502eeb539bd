"""Walks over a text and reads every date and time in it, a clock time together with its day.

"3 pm on Thursday" and "Feb. 19, 5:20 p.m." are one moment each. "On" before a day is part of it, other
prepositions are not.
"""

from dataclasses import replace

from claimx.quantities.clock import CLOCK_WORDS, read_clock
from claimx.quantities.dates import MONTHS, SHIFTS, WEEKDAYS, read_date
from claimx.quantities.lexemes import PADDING, Lexemes
from claimx.quantities.names import is_code
from claimx.quantities.numerals import ORDINALS, SMALL, TENS
from claimx.quantities.periods import _FEAST_WORDS, DAYS, read_period
from claimx.quantities.when import Moment, When

_OPENERS = frozenset(
    {*CLOCK_WORDS, *MONTHS, *WEEKDAYS, *SHIFTS, *DAYS, *_FEAST_WORDS, *ORDINALS, *SMALL, *TENS}
    | {"q", "h", "a", "an", "the", "mid", "early", "late", "'", "‘"}
)


def find_moments(lexemes: Lexemes) -> list[Moment]:
    """Return the dates and times of a text in order."""
    found: list[Moment] = []
    i, end = PADDING, len(lexemes) - PADDING
    while i < end:
        lexeme = lexemes[i]
        opens = lexeme.kind == "n" or lexeme.low in _OPENERS
        moment = _read(lexemes, i) if opens else None
        if moment:
            found.append(_with_on(lexemes, moment))
        i = moment.stop if moment else i + 1
    return found


def _read(lexemes: Lexemes, i: int) -> Moment | None:
    if is_code(lexemes, i) and lexemes[i + 1].low != "/":
        return None
    clock = read_clock(lexemes, i)
    if clock:
        return _with_day(lexemes, clock)
    found = read_date(lexemes, i) or read_period(lexemes, i)
    return found and _with_clock(lexemes, found)


def _with_day(lexemes: Lexemes, clock: Moment) -> Moment:
    """Add the day that follows a time: "2:10 am on Friday", "5.40 this morning", "noon Sunday"."""
    j = clock.stop
    if lexemes[j].low in ("on", ","):
        j += 1
    if lexemes[j].low == "local" and lexemes[j + 1].low == "time":
        j += 2
    found = read_date(lexemes, j) or (read_period(lexemes, j) if lexemes[j].low in (*DAYS, "this", "last") else None)
    if found is None or not _is_day(found.when):
        return clock
    clock = _after_noon(clock, lexemes[found.stop - 1].low)
    return Moment(
        clock.first,
        found.stop,
        replace(found.when, clock=clock.when.clock, until_clock=clock.when.until_clock, zone=clock.when.zone),
    )


def _after_noon(clock: Moment, part: str) -> Moment:
    """Put "6 o'clock this afternoon" after noon."""
    hour, _, minute = (clock.when.clock or "").partition(":")
    late = part in ("afternoon", "evening") or (part in ("night", "tonight") and int(hour) > 5)
    if not late or int(hour) > 11 or clock.when.until_clock:
        return clock
    return replace(clock, when=replace(clock.when, clock=f"{int(hour) + 12:02d}:{minute}"))


def _is_day(when: When) -> bool:
    return when.day is not None or when.weekday is not None or when.part == "day"


def _with_clock(lexemes: Lexemes, found: Moment) -> Moment:
    """Add the time that follows a day: "Feb. 19, 5:20 p.m.", "Tuesday at noon"."""
    if not _is_day(found.when) or found.when.until_day:
        return found
    j = found.stop
    if lexemes[j].low in (",", "at", "—", "–"):
        j += 1
    clock = read_clock(lexemes, j) if j > found.stop or lexemes[j].kind == "n" else None
    if clock is None or (lexemes[j].kind == "w" and lexemes[j - 1].low != "at"):
        return found
    return Moment(
        found.first,
        clock.stop,
        replace(found.when, clock=clock.when.clock, until_clock=clock.when.until_clock, zone=clock.when.zone),
    )


def _with_on(lexemes: Lexemes, moment: Moment) -> Moment:
    before = lexemes[moment.first - 1]
    return replace(moment, first=moment.first - 1) if before.low == "on" and _is_day(moment.when) else moment
