"""How certain a claim is, and whether it affirms or denies: FactBank's scale (Saurí and Pustejovsky, 2009).

FactBank asks how sure the *source* is. ``certain``: the source commits itself ("the port closed", also under
"claimed"). ``probable`` and ``possible``: the source says that it is likely or can be ("probably", "may").
``underspecified``: the source does not commit itself, because it passes on what others say ("allegedly",
"rumours that"), speaks of a condition ("if the strike lasts") or of something only intended ("vowed to
rebuild"). A plain future ("the port will close") is ``probable`` here: the source is sure, but what is yet to
come cannot be known as the past is. Of several marks the weakest counts; ``underspecified`` is the weakest.
"""

from claimx.assertions.extents import Assertion
from claimx.assertions.lexicon import hedge_certainty, words
from claimx.assertions.view import View
from claimx.pipeline.clauses import FINITE_TAGS, has_subject
from claimx.pipeline.records import HedgeRecord
from claimx.schema import Certainty, Polarity

ORDER: tuple[Certainty, ...] = ("underspecified", "possible", "probable", "certain")


def claim_hedges(view: View, assertion: Assertion) -> list[int]:
    """Return the hedges of a claim: those inside it, and one in the cue of its attribution."""
    cue = view.attributions[assertion.quote]["cue"] if assertion.quote is not None else None
    outside = view.hedges_in(cue) if cue else []
    return sorted({*view.hedges_in(assertion.span), *outside})


def certainty_of(view: View, assertion: Assertion, hedges: list[int]) -> Certainty:
    """Return how sure the claim's source is of it."""
    marks: list[Certainty] = ["certain", *_cue_marks(view, assertion), *_clause_marks(view, assertion)]
    marks += [mark for i in hedges if (mark := _hedge_mark(view, assertion, view.hedges[i]))]
    return min(marks, key=ORDER.index)


def polarity_of(view: View, assertion: Assertion, hedges: list[int]) -> Polarity:
    """Return whether the claim affirms; every negation turns it round."""
    negations = int(_is_negated(view, assertion)) + int(_is_denied_by_cue(view, assertion))
    for i in hedges:
        cue = view.hedges[i]["cue"]
        unlikely = not words("hedge_word", "negative").isdisjoint(view.lows[cue[0] : cue[1]])
        negations += int(unlikely and _weakens(view.hedges[i], assertion))
    return "negative" if negations % 2 else "positive"


def _cue_marks(view: View, assertion: Assertion) -> list[Certainty]:
    """What the cue says about its content: "believes" makes it probable."""
    if assertion.quote is None:
        return []
    verb = view.cue_verb(assertion.quote)
    levels: tuple[Certainty, ...] = ("underspecified", "possible", "probable")
    marks = [level for level in levels if verb in words("cue", level)]
    if verb in words("cue", "doubtful"):
        marks.append("probable")
    if view.is_unsaid(assertion.quote) or _is_intended(view, assertion, verb):
        marks.append("underspecified")
    return marks


def _is_intended(view: View, assertion: Assertion, verb: str) -> bool:
    """Say whether the claim is an infinitive under a verb of will: "vowed to rebuild"."""
    head = assertion.head
    if head is None or (verb not in words("cue", "vowing") and verb not in words("cue", "intending")):
        return False
    return view.token(head).tag_ == "VB" and "to" in view.lows[max(0, head - 3) : head]


def _clause_marks(view: View, assertion: Assertion) -> list[Certainty]:
    """What tense and subordinate clauses say: a future is probable, a condition leaves it open."""
    if assertion.head is None:
        span = view.lows[assertion.span[0] : assertion.span[1]]
        return [] if words("words", "future").isdisjoint(span) else ["probable"]
    marks: list[Certainty] = []
    for child in view.token(assertion.head).children:
        if child.dep_ == "aux" and view.lows[child.i] in words("words", "future"):
            marks.append("probable")
        if child.dep_ == "advcl" and _is_condition(view, child.i):
            marks.append("underspecified")
    return marks


def _is_condition(view: View, i: int) -> bool:
    conditions = words("words", "condition")
    return any(view.lows[mark.i] in conditions for mark in view.token(i).lefts if mark.dep_ in ("mark", "advmod"))


def _hedge_mark(view: View, assertion: Assertion, hedge: HedgeRecord) -> Certainty | None:
    """How certain one hedge leaves the claim; ``None`` if it weakens something else in it."""
    if not _weakens(hedge, assertion):
        return None
    cue = view.lows[hedge["cue"][0] : hedge["cue"][1]]
    exceptions: tuple[Certainty, ...] = ("underspecified", "possible")
    if hedge["type"] == "adjadv":
        for level in exceptions:
            if not words("hedge_word", level).isdisjoint(cue):
                return level
    return hedge_certainty().get(hedge["type"])


def _weakens(hedge: HedgeRecord, assertion: Assertion) -> bool:
    """Say whether the hedge is about the claim's predicate and not about a detail of it."""
    target, head = hedge["target"], assertion.head
    if target is None or head is None:
        return True
    inside = assertion.span[0] <= target[0] and target[1] <= assertion.span[1]
    return target[0] <= head < target[1] or not inside


def _is_negated(view: View, assertion: Assertion) -> bool:
    """Say whether the predicate is negated, by a word of its own or a "no" on its subject or object."""
    negation = words("words", "negation")
    if assertion.head is None:
        return bool({"not", "n't", "never"} & set(view.lows[assertion.span[0] : assertion.span[1]]))
    for child in view.token(assertion.head).children:
        low = view.lows[child.i]
        if child.dep_ in ("advmod", "neg", "aux", "cc:preconj") and low in negation:
            return True
        if child.dep_ in ("nsubj", "nsubj:pass", "obj") and _is_none(view, child.i):
            return True
    return False


def _is_none(view: View, i: int) -> bool:
    negation = words("words", "negation")
    return view.lows[i] in negation or any(
        child.dep_ in ("det", "advmod") and view.lows[child.i] in negation for child in view.token(i).lefts
    )


def _is_denied_by_cue(view: View, assertion: Assertion) -> bool:
    """Say whether the cue turns its content round: "denied that", but not "did not deny that"."""
    verb = view.cue_verb(assertion.quote)
    turns = verb in words("cue", "negative") or verb in words("cue", "doubtful")
    return turns and not view.is_unsaid(assertion.quote)


def is_past(view: View, assertion: Assertion) -> bool:
    """Say whether the predicate is in a finite past or perfect form."""
    if assertion.head is None:
        return False
    head = view.token(assertion.head)
    auxiliaries = [child for child in head.lefts if child.dep_ in ("aux", "aux:pass", "cop")]
    tags = {head.tag_, *(child.tag_ for child in auxiliaries)} & FINITE_TAGS
    perfect = any(view.lows[child.i] in ("has", "have", "'ve") for child in auxiliaries)
    bare = head.tag_ == "VBN" and not auxiliaries and has_subject(head)
    return "MD" not in tags and ("VBD" in tags or perfect or bare)
