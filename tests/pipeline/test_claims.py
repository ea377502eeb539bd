from typing import Any, get_args

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from claimx import lexicons
from claimx.assertions.lexicon import cue_verbs, hedge_certainty, searchable, signal_patterns
from claimx.assertions.signals import is_checkable
from claimx.pipeline.claims import find_claims
from claimx.pipeline.records import ClaimRecord
from claimx.schema import HedgeType, Signal

VOCAB = spacy.blank("en").vocab
SIGNALS: list[dict[str, Any]] = lexicons.load("claims")["signal"]
EXAMPLES = [(row["name"], text, kind) for row in SIGNALS for kind in ("match", "reject") for text in row[kind]]


def spans(doc: Doc) -> list[str]:
    return [doc[slice(*claim["span"])].text for claim in doc._.claimx_claims]


def only(doc: Doc) -> ClaimRecord:
    """The one claim of a text."""
    assert len(doc._.claimx_claims) == 1
    claim: ClaimRecord = doc._.claimx_claims[0]
    return claim


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the article's own sentence, without its full stop
        ("The port closed on Monday.", ["The port closed on Monday"]),
        # a content without its frame and without "that"
        ("Ruiz said that the port had closed.", ["the port had closed"]),
        # a direct quotation without its marks
        ("“The port is closed,” Ruiz said.", ["The port is closed"]),
        # one claim per clause with a subject of its own
        (
            "Ruiz said that the port had closed and that 40 ships were waiting.",
            ["the port had closed", "40 ships were waiting"],
        ),
        # one per sentence of a quotation
        (
            "“The port is closed. The crews went home,” Ruiz said.",
            ["The port is closed", "The crews went home"],
        ),
        # a quotation cut by its frame: the subject was said before it
        ("“The board,” she said, “was misled.”", ["The board,” she said, “was misled"]),
        # a reporting clause at the end is cut off, and its content is a claim of its own
        ("Ruiz resigned, saying the port was finished.", ["Ruiz resigned", "the port was finished"]),
        # an infinitive under a promise
        ("Ruiz vowed to rebuild the pier.", ["to rebuild the pier"]),
        # a dateline belongs to no claim
        ("CALDER, March 3 (Coast Wire) - The strike is over.", ["The strike is over"]),
        # a source in an adverbial
        ("According to the ministry, 40 people died.", ["40 people died"]),
        # a mark whose partner stays inside is kept
        ("The tunnel was built as part of “Plan B”.", ["The tunnel was built as part of “Plan B”"]),
        ("The tunnel was built as part of 'Plan B'.", ["The tunnel was built as part of 'Plan B'"]),
        # an apostrophe has no partner
        ("'The crews' boats sank.'", ["The crews' boats sank"]),
        # a question
        ("When will the port open?", []),
        # an order
        ("Please stay calm.", []),
        # a headline, also where it drops "is"
        ("Port strike ends after nine days", ["Port strike ends after nine days"]),
        ("Minister to resign over leak\n\nRain fell.", ["Minister to resign over leak", "Rain fell"]),
        # two clauses after a semicolon; verb phrases that share a subject stay together
        (
            "Ruiz ran the pier; she no longer runs the ferry.",
            ["Ruiz ran the pier", "she no longer runs the ferry"],
        ),
        ("The port closed and reopened on Friday.", ["The port closed and reopened on Friday"]),
        # what a quoted speaker reports is part of the speaker's claim
        ("“My father was told it was safe,” Ruiz said.", ["My father was told it was safe"]),
        # the label of a section, and a byline
        ("Background\n\nBy Ana Ruiz\n\nRain fell.", ["Rain fell"]),
        # a note on the article, however many sentences it has
        ("Rain fell.\n\nThis article was amended on 3 May. Orme built the dam.", ["Rain fell"]),
        # duty, and a "must" that is none
        ("The council should resign.", []),
        ("The council must have known.", ["The council must have known"]),
        # an attitude, but an event told in the first person is a claim
        ("“We love this city,” Ruiz said.", []),
        ("“We sold this city,” Ruiz said.", ["We sold this city"]),
        # a hope
        ("Ruiz hopes the port will open.", []),
        # a question without a mark
        ("Whether the port will open is unclear.", []),
        # a headline beside the words it quotes
        ("‘We were sold’: strike divides Calder port", ["We were sold", "strike divides Calder port"]),
        # a headline whose words are somebody's
        ("Calder to raise port duty, minister says", ["Calder to raise port duty"]),
        # a finding that is no clause
        ("The scan showed no damage.", ["The scan showed no damage"]),
        # whom somebody accused
        ("Ruiz accused Lund of greed.", []),
        # a greeting
        ("“Thank you,” Ruiz said.", []),
        # a fragment without a predicate
        ("“A disaster,” Ruiz said.", []),
        # nobody asserts what is asked
        ("Ruiz asked whether the port had closed.", []),
        # a frame without a content; that somebody kept silent is a claim of the article
        ("Ruiz would not say why the port closed.", []),
        ("Ruiz could not be reached.", ["Ruiz could not be reached"]),
        # about another claim
        ("The account could not be independently verified.", []),
        # nothing at all
        (" \n ", []),
    ],
)
def test_spans(nlp: Language, text: str, expected: list[str]) -> None:
    found = spans(nlp(text))
    assert len(found) == len(expected)
    assert found == expected


