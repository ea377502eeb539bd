"""Which contents make one statement, and which make none; on hand-made groups with the pipeline's syntax."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from claimx.people.text import read
from claimx.pipeline.linking import Group
from claimx.pipeline.quotation import find_quotations
from claimx.pipeline.records import Span
from claimx.pipeline.statements import apart, contained, drop_unfounded, part


def span(doc: Doc, text: str) -> Span:
    """The first place of a text."""
    start = doc.text.index(text)
    found = doc.char_span(start, start + len(text))
    assert found is not None, text
    return found.start, found.end


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        # indirect in the cue's sentence, direct in the next
        (
            "The fee is a joke, Ruiz said. “Nobody paid it.”",
            ["The fee is a joke", "“Nobody paid it.”"],
            [(["The fee is a joke"], "said"), (["“Nobody paid it.”"], None)],
        ),
        # the other way round
        (
            "“Nobody paid it,” Ruiz said. The fee is a joke to her.",
            ["“Nobody paid it,”", "The fee is a joke"],
            [(["“Nobody paid it,”"], "said"), (["The fee is a joke"], None)],
        ),
        # one quotation around its cue
        (
            "“The fee,” Ruiz said, “is a joke.”",
            ["“The fee,”", "“is a joke.”"],
            [(["“The fee,”", "“is a joke.”"], "said")],
        ),
        # a quotation that goes on in the next sentence in the same way
        (
            "“Nobody paid it,” Ruiz said. “It is a joke.”",
            ["“Nobody paid it,”", "“It is a joke.”"],
            [(["“Nobody paid it,”", "“It is a joke.”"], "said")],
        ),
        # mixed within the cue's sentence
        (
            "The fee, Ruiz said, “is a joke.”",
            ["The fee", "“is a joke.”"],
            [(["The fee", "“is a joke.”"], "said")],
        ),
        # one piece
        ("Ruiz said nobody paid.", ["nobody paid"], [(["nobody paid"], "said")]),
    ],
)  # fmt: skip
def test_part(nlp: Language, text: str, pieces: list[str], expected: list[tuple[list[str], str | None]]) -> None:
    doc = nlp(text)
    group = Group(span(doc, "Ruiz"), span(doc, "said"), [span(doc, piece) for piece in pieces])
    parted = part(doc, [group], find_quotations(doc))
    assert [
        ([doc[s:e].text for s, e in g.content], doc[g.cue[0] : g.cue[1]].text if g.cue else None) for g in parted
    ] == expected
    assert {g.source for g in parted} == {group.source}


@pytest.mark.parametrize(
    ("text", "groups", "expected"),  # a group is its source, its cue, its content
    [
        # inside another content with a cue of its own: kept
        (
            "Ruiz said the crew thinks it will rain.",
            [("Ruiz", "said", "the crew thinks it will rain"), ("the crew", "thinks", "it will rain")],
            ["the crew thinks it will rain", "it will rain"],
        ),
        # inside another content without a cue: dropped, with a source or not
        (
            "Ruiz said the crew thinks it will rain.",
            [("Ruiz", "said", "the crew thinks it will rain"), ("the crew", None, "it will rain")],
            ["the crew thinks it will rain"],
        ),
        # alone with a source and no cue: kept
        ("Ruiz: it will rain.", [("Ruiz", None, "it will rain")], ["it will rain"]),
        # neither cue nor source: kept if it states something
        ("“It will rain.”", [(None, None, "“It will rain.”")], ["“It will rain.”"]),
        ("The “Mole” pier", [(None, None, "“Mole”")], []),
        ("The “smart harbour” scheme", [(None, None, "“smart harbour”")], []),
        # nothing
        ("Rain fell.", [], []),
    ],
)
def test_drop_unfounded(
    nlp: Language, text: str, groups: list[tuple[str | None, str | None, str]], expected: list[str]
) -> None:
    doc = nlp(text)
    made = [Group(span(doc, s) if s else None, span(doc, c) if c else None, [span(doc, t)]) for s, c, t in groups]
    assert [doc[s:e].text for group in drop_unfounded(doc, made) for s, e in group.content] == expected


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ({(0, 9), (3, 5)}, {(3, 5)}),
        # at an edge
        ({(0, 9), (0, 5), (5, 9)}, {(0, 5), (5, 9)}),
        # in one that is itself inside
        ({(0, 9), (2, 8), (3, 5)}, {(2, 8), (3, 5)}),
        # over the edge, beside, alone
        ({(0, 5), (3, 9)}, set()),
        ({(0, 5), (5, 9)}, set()),
        ({(0, 5)}, set()),
    ],
)
def test_contained(pieces: set[Span], expected: set[Span]) -> None:
    assert contained(pieces) == expected


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        # a post of somebody else below: its signature tells the source
        (
            "“We sail,” Ana posted.\n\n“No ships.” — Bo (@bo)",
            ["“We sail,”", "“No ships.”"],
            [("Ana", ["“We sail,”"]), ("Bo (@bo)", ["“No ships.”"])],
        ),
        # a turn with a label of its own
        ("“We sail,” Ana posted.\n\nBO: No.", ["“We sail,”", "No."], [("Ana", ["“We sail,”"]), ("BO", ["No."])]),
        # words from the middle of another paragraph; words that go on in the next one open it
        (
            "“We sail,” Ana posted.\n\n14:05 ‘No.’",
            ["“We sail,”", "‘No.’"],
            [("Ana", ["“We sail,”"]), (None, ["‘No.’"])],
        ),
        ("“We sail,” Ana posted.\n\n“No.”", ["“We sail,”", "“No.”"], [("Ana", ["“We sail,”", "“No.”"])]),
        # somebody else's paragraph stands between
        (
            "“We sail,” Ana posted.\n\nIt rained.\n\n“No.”",
            ["“We sail,”", "“No.”"],
            [("Ana", ["“We sail,”"]), (None, ["“No.”"])],
        ),
        # one statement in two pieces
        ("“We,” Ana posted, “sail.”", ["“We,”", "“sail.”"], [("Ana", ["“We,”", "“sail.”"])]),
        # nothing would be left for the cue
        ("Ana posted:\n\n“We sail.” — Bo (@bo)", ["“We sail.”"], [("Ana", ["“We sail.”"])]),
    ],
)
def test_apart(text: str, pieces: list[str], expected: list[tuple[str | None, list[str]]]) -> None:
    doc = spacy.blank("en")(text)
    group = Group(span(doc, "Ana"), span(doc, "posted"), [span(doc, piece) for piece in pieces])
    found = apart(read(doc), group)
    assert all(one.cue is None for one in found[1:])
    assert [
        (doc[slice(*one.source)].text if one.source else None, [doc[s:e].text for s, e in one.content]) for one in found
    ] == expected
