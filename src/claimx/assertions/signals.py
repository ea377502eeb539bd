"""Why a claim is worth a checker's time: its signals, and ``checkable``, which follows from them alone.

"40 ships sailed on Monday" can be checked by its number, its date and the event; "geese bear grudges" by
nothing. The list of signals, and the rule as a jq expression, are in ``docs/signals.md``; a test runs it.
"""

from typing import get_args

from claimx.assertions.extents import Assertion
from claimx.assertions.lexicon import searchable, signal_patterns, words
from claimx.assertions.view import DATES, UNCOUNTED, View
from claimx.pipeline.clauses import FINITE_TAGS, clause_head, has_subject
from claimx.schema import Signal

# One of these gives a checker something to look up.
CONCRETE: frozenset[Signal] = frozenset({"number", "date", "name", "quantity_change"})


def find_signals(
    view: View, assertion: Assertion, numbers: list[int], hedges: list[int], speaker: int | None
) -> list[Signal]:
    """Return the signals of a claim, in the order of the schema."""
    start, end = view.chars(assertion.span)
    text = searchable(view.text[start:end])
    found: set[Signal] = {name for name, pattern in signal_patterns() if pattern.search(text)}
    kinds = {view.numbers[i]["kind"] for i in numbers}
    if kinds - UNCOUNTED:
        found.add("number")
    if kinds & DATES:
        found.add("date")
    if view.names_in(assertion.span):
        found.add("name")
    if hedges:
        found.add("hedged")
    if _is_past_event(view, assertion):
        found.add("past_event")
    if speaker is not None and view.doc._.claimx_speakers[speaker]["name"]:
        found.add("named_speaker")
    if view.cue_verb(assertion.quote) in words("cue", "vowing") and "past_event" not in found:
        found.add("commitment")
    return [signal for signal in get_args(Signal) if signal in found]


def _is_past_event(view: View, assertion: Assertion) -> bool:
    """Say whether the predicate is a verb in a finite past or perfect form: "sailed", "has sailed", not "was sad"."""
    if assertion.head is None:
        return False
    head = view.token(assertion.head)
    if head.pos_ not in ("VERB", ""):
        return False
    auxiliaries = [child for child in head.lefts if child.dep_ in ("aux", "aux:pass", "cop")]
    tags = {head.tag_, *(child.tag_ for child in auxiliaries)} & FINITE_TAGS
    perfect = any(view.lows[child.i] in ("has", "have", "'ve") for child in auxiliaries)
    bare = head.tag_ == "VBN" and not auxiliaries and has_subject(head)
    return "MD" not in tags and ("VBD" in tags or perfect or bare)


def is_checkable(signals: list[Signal]) -> bool:
    """Say whether there is something to look up: a figure, a date, a name, a change, or an event of the past.

    An opinion needs more than a name, and a vague event more than having happened.
    """
    found = set(signals)
    if "opinion" in found:
        return not found.isdisjoint({"number", "date"})
    return not found.isdisjoint(CONCRETE) or ("past_event" in found and "vague" not in found)


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
