"""Times of day: "4:20 a.m.", "7.30pm", "0932 GMT", "noon", "half past nine", "four in the morning".

"9.30" alone is a time only after "at", "until" or "since"; "2:21:48" is a runner's time, not a time of day.
"""

from dataclasses import replace

from claimx.lexicons import load, words
from claimx.quantities.lexemes import Lexemes, is_dash
from claimx.quantities.numerals import SMALL as _SMALL
from claimx.quantities.when import Moment, When

_TABLES = load("calendar")
_ZONES: dict[str, str] = _TABLES["zones"]
_MINUTES: dict[str, int] = _TABLES["minutes"]
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_STRONG = frozenset({"at", "until", "till", "since"})
SMALL = {word: int(value) for word, value in _SMALL.items()}
_GOES_ON = words("number_context", "on_the_clock")
_RATED = words("number_context", "rated")
_CLOSING = frozenset(".,;:!?)—–\"'“”’")
CLOCK_WORDS = _NAMED.keys() | _MINUTES.keys() | {word for word, value in SMALL.items() if 1 <= value <= 12}


def read_clock(lexemes: Lexemes, i: int) -> Moment | None:
    """Read the time of day that begins at lexeme ``i``, with its zone."""
    found = _read_hours(lexemes, i) or _read_clock(lexemes, i)
    return found and _with_part_of_day(lexemes, found)


