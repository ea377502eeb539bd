"""Entity spans mended with the tags."""

import pytest
from spacy.tokens import Doc, Span

from claimx.people.chunks import mend
from claimx.people.headlines import settle, title_case, written_small
from claimx.people.text import read
from tests.people.build import NLP, names_in

# words with tags, the recogniser's (start, end, label), the names that come out
ROWS = [
    # Half a name is completed.
    ("Ana/NNP Ruiz/NNP left/VBD", [(1, 2, "PERSON")], ["Ana Ruiz"]),
    # Two halves of a double name become one.
    ("Ana/NNP Orr/NNP -/HYPH Pell/NNP left/VBD", [(0, 2, "PERSON"), (3, 4, "PERSON")], ["Ana Orr-Pell"]),
    # The office before a name is none of it.
    ("Trade/NNP Minister/NNP Bo/NNP Orr/NNP left/VBD", [(2, 4, "PERSON")], ["Bo Orr"]),
    # A body with "of" in its name.
    ("the/DT Bank/NNP of/IN Astra/NNP said/VBD", [(1, 2, "ORG")], ["Bank of Astra"]),
    # "and" inside the name of a committee.
    (
        "the/DT Rail/NNP and/CC Steel/NNP Committee/NNP met/VBD",
        [(1, 2, "ORG"), (3, 5, "ORG")],
        ["Rail and Steel Committee"],
    ),
    # A month can be a first name.
    ("clerk/NN May/NNP Orr/NNP left/VBD", [(2, 3, "PERSON")], ["May Orr"]),
    # After "in" it is a month.
    ("in/IN May/NNP Orr/NNP left/VBD", [(2, 3, "PERSON")], ["Orr"]),
    # A role in capitals names nobody.
    ("Environment/NNP Minister/NNP left/VBD", [(0, 2, "ORG")], []),
    # Proper nouns that the recogniser did not take for a name are left alone.
    ("the/DT Monday/NNP Club/NNP met/VBD", [], []),
    # Two people that "and" joins stay two.
    (
        "Ana/NNP Ruiz/NNP and/CC Bo/NNP Orr/NNP met/VBD",
        [(0, 2, "PERSON"), (3, 5, "PERSON")],
        ["Ana Ruiz", "Bo Orr"],
    ),
]


@pytest.mark.parametrize(("words", "entities", "expected"), ROWS)
def test_mend(words: str, entities: list[tuple[int, int, str]], expected: list[str]) -> None:
    pairs = [pair.rsplit("/", 1) for pair in words.split()]
    texts = [word for word, _ in pairs]
    spaces = ["-" not in texts[i : i + 2] for i in range(len(texts))]
    doc = Doc(NLP.vocab, words=texts, spaces=spaces, tags=[tag for _, tag in pairs])
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in entities]
    text = read(doc)
    names = mend(text, entities, bytearray(len(doc)))
    assert [text.chars(name.start, name.end) for name in names] == expected


def test_headline_names_are_cut_down_to_those_of_the_text() -> None:
    text, names = names_in("{P Rip Mark Orr} Over Harbour Plan\n\n{P Mark Orr} was not in the room when it met.")
    settled = settle(text, names, title_case(text), written_small(text))
    assert [text.chars(name.start, name.end) for name in settled] == ["Mark Orr", "Mark Orr"]


def test_ordinary_paragraphs_are_no_headlines() -> None:
    text, _ = names_in("{P Mark Orr} was not in the room when the council of the town met.")
    assert not any(title_case(text))
