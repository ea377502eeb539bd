"""Days, weeks, months and feasts → ISO 8601 strings. Pure arithmetic; nothing here reads text.

A point in time is written as precisely as it is known: "2026", "2026-03", "2026-W11", "2026-03-11". A date
that does not exist (30 February, the year 0) gives None.
"""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import cast

from claimx.lexicons import load

_TABLES = load("calendar")
_HOLIDAYS: dict[str, dict[str, int | list[int]]] = _TABLES["holidays"]
SEASONS: dict[str, list[int]] = _TABLES["seasons"]
HOLIDAYS = frozenset(_HOLIDAYS)


def parse(text: str | None) -> date | None:
    """Return the day of an ISO date or date-time, None for anything else."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def day(year: int, month: int, number: int) -> date | None:
    """Return the day, or None if there is no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def year_iso(year: int) -> str:
    """Return "2026"; OverflowError outside the years 1 to 9999."""
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(year)
    return f"{year:04d}"


def month_iso(year: int, month: int) -> str:
    """Return "2026-03"; months outside 1 to 12 run on into the next years."""
    return f"{year_iso(year + (month - 1) // 12)}-{(month - 1) % 12 + 1:02d}"


def week_iso(of: date) -> str:
    """Return the ISO week of a day, "2026-W11"."""
    year, week, _ = of.isocalendar()
    return f"{year:04d}-W{week:02d}"


def nearest_month(month: int, published: date, direction: int) -> int:
    """Return the year of the month that lies back (-1) or ahead (1) of the day of publication."""
    if direction < 0:
        return published.year if month <= published.month else published.year - 1
    return published.year if month >= published.month else published.year + 1


def nearest_day(month: int, number: int, published: date) -> date | None:
    """Return the day of that month and number that is closest to the day of publication."""
    days = [found for k in (-1, 0, 1) if (found := day(published.year + k, month, number))]
    return min(days, key=lambda found: abs(found - published), default=None)


def weekday(number: int, published: date, direction: int) -> date:
    """Return the last (-1) or next (1) such weekday; looking back, the day of publication itself counts."""
    back = (published.weekday() - number) % 7
    return published - timedelta(days=back) if direction < 0 else published + timedelta(days=7 - back)


def shift_days(start: date, days: float) -> date | None:
    """Return the day so many days later, None outside the calendar."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def weekend(published: date, weeks: int) -> str:
    """Return Saturday to Sunday of the week of publication, or so many weeks later."""
    saturday = published + timedelta(days=5 - published.weekday() + 7 * weeks)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def season(name: str, year: int) -> str:
    """Return the months of the season that begins in ``year``, "2026-06/2026-08"."""
    first, last = SEASONS[name]
    return f"{month_iso(year, first)}/{month_iso(year + (last < first), last)}"


def holiday(name: str, year: int) -> date | None:
    """Return the day of the feast in that year."""
    rule = _HOLIDAYS[name]
    if isinstance(fixed := rule.get("day"), list):
        return day(year, *fixed)
    if isinstance(nth := rule.get("nth"), list):
        return _nth_weekday(year, *nth) + timedelta(days=cast("int", rule.get("plus", 0)))
    after = rule["easter"]
    return _easter(year) + timedelta(days=after) if isinstance(after, int) else None


def _nth_weekday(year: int, month: int, number: int, which: int) -> date:
    if which < 0:
        last = date(year, month, 28) + timedelta(days=3)
        return last - timedelta(days=(last.weekday() - number) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(number - first.weekday()) % 7 + 7 * (which - 1))


def _easter(year: int) -> date:
    """Return Easter Sunday by the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    m = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    n = h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114
    return date(year, n // 31, n % 31 + 1)
