"""Source phrases: whose name is the head of the phrase, and whose only stands in a modifier."""

import pytest

from claimx.people.names import NameMap
from claimx.people.phrases import read_phrase
from claimx.people.text import read
from tests.people.build import map_of, parsed

NAMED = [
    # Title and role before the name.
    ("Port director {P Ana Ruiz}", ["Ana Ruiz"]),
    # A body before the role is not who speaks.
    ("{O Kestrel Securities} analyst {P Joan Orr}", ["Joan Orr"]),
    # Apposition behind the name.
    ("{P Keron Blair}, executive director of {O AROS},", ["Keron Blair"]),
    # Apposition behind the role.
    ("An attorney for {P Pell}, {P Mark Orr},", ["Mark Orr"]),
    # An office with "of" before the name.
    ("Secretary of State {P John Orr}", ["John Orr"]),
    # Joint sources.
    ("{P Tom Oyelade} and {P Ana Ruiz}", ["Tom Oyelade", "Ana Ruiz"]),
    # Joint sources with something between them.
    ("{P Charles Orr}, of {L Calder}, and {P Ana Ruiz}", ["Charles Orr", "Ana Ruiz"]),
    # A group that is named by its example.
    ("Critics of the plan, including {P Ana Ruiz}", ["Ana Ruiz"]),
    # A place by what it is.
    ("the city of {L Calder}", ["Calder"]),
    # Whoever has seen a document did not write it.
    ("A summary seen by {P Ana Ruiz}", []),
    # Whoever holds a view.
    ("A theory by the botanist {P Ana Ruiz}", ["Ana Ruiz"]),
    # The same with other words.
    ("A few backers, such as {P Ana Ruiz},", ["Ana Ruiz"]),
    # Joint, the second one described before the name.
    ("{P Tom Orr} and his counterpart, {P Ana Ruiz},", ["Tom Orr", "Ana Ruiz"]),
    # A firm after its role.
    ("The buyer, {O Castor Living LP}, a fund", ["Castor Living LP"]),
    # After a comma a body that does not say it is a firm may be where somebody works.
    ("The buyer, {O Castor Living}, a fund", []),
    # A name that is given in the phrase.
    ("a commander who gave his name only as {P Rafe}", ["Rafe"]),
    # The possessive tells that it is somebody else.
    ("{P Harnova}'s deputy", []),
    # So does the noun at the end.
    ("{P Harnova} aides", []),
    # And the preposition.
    ("a friend of {P John Orr}", []),
    # "One of them" is nobody by name.
    ("one of {P Orr}'s lawyers", []),
    # A relative clause names somebody else.
    ("officials who met {P Ana Ruiz}", []),
    # A professor at two places is not joined to the second.
    ("{P John Orr}, professor at {O Tarn} and {O Calder}", ["John Orr"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_names_of_a_phrase(text: str, expected: list[str]) -> None:
    flat, names, _ = map_of(text)
    phrase = read_phrase(flat, names, (0, len(flat)))
    assert len(phrase.names) == len(expected)
    assert [flat.chars(name.start, name.end) for name in phrase.names] == expected


HEADS = [
    # The noun after the possessive.
    ("{P Pellow}'s lawyer", "lawyer", True),
    # After a number the noun behind "of".
    ("A number of other members of {O Parliament}", "members", False),
    # Before a comma.
    ("The chef, 36", "chef", False),
    # A pronoun that owns.
    ("his office", "office", True),
]


@pytest.mark.parametrize(("text", "head", "owned"), HEADS)
def test_head_and_owner(text: str, head: str, owned: bool) -> None:
    flat, names, _ = map_of(text)
    phrase = read_phrase(flat, names, (0, len(flat)))
    assert flat.lows[phrase.head] == head
    assert (phrase.owner is not None) == owned


PAPERS = [
    # The plain words end at "of", the phrase does not.
    (
        "an/DT/5/det Office/NNP/5/compound of/IN/3/case Roads/NNP/1/nmod draft/NN/5/amod "
        "memo/NN/6/nsubj warns/VBZ/6/ROOT",
        "memo",
    ),
    # What hangs on the office is its own.
    ("an/DT/1/det office/NN/5/nsubj of/IN/4/case draft/NN/4/amod memos/NNS/1/nmod warns/VBZ/5/ROOT", "office"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "head"), PAPERS)
def test_document_at_the_end(rows: str, head: str) -> None:
    flat = read(parsed(rows))
    assert flat.lows[read_phrase(flat, NameMap([]), (0, len(flat) - 1)).head] == head
