"""Role, affiliation and age as written around a name."""

import pytest

from claimx.people import roles
from claimx.people.names import NameMap, make
from claimx.people.text import read
from tests.people.build import map_of, parsed

BEFORE = [
    # A role right before the name.
    ("Then Port director {P Ana Ruiz} left.", "director", None),
    # A body inside the role is the affiliation.
    ("{O NATO} chief {P Mark Orr} left.", "NATO chief", "NATO"),
    # A role before a comma.
    ("The trust's chairman, {P Mark Orr}, left.", "chairman", None),
    # Ranks in short.
    ("So Det Ch Insp {P Rob Orr} left.", "Insp", None),
    # A courtesy between role and name.
    ("Its chairman, Sir {P Alec Orr}, left.", "chairman", None),
    # A mere courtesy says nothing.
    ("Mrs {P Orr} left.", None, None),
    # A name at the head of the sentence has none.
    ("{P Orr} left.", None, None),
]


@pytest.mark.parametrize(("text", "role", "affiliation"), BEFORE)
def test_before(text: str, role: str | None, affiliation: str | None) -> None:
    flat, names, found = map_of(text)
    person = next(name for name in found if name.label == "PERSON")
    got = roles.before(flat, names, person)
    assert (got is None) == (role is None)
    if got is not None:
        assert got.span is not None
        assert flat.chars(*got.span).endswith(str(role))
        assert (flat.chars(got.affiliation.start, got.affiliation.end) if got.affiliation else None) == affiliation


AFTER = [
    # Role and body in an apposition.
    ("{P Dana Orr}, an analyst at {O Corbel Partners}, wrote", "analyst", "Corbel Partners", None),
    # An age, then a role.
    ("{P Will Orr}, 33, a farmer, said", "farmer", None, "33"),
    # An age alone.
    ("{P Luca Orr}, 19, scored", None, None, "19"),
    # The role of the next person is not this one's.
    ("In {P Chelsea}, mayor {P Bill Orr} said", None, None, None),
    # What follows is a clause.
    ("{P Ana Ruiz}, however, left.", None, None, None),
]


TAGGED = [
    # A profession known by its ending, where an article says that one follows.
    ("Orr/NNP ,/, a/DT paediatrician/NN ,/, left/VBD", "paediatrician"),
    ("Orr/NNP ,/, paediatrician/NN ,/, left/VBD", None),
    # No ending of a person's.
    ("Orr/NNP ,/, a/DT village/NN ,/, left/VBD", None),
]


@pytest.mark.parametrize(("rows", "role"), TAGGED)
def test_after_with_tags(rows: str, role: str | None) -> None:
    flat = read(parsed(" ".join(f"{row}/0/dep" for row in rows.split())))
    orr = make(flat, 0, 1, "PERSON")
    assert orr is not None
    got = roles.after(flat, NameMap([orr]), orr)
    assert (flat.chars(*got.span) if got is not None and got.span else None) == role


def test_before_with_a_plural_owner() -> None:
    rows = "Farmers/NNS '/POS leader/NN Orr/NNP left/VBD"
    flat = read(parsed(" ".join(f"{row}/0/dep" for row in rows.split())))
    orr = make(flat, 3, 4, "PERSON")
    assert orr is not None
    got = roles.before(flat, NameMap([orr]), orr)
    assert got is not None
    assert got.span == (0, 3)


@pytest.mark.parametrize(("text", "role", "affiliation", "age"), AFTER)
def test_after(text: str, role: str | None, affiliation: str | None, age: str | None) -> None:
    flat, names, found = map_of(text)
    got = roles.after(flat, names, found[0])
    span = got.span if got is not None else None
    body = got.affiliation if got is not None else None
    assert (flat.chars(*span) if span else None) == role
    assert (flat.chars(body.start, body.end) if body else None) == affiliation
    assert (got.age if got is not None else None) == age
