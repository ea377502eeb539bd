"""From tokens to characters: texts without their outer marks, and pointers between records."""

import pytest
from spacy.language import Language

from claimx.api import extract
from claimx.assemble import without_marks


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        ("“We sail,”", "We sail,"),
        ('"We sail."', "We sail."),
        ("''We sail.''", "We sail."),
        ("« We sail. »", "We sail."),
        # opened in this paragraph, closed in the next
        ("“We sail.", "We sail."),
        ("We sail.”", "We sail."),
        # the mark at the end closes an inner quotation
        ("they “may well sail”", "they “may well sail”"),
        # two quotations: neither mark is an outer one
        ("“rotten” and “a joke”", "“rotten” and “a joke”"),
        # a quotation inside a quotation, closed together
        ("“He said: ‘Sail.’”", "He said: ‘Sail.’"),
        # each paragraph opens, the last one closes
        ("“One.\n\n“Two.”", "One.\n\n“Two."),
        # an apostrophe is no mark: inside, before and behind
        ("We don't sail.”", "We don't sail."),
        ("'90s ferries sail", "'90s ferries sail"),
        ("the strike of the workers'", "the strike of the workers'"),
        ("‘the workers’ strike is over,’", "the workers’ strike is over,"),
        (
            "‘But in ‘98 they said so too. We’re the crews’ friends, nobody else’s.’",
            "But in ‘98 they said so too. We’re the crews’ friends, nobody else’s.",
        ),
        (
            "'It’s the crews' fault, and the officers', and nobody else's.'",
            "It’s the crews' fault, and the officers', and nobody else's.",
        ),
        ("'owners' of the 'strike'", "'owners' of the 'strike'"),
        ("they sail", "they sail"),
        ("", ""),
        ("”", ""),
    ],
)
def test_without_marks(piece: str, text: str) -> None:
    assert without_marks(piece) == text


def test_what_stands_in_a_quote_belongs_to_its_speaker(nlp: Language) -> None:
    text = "Rain fell for 3 days. “About 40 boats may sail at noon,” said Ada Lund."
    document = extract(text, nlp=nlp)
    assert len(document.quotes) == 1
    speaker = document.quotes[0].speaker
    assert speaker is not None
    assert speaker.name == "Ada Lund"
    owners = {n.text: n.speaker for n in document.numbers}
    assert owners["40"] == speaker
    assert owners["3 days"] is None
    assert {h.text: h.quote for h in document.hedges} == {"About": "q1", "may": "q1"}
    claims = [c for c in document.claims if c.quote == "q1"]
    assert [c.certainty for c in claims] == ["possible"]
