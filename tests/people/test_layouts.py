"""Sources that the layout shows."""

import pytest

from claimx.people.layouts import told_by_layout
from claimx.people.text import read
from tests.people.build import marked

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
