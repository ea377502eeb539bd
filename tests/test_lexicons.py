"""The word lists can be read, all of them, and hold what the code takes them to hold."""

from pathlib import Path

import pytest

from claimx import lexicons
from claimx.lexicons import load, words
from claimx.quantities.lexemes import PADDING, lex
from claimx.quantities.units import read_unit

NAMES = sorted(path.stem for path in Path(lexicons.__file__).parent.glob("*.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_every_list_is_read_once(name: str) -> None:
    assert load(name)
    assert load(name) is load(name)


@pytest.mark.parametrize("name", NAMES)
def test_every_list_opens_with_what_it_is(name: str) -> None:
    assert (Path(lexicons.__file__).parent / f"{name}.toml").read_text(encoding="utf-8").startswith("# ")


def test_unknown_list() -> None:
    with pytest.raises(FileNotFoundError):
        load("no-such-list")


def test_words_are_a_set() -> None:
    assert "in" in words("number_context", "before_one")


def test_every_word_of_a_unit_is_read_as_that_unit() -> None:
    more = load("units")
    for name, entry in {**load("pint_units"), **more["more"]}.items():
        for form in (*entry["words"], *more["words"].get(name, ())):
            found = read_unit(lex(f"7 {form}"), PADDING + 1)
            assert found is not None, form
            assert found.name == name, form


def test_every_symbol_of_a_unit_is_read_as_that_unit() -> None:
    more = load("units")
    for name, entry in {**load("pint_units"), **more["more"]}.items():
        for form in (*entry.get("symbols", ()), *more["symbols"].get(name, ())):
            found = read_unit(lex(f"7{form} thick"), PADDING + 1)
            assert found is not None, form
            assert found.name == name, form
