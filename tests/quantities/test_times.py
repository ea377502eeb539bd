"""Dates and times and their ISO forms; 12 March 2026 is a Thursday."""

from datetime import date

import pytest

from claimx.quantities import calendar
from tests.quantities.reading import times

STATED: list[tuple[str, list[tuple[str, str | None]]]] = [
    # what the text itself determines
    ("on March 3, 1974", [("on March 3, 1974", "1974-03-03")]),
    ("dated 9 May 2024", [("9 May 2024", "2024-05-09")]),
    ("filed 2025-12-01", [("2025-12-01", "2025-12-01")]),
    ("filed 25/12/2025", [("25/12/2025", "2025-12-25")]),
    ("since May 2024", [("May 2024", "2024-05")]),
    ("in 1998", [("1998", "1998")]),
    ("the 2012 blaze", [("2012", "2012")]),
    ("from 1950-1953", [("1950-1953", "1950/1953")]),
    ("between 2014 and 2023", [("2014 and 2023", "2014/2023")]),
    ("the winter of 2024-25", [("2024-25", "2024/2025")]),
    ("since the 1990s", [("the 1990s", "199X")]),
    ("in the nineties", [("the nineties", "199X")]),
    ("in the 20th century", [("the 20th century", "19XX")]),
    ("the first quarter of 2027", [("first quarter of 2027", "2027-01/2027-03")]),
    ("conducted Sept. 14 to 18, 2025", [("Sept. 14 to 18, 2025", "2025-09-14/2025-09-18")]),
    # nobody knows which figure is the month
    ("filed 03/04/2025", [("03/04/2025", None)]),
    # there is no such day
    ("on February 30, 2025", [("on February 30, 2025", None)]),
]

RELATIVE: list[tuple[str, list[tuple[str, str | None]]]] = [
    # days
    ("She left yesterday.", [("yesterday", "2026-03-11")]),
    ("Come tomorrow evening.", [("tomorrow evening", "2026-03-13")]),
    ("They met last night.", [("last night", "2026-03-11")]),
    # weekdays look back after the past and ahead after the future
    ("He said on Tuesday that", [("on Tuesday", "2026-03-10")]),
    ("They will meet on Tuesday.", [("on Tuesday", "2026-03-17")]),
    ("He said it on Thursday.", [("on Thursday", "2026-03-12")]),
    ("last Friday", [("last Friday", "2026-03-06")]),
    ("a week on Friday", [("a week on Friday", "2026-03-20")]),
    # months
    ("It opened in May.", [("May", "2025-05")]),
    ("It will open in May.", [("May", "2026-05")]),
    ("last October", [("last October", "2025-10")]),
    ("in May last year", [("May last year", "2025-05")]),
    ("mid-May was wet, it said", [("mid-May", "2025-05")]),
    # without a verb that tells, a month soon to come lies ahead, any other behind
    ("Is June possible?", [("June", "2026-06")]),
    ("An August heatwave", [("August", "2025-08")]),
    # a day of a month and a feast are the closest ones
    ("dated Feb. 9", [("Feb. 9", "2026-02-09")]),
    ("It ended Oct. 20.", [("Oct. 20", "2025-10-20")]),
    # … and far ones, where the verb decides
    ("expected Oct. 20", [("Oct. 20", "2026-10-20")]),
    ("since Oct 1", [("Oct 1", "2025-10-01")]),
    ("before Easter", [("Easter", "2026-04-05")]),
    # longer spans
    ("last week", [("last week", "2026-W10")]),
    ("this month", [("this month", "2026-03")]),
    ("next year", [("next year", "2027")]),
    ("It may thaw by the weekend.", [("the weekend", "2026-03-14/2026-03-15")]),
    ("next summer", [("next summer", "2026-06/2026-08")]),
    ("two weeks ago", [("two weeks ago", "2026-02-26")]),
    ("a year earlier", [("a year earlier", "2025")]),
    # clock times, alone and with their day
    ("It struck at 4:20 a.m. near", [("4:20 a.m.", "2026-03-12T04:20")]),
    ("by 0932 GMT", [("0932 GMT", "2026-03-12T09:32Z")]),
    ("at 9.30 on Thursday, she said", [("9.30 on Thursday", "2026-03-12T09:30")]),
    ("noon on Sunday, officials said", [("noon on Sunday", "2026-03-08T12:00")]),
    ("at half past nine", [("half past nine", "2026-03-12T09:30")]),
    # the day mentioned before in the paragraph
    ("They met on Tuesday and left at 7pm.", [("on Tuesday", "2026-03-10"), ("7pm", "2026-03-10T19:00")]),
]

NO_TIMES = [
    "May I go? They may march.",
    "Theresa May and June Marsh",
    "It sold 1998 tickets for $1998.",
    "It closed at 9.30 per cent, 12:1 against.",
    "the 19th floor",
    "the third quarter",
    "He sat in the sun, on a second thought.",
]

UNDATED: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("on Tuesday", [("on Tuesday", None)]),
    ("last week", [("last week", None)]),
    ("on 3 May", [("on 3 May", None)]),
    ("at 7pm", [("7pm", "T19:00")]),
    ("in 1998", [("1998", "1998")]),
]


@pytest.mark.parametrize(("text", "expected"), STATED + RELATIVE)
def test_times(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = times(text)
    assert len(found) == len(expected)
    assert found == expected


@pytest.mark.parametrize("text", NO_TIMES)
def test_no_times(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(("text", "expected"), UNDATED)
def test_without_publication_only_what_the_text_determines(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert times(text, None) == expected


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("text", ["yesterday", "tomorrow", "next year", "on Friday", "last week", "a decade ago"])
def test_the_ends_of_the_calendar_do_not_raise(text: str, published: str) -> None:
    assert len(times(text, published)) == 1


FEASTS = [
    ("easter", 2024, date(2024, 3, 31)),
    ("good friday", 2025, date(2025, 4, 18)),
    ("thanksgiving", 2025, date(2025, 11, 27)),
    ("memorial day", 2026, date(2026, 5, 25)),
    ("christmas eve", 2026, date(2026, 12, 24)),
]


@pytest.mark.parametrize(("name", "year", "expected"), FEASTS)
def test_feasts(name: str, year: int, expected: date) -> None:
    assert calendar.holiday(name, year) == expected


def test_months_run_on_into_the_next_year() -> None:
    assert calendar.month_iso(2026, 13) == "2027-01"
    assert calendar.month_iso(2026, 0) == "2025-12"


def test_iso_weeks_belong_to_their_own_year() -> None:
    assert calendar.week_iso(date(2027, 1, 1)) == "2026-W53"
