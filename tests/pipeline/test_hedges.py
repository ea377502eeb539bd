from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from claimx import lexicons
from claimx.hedging.frames import FRAMES
from claimx.hedging.targets import find_target
from claimx.hedging.text import Text
from claimx.pipeline.hedges import find_hedges
from claimx.pipeline.records import Attribution, Span

VOCAB = spacy.blank("en").vocab
ENTRIES: list[dict[str, Any]] = lexicons.load("hedges")["entry"]
MATCHES = [(entry, text) for entry in ENTRIES for text in entry["match"]]
REJECTS = [(entry, text) for entry in ENTRIES for text in entry["reject"]]


def hedges(doc: Doc) -> list[tuple[str, str, str | None]]:
    """Type, cue and target of each hedge."""
    found = doc._.claimx_hedges or find_hedges(doc)
    return [
        (
            hedge["type"],
            doc[slice(*hedge["cue"])].text,
            doc[slice(*hedge["target"])].text if hedge["target"] else None,
        )
        for hedge in found
    ]


@pytest.mark.parametrize(("entry", "text"), MATCHES, ids=[f"{e['name']}: {t}" for e, t in MATCHES])
def test_entry_matches_its_examples(nlp: Language, entry: dict[str, Any], text: str) -> None:
    cue = text[text.index("[") + 1 : text.index("]")]
    found = hedges(nlp(text.replace("[", "").replace("]", "")))
    assert (entry["type"], cue) in [(kind, words) for kind, words, _ in found]


@pytest.mark.parametrize(("entry", "text"), REJECTS, ids=[f"{e['name']}: {t}" for e, t in REJECTS])
def test_entry_rejects_its_counterexamples(nlp: Language, entry: dict[str, Any], text: str) -> None:
    assert entry["type"] not in [kind for kind, _, _ in hedges(nlp(text))]


def test_every_frame_is_used_and_every_used_frame_exists() -> None:
    assert {entry["frame"] for entry in ENTRIES} == set(FRAMES)


