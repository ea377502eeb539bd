"""The surroundings that make a word a hedge: one function per ``frame`` of ``lexicons/hedges.toml``.

A frame gets the text, the place of the anchor word and the entry, and returns the cue's token span, or
``None`` where the word has another sense: "appeared" matches in "it appeared to burn", not in "appeared in
court". Frames look at neighbouring words first, and at tags only where the ``Doc`` has them, so that they
work, less well, without a tagger.
"""

import re
from collections.abc import Callable

from claimx.hedging.lexicon import Entry, words
from claimx.hedging.modals import is_possibility
from claimx.hedging.text import Text
from claimx.pipeline.records import Span

Frame = Callable[[Text, int, Entry], Span | None]


def any_sense(text: Text, i: int, entry: Entry) -> Span | None:
    """Match the word wherever it stands: "reportedly"."""
    return i, i + 1


def phrase(text: Text, i: int, entry: Entry) -> Span | None:
    """Match the entry's regular expression around the anchor: "could not be verified"."""
    if entry.phrase is None:
        return None
    start, end = text.window(i)
    around = text.lows(start, end)
    if text.starts(start):
        start, around = start - 1, ["<s>", *around]
    joined = " ".join(around)
    for found in re.finditer(entry.phrase, joined):
        left, right = found.span("cue" if found.groupdict().get("cue") else 0)
        first = start + joined.count(" ", 0, left)
        last = start + joined.count(" ", 0, right) + 1
        if first <= i < last:
            return first, last
    return None


def verb_phrase(text: Text, i: int, entry: Entry) -> Span | None:
    """Match a phrase around a verb that is often a noun: "she figures that", not "figures show"."""
    return None if text.is_noun(i) else phrase(text, i, entry)


def phrase_figure(text: Text, i: int, entry: Entry) -> Span | None:
    """Match a phrase before a figure: "something like $9m"."""
    span = phrase(text, i, entry)
    return span if span and text.is_figure(span[1]) else None


def phrase_after_figure(text: Text, i: int, entry: Entry) -> Span | None:
    """Match a phrase after a figure and perhaps its unit: "a week or so"."""
    span = phrase(text, i, entry)
    return span if span and any(text.is_figure(span[0] - back) for back in (1, 2, 3)) else None


def inversion(text: Text, i: int, entry: Entry) -> Span | None:
    """Match a phrase with the verb before its subject that is no question: "should the bank fail"."""
    return None if text.low(text.window(i)[1]) == "?" else phrase(text, i, entry)


def figure(text: Text, i: int, entry: Entry) -> Span | None:
    """Match the word before a figure: "some 2,000"; not where it names a topic: "a film about two men"."""
    topical = text.low(i) == "about" and _is_topic(text, i)
    return (i, i + 1) if text.is_figure(i + 1) and text.tag(i) != "RP" and not topical else None


def _is_topic(text: Text, i: int) -> bool:
    """Say whether the "about" at ``i`` follows something with a topic: "film about", "the film is about"."""
    before = i - 2 if text.low(i - 1) in words("be") else i - 1
    return text.low(before).removesuffix("s") in words("topic") or text.low(before) in words("topic")


def modal(text: Text, i: int, entry: Entry) -> Span | None:
    """Match an auxiliary of possibility and a "well" after it: "may well"."""
    end = i + 2 if text.low(i + 1) == "well" else i + 1
    return (i, end) if is_possibility(text, i) else None


def clause(text: Text, i: int, entry: Entry) -> Span | None:
    """Match a verb of thinking: "police think he fled"; not "think of it", "can't believe" it."""
    if text.tag(i) and not text.is_verb(i):
        return None
    order = text.starts(i) and text.tag(i) in ("", "VB")
    disbelief = text.low(i - 1) in words("not") and text.low(i - 2) in ("ca", "can", "could")
    pregnant = not words("child").isdisjoint(text.lows(i + 1, i + 5))
    return None if order or disbelief or pregnant else (i, i + 1)


def weak_verb(text: Text, i: int, entry: Entry) -> Span | None:
    """Match a verb that always weakens, unless it is a noun or adjective: "suspect"."""
    return None if text.is_noun(i) or text.tag(i).startswith("JJ") else (i, i + 1)


def evidence(text: Text, i: int, entry: Entry) -> Span | None:
    """Match "the data suggest that …" and ", tests suggest,", not "the doctor suggested a rest"."""
    if text.is_noun(i):
        return None
    closed = text.low(i + 1) == "," or text.ends(i + 1)
    inserted = closed and text.low(i - 1) != "as" and not text.starts(i)
    return (i, i + 1) if inserted or _finite_clause_follows(text, i) else None


def passive(text: Text, i: int, entry: Entry) -> Span | None:
    """Match the opinion of nobody named: "is expected to", "are believed", "a march expected to"."""
    if text.low(i).endswith("ing"):
        return None
    start = _passive_start(text, i)
    if text.low(i + 1) == "to":
        participle = text.tag(i) in ("", "VBN", "VBD", "JJ")
        return (i if start is None else start, i + 2) if start is not None or participle else None
    return None if start is None else (start, i + 1)


