"""Whom a pronoun means, where the parse has a say.

The rows carry their own; Miri and Talo are the only names, and no list tells their sex.
"""

import pytest
from spacy.tokens import Span

from claimx.pipeline.records import Attribution
from claimx.pipeline.speakers import find_speakers
from tests.people.build import parsed

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


def speaker(rows: str, labels: dict[str, str]) -> str | None:
    """The speaker whose source is the last word but one."""
    doc = parsed(rows)
    source = len(doc) - 2
    doc.set_ents([Span(doc, t.i, t.i + 1, label=labels[t.text]) for t in doc if t.text in labels])
    said: Attribution = {
        "type": "indirect",
        "act": "speech",
        "source": (source, source + 1),
        "cue": (source + 1, source + 2),
        "cue_lemma": "shrug",
        "content": [(source + 1, source + 2)],
        "confidence": 1.0,
    }
    doc._.claimx_attributions = [said]
    speakers, resolved = find_speakers(doc)
    one = resolved[0]["speaker"]
    return None if one is None else speakers[one]["name"]
