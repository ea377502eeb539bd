"""Finds the source of an attribution that came without one: the subject of its cue, or who stands beside it.

In "Ruiz denied it and vowed to stay" the subject of "vowed" is "Ruiz", in "was rejected by the court" it is "the
court"; in "Pellow was accused" nobody is, for a passive hides its source.
"""

from claimx.people.layouts import back, signed
from claimx.people.text import Text
from claimx.people.words import WORDS
from claimx.pipeline.marks import MARKS
from claimx.pipeline.records import Span

_REACH = 40
_BESIDE = 7
_CLIMB = frozenset({"conj", "advcl", "xcomp", "parataxis", "ccomp"})
_MODIFIERS = frozenset({"det", "amod", "compound", "nmod:poss", "nummod", "case", "flat"})
_VERBS = frozenset({"VBD", "VBZ", "VBP"})
_BEING = frozenset({"is", "are", "was", "were"})  # 'There was no answer. "We did all we could."'
_FROM = frozenset({"by", "from"})
_PUT = frozenset({"asked", "questioned", "pressed", "quizzed"})
_ASIDE = frozenset({"advcl", "acl", "acl:relcl", "csubj"})
# Cues that put the source behind their preposition: "according to Ruiz", "in the view of the union".
_NAMING = frozenset({"according", "per", "in"})


def _inside(token: int, spans: list[Span]) -> bool:
    return any(start <= token < end for start, end in spans)


def _around(text: Text, token: int) -> range:
    return range(max(0, token - _REACH), min(len(text), token + _REACH))


def _phrase(text: Text, head: int) -> Span:
    """The contiguous words that hang on ``head``, appositions among them."""
    start, end, n = head, head + 1, len(text)
    while start > 0 and start <= text.heads[start - 1] <= head and text.deps[start - 1] != "punct":
        start -= 1
    while start < head and text.deps[start] == "case":
        start += 1
    while end < n and end - head < _REACH:
        step = 2 if text.words[end] == "," and end + 1 < n else 1
        inner = end + step - 1
        above = text.heads[inner]
        leads = inner < above < inner + _BESIDE and text.deps[inner] in _MODIFIERS
        reaches = start <= above < end or leads
        if not reaches or (step == 2 and not _opens_apposition(text, inner, start, end)):
            break
        end = inner + 1
    return start, end


def _opens_apposition(text: Text, i: int, start: int, end: int) -> bool:
    return any(text.deps[k] == "appos" and start <= text.heads[k] < end for k in range(i, min(i + 8, len(text))))


def _subject(text: Text, verb: int, content: list[Span]) -> int | None:
    for i in _around(text, verb):
        if text.heads[i] == verb and text.deps[i] == "nsubj" and not _inside(i, content):
            return i
    return None


def _passive(text: Text, verb: int) -> bool:
    return any(text.heads[i] == verb and text.deps[i] in ("nsubj:pass", "aux:pass") for i in _around(text, verb))


def _from(text: Text, head: int, content: list[Span]) -> Span | None:
    """Who a verb or noun comes from: "rejected by the court", "warnings from the union"."""
    for i in range(head + 1, min(len(text), head + _REACH)):
        if text.heads[i] == head and text.deps[i] in ("obl", "nmod") and not _inside(i, content):
            start, end = _phrase(text, i)
            if start > 0 and text.lows[start - 1] in _FROM:
                return start, end
    return None


def from_whom(text: Text, head: int) -> int | None:
    """The head of the noun phrase behind "by" or "from" that hangs on a verb or noun; not of "seen by the Courier"."""
    for i in range(head + 1, min(len(text), head + _REACH)):
        if text.heads[i] == head and text.deps[i] in ("obl", "nmod"):
            before = (k for k in range(head + 1, i) if text.heads[k] == i and text.deps[k] == "case")
            if any(text.lows[k] in _FROM and text.lows[k - 1] not in WORDS.seen for k in before):
                return i
    return None


def subject_of(text: Text, verb: int) -> int | None:
    """The subject of a verb, or of the one it is joined to or completes."""
    subject = _subject(text, verb, [])
    if subject is None and text.deps[verb] in ("conj", "xcomp"):
        return _subject(text, text.heads[verb], [])
    return subject