def passive_to(text: Text, i: int, entry: Entry) -> Span | None:
    """Match a passive with an infinitive: "is said to", "a seam said to be rich"."""
    if text.low(i + 1) != "to":
        return None
    start = _passive_start(text, i)
    infinitive = text.tag(i + 2) == "VB" or text.low(i + 2) in ("be", "have")
    return (i if start is None else start, i + 2) if start is not None or infinitive else None


def plan(text: Text, i: int, entry: Entry) -> Span | None:
    """Match "is due to resume", "set to rise", "is due on Monday"; not "late due to fog"."""
    start = _passive_start(text, i)
    if text.low(i + 1) == "to":
        return (i if start is None else start, i + 2) if _infinitive_follows(text, i + 1, start) else None
    dated = text.low(i) == "due" and (text.low(i + 1) in words("when") or text.is_figure(i + 2))
    return (start, i + 1) if start is not None and dated else None


def _infinitive_follows(text: Text, to: int, start: int | None) -> bool:
    """Tell "is due to report in May" from "was due to rain": taggers take many a verb for a noun."""
    if text.tag(to + 1) == "VB":
        return True
    bare = start is not None and text.low(to + 1) not in words("determiner")
    return bare and (text.tag(to + 1) in ("", "VBP") or (text.is_noun(to + 1) and text.low(to + 2) in words("when")))


def raising(text: Text, i: int, entry: Entry) -> Span | None:
    """Match "appears to", "seems calm", "it appears,"; not "appeared in court"."""
    if text.low(i + 1) == "to":
        return i, i + 2
    seems = text.low(i).startswith("seem")
    described = text.tag(i + 1) in ("JJ", "JJR", "VBN", "VBG") or text.low(i + 1) in words("described")
    impersonal = text.low(i - 1) in ("it", "would") and (text.low(i + 1) == "," or text.ends(i + 1))
    return (i, i + 1) if seems or described or impersonal else None


def noun(text: Text, i: int, entry: Entry) -> Span | None:
    """Match a noun of hearsay that needs nothing else: "rumours"."""
    return None if text.is_verb(i) else (i, i + 1)


def bare_noun(text: Text, i: int, entry: Entry) -> Span | None:
    """Match hearsay of nobody in particular: "reports that", not "his claims that", "she claims that"."""
    verb = text.is_verb(i) and not text.starts(i)
    if verb or text.low(i - 1) in words("owner") or text.tag(i - 1) == "POS":
        return None
    known = bool(text.tag(i)) or text.starts(i) or text.low(i - 1) in words("heard")
    return (i, i + 1) if known else None


def heard_noun(text: Text, i: int, entry: Entry) -> Span | None:
    """Match what is denied, checked or heard of: "denied reports of", not "reports of burglary fell"."""
    return (i, i + 1) if text.low(i - 1) in words("heard") else None


def attributive(text: Text, i: int, entry: Entry) -> Span | None:
    """Match an adjective before what it casts doubt on: "the alleged ringleader"."""
    follows = text.token(i + 1)
    if follows is None or not follows.is_alpha or text.low(i + 1) in words("determiner"):
        return None
    opens = text.starts(i) or text.low(i - 1) in words("determiner") or text.is_figure(i - 1)
    if text.tagged:
        described = text.tag(i + 1).startswith(("NN", "JJ", "VBG"))
        adjective = text.tag(i) in ("JJ", "VBN") or (text.tag(i) == "VBD" and opens)
        return (i, i + 1) if described and adjective else None
    return (i, i + 1) if opens else None


def possible(text: Text, i: int, entry: Entry) -> Span | None:
    """Match "a possible link", "it is possible that"; not "as soon as possible", "possible to park"."""
    able = text.low(i + 1) == "to" or text.low(i - 1) in words("whenever")
    made = not words("made").isdisjoint(text.lows(i - 4, i))
    return None if able or made else (i, i + 1)


def _passive_start(text: Text, i: int) -> int | None:
    """Return where the auxiliaries of the participle ``i`` begin, ``None`` if it has no form of "be"."""
    k = i - 1
    while k > i - 4 and (text.low(k).endswith("ly") or text.low(k) in words("between")):
        k -= 1
    if text.low(k) not in words("be"):
        return None
    while text.low(k - 1) in words("auxiliary"):
        k -= 1
    return k


def _finite_clause_follows(text: Text, i: int) -> bool:
    """Say whether a clause with a finite verb follows: "that she was", not "a route", "that she rest"."""
    end = min(text.window(i)[1], i + 12)
    for k in range(i + 1, end):
        if text.low(k) in words("finite") or text.tag(k) in ("VBD", "VBZ", "MD"):
            return True
        if text.low(k) in (",", ":") and k > i + 1:
            return False
    return False


FRAMES: dict[str, Frame] = {
    "any": any_sense,
    "attributive": attributive,
    "bare_noun": bare_noun,
    "clause": clause,
    "evidence": evidence,
    "figure": figure,
    "heard_noun": heard_noun,
    "inversion": inversion,
    "modal": modal,
    "noun": noun,
    "passive": passive,
    "passive_to": passive_to,
    "phrase": phrase,
    "phrase_after_figure": phrase_after_figure,
    "phrase_figure": phrase_figure,
    "plan": plan,
    "possible": possible,
    "raising": raising,
    "verb_phrase": verb_phrase,
    "weak_verb": weak_verb,
}
