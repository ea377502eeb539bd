"""What the article says about its own claims: unverified, confirmed, denied, contradicted by other figures.

All rules look only at the claims nearby (:data:`REACH`), so that time stays linear in the length of the text.
"""

from bisect import bisect_left
from collections import defaultdict

from claimx.pipeline.claim_lexicon import words
from claimx.pipeline.claim_spans import Assertion
from claimx.pipeline.claim_view import View
from claimx.pipeline.clauses import head_of
from claimx.pipeline.records import Attribution, HedgeRecord, NumberRecord
from claimx.schema import Verification

# A denial or a verdict reaches this many claims back; a figure is compared with this many others of its kind.
REACH = 24
# A denial shares at least this many content words with what it denies, and this part of its own.
SHARED_WORDS, SHARED_PART = 2, 0.5
CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# A figure given as rough may be off by a tenth without contradicting another.
ROUGH = 0.1


def find_unverified(view: View, assertions: list[Assertion]) -> set[int]:
    """Return the claims that a verification hedge is about; none in a text without sentences."""
    if not view.doc.has_annotation("SENT_START"):
        return set()
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for index, assertion in enumerate(assertions):
        by_sentence[assertion.sentence].append(index)
    found: set[int] = set()
    for hedge in view.hedges:
        if hedge["type"] == "verification":
            place = view.sentence_at(hedge["cue"][0])
            found.update(_meant(view, hedge, assertions, by_sentence, place))
    return found


def _meant(
    view: View,
    hedge: HedgeRecord,
    assertions: list[Assertion],
    by_sentence: dict[int, list[int]],
    place: int,
) -> list[int]:
    """The claims under the hedge's target; where that points back, those of the sentence before."""
    target = hedge["target"]
    here = by_sentence.get(place, [])
    declined = [i for i in here if _is_own_cue(view, assertions[i], hedge)]
    if target is None or declined:
        return declined or here
    covered = [i for i in here if _overlap(assertions[i].span, target)]
    if covered or words("words", "anaphor").isdisjoint(view.lows[target[0] : target[1]]):
        return covered
    before = [i for i in here if assertions[i].span[1] <= hedge["cue"][0]]
    return before or by_sentence.get(place - 1, [])


def _is_own_cue(view: View, assertion: Assertion, hedge: HedgeRecord) -> bool:
    """Say whether the claim's own source would not confirm it: "declined to confirm that"."""
    cue = view.attributions[assertion.quote]["cue"] if assertion.quote is not None else None
    return cue is not None and _overlap(cue, hedge["cue"])


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def find_denials(view: View, assertions: list[Assertion], speakers: list[int | None]) -> dict[int, int]:
    """Return for each denied claim the attribution that denies it."""
    vocabulary = [_lemmas(view, *assertion.span) for assertion in assertions]
    starts = [assertion.span[0] for assertion in assertions]
    denied: dict[int, int] = {}
    for quote, attribution in enumerate(view.attributions):
        if not attribution["content"] or not _is_denial(view, quote):
            continue
        place = bisect_left(starts, attribution["content"][0][0])
        others = [
            i
            for i in range(max(0, place - REACH), min(len(assertions), place + REACH))
            if not _is_own(assertions[i], quote, attribution) and not _same_speaker(view, quote, speakers[i])
        ]
        said = set().union(*(_lemmas(view, *piece) for piece in attribution["content"]))
        for i in _denied(said, others, vocabulary, [i for i in others if i < place]):
            denied.setdefault(i, quote)
    return denied


def _is_own(assertion: Assertion, quote: int, attribution: Attribution) -> bool:
    """Say whether the claim is the denial itself, or the sentence that reports it."""
    return assertion.quote == quote or any(_overlap(assertion.span, piece) for piece in attribution["content"])


def _is_denial(view: View, quote: int) -> bool:
    return view.cue_verb(quote) in words("cue", "negative") and not view.is_unsaid(quote)


