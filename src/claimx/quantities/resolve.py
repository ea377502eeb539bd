"""What a time expression says + the day of publication + tense → ISO 8601.

A weekday or month looks back from the day of publication or ahead, as the verb says; a feast, or a day of a
month that is near, is the closest one, whatever the verb. A clock time takes the day mentioned last in its
paragraph, else the day of publication. Without a day of publication only what the text itself determines is
resolved.
"""

from datetime import date, timedelta

from claimx.quantities.calendar import (
    HOLIDAYS,
    SEASONS,
    day,
    holiday,
    month_iso,
    nearest_day,
    nearest_month,
    season,
    shift_days,
    week_iso,
    weekday,
    weekend,
    year_iso,
)  # fmt: skip
from claimx.quantities.when import When

_NEAR = timedelta(days=60)  # a day of a month further off than this goes by the verb
_SOON = 4  # months
_MONTHS_IN = {"quarter": 3, "half": 6}
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_YEARS_IN = {"year": 1, "decade": 10, "century": 100}


def resolve(when: When, published: date | None, direction: int, mentioned: date | None) -> str | None:
    """Return the ISO form of ``when``, None if it cannot be known.

    Args:
        when: What the text says.
        published: The day of publication, if it is known.
        direction: -1 if the verb looks back, 1 ahead, 0 if none tells, -2 if the time certainly lies behind.
        mentioned: The last day mentioned before in the same paragraph.
    """
    try:
        if when.clock:
            return _clock(when, published, direction, mentioned)
        if when.fixed:
            return when.fixed
        if _states_day(when):
            return _days(when, published, direction, mentioned)
        return _period(when, published, direction)
    except (OverflowError, ValueError):
        return None  # beyond the years 1 to 9999


def resolve_day(when: When, published: date | None, direction: int, mentioned: date | None) -> date | None:
    """Return the single day that ``when`` names, None if it names a longer or unknown one."""
    try:
        return _day(when, published, direction, mentioned) if _states_day(when) and not when.until_day else None
    except (OverflowError, ValueError):
        return None


def _states_day(when: When) -> bool:
    return when.day is not None or when.weekday is not None or when.part == "day" or when.part in HOLIDAYS


def _clock(when: When, published: date | None, direction: int, mentioned: date | None) -> str:
    on = _day(when, published, direction, mentioned) if _states_day(when) else mentioned or published
    times = [when.clock, when.until_clock] if when.until_clock else [when.clock]
    return "/".join(f"{on.isoformat() if on else ''}T{time}{when.zone}" for time in times)


def _days(when: When, published: date | None, direction: int, mentioned: date | None) -> str | None:
    first = _day(when, published, direction, mentioned)
    if first is None:
        return None
    last = day(first.year, first.month, when.until_day) if when.until_day else None
    return f"{first.isoformat()}/{last.isoformat()}" if last else first.isoformat()


def _day(when: When, published: date | None, direction: int, mentioned: date | None) -> date | None:
    if when.part == "day":
        return _relative_day(when, published, mentioned)
    if when.day is not None:
        return _day_of_month(when, published, direction, mentioned)
    if published is None:
        return None
    if when.part in HOLIDAYS:
        return _feast(when, published)
    return _weekday(when, published, direction) if when.weekday is not None else None


def _relative_day(when: When, published: date | None, mentioned: date | None) -> date | None:
    start = mentioned or published if when.anchored else published
    return shift_days(start, when.ago if when.ago is not None else when.shift or 0) if start else None


def _day_of_month(when: When, published: date | None, direction: int, mentioned: date | None) -> date | None:
    number = when.day or 0
    if when.month is None:
        near = mentioned or published
        return day(near.year, near.month, number) if near else None
    if when.year is not None:
        return day(when.year, when.month, number)
    if published is None:
        return None
    if when.part == "year" and when.shift is not None:
        return day(published.year + when.shift, when.month, number)
    near = nearest_day(when.month, number, published)
    if direction < -1 or (near and abs(near - published) > _NEAR):
        return day(nearest_month(when.month, published, direction or -1), when.month, number)
    return near


