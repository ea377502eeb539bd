"""Names: what is cut off an entity, and which names are the same."""

import pytest

from claimx.people.clusters import cluster, fullest
from claimx.people.names import Name, introduced, key_of
from tests.people.build import names_in

TRIMMED = [
    # A title goes, a possessive goes.
    ("{P Sgt. Luka Orr}'s arm", ["Luka Orr"]),
    # The role that the recogniser took for part of the name goes.
    ("{P Regional Fire Commander Inés Orr} spoke", ["Inés Orr"]),
    # The article goes, whatever its case.
    ("{O The Calder Courier} asked", ["Calder Courier"]),
    # Degrees go.
    ("{P Giles Orr KC} rose", ["Giles Orr"]),
    # The other half of a double name comes in.
    ("{P SANDOVAL}-ORR: No.", ["SANDOVAL-ORR"]),
    # A bracket ends a name.
    ("{P Mike Orr (R-Calder)} left", ["Mike Orr"]),
    # Small letters throughout: a description, no name.
    ("{O the health ministry} said", []),
    # A weekday is nobody.
    ("released {P Friday} night", []),
    # A particle in small letters is no title: no "del." for delegate.
    ("daily {O Corriere del Lago} said", ["Corriere del Lago"]),
    # A number alone names nobody.
    ("Local {O 88} struck", []),
    # Nothing is left of a mere mark.
    ("{P —} said", []),
]


@pytest.mark.parametrize(("text", "expected"), TRIMMED)
def test_make(text: str, expected: list[str]) -> None:
    flat, names = names_in(text)
    assert [flat.chars(name.start, name.end) for name in names] == expected


def test_key_ignores_case_points_and_possessives() -> None:
    assert key_of("J. R. Orr’s") == key_of("J R ORR") == ("j", "r", "orr")
    assert key_of("ORR-PELL") == key_of("Orr‑Pell") == ("orr-pell",)


SAME = [
    # A surname, a title with a surname, and the full name are one person.
    ("{P Ana Ruiz} met Mrs {P Ruiz}. {P Ruiz} left.", ["Ana Ruiz"]),
    # The full name may come late.
    ("{P Ruiz} left. So {P Ana Ruiz} is gone.", ["Ana Ruiz"]),
    # A middle initial changes nothing.
    ("{P Paul D. Orr} and {P Paul Orr}", ["Paul D. Orr"]),
    # A first name alone, for somebody whose full name is known.
    ("{P Jonah Mbeki} ran. {P Jonah} fell.", ["Jonah Mbeki"]),
    # Two people with one surname stay two; the bare surname belongs to the one who was called so first.
    (
        "{P Gareth Pellow} spoke. {P Pellow} wept. {P Callum Pellow} left. {P Pellow} stayed.",
        ["Gareth Pellow", "Callum Pellow"],
    ),
    # A title of the other sex is somebody else.
    ("{P Mark Obell} left. Mrs {P Obell} stayed.", ["Mark Obell", "Obell"]),
    # An acronym given in brackets, and its later use.
    ("the {O League of River States} ({O LRS}) met. The {O LRS} left.", ["League of River States"]),
    # A body called by the first part of its name.
    ("{O Norvane Semi} grew. {O Norvane} hired.", ["Norvane Semi"]),
    # Half of a double surname.
    ("{P Ana Ruiz-Holm} was born. Miss {P Ruiz} slept. {P Holm} woke.", ["Ana Ruiz-Holm"]),
    # Somebody else has that half for a whole name.
    ("{P Ana Ruiz-Holm} met {P Bo Holm}. {P Holm} left.", ["Ana Ruiz-Holm", "Bo Holm"]),
    # A particle before the hyphen is no half of a name.
    ("{P Ana al-Orr} met {P Al}.", ["Ana al-Orr", "Al"]),
    # A surname with a letter missing.
    ("{P Harold Bornstein} left. {P Bornsten} slept.", ["Harold Bornstein"]),
    # A town is not the newspaper named after it.
    ("{O Calder Observer} is read in {L Calder}.", ["Calder Observer", "Calder"]),
    # Two people without a word in common.
    ("{P Ana Ruiz} met {P Tom Orr}.", ["Ana Ruiz", "Tom Orr"]),
]


@pytest.mark.parametrize(("text", "expected"), SAME)
def test_cluster(text: str, expected: list[str]) -> None:
    flat, names = names_in(text)
    groups = cluster(names, introduced(flat, names))
    assert len(groups) == len(expected)
    longest = [fullest(group) for group in groups]
    assert sorted(flat.chars(name.start, name.end) for name in longest) == sorted(expected)


def test_nobody_is_misspelt_in_a_list_of_hundreds() -> None:
    """Each name would be compared with all, and some two are always alike."""
    crowd = [Name(2 * i, 2 * i + 2, "PERSON", ("ana", f"pell{i}"), "") for i in range(400)]
    names = [
        *crowd,
        Name(800, 802, "PERSON", ("harold", "bornstein"), ""),
        Name(802, 803, "PERSON", ("bornsten",), ""),
    ]
    assert len(cluster(names[:10] + names[-2:], {})) == 11
    assert len(cluster(names, {})) == 402