@pytest.mark.parametrize(
    ("text", "certainty", "polarity"),
    [
        # a plain statement
        ("Ruiz said the port had closed.", "certain", "positive"),
        # FactBank asks the source: a claim is certain to who makes it
        ("Ruiz claims the port is closed.", "certain", "positive"),
        # a modal
        ("Ruiz said the strike may idle the docks.", "possible", "positive"),
        # the weakest mark counts
        ("The strike could probably last a week.", "possible", "positive"),
        # a verb of thought
        ("Ruiz believes the strike is over.", "probable", "positive"),
        # a plain future, also told in the past: the source commits itself
        ("The port will open on Friday.", "certain", "positive"),
        ("Ruiz said the port would open on Friday.", "certain", "positive"),
        # what would follow from a condition nobody states
        ("A strike would hurt the port.", "underspecified", "positive"),
        # a modal decides under a condition, too
        ("If the strike lasts, prices could rise.", "possible", "positive"),
        # hearsay: the article does not commit itself
        ("The port was allegedly sold in 2019.", "underspecified", "positive"),
        # a condition
        ("If the strike lasts, prices will rise.", "underspecified", "positive"),
        # a promise commits, a plan does not
        ("Ruiz vowed to rebuild the pier.", "certain", "positive"),
        ("Ruiz plans to rebuild the pier.", "underspecified", "positive"),
        # a fear
        ("Ruiz fears the pier will fall.", "possible", "positive"),
        # "no more than" is a bound
        ("No more than three ships sailed.", "certain", "positive"),
        # a hedge of a detail leaves the claim as it is
        ("Ruiz said the strike had idled about 1,500 workers.", "certain", "positive"),
        # "not"
        ("Ruiz said the port had not closed.", "certain", "negative"),
        # "no" on the subject
        ("No ships sailed on Friday.", "certain", "negative"),
        # the cue denies
        ("Ruiz denied that the port had closed.", "certain", "negative"),
        # … and a negated content turns it round again
        ("Ruiz denied that the port had not closed.", "certain", "positive"),
        # doubt: likely that it is not so
        ("Ruiz doubts that the port will open.", "probable", "negative"),
        # … also of what would be
        ("Ruiz doubts the port would close.", "probable", "negative"),
        # "unlikely"
        ("The port is unlikely to open.", "probable", "negative"),
    ],
)
def test_certainty_and_polarity(nlp: Language, text: str, certainty: str, polarity: str) -> None:
    claim = only(nlp(text))
    assert (claim["certainty"], claim["polarity"]) == (certainty, polarity)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the hedge is about the claim's own sentence
        ("The ministry said 12 soldiers were killed, a figure that could not be verified.", ["unverified"]),
        # the next sentence points back
        ("The militia said it had taken the bridge. The claim could not be verified.", ["unverified"]),
        # … but not with the "it" of the hedge itself
        ("Traffic fell 3% in January. It is not known whether the strike was to blame.", [None]),
        # the cue confirms
        ("Police confirmed that two men had drowned.", ["confirmed"]),
        # another source denies the claim in its words
        (
            "The minister said the army had bombed the market. The army denied that it had bombed the market.",
            ["denied", None],
        ),
        # … or only points at it
        ("The militia said it had taken the bridge. The army denied the claim.", ["denied"]),
        # a denial of something else
        ("The militia said it had the bridge. The army denied that prices had risen.", [None, None]),
        # nothing is said about it
        ("Police said two men had drowned.", [None]),
    ],
)
def test_verification(nlp: Language, text: str, expected: list[str | None]) -> None:
    doc = nlp(text)
    found = [claim["verification"] for claim in doc._.claimx_claims]
    assert len(found) == len(expected)
    assert found == expected
    for claim in doc._.claimx_claims:
        assert (claim["denied_by"] is not None) == (claim["verification"] == "denied")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # other figures for the same thing by another source
        (
            "Officials said 40 people had died in the flood. Rescuers said 65 people had died in the flood.",
            [[1], [0]],
        ),
        # a bound that allows the other figure
        (
            "Officials said more than 40 people had died in the flood. Rescuers said 65 people had died in the flood.",
            [[], []],
        ),
        # the same source
        ("Officials said 40 people had died in the flood and 65 people had fled the flood.", [[], []]),
        # the same noun, another matter
        ("Officials said 40 people had died. Rescuers said 65 people enjoyed the concert.", [[], []]),
    ],
)
def test_conflicts(nlp: Language, text: str, expected: list[list[int]]) -> None:
    found = [claim["conflicts_with"] for claim in nlp(text)._.claimx_claims]
    assert len(found) == len(expected)
    assert found == expected


