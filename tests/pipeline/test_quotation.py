"""Quotation marks on tokens: regions in spite of what the tokenizer glues, and warnings with their place."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from claimx.pipeline.quotation import find_quotations

NLP = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        # marks that are tokens of their own
        ('She said: "We sail."', ['"We sail."']),
        ("“He told me ‘go’ and left,” she said.", ["“He told me ‘go’ and left,”", "‘go’"]),
        # two marks in a row, and single ones that the tokenizer leaves on their words
        ("\"'No,' he said,\" she told us.", ["\"'No,' he said,\"", "'No,'"]),
        ("‘The workers’ strike is over,’ she said.", ["‘The workers’ strike is over,’"]),
        # closed where a contraction would end
        ("She called it 'boss' work.", ["'boss'"]),
        # a decade, inches and possessives
        ("He was 6'2\" in the '90s, in the workers' club.", []),
        ("Nothing here.", []),
        ("", []),
    ],
)
def test_find_quotations(text: str, quoted: list[str]) -> None:
    doc = NLP(text)
    found = find_quotations(doc)
    assert [doc[region.start : region.end].text for region in found.regions] == quoted
    assert found.warnings == []


def test_warnings_tell_where() -> None:
    doc = NLP('Rain fell. "We sail, she said.\n\nThe crew left.”')
    found = find_quotations(doc)
    assert [(doc[w["span"][0] : w["span"][1]].text, w["code"]) for w in found.warnings if w["span"]] == [
        ('"', "unbalanced_quote"),
        ("”", "unbalanced_quote"),
    ]


def test_opened_in() -> None:
    doc = NLP("“He told me ‘go’ and left,” she said, “twice.”")
    found = find_quotations(doc)
    assert len(found.regions) == 3
    assert found.opened_in((0, len(doc))) == found.regions
    assert found.opened_in((1, found.regions[2].start)) == [found.regions[1]]
    assert found.opened_in((1, 2)) == []


@given(st.text(alphabet="ab6s “”„‘’‚\"'`«».,\n", max_size=60))
def test_regions_of_tokens_are_nested_or_disjoint_whatever_the_text(text: str) -> None:
    doc = NLP(text)
    found = find_quotations(doc)
    around: list[int] = []
    for start, end, _ in found.regions:
        assert 0 <= start < end <= len(doc)
        while around and around[-1] <= start:
            around.pop()
        assert not around or end <= around[-1]
        around.append(end)
    assert [(r.start, -r.end) for r in found.regions] == sorted((r.start, -r.end) for r in found.regions)
    for warning in found.warnings:
        assert warning["span"] is not None
        assert 0 <= warning["span"][0] < warning["span"][1] <= len(doc)
