"""Turns of a transcript and posts: words that are somebody's own by their layout."""

import pytest
import spacy
from spacy.tokens import Doc

from claimx.people.text import read
from claimx.pipeline.linking import Group
from claimx.pipeline.records import Span
from claimx.pipeline.turns import is_turn_or_post, uncued, with_missed, without_label

NLP = spacy.blank("en")


def span(doc: Doc, text: str, after: int = 0) -> Span:
    """The first place of a text from a character on."""
    start = doc.text.index(text, after)
    found = doc.char_span(start, start + len(text))
    assert found is not None, text
    return found.start, found.end


@pytest.mark.parametrize(
    ("text", "source", "content", "expected"),
    [
        # a label in capitals, as a name, as a letter
        ("RIVERA: We sail at noon.", "RIVERA", "We sail at noon.", True),
        ("The hearing began.\n\nAna Rivera: We sail.", "Ana Rivera", "We sail.", True),
        ("Thank you.\nQ: Who pays?", "Q", "Who pays?", True),
        # a label with a role
        ("MINISTER RIVERA (stands): We sail.", "MINISTER RIVERA", "We sail.", True),
        ("The hearing began.\n\nMinister Rivera: We sail.", "Rivera", "We sail.", True),
        # a bracket and a colon are one token
        ("The hearing began.\n\nQ (Ana Rivera): We sail?", "Q (Ana Rivera):", "We sail?", True),
        # the whole turn in marks
        ('"RIVERA: We sail."', "RIVERA", "We sail.", True),
        # a post and its signature, on its line or below
        ("we sail at noon lol — Ana (@ana) May 3", "Ana (@ana)", "we sail at noon lol", True),
        ("We sail at noon.\n\n— Ana Rivera (@ana)", "Ana Rivera (@ana)", "We sail at noon.", True),
        # a label inside a line
        ("To quote Rivera: we sail.", "Rivera", "we sail.", False),
        # a headline
        ("Poll: Half of Calder would sail\n\nBy Ana Ruiz", "Poll", "Half of Calder would sail", False),
        # the source stands elsewhere
        ("RIVERA: We sail, Lund thinks.", "Lund", "We sail", False),
        # a dash, but somebody else behind it
        ("We sail — so Lund heard from Rivera", "Rivera", "We sail", False),
        # plain reported speech
        ("Rivera says we sail.", "Rivera", "we sail", False),
    ],
)
def test_is_turn_or_post(text: str, source: str, content: str, expected: bool) -> None:
    doc = NLP(text)
    group = Group(span(doc, source), None, [span(doc, content)])
    assert is_turn_or_post(read(doc), group) is expected


@pytest.mark.parametrize(
    ("text", "found", "missed"),
    [
        # the label of another turn, and the partner of one
        ("ANA: No.\n\nBO: Why?\n\nANA: So.", "No.", [("ANA", "So.")]),
        ("Q: Why?\n\nA: So, Ana.\n\nHe left.", "Why?", [("A", "So, Ana.")]),
        # nobody else is called so
        ("ANA: No.\n\nCORRECTION: It rained.", "No.", []),
        # nothing behind the label
        ("ANA: No.\n\nANA:\n\nIt rained.", "No.", []),
        # no turn was found
        ("ANA: No.\n\nANA: So.", None, []),
    ],
)
def test_with_missed(text: str, found: str | None, missed: list[tuple[str, str]]) -> None:
    doc = NLP(text)
    groups = [Group(None, None, [span(doc, found)])] if found else []
    more = [group for group in with_missed(read(doc), groups) if group not in groups]
    sources = [doc[slice(*group.source)].text if group.source else None for group in more]
    assert list(zip(sources, (doc[s:e].text for group in more for s, e in group.content), strict=True)) == missed


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        # the label was taken for the cue
        ("Thank you.\n\nQUESTION: Who pays?", None, "QUESTION", "Who pays?", "QUESTION"),
        # a cue of its own behind the label
        ("Thank you.\n\nCROWD: You pay, they shout.", "they", "shout", "You pay", None),
        # no label
        ("The question: who pays?", None, "question", "who pays?", None),
    ],
)
def test_uncued(text: str, source: str | None, cue: str, content: str, expected: str | None) -> None:
    doc = NLP(text)
    group = Group(span(doc, source) if source else None, span(doc, cue), [span(doc, content)])
    found = uncued(read(doc), group)
    if expected is None:
        assert found == group
    else:
        assert found == Group(span(doc, expected), None, group.content)


def test_a_cue_or_no_source_makes_it_none() -> None:
    doc = NLP("RIVERA: We sail.")
    source, content = span(doc, "RIVERA"), span(doc, "We sail.")
    assert is_turn_or_post(read(doc), Group(source, None, [content]))
    assert not is_turn_or_post(read(doc), Group(source, (1, 2), [content]))
    assert not is_turn_or_post(read(doc), Group(None, None, [content]))


@pytest.mark.parametrize(
    ("text", "content", "source", "expected"),
    [
        # the label becomes the source
        ("RIVERA: We sail.", "RIVERA: We sail.", "RIVERA", "We sail."),
        ("One.\n\nRIVERA: We sail.", "RIVERA: We sail.", "RIVERA", "We sail."),
        # inside marks
        ('"RIVERA: We sail."', '"RIVERA: We sail."', "RIVERA", 'We sail."'),
        # no label: in the line, not in capitals, without a colon, with nothing behind
        ("Then RIVERA: We sail.", "RIVERA: We sail.", None, "RIVERA: We sail."),
        ("Rivera: We sail.", "Rivera: We sail.", None, "Rivera: We sail."),
        ("WE SAIL at noon.", "WE SAIL at noon.", None, "WE SAIL at noon."),
        ("RIVERA:", "RIVERA:", None, "RIVERA:"),
    ],
)
def test_without_label(text: str, content: str, source: str | None, expected: str) -> None:
    doc = NLP(text)
    group = without_label(read(doc), Group(None, None, [span(doc, content)]))
    assert [doc[start:end].text for start, end in group.content] == [expected]
    assert (group.source and doc[group.source[0] : group.source[1]].text) == source
