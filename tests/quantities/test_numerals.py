"""Words and digits → value, and how far they reach."""

import pytest

from claimx.quantities.fractions import read_fraction
from claimx.quantities.lexemes import PADDING, lex
from claimx.quantities.numerals import read_numeral

NUMERALS = [
    # figures with separators of three thousands, Indian and with blanks
    ("2,048 homes", "2,048", 2048),
    ("12,34,567 voters", "12,34,567", 1234567),
    ("1 414 021 100", "1 414 021 100", 1414021100),
    # words of scale, short and glued
    ("1.1 million tonnes", "1.1 million", 1.1e6),
    ("40bn litres", "40bn", 40e9),
    ("10k", "10k", 1e4),
    ("3 lakh crore", "3 lakh crore", 3e12),
    # "m" is million before a noun, else metres
    ("31m homes", "31m", 31e6),
    ("828m tall", "828", 828),
    # number words add up as far as they fit
    ("two hundred and two thousand", "two hundred and two thousand", 202000),
    ("two million three hundred thousand and six", "two million three hundred thousand and six", 2300006),
    ("ninety-five", "ninety-five", 95),
    ("four dozen", "four dozen", 48),
    # two numbers side by side, not one
    ("two three", "two", 2),
    # halves, before and after the scale, written or as a sign
    ("two and a half million", "two and a half million", 2.5e6),
    ("3 million and a half", "3 million and a half", 3.5e6),
    ("10 1/2 miles", "10 1/2", 10.5),
    ("2½ hours", "2½", 2.5),
    # ordinals
    ("21st", "21st", 21),
    ("one hundred twenty-fifth", "one hundred twenty-fifth", 125),
    # a weight in stones is no ordinal
    ("11st 4lb", "11", 11),
    # words without a number in them, a scale without a count, and names written with a slash
    ("hungry", None, None),
    ("million", None, None),
    ("24/7", None, None),
    ("9/11", None, None),
    # a row of zeros is no number of the news
    ("1" + "0" * 30, None, None),
]

FRACTIONS = [
    ("two-thirds of voters", "two-thirds", 2 / 3),
    ("three quarters", "three quarters", 0.75),
    ("a quarter of the fleet", "a quarter", 0.25),
    ("half the fleet", "half", 0.5),
    # a part of a large number is that number
    ("half a million", "half a million", 5e5),
    ("a quarter of a million", "a quarter of a million", 2.5e5),
    ("half a dozen", "half a dozen", 6),
    # proportions
    ("one in five", "one in five", 0.2),
    ("one in every 20", "one in every 20", 0.05),
    ("nine out of 10", "nine out of 10", 0.9),
    ("ten out of ten", "ten out of ten", 1),
    ("11 out of ten", None, None),
    # "in" before a year, a span of time, and something that is no round whole
    ("three in 2019", None, None),
    ("five in 20 minutes", None, None),
    ("14 in 22 games", None, None),
    # somebody third, a break in play, something not full
    ("a third carrier", None, None),
    ("half-time", None, None),
    ("half-empty", None, None),
    # more quarters than a whole has are spans of a year
    ("eight quarters", None, None),
]


@pytest.mark.parametrize(("text", "span", "value"), NUMERALS)
def test_numeral(text: str, span: str | None, value: float | None) -> None:
    lexemes = lex(text)
    found = read_numeral(lexemes, PADDING)
    assert (found is None) == (span is None)
    if found and span:
        assert text[: lexemes[found.stop - 1].end] == span
        assert found.value == pytest.approx(value)


@pytest.mark.parametrize(("text", "span", "value"), FRACTIONS)
def test_fraction(text: str, span: str | None, value: float | None) -> None:
    lexemes = lex(text)
    found = read_fraction(lexemes, PADDING)
    assert (found is None) == (span is None)
    if found and span:
        assert text[: lexemes[found.stop - 1].end] == span
        assert found.value == pytest.approx(value)


def test_third_is_a_part_after_by() -> None:
    lexemes = lex("by a third")
    found = read_fraction(lexemes, PADDING + 1)
    assert found is not None
    assert found.value == pytest.approx(1 / 3)


def test_lexemes_hide_addresses_and_telephones() -> None:
    text = "Write to desk24@example.org or +44 20 7946 0018, see https://x.org/3 and @desk2024, v2.3.1"
    assert [lexeme.raw for lexeme in lex(text) if lexeme.kind == "n"] == []


def test_lexemes_keep_their_characters() -> None:
    text = "It’s A$1.5bn — “two” million, 46-year-old; 3½ km²."
    for lexeme in lex(text)[PADDING:-PADDING]:
        assert text[lexeme.start : lexeme.end].replace("’", "'") == lexeme.raw