def _weekday(when: When, published: date, direction: int) -> date:
    number = when.weekday or 0
    if when.part == "week":  # "Friday week"
        return weekday(number, published, 1) + timedelta(days=7)
    if when.shift == -1:
        return weekday(number, published - timedelta(days=1), -1)
    if when.shift == 1:
        return weekday(number, published, 1)
    return weekday(number, published, direction or -1)


def _feast(when: When, published: date) -> date | None:
    year = when.year or (published.year + when.shift if when.shift else None)
    if year is not None:
        return holiday(when.part, year)
    days = [found for k in (-1, 0, 1) if (found := holiday(when.part, published.year + k))]
    return min(days, key=lambda found: abs(found - published), default=None)


def _period(when: When, published: date | None, direction: int) -> str | None:
    if when.part in _MONTHS_IN:
        return _quarter(when, published)
    if when.month is not None:
        return _month(when, published, direction)
    if published is None:
        return None
    if when.ago is not None:
        return _ago(when, published)
    if when.part == "weekend" and when.shift is None:
        return weekend(published, -1 if direction < 1 and published.weekday() < 5 else 0)
    return _shifted(when.part, when.shift or 0, published)


def _shifted(part: str, shift: int, published: date) -> str | None:
    """Return the last (-1), this (0) or the next (1) week, month or year."""
    if part in SEASONS:
        return _season(part, shift, published)
    if part == "weekend":
        return weekend(published, shift)
    if part == "week":
        return week_iso(published + timedelta(weeks=shift))
    if part == "month":
        return month_iso(published.year, published.month + shift)
    span = _YEARS_IN.get(part)
    if span is None:
        return None
    first = year_iso((published.year // span + shift) * span)
    unknown = len(str(span)) - 1
    return first[: 4 - unknown] + "X" * unknown


def _month(when: When, published: date | None, direction: int) -> str | None:
    month = when.month or 0
    if when.year is not None:
        return month_iso(when.year, month)
    if published is None:
        return None
    if when.part == "year":
        return month_iso(published.year + (when.shift or 0), month)
    if when.shift == -1:
        return month_iso(published.year - (month >= published.month), month)
    if when.shift == 1:
        return month_iso(published.year + (month <= published.month), month)
    if when.shift == 0:
        return month_iso(published.year, month)
    return month_iso(_year_of(month, published, direction), month)


def _year_of(month: int, published: date, direction: int) -> int:
    """Return the year of a bare month; without a verb that tells, "a June cut" lies ahead when June is near."""
    if direction == 0:
        direction = 1 if 0 < (month - published.month) % 12 < _SOON else -1
    return nearest_month(month, published, direction)


def _quarter(when: When, published: date | None) -> str | None:
    """Return the months of a quarter or half of the year; without a year, of the last one that has begun."""
    first = when.month or 1
    year = when.year
    if year is None and published:
        year = published.year - (first > published.month)
    if year is None:
        return None
    return f"{month_iso(year, first)}/{month_iso(year, first + _MONTHS_IN[when.part] - 1)}"


def _ago(when: When, published: date) -> str | None:
    count = when.ago or 0.0
    if when.part in _DAYS_IN:
        shifted = shift_days(published, count * _DAYS_IN[when.part])
        return shifted.isoformat() if shifted else None
    if when.part == "month":
        return month_iso(published.year, published.month + int(count))
    years = _YEARS_IN.get(when.part)
    return None if years is None else year_iso(published.year + int(count * years))


def _season(name: str, shift: int, published: date) -> str:
    """Return this, the last or the next season: "next summer" in October is the coming year's."""
    first, last = SEASONS[name]
    if shift == 0:
        return season(name, published.year)
    if shift > 0:
        return season(name, published.year + (published.month >= first))
    end_month = last if last >= first else 12
    return season(name, published.year - (published.month <= end_month))