def _read_hours(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "9-11 a.m.", "10:30 to 11:15 p.m." and "11 to 2pm", where the first takes its half of the day along."""
    first = _bare_time(lexemes, i)
    if first is None or (lexemes[i].glued and is_dash(lexemes[i - 1])):
        return None
    hour, minute, j = first
    between = lexemes[i - 1].low == "between" and lexemes[j].low == "and"
    second = _bare_time(lexemes, j + 1) if is_dash(lexemes[j]) or lexemes[j].low == "to" or between else None
    half, stop = _half_day(lexemes, second[2]) if second else ("", j)
    if second is None or not half:
        return None
    same = hour % 12 <= second[0] % 12
    begins = _hour(hour, half if same else "a" if half == "p" else "p")
    until = f"{_hour(second[0], half):02d}:{second[1]:02d}"
    return Moment(i, stop, When(clock=f"{begins:02d}:{minute:02d}", until_clock=until))


def _bare_time(lexemes: Lexemes, i: int) -> tuple[int, int, int] | None:
    """Return hour, minute and end of "9", "9:30" or "9.30" at ``i``."""
    figure, colon, after = lexemes[i], lexemes[i + 1], lexemes[i + 2]
    hour, _, minute = figure.raw.partition(".")
    stop = i + 1
    if colon.low == ":" and colon.glued and after.glued and len(after.raw) == 2:
        minute, stop = after.raw, i + 3
    told = figure.kind == "n" and hour.isdecimal() and len(hour) < 3 and (minute == "" or minute.isdecimal())
    if not told or len(minute) not in (0, 2) or not 1 <= int(hour) <= 12 or int(minute or 0) > 59:
        return None
    return int(hour), int(minute or 0), stop


_HALVES_OF_DAY = {"morning": "a", "afternoon": "p", "evening": "p"}


def _with_part_of_day(lexemes: Lexemes, found: Moment) -> Moment:
    """Add "in the afternoon" to a time that may lie before noon: "half past three in the afternoon"."""
    stop = found.stop
    half = _HALVES_OF_DAY.get(lexemes[stop + 2].low)
    hour = int((found.when.clock or "")[:2])
    if half is None or lexemes[stop].low != "in" or lexemes[stop + 1].low != "the" or hour > 12:
        return found
    clock = f"{_hour(hour, half):02d}:{(found.when.clock or '')[3:]}"
    return Moment(found.first, stop + 3, replace(found.when, clock=clock))


def _read_clock(lexemes: Lexemes, i: int) -> Moment | None:
    lexeme = lexemes[i]
    if lexeme.kind == "w":
        return _read_words(lexemes, i)
    if lexeme.kind != "n" or lexemes[i - 1].kind == "c" or (lexeme.glued and lexemes[i - 1].low in ("-", ":", "/")):
        return None
    found = _read_colon(lexemes, i) or _read_hundred(lexemes, i)
    return found or _read_dotted(lexemes, i) or _read_hour(lexemes, i)


def _is_rate(lexemes: Lexemes, i: int) -> bool:
    """Whether what is "at 1.25" at lexeme ``i`` is a price or a rate: "the pound was at 1.25 in London"."""
    return not _RATED.isdisjoint(lexeme.low for lexeme in lexemes[i - 8 : i])


def _moment(lexemes: Lexemes, i: int, stop: int, hour: int, minute: int) -> Moment | None:
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    zone = _ZONES.get(lexemes[stop].low) if lexemes[stop].raw.isupper() else None
    if zone:
        stop += 1
    return Moment(i, stop, When(clock=f"{hour % 24:02d}:{minute:02d}", zone=zone or ""))


def _half_day(lexemes: Lexemes, i: int) -> tuple[str, int]:
    """Return "a" or "p" and the end of "a.m." at ``i``; an empty string when there is none."""
    low = lexemes[i].low
    if low in ("am", "pm"):
        return low[0], i + 1
    if low in ("a", "p") and lexemes[i + 1].low == "." and lexemes[i + 2].low == "m":
        return low, i + 4 if lexemes[i + 3].low == "." and lexemes[i + 3].glued else i + 3
    return "", i


def _hour(hour: int, half: str) -> int:
    return hour % 12 + 12 * (half == "p") if half and hour <= 12 else hour


def _read_colon(lexemes: Lexemes, i: int) -> Moment | None:
    colon, minutes = lexemes[i + 1], lexemes[i + 2]
    pair = colon.low == ":" and colon.glued and minutes.kind == "n" and minutes.glued and len(minutes.raw) == 2
    if not pair or not lexemes[i].raw.isdecimal():
        return None
    half, stop = _half_day(lexemes, i + 3)
    if lexemes[i + 3].low == ":" and lexemes[i + 3].glued:
        return None
    return _moment(lexemes, i, stop, _hour(int(lexemes[i].raw[:4]), half), int(minutes.raw))


def _read_hundred(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "0932 GMT", "1400 hours local time"."""
    raw, after = lexemes[i].raw, lexemes[i + 1]
    if len(raw) != 4 or not raw.isdecimal():
        return None
    zoned = after.raw.isupper() and after.low in _ZONES
    hours = after.low in ("hrs", "hours") and (raw[0] == "0" or lexemes[i - 1].low in _STRONG)
    if not zoned and not hours:
        return None
    return _moment(lexemes, i, i + 2 if hours else i + 1, int(raw[:2]), int(raw[2:]))


def _read_dotted(lexemes: Lexemes, i: int) -> Moment | None:
    hour, dot, minute = lexemes[i].raw.partition(".")
    if not dot or len(minute) != 2 or not hour.isdecimal() or len(hour) > 2:
        return None
    half, stop = _half_day(lexemes, i + 1)
    after = lexemes[stop]
    goes_on = after.low in _GOES_ON if after.kind == "w" else after.kind in "bx" or after.low in _CLOSING
    if not half and (lexemes[i - 1].low not in _STRONG or not goes_on or _is_rate(lexemes, i)):
        return None
    return _moment(lexemes, i, stop, _hour(int(hour), half), int(minute))


def _read_hour(lexemes: Lexemes, i: int) -> Moment | None:
    half, stop = _half_day(lexemes, i + 1)
    raw = lexemes[i].raw
    if half and raw.isdecimal() and 1 <= int(raw[:3]) <= 12:
        return _moment(lexemes, i, stop, _hour(int(raw), half), 0)
    if raw.isdecimal() and lexemes[i + 1].low == "o'clock":
        return _moment(lexemes, i, i + 2, int(raw[:3]), 0)
    return None


def _read_words(lexemes: Lexemes, i: int) -> Moment | None:
    word, after = lexemes[i].low, lexemes[i + 1].low
    if word in _NAMED:
        hour, minute = _NAMED[word].split(":")
        return _moment(lexemes, i, i + 1, int(hour), int(minute))
    if after in ("past", "to") and word in _MINUTES and lexemes[i + 2].low in SMALL:
        return _read_past(lexemes, i)
    if word not in SMALL or not 1 <= SMALL[word] <= 12:
        return None
    if after == "o'clock":
        return _moment(lexemes, i, i + 2, SMALL[word], 0)
    half, stop = _half_day(lexemes, i + 1)
    if half:
        return _moment(lexemes, i, stop, _hour(SMALL[word], half), 0)
    if after == "in" and lexemes[i + 2].low == "the":
        part = lexemes[i + 3].low
        if part in ("morning", "afternoon", "evening"):
            return _moment(lexemes, i, i + 4, _hour(SMALL[word], "a" if part == "morning" else "p"), 0)
    return None


def _read_past(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "half past nine", "ten to six". "Five to ten people" is a range."""
    minutes, hour = _MINUTES[lexemes[i].low], SMALL[lexemes[i + 2].low]
    if not 1 <= hour <= 12:
        return None
    if lexemes[i + 1].low == "past":
        return _moment(lexemes, i, i + 3, hour, minutes)
    if lexemes[i - 1].low == "at" or lexemes[i].low == "quarter":
        return _moment(lexemes, i, i + 3, (hour - 1) or 12, 60 - minutes)
    return None
