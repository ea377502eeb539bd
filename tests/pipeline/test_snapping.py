"""Contents fitted to the marks around them, on hand-made pieces."""

import re

import pytest
import spacy
from spacy.tokens import Doc

from claimx.pipeline.linking import Group
from claimx.pipeline.quotation import find_quotations
from claimx.pipeline.records import Span
from claimx.pipeline.snapping import merged, snap, within_sentence

NLP = spacy.blank("en")
SENTENCE = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[\"“‘]?[A-Z])")


def parse(text: str) -> Doc:
    """Tokens, with a sentence wherever one seems to begin."""
    doc = NLP(text)
    starts = {match.end() for match in SENTENCE.finditer(text)}
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts
    return doc


def span(doc: Doc, text: str) -> Span:
    """The first place of a text."""
    start = doc.text.index(text)
    found = doc.char_span(start, start + len(text))
    assert found is not None, text
    return found.start, found.end


CASES: list[tuple[str, list[str], str | None, list[str]]] = [
    # the closing mark is missing, with its comma and without
    ("“We sail,” she said.", ["“We sail"], "said", ["“We sail,”"]),
    ("The fee is “a joke” to her.", ["The fee is “a joke"], None, ["The fee is “a joke”"]),
    # cut off in the middle of the quotation
    ("“We sail at noon or never,” she said.", ["“We sail"], "said", ["“We sail at noon or never,”"]),
    # the opening mark is missing
    ("She said: “We sail.”", ["We sail.”"], "said", ["“We sail.”"]),
    ("She said: “We sail.”", ["We sail"], "said", ["“We sail.”"]),
    # both ends of one quotation, as two pieces
    ("“We sail at noon or never,” she said.", ["“We sail", "never,”"], "said", ["“We sail at noon or never,”"]),
    # the quotation in the quotation
    ("“He told me, ‘Go,’ and left,” she said.", ["‘Go"], None, ["‘Go,’"]),
    # an unquoted sentence behind the quoted one, in the paragraph and in the next
    ("The log reads: “Rain all day.” It was not so.", ["“Rain all day.” It was not so"], "reads", ["“Rain all day.”"]),
    ("He said: “Rain.”\n\nThe crane fell.", ["“Rain.”\n\nThe crane fell"], "said", ["“Rain.”"]),
    # a quoted sentence behind the unquoted one
    ("He knew it leans. “I did,” he said.", ["it leans. “I did,”"], None, ["it leans", "“I did,”"]),
    # its own cue and source are no content
    ("“We sail,” she said, “at noon.”", ["“We sail,” she said, “at noon.”"], "said", ["“We sail,”", "“at noon.”"]),
    # a comma or a dash behind the marks
    ("“We sail”, she said.", ["“We sail”,"], "said", ["“We sail”"]),
    ("‘Boil it’ — minister", ["‘Boil it’ —"], None, ["‘Boil it’"]),
    # right already: direct, mixed, indirect
    ("“We sail,” she said.", ["“We sail,”"], "said", ["“We sail,”"]),
    ("She said they “may sail” at noon.", ["they “may sail” at noon"], "said", ["they “may sail” at noon"]),
    ("She said they sail at noon.", ["they sail at noon"], "said", ["they sail at noon"]),
    # a content inside a quotation has edges of its own
    ("“I think we sail at noon,” she said.", ["we sail at noon"], "think", ["we sail at noon"]),
    # a paragraph that closes in the next one
    ("“We sail.\n\n“We row.”", ["“We sail.", "“We row.”"], None, ["“We sail.", "“We row.”"]),
    # an apostrophe at the edge is no mark
    ("She praised the workers' strike.", ["the workers'"], "praised", ["the workers'"]),
    # no content
    ("She said nothing.", [], "said", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pieces", "cue", "expected"), CASES)
def test_snap(text: str, pieces: list[str], cue: str | None, expected: list[str]) -> None:
    doc = parse(text)
    source = span(doc, "she") if cue and " she " in text and "I think" not in text else None
    group = Group(source, span(doc, cue) if cue else None, [span(doc, piece) for piece in pieces])
    (snapped,) = snap(doc, [group], find_quotations(doc))
    assert [doc[start:end].text for start, end in snapped.content] == expected
    assert (snapped.source, snapped.cue, snapped.score) == (group.source, group.cue, group.score)


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        # the other one is quoted inside: its content lies in this one
        ("“We sail or the mayor says we row,” she said.", "says", "“We sail or the mayor says we row,”"),
        # the other one has its cue outside: the quotation is shared
        ("“We sail or we row,” she said, and he agreed.", "agreed", "“We sail"),
    ],
)
def test_what_belongs_to_another_is_not_taken(text: str, cue: str, expected: str) -> None:
    doc = parse(text)
    groups = [
        Group(None, span(doc, "said"), [span(doc, "“We sail")]),
        Group(None, span(doc, cue), [span(doc, "we row")]),
    ]
    snapped = snap(doc, groups, find_quotations(doc))
    assert [[doc[s:e].text for s, e in group.content] for group in snapped] == [[expected], ["we row"]]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        # over one another, one in the other, out of order
        ([(0, 5), (3, 8)], [(0, 8)]),
        ([(0, 8), (3, 5)], [(0, 8)]),
        ([(6, 8), (0, 7)], [(0, 8)]),
        # they touch: two pieces stay two
        ([(0, 3), (3, 8)], [(0, 3), (3, 8)]),
        ([(0, 3)], [(0, 3)]),
        ([], []),
    ],
)
def test_merged(pieces: list[Span], expected: list[Span]) -> None:
    assert merged(pieces) == expected


@pytest.mark.parametrize("end", [3, 5])
def test_a_piece_that_stops_inside_its_marks_at_the_end_of_the_text(end: int) -> None:
    """Nothing stands behind the marks to tell by; once this asked for the token after the last."""
    doc = parse("She said: “We sail.”")
    assert within_sentence(doc, (3, end), find_quotations(doc)) == (3, end)
