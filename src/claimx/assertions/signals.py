"""Why a claim is worth a checker's time: its signals, and ``checkable``, which follows from them alone.

``checkable`` is true when the claim has at least one signal of :data:`FACTUAL` and none of :data:`OPEN`, and
is not vague without a number. In jq::

    .claims[] | .signals as $s
    | (($s | any(IN("number", "comparison", "past_event", "quantity_change", "causal")))
       and ($s | all(IN("opinion", "prediction", "question", "commitment") | not))
       and (($s | index("number")) or ($s | index("vague") | not))) == .checkable
"""

from typing import get_args

from claimx.assertions.extents import Assertion
from claimx.assertions.factuality import is_past
from claimx.assertions.lexicon import searchable, signal_patterns, words
from claimx.assertions.view import DATES, UNCOUNTED, View
from claimx.pipeline.clauses import clause_head
from claimx.schema import Signal

FACTUAL: frozenset[Signal] = frozenset({"number", "comparison", "past_event", "quantity_change", "causal"})
OPEN: frozenset[Signal] = frozenset({"opinion", "prediction", "question", "commitment"})


def find_signals(
    view: View, assertion: Assertion, numbers: list[int], hedges: list[int], speaker: int | None
) -> list[Signal]:
    """Return the signals of a claim, in the order of the schema."""
    start, end = view.chars(assertion.span)
    text = searchable(view.text[start:end])
    found: set[Signal] = {name for name, pattern in signal_patterns() if pattern.search(text)}
    if any(view.numbers[i]["kind"] not in UNCOUNTED for i in numbers):
        found.add("number")
    if hedges:
        found.add("hedged")
    if is_past(view, assertion):
        found.add("past_event")
    if speaker is not None and view.doc._.claimx_speakers[speaker]["name"]:
        found.add("named_speaker")
    if view.cue_verb(assertion.quote) in words("cue", "vowing") and "past_event" not in found:
        found.add("commitment")
    return [signal for signal in get_args(Signal) if signal in found]


def is_checkable(signals: list[Signal]) -> bool:
    """Apply the rule of the module's docstring."""
    found = set(signals)
    vague = "vague" in found and "number" not in found
    return bool(found & FACTUAL) and not found & OPEN and not vague


def find_when(view: View, assertion: Assertion, numbers: list[int]) -> int | None:
    """Return the date or time of the claim: the nearest to its predicate, or one that depends on it."""
    head = assertion.span[0] if assertion.head is None else assertion.head
    inside = [i for i in numbers if view.numbers[i]["kind"] in DATES]
    candidates = inside or _dates_of(view, assertion)
    place = view.token(head).idx
    return min(candidates, key=lambda i: abs(view.numbers[i]["start"] - place), default=None)


def _dates_of(view: View, assertion: Assertion) -> list[int]:
    """The dates elsewhere in the sentence that hang on the predicate: "On Monday, she said, it closed"."""
    if assertion.head is None:
        return []
    found = []
    for i in view.numbers_in(view.sentences[assertion.sentence]):
        if view.numbers[i]["kind"] in DATES:
            token = view.token(view.place_of(view.numbers[i]["start"]))
            if clause_head(token).i == assertion.head:
                found.append(i)
    return found
