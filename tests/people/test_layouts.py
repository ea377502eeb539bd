"""Sources that the layout shows."""

import pytest
from spacy.tokens import Doc

from claimx.people.layouts import in_reach, told_by_layout
from claimx.people.text import read
from claimx.pipeline.records import Span
from tests.people.build import NLP, marked

ROWS = [
    # A label in capitals opens the line.
    ("The committee sat.\n\nRUIZ: {d It was late.}", "RUIZ"),
    # Two words, and the point of a title.
    ("The committee sat.\n\nMS. RUIZ: {d It was late.}", "MS. RUIZ"),
    # Question and answer.
    ("Q: {d Was it late?}", "Q"),
    # The signature of a post, handle and all.
    ("He shrugged.\n\n{d It was late.}\n\n— Ana Ruiz (@ruiz) March 3, 2026", "Ana Ruiz (@ruiz)"),
    # A signature without a handle ends its line.
    ("{d “It was late.”} – Ana Ruiz\n\nThen it rained.", "Ana Ruiz"),
    # A label behind a bullet.
    ("Who says what:\n\n• HARBOUR BOARD: {d nine hurt}", "HARBOUR BOARD"),
    # A label inside the content, in a transcript that puts a mark before each turn.
    ("The committee sat.\n\n{d “RUIZ: It was late.}", "RUIZ"),
    # A word in capitals inside the content is no label without a colon.
    ("The committee sat.\n\n{d “NEVER say it was late.}", None),
    # What stands before the colon is no label: it does not open the line.
    ("There were reasons, the RAIN: {d it was late}.", None),
    # A colon after a whole clause.
    ("The report was plain about it: {d it was late}.", None),
    # The dash goes on with the sentence.
    ("{d “It was late”} – and Ruiz knew it.", None),
    # A dash behind a quotation inside a sentence.
    ("She said {d “it was late”} — Ana Ruiz", None),
    # Nothing around it.
    ("{d It was late.}", None),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_layout(text: str, expected: str | None) -> None:
    doc = marked(text)
    flat = read(doc)
    found = told_by_layout(flat, doc._.claimx_attributions[0]["content"])
    assert (None if found is None else flat.chars(*found)) == expected


@pytest.mark.parametrize(("above", "expected"), [([], None), (["Rain", "\n\n"], (2, 4))])
def test_a_headline_is_no_label(above: list[str], expected: Span | None) -> None:
    words = [*above, "Storm", "Vera", ":", "live", "updates"]
    tags = [*["NN" for _ in above], "NNP", "NNP", ":", "JJ", "NNS"]
    content = (len(words) - 2, len(words))
    assert told_by_layout(read(Doc(NLP.vocab, words=words, tags=tags)), [content]) == expected


REACH = [
    # In the paragraph before, and in the one after.
    ("{s Ana Ruiz} left.\n\n{d “It was late.”}", True),
    ("{d “It was late.”}\n\n{s Ana Ruiz} left.", True),
    # A paragraph of somebody else's stands between.
    ("{s Ana Ruiz} left.\n\nThen it rained.\n\n{d “It was late.”}", False),
]


@pytest.mark.parametrize(("text", "near"), REACH)
def test_reach_of_a_source_without_cue(text: str, near: bool) -> None:
    doc = marked(text)
    attribution = doc._.claimx_attributions[0]
    assert (in_reach(read(doc), attribution["source"], attribution["content"]) is not None) == near
