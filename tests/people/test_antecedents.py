"""Whom a pronoun means, where the parse has a say.

The rows carry their own; Miri and Talo are the only names, and no list tells their sex.
"""

import pytest

from tests.people.build import speaker

INNER = (
    "Miri/NNP/6/nsubj whose/WP$/2/nmod:poss twin/NN/4/nsubj Talo/NNP/2/appos works/VBZ/0/acl:relcl late/RB/4/advmod "
    "left/VBD/6/ROOT ././6/punct {}/PRP/9/nsubj shrugged/VBD/9/ROOT"
)
BESIDE = (
    "Talo/NNP/1/nsubj left/VBD/1/ROOT ././1/punct Miri/NNP/4/nsubj sat/VBD/4/ROOT beside/IN/6/case {}/PRP/6/dep "
    "././4/punct She/PRP/9/nsubj shrugged/VBD/9/ROOT"
)
ROWS = [
    # The subject of the main clause, not of the clause inside it.
    (INNER.replace("{}", "She"), "Miri"),
    # Neither is a thing.
    (INNER.replace("{}", "It"), None),
    # An object is not its own subject: he whom Miri sat beside is Talo, so that she may be Miri.
    (BESIDE.replace("{}/PRP/6/dep", "him/PRP/4/obl"), "Miri"),
]  # fmt: skip


DESCRIBED = [
    # Somebody nobody has called a foreman, while the sentence is about Miri already.
    ("Miri/NNP/1/nsubj wept/VBD/1/ROOT as/IN/5/mark the/DT/4/det foreman/NN/5/nsubj nodded/VBD/1/advcl", None),
    # A sentence later he may be Miri, and so he may behind a clause that only leads up to him.
    ("Miri/NNP/1/nsubj wept/VBD/1/ROOT ././1/punct The/DT/4/det foreman/NN/5/nsubj nodded/VBD/5/ROOT", "Miri"),
    ("As/IN/2/mark Miri/NNP/2/nsubj wept/VBD/5/advcl the/DT/4/det foreman/NN/5/nsubj nodded/VBD/5/ROOT", "Miri"),
]


@pytest.mark.parametrize(("rows", "expected"), DESCRIBED)
def test_a_description_in_the_sentence_of_its_subject(rows: str, expected: str | None) -> None:
    assert speaker(rows, {"Miri": "PERSON"}, width=2) == expected


WHICH = (
    "Members/NNS/7/nsubj of/IN/4/case the/DT/4/det Ostran/JJ/4/amod government/NN/0/nmod ,/,/6/punct which/WDT/7/nsubj "
    "denied/VBD/{}/acl:relcl"
)


@pytest.mark.parametrize("noun", [0, 4])
def test_which_is_the_body_before_it_whatever_the_parse_hangs_it_on(noun: int) -> None:
    assert speaker(WHICH.format(noun), {"Ostran": "MISC"}) == "Ostran government"


@pytest.mark.parametrize(("rows", "expected"), ROWS)
def test_antecedent(rows: str, expected: str | None) -> None:
    assert speaker(rows, {"Miri": "PERSON", "Talo": "PERSON"}) == expected


BEFORE = [
    # Whom the sentence before speaks of.
    ("Miri/NNP/1/nsubj stayed/VBD/1/ROOT ././1/punct", "Miri"),
    # It speaks of two,
    ("Miri/NNP/1/nsubj stayed/VBD/1/ROOT Talo/NNP/3/nsubj left/VBD/1/conj ././1/punct", None),
    # or of a thing.
    ("Rain/NN/1/nsubj fell/VBD/1/ROOT ././1/punct", None),
]


@pytest.mark.parametrize(("rows", "expected"), BEFORE)
def test_a_quotation_without_source_is_of_the_one_person_before_it(rows: str, expected: str | None) -> None:
    at = len(rows.split())
    quotation = f"“/``/{at + 1}/punct No/UH/{at + 1}/ROOT ”/''/{at + 1}/punct"
    assert speaker(f"{rows} {quotation}", {"Miri": "PERSON", "Talo": "PERSON"}, quotation=at) == expected
