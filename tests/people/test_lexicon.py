"""The word lists of speakers."""

from claimx.lexicons import load
from claimx.people.words import WORDS


def test_every_class_has_an_example() -> None:
    assert [key for key, table in load("speakers").items() if not table.get("example")] == []


def test_no_first_name_leans_both_ways() -> None:
    names = load("speakers")["first_names"]
    assert set(names["female"].split()) & set(names["male"].split()) == set()


def test_people_are_no_documents() -> None:
    assert WORDS.people & WORDS.documents == set()


def test_plurals() -> None:
    assert {"ministers", "spokeswomen", "deputies", "witnesses"} <= WORDS.groups
    assert "minister" not in WORDS.groups
