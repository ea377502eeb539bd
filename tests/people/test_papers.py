"""Who wrote a letter, a post or a note. The rows carry their own parse."""

import pytest

from claimx.people.antecedents import Timeline
from claimx.people.cast import Cast
from claimx.people.names import NameMap, make
from claimx.people.papers import author_of
from claimx.people.scene import Paper, Scene
from claimx.people.text import read
from tests.people.build import parsed, speaker

ROWS = [
    # Its owner.
    ("Ruiz/NNP/2/nmod:poss 's/POS/0/case letter/NN/3/nsubj said/VBD/3/ROOT no/UH/3/obj", 2, "Ruiz"),
    # Its owner, by a pronoun.
    ("Ruiz/NNP/1/nsubj left/VBD/1/ROOT his/PRP$/3/nmod:poss letter/NN/4/nsubj said/VBD/1/conj", 3, "Ruiz"),
    # Whom it is from.
    ("An/DT/1/det email/NN/4/nsubj from/IN/3/case Ruiz/NNP/1/nmod said/VBD/4/ROOT", 1, "Ruiz"),
    # Who sent it.
    ("A/DT/1/det text/NN/5/nsubj sent/VBN/1/acl by/IN/4/case Ruiz/NNP/2/obl said/VBD/5/ROOT", 1, "Ruiz"),
    # Who wrote it, in the sentence that brings it up.
    ("Ruiz/NNP/1/nsubj wrote/VBD/1/ROOT a/DT/3/det letter/NN/1/obj", 3, "Ruiz"),
    # The second verb takes the subject of the first.
    (
        "Ruiz/NNP/1/nsubj sat/VBD/1/ROOT and/CC/3/cc wrote/VBD/1/conj a/DT/5/det letter/NN/3/obj", 5, "Ruiz",
    ),
    # Whom it is from, though the parse hangs that on the verb.
    ("They/PRP/1/nsubj got/VBD/1/ROOT a/DT/3/det letter/NN/1/obj from/IN/5/case Ruiz/NNP/1/obl", 3, "Ruiz"),
    # Ruiz is named later, after somebody else.
    ("They/PRP/1/nsubj got/VBD/1/ROOT a/DT/3/det letter/NN/1/obj from/IN/7/case him/PRP/1/obl and/CC/7/cc "
     "Ruiz/NNP/5/conj", 3, None),
    # Who has seen it did not write it.
    ("A/DT/1/det note/NN/5/nsubj seen/VBN/1/acl by/IN/4/case Ruiz/NNP/1/nmod said/VBD/5/ROOT", 1, None),
    # Whom it came from, and who has written it.
    ("The/DT/1/det letter/NN/2/nsubj came/VBD/2/ROOT from/IN/4/case Ruiz/NNP/2/obl", 1, "Ruiz"),
    ("It/PRP/3/expl the/DT/2/det letter/NN/4/nsubj:pass was/VBD/4/aux:pass written/VBN/4/ROOT by/IN/6/case "
     "Ruiz/NNP/4/obl", 2, "Ruiz"),
    # Who goes on writing letters.
    ("Ruiz/NNP/1/nsubj kept/VBD/1/ROOT writing/VBG/1/xcomp letters/NNS/2/obj", 3, "Ruiz"),
    # Where it is from is nobody.
    ("The/DT/1/det letter/NN/2/nsubj came/VBD/2/ROOT from/IN/4/case home/NN/2/obl", 1, None),
    # Who says something in it.
    ("In/IN/1/case note/NN/3/obl Ruiz/NNP/3/nsubj objected/VBD/3/ROOT", 1, "Ruiz"),
    # Who objects to it does not.
    ("To/IN/1/case note/NN/3/obl Ruiz/NNP/3/nsubj objected/VBD/3/ROOT", 1, None),
    # Who kept it, in a clause behind it.
    ("A/DT/1/det diary/NN/4/nsubj Ruiz/NNP/3/nsubj kept/VBD/1/acl:relcl burned/VBD/4/ROOT", 1, "Ruiz"),
    # Who found it did not write it.
    ("Ruiz/NNP/1/nsubj found/VBD/1/ROOT a/DT/3/det letter/NN/1/obj", 3, None),
    # Nor did the one it is about,
    ("A/DT/1/det letter/NN/4/nsubj about/IN/3/case Ruiz/NNP/1/nmod came/VBD/4/ROOT", 1, None),
    # or the place it is pinned to.
    ("A/DT/1/det note/NN/5/nsubj on/IN/4/case the/DT/4/det gate/NN/1/nmod said/VBD/5/ROOT", 1, None),
]  # fmt: skip


def author(rows: str, noun: int, papers: bool = False) -> str | None:
    """The author of the paper at ``noun``, Ruiz being the only name; ``papers``: Ruiz has written such a one."""
    text = read(parsed(rows))
    names = [make(text, i, i + 1, "PERSON") for i, word in enumerate(text.words) if word == "Ruiz"]
    known = [name for name in names if name is not None]
    cast, timeline = Cast(text, known), Timeline(text)
    for name, figure in cast.named_at:
        timeline.add(name.start, figure)
    before = [Paper(noun - 2, cast.figures[0])] if papers else []
    found = author_of(Scene(text, NameMap(known), cast, timeline, frozenset(), before), noun)
    return None if found is None else found.name


@pytest.mark.parametrize(("rows", "noun", "expected"), ROWS)
def test_author(rows: str, noun: int, expected: str | None) -> None:
    assert author(rows, noun) == expected


def test_the_letter_is_the_one_spoken_of_before() -> None:
    rows = "Ruiz/NNP/1/nmod letter/NN/1/ROOT {}/DT/3/det letter/NN/4/nsubj said/VBD/4/ROOT"
    assert author(rows.format("the"), 3, papers=True) == "Ruiz"
    assert author(rows.format("a"), 3, papers=True) is None


SEVERAL = [
    # Of the letters that the paragraph speaks of.
    ("Ruiz/NNP/1/nsubj wrote/VBD/1/ROOT letters/NNS/1/obj ././1/punct Another/DT/5/nsubj says/VBZ/5/ROOT", "Ruiz"),
    # A single letter is not one of several.
    (
        "Ruiz/NNP/1/nsubj wrote/VBD/1/ROOT a/DT/3/det letter/NN/1/obj ././1/punct Another/DT/6/nsubj says/VBZ/6/ROOT",
        None,
    ),
    # Nobody has written anything.
    ("Ruiz/NNP/1/nsubj bought/VBD/1/ROOT boats/NNS/1/obj ././1/punct Another/DT/5/nsubj says/VBZ/5/ROOT", None),
]


@pytest.mark.parametrize(("rows", "expected"), SEVERAL)
def test_one_of_several(rows: str, expected: str | None) -> None:
    assert speaker(rows, {"Ruiz": "PERSON"}) == expected


def test_it_is_the_letter_before() -> None:
    rows = "Ruiz/NNP/1/nsubj wrote/VBD/1/ROOT a/DT/3/det {}/NN/1/obj ././1/punct It/PRP/6/nsubj says/VBZ/6/ROOT"
    assert speaker(rows.format("letter"), {"Ruiz": "PERSON"}) == "Ruiz"
    assert speaker(rows.format("cheque"), {"Ruiz": "PERSON"}) is None
