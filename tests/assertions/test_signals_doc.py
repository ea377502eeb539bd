"""``docs/signals.md``: its jq expression repeats ``checkable`` and its table names every signal.

The expression runs in jq itself, by the ``jq`` package.
"""

import re
from pathlib import Path
from typing import get_args

import jq
import pytest
from spacy.language import Language

from claimx.api import extract
from claimx.schema import Signal

ROOT = Path(__file__).parents[2]
DOC = (ROOT / "docs/signals.md").read_text(encoding="utf-8")
RULE, EXAMPLE = re.findall(r"```jq\n(.*?)```", DOC, re.S)
SAMPLES = ("port-strike.txt", "court-fraud.txt", "chip-results.txt", "night-market.txt")


@pytest.mark.parametrize("name", SAMPLES)
def test_rule_repeats_checkable(nlp: Language, name: str) -> None:
    text = (ROOT / "data/samples" / name).read_text(encoding="utf-8")
    document = extract(text, nlp=nlp).model_dump(mode="json")
    agrees = jq.compile(RULE).input_value(document).all()
    assert len(agrees) == len(document["claims"]) > 0
    assert all(agrees)


@pytest.mark.parametrize(
    ("signals", "checkable"),
    [
        # an opinion needs a figure or a date
        (["name", "opinion"], False),
        (["date", "opinion"], True),
        # a vague event, and one that is none
        (["past_event", "vague"], False),
        (["past_event"], True),
        # nothing to look up
        ([], False),
    ],
)
def test_rule_by_hand(signals: list[str], checkable: bool) -> None:
    claims = [{"signals": signals, "checkable": value} for value in (checkable, not checkable)]
    assert jq.compile(RULE).input_value({"claims": claims}).all() == [True, False]


def test_own_rule_of_the_docs() -> None:
    rows = [(["number", "named_speaker"], "a"), (["number", "hedged", "named_speaker"], "b"), (["number"], "c")]
    claims = [{"signals": signals, "text": text} for signals, text in rows]
    assert jq.compile(EXAMPLE).input_value({"claims": claims}).all() == ["a"]


def test_table_names_every_signal_in_order() -> None:
    assert tuple(re.findall(r"^\| `(\w+)` \|", DOC, re.M)) == get_args(Signal)
