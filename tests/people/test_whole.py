"""Sources found by half. The rows carry their own parse; Ana and Ostra are the only names."""

import pytest

from claimx.people.names import NameMap, make
from claimx.people.text import read
from claimx.people.whole import whole
from tests.people.build import parsed

LABELS = {"Ana": "PERSON", "Ostra": "ORG"}
ROWS = [
    # The name right behind a noun for a body, or for a person.
    ("the/DT/1/det union/NN/3/nsubj Ostra/NNP/1/appos struck/VBD/3/ROOT", (0, 2), "the union Ostra"),
    ("coach/NN/2/nsubj Ana/NNP/0/appos left/VBD/2/ROOT", (0, 1), "coach Ana"),
    # Behind a comma, where the phrase ends with the name.
    ("said/VBD/0/ROOT the/DT/2/det mayor/NN/0/nsubj ,/,/4/punct Ana/NNP/2/appos ././0/punct", (1, 3),
     "the mayor , Ana"),
    # There it goes on with somebody else.
    ("said/VBD/0/ROOT the/DT/2/det mayor/NN/0/nsubj ,/,/4/punct Ana/NNP/5/nsubj nodding/VBG/0/advcl", (1, 3),
     "the mayor"),
    # The name that the source explains: an apposition, or what the parse takes for a second subject.
    ("Ana/NNP/4/nsubj ,/,/3/punct the/DT/3/det mayor/NN/0/appos said/VBD/4/ROOT", (2, 4), "Ana , the mayor"),
    ("Ana/NNP/4/nsubj ,/,/3/punct the/DT/3/det mayor/NN/4/nsubj said/VBD/4/ROOT", (2, 4), "Ana , the mayor"),
    # The name that the source explains is itself no subject: somebody else speaks.
    ("After/IN/1/mark meeting/VBG/7/advcl Ana/NNP/1/obj ,/,/5/punct the/DT/5/det mayor/NN/2/appos he/PRP/7/nsubj "
     "left/VBD/7/ROOT", (4, 6), "the mayor"),
    # Many cannot explain one.
    ("Ana/NNP/4/nsubj ,/,/3/punct two/CD/3/nummod guests/NNS/4/nsubj said/VBD/4/ROOT", (2, 4), "two guests"),
    # The name before "others".
    ("Ana/NNP/4/dep ,/,/2/punct others/NNS/3/nsubj vow/VBP/3/ROOT rain/NN/3/obj", (2, 3), "Ana , others"),
    # The name before the comma is the end of another clause.
    ("Seen/VBN/5/advcl by/IN/2/case Ana/NNP/0/obl ,/,/5/punct he/PRP/5/nsubj said/VBD/5/ROOT", (4, 5), "he"),
    # A thing with a name behind it is no source of that name.
    ("a/DT/1/det letter/NN/3/nsubj Ana/NNP/3/nsubj wrote/VBD/3/ROOT", (0, 2), "a letter"),
    # Nothing stands beside it.
    ("the/DT/1/det mayor/NN/2/nsubj left/VBD/2/ROOT", (0, 2), "the mayor"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "span", "expected"), ROWS)
def test_whole(rows: str, span: tuple[int, int], expected: str) -> None:
    text = read(parsed(rows))
    names = [make(text, i, i + 1, LABELS[word]) for i, word in enumerate(text.words) if word in LABELS]
    found = whole(text, NameMap([name for name in names if name is not None]), span)
    assert text.chars(*found) == expected
