"""Names in quotation marks and quotations that look like them, on hand-made pieces with the pipeline's syntax."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.linking import Group
from claimx.pipeline.quotation import find_quotations
from claimx.pipeline.records import Span
from claimx.pipeline.titles import drop_names, is_label, is_name

Row = tuple[str, str | None, str | None, str]

# text, source, cue, content
NAMES: list[Row] = [
    # a person does with it what one does with a work, its noun before it
    ("He reads the novel “The Long Tide” every winter.", "He", "reads", "the novel “The Long Tide” every winter"),
    # its noun missing: capitals and the verb tell
    ("She performed “Blue Harbour Morning” there.", "She", "performed", "“Blue Harbour Morning”"),
    ("Ruiz wrote “The Ferry at Night” in 1998.", "Ruiz", "wrote", "“The Ferry at Night”"),
    ("The senate passed the “Clean Harbours Act” on Tuesday.", "The senate", "passed", "the “Clean Harbours Act”"),
    ("Critics saw “Mermaid Street” in London.", "Critics", None, "“Mermaid Street” in London"),
    ("He watched ‘The Quiet Harbour’ with his daughters.", "He", "watched", "‘The Quiet Harbour’"),
    ("The band released “Salt and Iron” in June.", "The band", "released", "“Salt and Iron”"),
    # titled, headlined, called: a participle names it
    ("She wrote a post headlined ‘Count the Fish’ on Monday.", "She", "wrote", "‘Count the Fish’"),
    ("He reads a report titled \"Rising Water\".", "He", "reads", "\"Rising Water\""),
    ("They found a boat called “Mermaid” near the pier.", "They", "found", "“Mermaid”"),
    ("They lost a file known to its keepers as “Lamplighter”.", "They", "lost", "“Lamplighter”"),
    # the noun for the work stands behind
    ("She reviewed “Low Tide Again,” a film about the harbour.", "She", "reviewed", "“Low Tide Again,”"),
    # a nickname in a name
    ("Police named him as William “Bill” Hart on Monday.", "Police", "named", "“Bill”"),
    ("They fear Johnny 'Two Hats' Moreno.", "They", "fear", "'Two Hats'"),
    # a scare quote before its noun
    ("Residents want the “smart” bins removed.", "Residents", "want", "“smart”"),
    ("They ran the ‘lifeboat’ timetable on Friday.", "They", "ran", "the ‘lifeboat’"),
]  # fmt: skip

QUOTATIONS: list[Row] = [
    # the same verbs with what was read, sung and written
    ("He read it aloud: “Come home, Ana.”", "He", "read", "“Come home, Ana.”"),
    ("She sang: “We will not go home.”", "She", "sang", "“We will not go home.”"),
    ("She wrote: “The Ferry Must Sail.”", "She", "wrote", "“The Ferry Must Sail.”"),
    ("She wrote that “the ferry must sail” at noon.", "She", "wrote", "that “the ferry must sail” at noon"),
    # capitals, but said in one word or with a full stop
    ("She wrote “Never” on the wall.", "She", "wrote", "“Never”"),
    ("“No Comment,” he wrote.", "he", "wrote", "“No Comment,”"),
    # a sign reads, and nobody reads it
    ("The sign read “No Dogs Allowed” in red.", "The sign", "read", "“No Dogs Allowed”"),
    # verbs of judging with a short phrase
    ("Critics called it “a joke”.", "Critics", "called", "it “a joke”"),
    ("She called the plan “reckless”.", "She", "called", "the plan “reckless”"),
    ("He described the mayor as “a quiet man”.", "He", "described", "the mayor as “a quiet man”"),
    ("The union vowed a “summer of misery”.", "The union", "vowed", "a “summer of misery”"),
    ("The mayor dubbed it “a waste of money”.", "The mayor", "dubbed", "it “a waste of money”"),
    ("It was described to the court as “a joke”.", "It", "described", "“a joke”"),
    # a work is the source
    ("The book says: “Nobody sails at night.”", "The book", "says", "“Nobody sails at night.”"),
    ("The paper wrote “the tide is rising” in May.", "The paper", "wrote", "“the tide is rising”"),
    # a title inside what is said
    ("She said “The Long Tide” was too long.", "She", "said", "“The Long Tide” was too long"),
    ("“I saw ‘The Long Tide’ twice,” she said.", "she", "said", "“I saw ‘The Long Tide’ twice,”"),
    # a scare quote inside a longer content
    ("They want the “smart” bins removed.", "They", "want", "the “smart” bins removed"),
    # no marks at all
    ("She said the ferry sails.", "She", "said", "the ferry sails"),
    # a name shouted by somebody
    ("The crowd chanted “Ana Ruiz” all night.", "The crowd", "chanted", "“Ana Ruiz”"),
]  # fmt: skip


def span(doc: Doc, text: str) -> Span:
    """The first place of a text."""
    start = doc.text.index(text)
    found = doc.char_span(start, start + len(text))
    assert found is not None, text
    return found.start, found.end


def parse(nlp: Language, row: Row) -> tuple[Doc, Group]:
    """A sentence and the attribution in it."""
    text, source, cue, content = row
    doc = nlp(text)
    return doc, Group(span(doc, source) if source else None, span(doc, cue) if cue else None, [span(doc, content)])


@pytest.mark.parametrize("row", NAMES)
def test_names(nlp: Language, row: Row) -> None:
    doc, group = parse(nlp, row)
    assert is_name(doc, group.content[0], group, find_quotations(doc))
    assert drop_names(doc, [group], find_quotations(doc)) == []


@pytest.mark.parametrize("row", QUOTATIONS)
def test_quotations(nlp: Language, row: Row) -> None:
    doc, group = parse(nlp, row)
    assert not is_name(doc, group.content[0], group, find_quotations(doc))
    assert drop_names(doc, [group], find_quotations(doc)) == [group]


def test_only_the_name_is_dropped(nlp: Language) -> None:
    doc = nlp("He reads the novel “The Long Tide” and says that it is long.")
    name, statement = span(doc, "the novel “The Long Tide”"), span(doc, "that it is long")
    (group,) = drop_names(doc, [Group(span(doc, "He"), span(doc, "reads"), [name, statement])], find_quotations(doc))
    assert group.content == [statement]


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        # told by what stands beside them, whoever reports
        ("She praised the film “The Long Tide” on Monday.", "“The Long Tide”", True),
        ("She praised “The Long Tide,” a film about the harbour.", "“The Long Tide,”", True),
        ("She praised William “Bill” Hart.", "“Bill”", True),
        # the noun is there, but a sentence follows
        ("She quoted the film: “The tide is long.”", "“The tide is long.”", False),
        ("She praised “the long tide” of support.", "“the long tide”", False),
    ],
)
def test_is_label(nlp: Language, text: str, marked: str, expected: bool) -> None:
    doc = nlp(text)
    assert is_label(doc, span(doc, marked)) is expected
