"""Units: what pint knows of them, what is put together while reading, and what is none."""

import pytest

from claimx.lexicons import load
from claimx.quantities.lexemes import PADDING, lex
from claimx.quantities.units import ONE, dimension, ratio, read_unit
from scripts import unit_table

READ = [
    # squares, cubes and rates are put together of simple units
    ("7 square miles of forest", "square mile"),
    ("7 sq km", "square kilometre"),
    ("7 sq. ft", "square foot"),
    ("7km² burned", "square kilometre"),
    ("7 m3 of water", "cubic metre"),
    ("7 kilometres per hour", "kilometre per hour"),
    ("7km/h", "kilometre per hour"),
    ("7 litres a minute", "litre per minute"),
    ("7-mile-per-hour", "mile per hour"),
    ("7 tonnes per hectare", "tonne per hectare"),
    ("7 \u03bcg/m\u00b3", "microgram per cubic metre"),  # the Greek letter for the micro sign
    # how often something happens is no part of the unit
    ("7 tonnes a month", "tonne"),
    ("7 hours a day", "hour"),
    # one letter counts when it is glued to the figure
    ("7W", "watt"),
    ("7h", "hour"),
    ("7 h", None),
    # what pint would read as a unit and news does not mean
    ("7 pt", None),
    ("7d", None),
    ("7 bars", None),
    ("7 newtons", None),
    ("7 in my car", None),
    ("7 stones", None),
    ("7 people", None),
]


@pytest.mark.parametrize(("text", "name"), READ)
def test_unit(text: str, name: str | None) -> None:
    found = read_unit(lex(text), PADDING + 1)
    assert (found and found.name) == name


DIMENSIONS = [
    ("mile", "length"),
    ("acre", "length^2"),
    ("square mile", "length^2"),
    ("litre", "length^3"),
    ("cubic metre", "length^3"),
    ("kilometre per hour", "length/time"),
    ("metre per second", "length/time"),
    # nothing to compare it with
    ("%", None),
    ("times", None),
    ("square dance", None),
    (None, None),
]


@pytest.mark.parametrize(("unit", "expected"), DIMENSIONS)
def test_dimension(unit: str | None, expected: str | None) -> None:
    assert dimension(unit) == expected


def test_sizes_are_those_of_pint() -> None:
    assert (ratio("foot", "inch"), ratio("stone", "pound"), ratio("year", "month")) == (12, 14, 12)
    assert ONE == {"century": (100, "year"), "decade": (10, "year"), "fortnight": (2, "week")}


def test_the_table_is_what_pint_gives() -> None:
    pytest.importorskip("pint", reason="python -m pip install 'claimx[test]'")
    source = load("units")
    table = unit_table.write_table(source["news"]["names"], source["never"]["words"])
    assert unit_table.TABLE.read_text(encoding="utf-8") == table