def _of_verb(text: Text, verb: int | None, content: list[Span]) -> Span | None:
    """The subject of the verb, or of the one it is joined to; the agent of a passive."""
    for _ in range(3):
        if verb is None:
            return None
        if _passive(text, verb):
            return _from(text, verb, content)
        subject = _subject(text, verb, content)
        if subject is not None:
            return _phrase(text, subject)
        verb = text.heads[verb] if text.deps[verb] in _CLIMB else None
    return None


def _of_noun(text: Text, cue: Span, content: list[Span]) -> Span | None:
    """The owner of a cue that is a noun: "Ruiz's claim", "the warnings from the union"."""
    for noun in (i for i in range(*cue) if text.tags[i][:2] == "NN"):
        for i in range(max(0, noun - _REACH), noun):
            if text.heads[i] == noun and text.deps[i] == "nmod:poss" and not _inside(i, content):
                return _phrase(text, i)
        found = _from(text, noun, content)
        if found is not None:
            return found
    return None


def _behind_preposition(text: Text, cue: Span, content: list[Span]) -> Span | None:
    """As in "according to the union": what the last word of the cue introduces."""
    head = text.heads[cue[0]]
    for _ in range(cue[0], cue[1]):
        head = text.heads[head] if head < cue[1] else head
    if text.lows[cue[0]] not in _NAMING or head < cue[1] or _inside(head, content):
        return None
    start, end = _phrase(text, head)
    return max(start, cue[1]), end


def _next_to(text: Text, cue: Span, content: list[Span]) -> Span | None:
    """A name right behind a cue that follows a quotation, whatever the parse says, as in "shot back Ruiz"."""
    start = end = cue[1]
    while end < len(text) and end - start < _BESIDE and text.tags[end][:3] == "NNP":
        end += 1
    closed = end < len(text) and text.words[end] in (",", ".")
    after = any(stop <= cue[0] < stop + _BESIDE for _, stop in content)
    return (start, end) if end > start and closed and after else None


def was_asked(text: Text, cue: Span) -> bool:
    """Whether the cue is the "asked" of "Asked if she would, Ruiz said no": whoever says no did not ask."""
    token = next((i for i in range(*cue) if text.lows[i] in _PUT), None)
    return token is not None and text.deps[token] in _ASIDE and _subject(text, token, []) is None


def _of_cue(text: Text, cue: Span, content: list[Span]) -> Span | None:
    verbs = [i for i in range(*cue) if text.tags[i][:2] == "VB"]
    if was_asked(text, cue):
        return _from(text, verbs[0], content) if verbs else None
    if not verbs or text.lows[cue[0]] in _NAMING:
        return _behind_preposition(text, cue, content) or _of_noun(text, cue, content)
    heads = [i for i in verbs if not cue[0] <= text.heads[i] < cue[1]]
    return _of_verb(text, (heads or verbs)[0], content) or _next_to(text, cue, content)


def _beside(text: Text, content: list[Span]) -> Span | None:
    """The subject of a verb right behind or before a piece of the quotation: '"…," said Ruiz'."""
    for start, end in content:
        behind, ahead = (
            range(end, min(end + _BESIDE, len(text))),
            range(start - 1, max(-1, start - _BESIDE), -1),
        )
        for i in (*behind, *ahead):
            here = text.paragraph[i] == text.paragraph[start]
            if here and text.tags[i] in _VERBS and text.lows[i] not in _BEING and not _inside(i, content):
                subject = _subject(text, i, content)
                if subject is not None and abs(subject - i) < _BESIDE:
                    return _phrase(text, subject)
    return None


def _announced(text: Text, content: list[Span]) -> Span | None:
    """The subject of a sentence that ends in a colon before the quotation: 'Ruiz bellowed from a lorry: "…"'."""
    start = content[0][0]
    colon = back(text, start)
    if colon < 0 or text.words[colon] != ":" or text.words[start] not in MARKS:
        return None
    sentence = [i for i in range(max(0, colon - _REACH), colon) if text.sentence[i] == text.sentence[colon]]
    root = next((i for i in sentence if text.heads[i] == i), None)
    return None if root is None else _of_verb(text, root, content)


def implied_source(text: Text, cue: Span | None, content: list[Span], quoted: bool) -> Span | None:
    """The span that a reader would take for the source, or ``None``; without a cue only of what is ``quoted``."""
    if not any(text.tags):
        return None
    if cue is not None:
        return _of_cue(text, cue, content)
    if not quoted:
        return None
    return signed(text, content) or _announced(text, content) or _beside(text, content)
