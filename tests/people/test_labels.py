"""What a name is taken for, mended by the article."""

import pytest

from claimx.people.headlines import written_small
from claimx.people.labels import relabelled
from tests.people.build import names_in

ROWS = [
    # What has a government is a place.
    ("{P Ostra} fell. The government of {P Ostra} met.", [("Ostra", "LOC"), ("Ostra", "LOC")]),
    ("The city of {P Calder} slept.", [("Calder", "LOC")]),
    # The place of a dateline.
    ("{O CALDER} (Wire) — It rained.", [("CALDER", "LOC")]),
    # Whoever has a turn in a transcript is no place.
    ("{P ANA ORR}, HOST: It rained.", [("ANA ORR", "PERSON")]),
    ("{P ANA ORR} (Colm Radio): It rained.", [("ANA ORR", "PERSON")]),
    # In the middle of a paragraph it is none.
    ("So {O CALDER} (the wire) spoke.", [("CALDER", "ORG")]),
    # A friend of somebody is no place's.
    ("A friend of {P Calder} slept.", [("Calder", "PERSON")]),
    # A craft with a number.
    ("{P Lumen-12} rose.", [("Lumen-12", "MISC")]),
    # A firm of several.
    ("{P Orr & Sons} left.", [("Orr & Sons", "ORG")]),
    # A house that stands for who governs there; a person may share the word.
    ("{P Kremlin} fell.", [("Kremlin", "ORG")]),
    ("{P Ana Vatican} fell.", [("Ana Vatican", "PERSON")]),
    # What somebody owns is no person, unless it has a first name.
    ("He wound his {P Orr Orrery}.", [("Orr Orrery", "MISC")]),
    ("They have their {P Ana Ruiz}.", [("Ana Ruiz", "PERSON")]),
    ("He wound his {P Orr Orrery}. So {P Orr Orrery} left.", [("Orr Orrery", "PERSON"), ("Orr Orrery", "PERSON")]),
    # A common noun at the head of its sentence, which the article also writes small.
    ("He grew paddy. {P Paddy} fell.", []),
    # Known by a capital inside a sentence too.
    ("He grew paddy. {P Paddy} fell. So {P Paddy} rose.", [("Paddy", "PERSON"), ("Paddy", "PERSON")]),
    # A first name may be a common noun.
    ("He gave a rose. {P Rose} left.", [("Rose", "PERSON")]),
    # A role before the surname that somebody bears is no first name.
    ("{P Ash Orr} sat. {P Caretaker Orr} stood.", [("Ash Orr", "PERSON"), ("Orr", "PERSON")]),
    # Nobody else is called so.
    ("{P Ash Lind} sat. {P Baker Orr} stood.", [("Ash Lind", "PERSON"), ("Baker Orr", "PERSON")]),
    # Two words are a name.
    ("He grew paddy. {P Paddy Orr} fell.", [("Paddy Orr", "PERSON")]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_labels(text: str, expected: list[tuple[str, str]]) -> None:
    flat, names = names_in(text)
    found = relabelled(flat, names, written_small(flat))
    assert [(flat.chars(name.start, name.end), name.label) for name in found] == expected