def _same_speaker(view: View, quote: int, speaker: int | None) -> bool:
    resolved = view.doc._.claimx_resolved
    return speaker is not None and quote < len(resolved) and resolved[quote]["speaker"] == speaker


def _denied(said: set[str], others: list[int], vocabulary: list[set[str]], before: list[int]) -> list[int]:
    """The claims that share the denial's words; for "denied the claims" the last one before it."""
    if said <= words("words", "anaphor"):
        return before[-1:]
    return [
        i
        for i in others
        if len(shared := said & vocabulary[i]) >= SHARED_WORDS
        and len(shared) >= SHARED_PART * min(len(said), len(vocabulary[i]))
    ]


def _lemmas(view: View, start: int, end: int) -> set[str]:
    """The content words of a span; by length where there are no parts of speech."""
    found = set()
    for i in range(start, end):
        token = view.token(i)
        content = token.pos_ in CONTENT_POS or (not token.pos_ and len(token) > 3)
        if content and not token.is_stop:
            found.add((token.lemma_ or token.lower_).lower())
    return found


def verification_of(
    view: View, index: int, assertion: Assertion, unverified: set[int], denied: dict[int, int]
) -> Verification | None:
    """Return what the article says about one claim; a denial outweighs the rest."""
    if index in denied:
        return "denied"
    if index in unverified:
        return "unverified"
    confirms = view.cue_verb(assertion.quote) in words("cue", "confirming")
    return "confirmed" if confirms and not view.is_unsaid(assertion.quote) else None


def find_conflicts(
    view: View, assertions: list[Assertion], speakers: list[int | None], numbers: list[list[int]]
) -> list[list[int]]:
    """Return for each claim those that count the same thing, in the same words, and get another figure."""
    buckets: dict[tuple[str, str, str | None], list[tuple[int, int]]] = defaultdict(list)
    conflicts: list[set[int]] = [set() for _ in assertions]
    for index, found in enumerate(numbers):
        for number in found:
            key = _counted(view, view.numbers[number])
            if key is None:
                continue
            for other, figure in buckets[key][-REACH:]:
                if _contradict(view, assertions, speakers, (index, number), (other, figure)):
                    conflicts[index].add(other)
                    conflicts[other].add(index)
            buckets[key].append((index, number))
    return [sorted(found) for found in conflicts]


def _counted(view: View, number: NumberRecord) -> tuple[str, str, str | None] | None:
    """What a figure counts: the lemma of its noun, its kind and unit."""
    if number["of"] is None or number["kind"] in ("date", "time", "ordinal"):
        return None
    noun = head_of(view.doc, *number["of"]) if view.parsed else view.token(number["of"][1] - 1)
    return (noun.lemma_ or noun.lower_).lower(), number["kind"], number["unit"]


def _contradict(
    view: View,
    assertions: list[Assertion],
    speakers: list[int | None],
    one: tuple[int, int],
    other: tuple[int, int],
) -> bool:
    """Say whether two figures of different speakers cannot both be right of the same thing."""
    (a, x), (b, y) = one, other
    if speakers[a] == speakers[b]:
        return False
    low_x, high_x = _bounds(view.numbers[x])
    low_y, high_y = _bounds(view.numbers[y])
    if high_x >= low_y and high_y >= low_x:
        return False
    shared = _lemmas(view, *assertions[a].span) & _lemmas(view, *assertions[b].span)
    return len(shared) >= SHARED_WORDS


def _bounds(number: NumberRecord) -> tuple[float, float]:
    """The smallest and largest value that a figure allows."""
    infinity = float("inf")
    value = number["value"]
    if value is None:
        low, high = number["low"], number["high"]
        return (-infinity if low is None else low), (infinity if high is None else high)
    margin = abs(value) * ROUGH
    return {
        "~": (value - margin, value + margin),
        ">": (value, infinity),
        ">=": (value, infinity),
        "<": (-infinity, value),
        "<=": (-infinity, value),
        "~<": (value - margin, value),
        "~>": (value, value + margin),
    }.get(number["comparator"], (value, value))
