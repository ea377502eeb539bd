"""Attributions: types and cue lemmas on hand-made parts, whole sentences through the pipeline."""

import pytest
from spacy.language import Language

from claimx.people.text import read
from claimx.pipeline.attribution import acts, cue_lemma, quote_type, with_source
from claimx.pipeline.linking import Group
from claimx.pipeline.quotation import find_quotations


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“We sail,” she said", "“We sail,”", "direct"),
        ("she said that they sail", "that they sail", "indirect"),
        ("she said they “may well sail” at noon", "they “may well sail” at noon", "mixed"),
        # a content inside a quotation without marks of its own
        ("“I think we sail,” she said", "we sail", "indirect"),
        # a title does not make it mixed
        ("she said the film “The Long Tide” is long", "the film “The Long Tide” is long", "indirect"),
        # one word outside the marks
        ("she called him “a man who sails”", "him “a man who sails”", "mixed"),
        # a stray straight mark
        ('the 6" gun fired', 'the 6" gun fired', "indirect"),
    ],
)
def test_quote_type(nlp: Language, text: str, content: str, expected: str) -> None:
    doc = nlp(text)
    start = text.index(content)
    span = doc.char_span(start, start + len(content))
    assert span is not None
    assert quote_type(doc, [(span.start, span.end)], find_quotations(doc)) == expected


def test_acts_do_not_contradict() -> None:
    assert acts()["tweet"] == "writing"
    assert acts()["believe"] == "thought"
    assert acts()["see"] == "perception"
    assert "say" not in acts()


Found = tuple[str, str | None, str | None, str]


def found(nlp: Language, text: str) -> list[Found]:
    doc = nlp(text)

    def words(span: tuple[int, int] | None) -> str | None:
        return None if span is None else doc[span[0] : span[1]].text

    return [
        (a["type"], words(a["source"]), a["cue_lemma"], " … ".join(str(words(c)) for c in a["content"]))
        for a in doc._.claimx_attributions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # cue after, source inverted
        (
            "“The crane will be repaired by Monday,” said Ada Lund.",
            [("direct", "Ada Lund", "say", "“The crane will be repaired by Monday,”")],
        ),
        # one quotation in two pieces
        (
            '"We are ready," Lund told reporters, "and we will not wait."',
            [("direct", "Lund", "tell", '"We are ready," … "and we will not wait."')],
        ),
        # indirect with a role as source
        (
            "The minister said the bridge would reopen in May.",
            [("indirect", "The minister", "say", "the bridge would reopen in May")],
        ),
        # no attribution
        ("The ferry sailed at noon with 40 passengers.", []),
        ("Rain fell over the harbour for most of the day.", []),
        ("The old “Mole” pier was painted blue last year.", []),
        # a title after a verb that can report
        ("He reads the novel “The Long Tide” every winter.", []),
        # a turn of a transcript is direct without marks, and one cue does not report two sentences in two ways
        (
            "RIVERA: We sail at noon.\n\nLUND: Who pays for the fuel?",
            [
                ("direct", "RIVERA", None, "We sail at noon."),
                ("direct", "LUND", None, "Who pays for the fuel?"),
            ],
        ),
        (
            "The fee is a joke, Lund said. “Nobody paid it.”",
            [("indirect", "Lund", "say", "The fee is a joke"), ("direct", "Lund", None, "“Nobody paid it.”")],
        ),
    ],
)
def test_sentences(nlp: Language, text: str, expected: list[Found]) -> None:
    assert found(nlp, text) == expected


LEMMAS = [
    # an inflected verb
    ("Ruiz vowed to rebuild the pier.", "vowed", "vow"),
    # an irregular one that no treebank has
    ("Ruiz swore it was late.", "swore", "swear"),
    # a preposition in the shape of a verb
    ("According to the ministry, the pier is closed.", "According to", "according"),
]


@pytest.mark.parametrize(("text", "cue", "lemma"), LEMMAS)
def test_cue_lemma(nlp: Language, text: str, cue: str, lemma: str) -> None:
    doc = nlp(text)
    span = doc.char_span(text.index(cue), text.index(cue) + len(cue))
    assert span is not None
    assert cue_lemma(doc, (span.start, span.end)) == lemma


def test_the_source_comes_from_the_sentence_when_none_is_marked(nlp: Language) -> None:
    doc = nlp("Ana Ruiz denied the report and vowed to stay in office.")
    at = {token.text: token.i for token in doc}
    group = Group(None, (at["vowed"], at["vowed"] + 1), [(at["to"], at["office"] + 1)])
    source = with_source(read(doc), group, quoted=False).source
    assert source is not None
    assert doc[source[0] : source[1]].text == "Ana Ruiz"


def test_a_label_gives_way_to_the_source_of_a_cue(nlp: Language) -> None:
    doc = nlp("NEW DELHI: The canal is late, a panel said.")
    at = {token.text: token.i for token in doc}
    content = [(at["The"], at["late"] + 1)]
    own = (at["a"], at["panel"] + 1)
    assert with_source(read(doc), Group(own, (at["said"], at["said"] + 1), content), quoted=False).source == own
    assert with_source(read(doc), Group(None, None, content), quoted=False).source == (0, at[":"])


def test_unclosed_mark_swallows_nothing(nlp: Language) -> None:
    text = 'Lund said: "We will sail.\n\nThe harbour was quiet. Rain fell all day over the empty piers.'
    doc = nlp(text)
    rest = text.index("The harbour")
    assert len(doc._.claimx_warnings) == 1
    for a in doc._.claimx_attributions:
        assert all(doc[end - 1].idx < rest for _, end in a["content"])
