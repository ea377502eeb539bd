"""Numbers with what they measure, how exact they are, and what is no number."""

import pytest

from claimx.quantities.context import find_conversions
from claimx.quantities.lexemes import lex
from claimx.quantities.reading import find_amounts
from tests.quantities.reading import Row, amounts

MEASURED: list[tuple[str, list[Row]]] = [
    # money: sign, code and name, suffix, hundredths
    ("It set aside $1.5bn.", [("$1.5bn", "money", 1.5e9, "USD", "=")]),
    ("A loan of A$80,000", [("A$80,000", "money", 80000, "AUD", "=")]),
    ("worth Rs 4,300 crore", [("Rs 4,300 crore", "money", 4.3e10, "INR", "=")]),
    ("USD 22.5 million was spent", [("USD 22.5 million", "money", 2.25e7, "USD", "=")]),
    ("1.02 billion Swiss francs went", [("1.02 billion Swiss francs", "money", 1.02e9, "CHF", "=")]),
    ("A loaf costs 45 cents.", [("45 cents", "money", 0.45, "USD", "=")]),
    ("It rose to 60p.", [("60p", "money", 0.6, "GBP", "=")]),
    ("sold for a tenner", [("a tenner", "money", 10, "GBP", "=")]),
    # a cent is the article's own
    ("Shares at €4 fell 5 cents.", [("€4", "money", 4, "EUR", "="), ("5 cents", "money", 0.05, "EUR", "=")]),
    # pounds that are weighed
    ("a 20-pound bag of rice", [("20-pound", "quantity", 20, "pound", "=")]),
    ("a bill of 20 million pounds", [("20 million pounds", "money", 2e7, "GBP", "=")]),
    # per cent and its points
    ("Inflation hit 8.3 per cent.", [("8.3 per cent", "percent", 8.3, "%", "=")]),
    ("up 5 percentage points", [("5 percentage points", "percent", 5, "percentage point", "=")]),
    ("On 29%, up six points", [
        ("29%", "percent", 29, "%", "="), ("six points", "percent", 6, "percentage point", "="),
    ]),
    ("They won by six points.", [("six", "cardinal", 6, None, "=")]),
    ("a cut of 25 basis points", [("25 basis points", "quantity", 25, "basis point", "=")]),
    # units: words, symbols, glued, hyphenated, of two parts
    ("a 64-kilometre perimeter", [("64-kilometre", "quantity", 64, "kilometre", "=")]),
    ("gusts of 75km/h", [("75km/h", "quantity", 75, "kilometre per hour", "=")]),
    ("It read 36C.", [("36C", "quantity", 36, "degree Celsius", "=")]),
    ("at -18 °C", [("-18 °C", "quantity", -18, "degree Celsius", "=")]),
    ("swung +10.5 %", [("+10.5 %", "percent", 10.5, "%", "=")]),
    ("a balance of +12", [("+12", "cardinal", 12, None, "=")]),
    # a sign that belongs to a name
    ("read C++ 3", [("3", "cardinal", 3, None, "=")]),
    # points of a share index, and of per cent
    (
        "The Nifty gained 52 points, or 0.2 per cent.",
        [("52", "cardinal", 52, None, "="), ("0.2 per cent", "percent", 0.2, "%", "=")],
    ),
    (
        "Support gained 5 points, to 42 per cent.",
        [("5 points", "percent", 5, "percentage point", "="), ("42 per cent", "percent", 42, "%", "=")],
    ),
    ("31m cubic metres of water", [("31m cubic metres", "quantity", 3.1e7, "cubic metre", "=")]),
    ("He is 5 ft 6 in tall.", [("5 ft 6 in", "quantity", 5.5, "foot", "=")]),
    ("it took two hours and 48 minutes", [("two hours and 48 minutes", "quantity", 2.8, "hour", "=")]),
    ("She ran it in 2:21:48.", [("2:21:48", "quantity", 8508, "second", "=")]),
    ("half a mile away", [("half a mile", "quantity", 0.5, "mile", "=")]),
    ("a mile and a half away", [("a mile and a half", "quantity", 1.5, "mile", "=")]),
    ("A 7.1-magnitude quake", [("7.1-magnitude", "quantity", 7.1, "magnitude", "=")]),
    # "an hour" is one hour; "a year" of a rate is no number
    ("They talked for an hour.", [("an hour", "quantity", 1, "hour", "=")]),
    ("It pays €20 a year.", [("€20", "money", 20, "EUR", "=")]),
    # ages
    ("a 46-year-old nurse", [("46-year-old", "quantity", 46, "year", "=")]),
    ("Ana Ruiz, 41, objected.", [("41", "quantity", 41, "year", "=")]),
    ("He died there at 88.", [("88", "quantity", 88, "year", "=")]),
    ("voters aged 18 to 24", [("18 to 24", "quantity", (18, 24), "year", "between")]),
    # … and a number that only stands where an age could
    ("There were 70.", [("70", "cardinal", 70, None, "=")]),
    # multiples, and times that are counted
    ("Rents have doubled.", [("doubled", "quantity", 2, "times", "=")]),
    ("three times the limit", [("three times", "quantity", 3, "times", "=")]),
    ("She asked three times.", [("three", "cardinal", 3, None, "=")]),
    ("a double room", []),
    # one order of magnitude
    ("Dozens were held.", [("Dozens", "cardinal", (12, 120), None, "vague")]),
    ("tens of thousands of homes", [("tens of thousands", "cardinal", (1e4, 1e5), None, "vague")]),
    # a unit said once
    ("down from 3.1 billion, at 2.9 billion euros", [
        ("3.1 billion", "cardinal", 3.1e9, None, "="), ("2.9 billion euros", "money", 2.9e9, "EUR", "="),
    ]),
    ("at 2.9 billion euros, down from 3.1 billion", [
        ("2.9 billion euros", "money", 2.9e9, "EUR", "="), ("3.1 billion", "money", 3.1e9, "EUR", "="),
    ]),
]  # fmt: skip