def test_entry_names_are_unique() -> None:
    names = [entry["name"] for entry in ENTRIES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a modal weakens its clause, without the frame around it
        (
            "The mayor said the strike may idle the docks.",
            [("modal", "may", "the strike may idle the docks")],
        ),
        # the content of a thought, without "that"
        ("Engineers believe that the dam is safe.", [("verb", "believe", "the dam is safe")]),
        # an adjective weakens its noun phrase only
        ("The alleged ringleader fled the city.", [("shield", "alleged", "The alleged ringleader")]),
        # "probably" weakens the clause
        ("The fire was probably an accident.", [("adjadv", "probably", "The fire was probably an accident")]),
        # an approximator weakens its number, here with its unit
        ("The walk took about three hours.", [("approximator", "about", "three hours")]),
        # … and a number before it
        ("The yard employed 300 or so men.", [("approximator", "or so", "300")]),
        # the subject of the passive could not be verified
        (
            "The account could not be independently verified.",
            [("verification", "could not be independently verified", "The account")],
        ),
        # … and the object of the active
        ("The agency could not verify the video.", [("verification", "could not verify", "the video")]),
        # what the rumours say
        (
            "The bank denied rumours that it was broke.",
            [("rumor", "rumours", "it was broke")],
        ),
        # an agentless passive hedges its whole clause
        (
            "The gunmen are believed to be abroad.",
            [("verb", "are believed to", "The gunmen are believed to be abroad")],
        ),
        # what depends on the confirmation
        (
            "If confirmed, the case would be the third.",
            [("conditional", "If confirmed", "the case would be the third")],
        ),
        # an evidential
        (
            "The pilot appears to have slept.",
            [("appearance", "appears to", "The pilot appears to have slept")],
        ),
        # a future as expected
        ("Rates are expected to rise.", [("expectation", "are expected to", "Rates are expected to rise")]),
        # several in a sentence, in their order
        (
            "The firm thinks sales could grow by around 8 percent.",
            [
                ("verb", "thinks", "sales could grow by around 8 percent"),
                ("modal", "could", "sales could grow by around 8 percent"),
                ("approximator", "around", "8 percent"),
            ],
        ),
        # the month
        ("The treaty was signed in May.", []),
        # a duty
        ("The council should pay for the bridge.", []),
        # an ability
        ("She could swim at the age of four.", []),
        # a trust in somebody
        ("We believe in this team.", []),
        # a kind of voter
        ("Pollsters asked 900 likely voters.", []),
        # a place
        ("The singer appeared in court on Monday.", []),
        # a topic
        ("She wrote a book about the war.", []),
        # bounds are not vague
        ("More than 200 people and at least 40 dogs were fed.", []),
        # silence is no denial of verification
        ("The minister could not be reached and declined to comment.", []),
        # claims on money
        ("Insurance claims rose by a fifth.", []),
        # a plain condition
        ("The firm will be fined if it pays late.", []),
    ],
)
def test_types_and_targets(nlp: Language, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = hedges(nlp(text))
    assert len(found) == len(expected)
    assert found == expected


def test_without_tagger_and_parser_the_plain_cases_are_found() -> None:
    words = ["They", "may", "sell", "about", "40", "ships", ",", "reportedly", "."]
    doc = Doc(VOCAB, words=words)
    assert hedges(doc) == [
        ("modal", "may", None),
        ("approximator", "about", "40"),
        ("shield", "reportedly", None),
    ]


def test_curly_apostrophes_and_capitals_make_no_difference(nlp: Language) -> None:
    for text in ("THE FORCE WON’T CONFIRM THE ARREST.", "The force won't confirm the arrest."):
        assert [kind for kind, _, _ in hedges(nlp(text))] == ["verification"]


@given(st.lists(st.sampled_from(["may", "about", "40", "is", "said", "to", "if", "\n", ".", "not", "ﬁ", "", "?"])))
@settings(max_examples=200, deadline=None)
def test_no_sequence_of_words_raises(words: list[str]) -> None:
    doc = Doc(VOCAB, words=[word for word in words if word])
    for hedge in find_hedges(doc):
        assert 0 <= hedge["cue"][0] < hedge["cue"][1] <= len(doc)


@pytest.mark.parametrize(
    ("contents", "target"),
    [
        # the clause of "may well", as nobody is quoted
        ([], (2, 7)),
        # within the smaller of two pieces
        ([(2, 7), (2, 6)], (2, 6)),
        # the cue runs over the end of the smaller piece, or over its start: within the larger one
        ([(2, 6), (2, 4)], (2, 6)),
        ([(2, 6), (4, 6)], (2, 6)),
        # it stands wholly in none
        ([(2, 4), (4, 7)], (2, 7)),
    ],
)
def test_targets_stay_in_the_smallest_piece_around_the_cue(contents: list[Span], target: Span) -> None:
    words = ["Ana", "said", "it", "may", "well", "rain", "today", "."]
    deps = ["nsubj", "ROOT", "nsubj", "aux", "advmod", "ccomp", "obl", "punct"]
    doc = Doc(VOCAB, words=words, heads=[1, 1, 5, 5, 5, 1, 5, 1], deps=deps)
    doc._.claimx_attributions = [attribution(piece) for piece in contents]
    assert find_target(Text(doc), (3, 5), "modal") == target


@pytest.mark.parametrize("label", ["xcomp", "ccomp"])  # the parser takes either
def test_the_subject_of_a_raised_infinitive_is_in_its_target(label: str) -> None:
    words = ["Ana", "is", "alleged", "to", "have", "fled", "."]
    tags = ["NNP", "VBZ", "VBN", "TO", "VB", "VBN", "."]
    deps = ["nsubj:pass", "aux:pass", "ROOT", "mark", "aux", label, "punct"]
    doc = Doc(VOCAB, words=words, tags=tags, heads=[2, 2, 2, 5, 5, 2, 2], deps=deps)
    assert find_target(Text(doc), (1, 4), "shield") == (0, 6)


def attribution(piece: Span) -> Attribution:
    return {
        "type": "indirect", "act": "speech", "source": None, "cue": None, "cue_lemma": None, "content": [piece],
        "confidence": 1.0,
    }  # fmt: skip