def test_conflicts_are_mutual_and_never_with_oneself(nlp: Language) -> None:
    text = "".join(f"{who} said {n} miners were trapped. " for who, n in (("Ruiz", 4), ("Lund", 6), ("Ode", 9)))
    claims = nlp(text)._.claimx_claims
    assert len(claims) == 3
    for index, claim in enumerate(claims):
        assert index not in claim["conflicts_with"]
        assert all(index in claims[other]["conflicts_with"] for other in claim["conflicts_with"])


def test_numbers_hedges_and_date_belong_to_their_claim(nlp: Language) -> None:
    doc = nlp("Ruiz said the strike had idled about 1,500 workers on Monday. The port has 12 cranes.")
    first, second = doc._.claimx_claims
    numbers, hedges = doc._.claimx_numbers, doc._.claimx_hedges
    assert [doc.text[numbers[i]["start"] : numbers[i]["end"]] for i in first["numbers"]] == [
        "1,500",
        "on Monday",
    ]
    assert [doc[slice(*hedges[i]["cue"])].text for i in first["hedges"]] == ["about"]
    assert doc.text[numbers[first["when"]]["start"] : numbers[first["when"]]["end"]] == "on Monday"
    assert (second["hedges"], second["when"], second["quote"]) == ([], None, None)


def test_hedge_in_the_cue_belongs_to_the_claim(nlp: Language) -> None:
    doc = nlp("Ruiz believes the strike is over.")
    assert len(only(doc)["hedges"]) == 1


@pytest.mark.parametrize(("name", "text", "kind"), EXAMPLES, ids=[f"{n}: {t}" for n, t, _ in EXAMPLES])
def test_signal_examples(name: Signal, text: str, kind: str) -> None:
    assert bool(dict(signal_patterns())[name].search(searchable(text))) == (kind == "match")


@pytest.mark.parametrize(
    ("signals", "expected"),
    [
        # a figure, a date, a name
        (["number"], True),
        (["date", "prediction", "hedged"], True),
        (["name", "first_person"], True),
        # an event, unless it is vague
        (["past_event", "named_speaker"], True),
        (["past_event", "vague"], False),
        (["number", "past_event", "vague"], True),
        # an opinion with a figure
        (["number", "opinion"], True),
        (["name", "past_event", "opinion"], False),
        # nothing that could be looked up
        (["first_person", "hedged", "named_speaker"], False),
        (["causal"], False),
        ([], False),
    ],
)
def test_checkable_follows_from_the_signals(signals: list[Signal], expected: bool) -> None:
    assert is_checkable(signals) is expected


def test_word_lists_are_consistent() -> None:
    assert set(hedge_certainty()) | {"approximator"} == set(get_args(HedgeType))
    assert cue_verbs()["denied"] == "deny"
    assert cue_verbs()["thought"] == "think"


def test_without_a_parse_a_content_is_taken_whole() -> None:
    words = ["Ruiz", "said", "the", "port", "is", "closed", "."]
    doc = Doc(VOCAB, words=words)
    doc._.claimx_attributions = [
        {
            "type": "indirect",
            "act": "speech",
            "source": (0, 1),
            "cue": (1, 2),
            "cue_lemma": "say",
            "content": [(2, 6)],
            "confidence": 1.0,
        }
    ]
    found = find_claims(doc)
    assert [doc[slice(*claim["span"])].text for claim in found] == ["the port is closed"]


@given(st.text(alphabet=list('ab .,?!"“”‘’()\n-•'), max_size=60))
@settings(max_examples=100, deadline=None)
def test_no_text_raises_and_claims_lie_inside_their_sentence(nlp: Language, text: str) -> None:
    doc = nlp(text)
    sentences = list(doc.sents) if len(doc) else []
    for claim in doc._.claimx_claims:
        start, end = claim["span"]
        assert start < end
        assert sentences[claim["sentence"]].start <= end