PAIRS: list[tuple[str, list[Row]]] = [
    # ranges share scale and unit
    ("between 4 and 5 million voters", [("4 and 5 million", "cardinal", (4e6, 5e6), None, "between")]),
    ("$9-10bn", [("$9-10bn", "money", (9e9, 1e10), "USD", "between")]),
    ("50 to 60 metres", [("50 to 60 metres", "quantity", (50, 60), "metre", "between")]),
    ("200–300 homes", [("200–300", "cardinal", (200, 300), None, "between")]),
    ("an 8- to 16-metre mirror", [("8- to 16-metre", "quantity", (8, 16), "metre", "between")]),
    ("three or four millers", [("three or four", "cardinal", (3, 4), None, "between")]),
    (
        "Lows ranged from -34 °C to -18 °C.",
        [("-34 °C to -18 °C", "quantity", (-34, -18), "degree Celsius", "between")],
    ),
    # scores, whatever their order
    ("Calder beat Varr 3-1.", [("3", "cardinal", 3, None, "="), ("1", "cardinal", 1, None, "=")]),
    ("They lost 1-2.", [("1", "cardinal", 1, None, "="), ("2", "cardinal", 2, None, "=")]),
    ("It passed by 281 to 272.", [("281", "cardinal", 281, None, "="), ("272", "cardinal", 272, None, "=")]),
    # changes
    ("Rent rose from £18 to £31.", [("£18", "money", 18, "GBP", "="), ("£31", "money", 31, "GBP", "=")]),
    ("Crude rose $2 to $75.", [("$2", "money", 2, "USD", "="), ("$75", "money", 75, "USD", "=")]),
]

COMPARED: list[tuple[str, str]] = [
    ("about 300 people", "~"),
    ("some 300 people", "~"),
    ("more than 300 people", ">"),
    ("no fewer than 300 people", ">="),
    ("300 people or more came", ">="),
    ("300 at least", ">="),
    ("fewer than 300", "<"),
    ("no more than 300", "<="),
    ("as many as 300", "<="),
    ("300 at most", "<="),
    ("nearly 300", "~<"),
    ("just short of the 300 needed", "~<"),
    ("just over 300", "~>"),
    # a filler and a quotation mark in between
    ("more than “a further 300”", ">"),
    # the comparator of another word, of a duration, of the number before
    ("below the 300 expected", "="),
    ("over three years", "="),
    ("talks about the 300", "="),
    ("some of the 300", "="),
]

NO_NUMBERS = [
    "The Boeing 737 and the F-16",
    "The G7 met in Room 6 off Route 9.",
    "Officer 2 cited Article 5 and Chapter 11.",
    "She lives at 40 Harbour St.",
    "One of them left. Which one? No one knows.",
    "A 911 call came, and it runs 24/7.",
    "1. Boil water\n2. Stay in",
    "At first she refused first aid under the First Amendment.",
    "H5N1 spread; A4 paper and 747s did not.",
    "Mail desk2024@example.org or +44 20 7946 0018.",
]


@pytest.mark.parametrize(("text", "expected"), MEASURED + PAIRS)
def test_amounts(text: str, expected: list[Row]) -> None:
    found = amounts(text)
    assert len(found) == len(expected)
    assert found == expected


@pytest.mark.parametrize(("text", "sign"), COMPARED)
def test_comparators(text: str, sign: str) -> None:
    found = amounts(text)
    assert len(found) == 1
    assert "three" in found[0][0] or found[0][0] == "300"  # the span leaves the comparator out
    assert found[0][4] == sign


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_numbers(text: str) -> None:
    assert amounts(text) == []


CONVERSIONS = [
    ("It cost 700 million euros ($824 million).", {1: 0}),
    ("35 kilometres (22 miles) off shore", {1: 0}),
    # a share of something is not that thing in another unit
    ("700 million euros (12%)", {}),
    ("a team of 12 (9 in 2019)", {}),
]


@pytest.mark.parametrize(("text", "expected"), CONVERSIONS)
def test_conversions(text: str, expected: dict[int, int]) -> None:
    lexemes = lex(text)
    assert find_conversions(lexemes, find_amounts(text, lexemes)) == expected


DOLLARS = [
    ("Alberta will pay $5.", "CAD"),
    ("Australia and Canberra agreed: $5.", "AUD"),
    # America is in the article, or the place is named only in passing
    ("Alberta and Washington agreed on $5.", "USD"),
    ("A firm from Australia paid $5.", "USD"),
]


@pytest.mark.parametrize(("text", "code"), DOLLARS)
def test_bare_dollar_is_the_articles_own(text: str, code: str) -> None:
    assert [row[3] for row in amounts(text)] == [code]
