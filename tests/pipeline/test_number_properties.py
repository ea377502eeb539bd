"""Any text gives valid numbers where they say they are; a value written in many ways is read back."""

from datetime import date
from decimal import Decimal

import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fuzzing.invariants import check_numbers

BLANK = spacy.blank("en")
BLANK.add_pipe("claimx_numbers")

VOCABULARY = [
    "1", "12", "3.5", "2026", "1,200", "½", "½ ", "99999999999999999999",
    "-", "–", "/", ":", ".", ",", "(", ")",
    "$", "€", "%", "’", "‘", '"', "May", "March 3", "Tuesday", "on ", " to ", " and ", "a ", " of ", "half ",
    "one ", "third",
    "million ", "dozen", "per cent", "p.m.", "between ", "from ", " ago", "years", "-old", "No. ", "ft",
    "Easter ",
    "last ", "next week", "the ", "9.30", "decade", "£", "m", "\n", "\n\n", "\u00a0", "e\u0301", "🚢",
    "\u200b", "one in five", "6'3\"", "9-11 a.m.", "401(k)", "Q1 2024", "18-cv-20", "m ", "km/h", " per ", "square ",
    "the end of the year", "-plus ", "X 12, Ys 4 and Zs 5", "two-and-a-half ",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(VOCABULARY) | st.text(max_size=3), max_size=25),
    st.sampled_from([None, "2026-03-12", "9999-12-31", "0001-01-01", "soon"]),
)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_valid_records(pieces: list[str], published: str | None) -> None:
    text = "".join(pieces)
    doc = BLANK.make_doc(text)
    doc._.claimx_published = published
    check_numbers(text, BLANK(doc)._.claimx_numbers)


# a value written in ten ways, what is to be read, and in which unit
WRITTEN: list[tuple[str, float, str | None]] = [
    ("{:d} homes", 1, None),
    ("{:,d} homes", 1, None),
    ("about {:,d} homes", 1, None),
    ("{:d}%", 1, "%"),
    ("{:,d} per cent", 1, "%"),
    ("${:,d}", 1, "USD"),
    ("\u20ac{:d}m", 1e6, "EUR"),
    ("{:,d} million homes", 1e6, None),
    ("{:d}bn rupees", 1e9, "INR"),
    ("{:,d} km", 1, "kilometre"),
    ("({:d})", 1, None),
]


@given(st.integers(min_value=2200, max_value=10**8), st.sampled_from(WRITTEN))
@settings(max_examples=300, deadline=None)
def test_a_written_value_is_read_back(value: int, form: tuple[str, float, str | None]) -> None:
    written, scale, unit = form
    found = BLANK(f"it said {written.format(value)} .")._.claimx_numbers
    assert [(number["value"], number["unit"]) for number in found] == [(value * scale, unit)]


DECIMALS = [("{} per cent", 1), ("\u00a3{}bn", 10**9), ("${} million", 10**6), ("{} lakh homes", 10**5), ("{} kg", 1)]


@example(Decimal("543.66"), DECIMALS[1])
@given(st.decimals(min_value=0, max_value=999, places=2), st.sampled_from(DECIMALS))
@settings(max_examples=300, deadline=None)
def test_a_written_decimal_is_read_back_exactly(value: Decimal, form: tuple[str, int]) -> None:
    written, scale = form
    found = BLANK(f"it said {written.format(value)} .")._.claimx_numbers
    assert [number["value"] for number in found] == [float(value * scale)]


@given(st.integers(min_value=2, max_value=999_999_999))
@settings(max_examples=300, deadline=None)
def test_a_value_in_words_is_read_back(value: int) -> None:
    found = BLANK(f"it said {spelled(value)} homes .")._.claimx_numbers
    assert [number["value"] for number in found] == [value]


SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(value: int) -> str:
    """A whole number in words, British: "two thousand and six"."""
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= size:
            rest = value % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{spelled(value // size)} {name}" + (f"{joint}{spelled(rest)}" if rest else "")
    if value < 20:
        return SMALL[value]
    return TENS[value // 10 - 2] + (f"-{SMALL[value % 10]}" if value % 10 else "")


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["{:%d %B %Y}", "{:%B %d, %Y}", "{:%Y-%m-%d}"]))
@settings(max_examples=200, deadline=None)
def test_a_written_date_is_read_back(day: date, form: str) -> None:
    found = BLANK(f"dated {form.format(day)} .")._.claimx_numbers
    assert [number["iso"] for number in found] == [day.isoformat()]
