"""Sources that the sentence implies. The rows carry their own parse, so that no model has a say."""

import pytest

from claimx.people.implied import implied_source
from claimx.people.text import read
from claimx.pipeline.records import Span
from tests.people.build import parsed

ROWS: list[tuple[str, Span | None, Span, str, str | None]] = [
    # The second verb takes the subject of the first.
    (
        "Ruiz/NNP/1/nsubj denied/VBD/1/ROOT it/PRP/1/obj and/CC/4/cc vowed/VBD/1/conj to/TO/6/mark stay/VB/4/xcomp",
        (4, 5), (5, 7), "indirect", "Ruiz",
    ),
    # A passive names its source behind "by".
    (
        "It/PRP/2/nsubj:pass was/VBD/2/aux:pass rejected/VBN/2/ROOT by/IN/5/case the/DT/5/det court/NN/2/obl",
        (2, 3), (0, 1), "indirect", "the court",
    ),
    # A passive without "by" hides it.
    ("Pell/NNP/2/nsubj:pass was/VBD/2/aux:pass accused/VBN/2/ROOT of/IN/4/case theft/NN/2/obl", (2, 3), (3, 5),
     "indirect", None),
    # What "according to" introduces.
    (
        "It/PRP/1/nsubj rained/VBD/1/ROOT according/VBG/5/case to/IN/2/fixed the/DT/5/det union/NN/1/obl",
        (2, 4), (0, 2), "indirect", "the union",
    ),
    # Whoever answers has not asked, but who is named behind "by" has.
    (
        "Asked/VBN/5/advcl if/IN/3/mark it/PRP/3/nsubj rained/VBD/0/advcl Ruiz/NNP/5/nsubj nodded/VBD/5/ROOT",
        (0, 1), (1, 4), "indirect", None,
    ),
    (
        "Asked/VBN/7/advcl by/IN/2/case Lund/NNP/0/obl if/IN/5/mark it/PRP/5/nsubj rained/VBD/0/advcl "
        "Ruiz/NNP/7/nsubj nodded/VBD/7/ROOT",
        (0, 1), (3, 6), "indirect", "Lund",
    ),
    # The owner of a noun that is the cue.
    (
        "Ruiz/NNP/2/nmod:poss 's/POS/0/case claim/NN/2/ROOT that/IN/5/mark it/PRP/5/nsubj rained/VBD/2/acl",
        (2, 3), (3, 6), "indirect", "Ruiz 's",
    ),
    # "Behind preposition" must not take a word of the content.
    ("In/IN/1/case short/JJ/3/obl it/PRP/3/nsubj rained/VBD/3/ROOT", (0, 1), (1, 4), "indirect", None),
    # A quotation in marks after a colon: the subject of the sentence before it.
    (
        'Ruiz/NNP/1/nsubj bellowed/VBD/1/ROOT from/IN/4/case a/DT/4/det lorry/NN/1/obl :/:/1/punct '
        '"/``/7/punct No/UH/7/ROOT "/\'\'/7/punct',
        None, (6, 9), "direct", "Ruiz",
    ),
    # A form of "be" reports nothing.
    (
        'There/EX/1/expl was/VBD/1/ROOT silence/NN/1/nsubj ././1/punct "/``/5/punct No/UH/5/ROOT "/\'\'/5/punct',
        None, (4, 7), "direct", None,
    ),
    # The same words, reported: nothing says that the sentence before is about them.
    (
        "Ruiz/NNP/1/nsubj left/VBD/1/ROOT :/:/1/punct it/PRP/4/nsubj rained/VBD/4/ROOT",
        None, (3, 5), "indirect", None,
    ),
    # The name right behind an inverted cue that the parse got wrong.
    (
        '"/``/1/punct No/UH/1/ROOT "/\'\'/1/punct shot/VBD/1/dep back/RP/3/dep Ruiz/NNP/1/dep ././1/punct',
        (3, 5), (0, 3), "direct", "Ruiz",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "cue", "content", "kind", "expected"), ROWS)
def test_implied(rows: str, cue: Span | None, content: Span, kind: str, expected: str | None) -> None:
    text = read(parsed(rows))
    found = implied_source(text, cue, [content], quoted=kind == "direct")
    assert (None if found is None else text.chars(*found)) == expected
