"""Quotation marks: what stands between them, and which are mended with a warning."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from claimx.pipeline.quotation import find_quotations

NLP = spacy.blank("en")

CASES: list[tuple[str, list[str], int]] = [
    # straight, curly, French, and British single marks
    ('She said: "We sail."', ['"We sail."'], 0),
    ("She said: “We sail.”", ["“We sail.”"], 0),
    ("She said: « We sail. »", ["« We sail. »"], 0),
    ("‘We sail,’ she said.", ["‘We sail,’"], 0),
    ("'We sail,' she said.", ["'We sail,'"], 0),
    # two on one line
    ('"We sail," she said, "at noon."', ['"We sail,"', '"at noon."'], 0),
    # marks within marks
    ("“He told me ‘go’ and left,” she said.", ["“He told me ‘go’ and left,”", "‘go’"], 0),
    # an apostrophe inside does not close
    ("‘We don’t sail,’ she said.", ["‘We don’t sail,’"], 0),
    # each paragraph opens, the last one closes
    ("“One.\n\n“Two.”", ["“One.", "“Two.”"], 0),
    # never closed: to the end of the paragraph, and the next one is not swallowed
    ('"We sail, she said.\n\nThe crew left.', ['"We sail, she said.'], 1),
    # opened twice, closed once
    ('She said "no. He said "yes".', ['"no. He said', '"yes"'], 1),
    # closed but never opened
    ("We sail,” she said.", [], 1),
    # no quotation at all
    ("The workers' strike and the owners’ reply", [], 0),
    ("He was 6'2\" tall in the '90s.", [], 0),
    ("Rock 'n' roll is here to stay", ["'n'"], 0),
    ("Nothing here.", [], 0),
    ("", [], 0),
]


@pytest.mark.parametrize(("text", "quoted", "warnings"), CASES)
def test_find_quotations(text: str, quoted: list[str], warnings: int) -> None:
    doc = NLP(text)
    found = find_quotations(doc)
    assert [doc[start:end].text for start, end in found.regions] == quoted
    assert len(found.warnings) == warnings


@given(st.text(alphabet="ab “”‘’\"'«».\n", max_size=60))
def test_never_raises_and_never_leaves_the_text(text: str) -> None:
    doc = NLP(text)
    found = find_quotations(doc)
    assert all(0 <= start < end <= len(doc) for start, end in found.regions)
    assert found.regions == sorted(found.regions, key=lambda r: (r[0], -r[1]))
