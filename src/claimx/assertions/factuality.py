"""How certain a claim is, and whether it affirms or denies: FactBank's scale (Saurí and Pustejovsky, 2009).

FactBank asks how sure the *source* is. ``certain``: the source commits itself ("the port closed", also under
"claimed"). ``probable`` and ``possible``: the source says that it is likely or can be ("probably", "may").
``underspecified``: the source does not commit itself, because it passes on what others say ("allegedly",
"rumours that"), speaks of what would follow from a condition ("if the strike lasts, prices rise", "a strike
would hurt") or of something only intended ("plans to rebuild"). What will be and what is promised is
``certain``: the source commits itself to it. Of several marks the weakest counts; ``underspecified`` is the
weakest, but a cue or a modal that leaves it probable or possible decides under a condition, too ("could
follow if": ``possible``).
"""

from claimx.assertions.extents import Assertion
from claimx.assertions.lexicon import hedge_certainty, words
from claimx.assertions.view import View
from claimx.pipeline.clauses import is_infinitive
from claimx.pipeline.records import HedgeRecord
from claimx.schema import Certainty, Polarity

# Hedges that decide how certain what follows from a condition is.
DECIDING = frozenset({"modal", "expectation"})
ORDER: tuple[Certainty, ...] = ("underspecified", "possible", "probable", "certain")


def claim_hedges(view: View, assertion: Assertion) -> list[int]:
    """Return the hedges of a claim: those inside it, in the cue of its attribution, and around its predicate."""
    cue = view.attributions[assertion.quote]["cue"] if assertion.quote is not None else None
    outside = view.hedges_in(cue) if cue else []
    around = [i for i in view.hedges_in(view.sentences[assertion.sentence]) if _covers(view.hedges[i], assertion.head)]
    return sorted({*view.hedges_in(assertion.span), *outside, *around})


def _covers(hedge: HedgeRecord, head: int | None) -> bool:
    """Say whether a predicate stands in what the hedge weakens."""
    target = hedge["target"]
    return head is not None and target is not None and target[0] <= head < target[1]


def certainty_of(view: View, assertion: Assertion, hedges: list[int]) -> Certainty:
    """Return how sure the claim's source is of it."""
    marks: list[Certainty] = ["certain", *_cue_marks(view, assertion)]
    weakening = [(view.hedges[i], mark) for i in hedges if (mark := _hedge_mark(view, assertion, view.hedges[i]))]
    decided = len(marks) > 1 or any(hedge["type"] in DECIDING for hedge, _ in weakening)
    if not decided and is_conditional(view, assertion):
        marks.append("underspecified")
    marks += [mark for _, mark in weakening]
    return min(marks, key=ORDER.index)


def polarity_of(view: View, assertion: Assertion, hedges: list[int]) -> Polarity:
    """Return whether the claim affirms; every negation turns it round."""
    negations = int(_is_negated(view, assertion)) + int(_is_denied_by_cue(view, assertion))
    for i in hedges:
        cue = view.hedges[i]["cue"]
        unlikely = not words("hedge_word", "negative").isdisjoint(view.lows[cue[0] : cue[1]])
        negations += int(unlikely and _weakens(view, view.hedges[i], assertion))
    return "negative" if negations % 2 else "positive"


def _cue_marks(view: View, assertion: Assertion) -> list[Certainty]:
    """What the cue says about its content: "believes" makes it probable."""
    if assertion.quote is None:
        return []
    verb = view.cue_verb(assertion.quote)
    levels: tuple[Certainty, ...] = ("possible", "probable")
    marks = [level for level in levels if verb in words("cue", level)]
    if verb in words("cue", "doubtful"):
        marks.append("probable")
    intended = verb in words("cue", "intending") and is_infinitive_at(view, assertion.head)
    if view.is_unsaid(assertion.quote) or intended:
        marks.append("underspecified")
    return marks


def is_infinitive_at(view: View, head: int | None) -> bool:
    """Say whether the predicate is an infinitive: "to rebuild"."""
    return head is not None and is_infinitive(view.token(head))


def is_conditional(view: View, assertion: Assertion) -> bool:
    """Say whether the claim is what follows from a condition, stated or not, or only somebody's intention.

    "Would" after a cue in the past may be a plain future told in the past: "she said it would open".
    """
    if assertion.head is None:
        return False
    head = view.token(assertion.head)
    if head.lemma_.lower() in words("words", "intention") and head.pos_ == "VERB":
        return any(child.dep_ in ("xcomp", "obj") for child in head.rights)
    if any(child.dep_ == "advcl" and _is_condition(view, child.i) for child in head.children):
        return True
    would = any(child.dep_ == "aux" and view.lows[child.i] in words("words", "unreal") for child in head.lefts)
    return would and not _is_told_in_past(view, assertion.quote)


def _is_told_in_past(view: View, quote: int | None) -> bool:
    """Say whether the content is indirect and its cue in the past."""
    cue = view.attributions[quote]["cue"] if quote is not None else None
    if quote is None or cue is None or view.attributions[quote]["type"] == "direct":
        return False
    return any(token.tag_ == "VBD" for token in view.doc[cue[0] : cue[1]])


def _is_condition(view: View, i: int) -> bool:
    conditions = words("words", "condition")
    return any(view.lows[mark.i] in conditions for mark in view.token(i).lefts if mark.dep_ in ("mark", "advmod"))


def _hedge_mark(view: View, assertion: Assertion, hedge: HedgeRecord) -> Certainty | None:
    """How certain one hedge leaves the claim; ``None`` if it weakens something else in it."""
    if not _weakens(view, hedge, assertion):
        return None
    cue = view.lows[hedge["cue"][0] : hedge["cue"][1]]
    inside = assertion.span[0] <= hedge["cue"][0] and hedge["cue"][1] <= assertion.span[1]
    if hedge["type"] == "rumor" and inside:
        return None  # "the rumour surfaced in August": a fact about the rumour
    exceptions: tuple[Certainty, ...] = ("underspecified", "possible", "probable")
    if hedge["type"] in ("adjadv", "modal"):
        for level in exceptions:
            if not words("hedge_word", level).isdisjoint(cue):
                return level
    return hedge_certainty().get(hedge["type"])


def _weakens(view: View, hedge: HedgeRecord, assertion: Assertion) -> bool:
    """Say whether the hedge is about the claim's predicate and not about a detail of it."""
    target, head = hedge["target"], assertion.head
    if target is None or head is None:
        return True
    word = view.token(hedge["cue"][0])
    if word.pos_ == "ADJ" and word.i != head and word.dep_ in ("amod", "acl", "appos", "nmod"):
        return False
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
    negation, exceptions = words("words", "negation"), words("words", "after_no")
    return view.lows[i] in negation or any(
        child.dep_ in ("det", "advmod")
        and view.lows[child.i] in negation
        and view.lows[child.i + 1] not in exceptions  # "no more than three": a bound
        for child in view.token(i).lefts
    )


def _is_denied_by_cue(view: View, assertion: Assertion) -> bool:
    """Say whether the cue turns its content round: "denied that", but not "did not deny that"."""
    verb = view.cue_verb(assertion.quote)
    turns = verb in words("cue", "negative") or verb in words("cue", "doubtful")
    return turns and not view.is_unsaid(assertion.quote)
