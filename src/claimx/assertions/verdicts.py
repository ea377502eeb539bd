"""What the article says about its own claims: unverified, confirmed, denied.

All rules look only at the claims nearby (:data:`REACH`), so that time stays linear in the length of the text.
"""

from bisect import bisect_left
from collections import defaultdict

from claimx.assertions.extents import Assertion
from claimx.assertions.lexicon import words
from claimx.assertions.view import View
from claimx.pipeline.records import Attribution, HedgeRecord
from claimx.schema import Verification

# A denial reaches this many claims back and forth.
REACH = 24
# A denial shares at least this many content words with what it denies, and this part of its own.
SHARED_WORDS, SHARED_PART = 2, 0.5
CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


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
    pointing = {view.lows[i] for i in range(*target) if not hedge["cue"][0] <= i < hedge["cue"][1]}
    if covered or words("words", "anaphor").isdisjoint(pointing):  # the "it" of "it is not known" points nowhere
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
    denials = [(i, a) for i, a in enumerate(view.attributions) if a["content"] and _is_denial(view, i)]
    vocabulary = [content_words(view, *assertion.span) for assertion in assertions] if denials else []
    starts = [assertion.span[0] for assertion in assertions]
    denied: dict[int, int] = {}
    for quote, attribution in denials:
        place = bisect_left(starts, attribution["content"][0][0])
        others = [
            i
            for i in range(max(0, place - REACH), min(len(assertions), place + REACH))
            if not _is_own(assertions[i], quote, attribution) and not _same_speaker(view, quote, speakers[i])
        ]
        said = set().union(*(content_words(view, *piece) for piece in attribution["content"]))
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


def content_words(view: View, start: int, end: int) -> set[str]:
    """Return the content words of a span; by length where there are no parts of speech."""
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
