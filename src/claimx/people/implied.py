"""Finds the source of an attribution that came without one: the subject of its cue, or who stands beside it.

In "Ruiz denied it and vowed to stay" the subject of "vowed" is "Ruiz"; in "Pellow was accused" nobody is, for
a passive hides its source.
"""

from claimx.people.text import Text
from claimx.pipeline.records import Attribution

Span = tuple[int, int]
_REACH = 40
_BESIDE = 7
_CLIMB = frozenset({"conj", "advcl", "xcomp", "parataxis", "ccomp"})
_MODIFIERS = frozenset({"det", "amod", "compound", "nmod:poss", "nummod", "case", "flat"})
_VERBS = frozenset({"VBD", "VBZ", "VBP"})
_DASHES = frozenset({"—", "–", "-", "--", "―"})


def _inside(token: int, spans: list[Span]) -> bool:
    return any(start <= token < end for start, end in spans)


def _phrase(text: Text, head: int) -> Span:
    """The contiguous words that hang on ``head``, appositions among them."""
    start, end, n = head, head + 1, len(text)
    while start > 0 and start <= text.heads[start - 1] <= head and text.deps[start - 1] != "punct":
        start -= 1
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
    for i in range(max(0, verb - _REACH), min(len(text), verb + _REACH)):
        if text.heads[i] == verb and text.deps[i] == "nsubj" and not _inside(i, content):
            return i
    return None


def _passive(text: Text, verb: int) -> bool:
    return any(
        text.heads[i] == verb and text.deps[i] in ("nsubj:pass", "aux:pass")
        for i in range(max(0, verb - _REACH), min(len(text), verb + _BESIDE))
    )


def _of_cue(text: Text, cue: Span, content: list[Span]) -> Span | None:
    """The subject of the cue's verb, or of the verb it is joined to."""
    verbs = [i for i in range(*cue) if text.tags[i][:2] == "VB" and not cue[0] <= text.heads[i] < cue[1]]
    verb = verbs[0] if verbs else next((i for i in range(*cue) if text.tags[i][:2] == "VB"), None)
    for _ in range(3):
        if verb is None or _passive(text, verb):
            return None
        subject = _subject(text, verb, content)
        if subject is not None:
            return _phrase(text, subject)
        verb = text.heads[verb] if text.deps[verb] in _CLIMB else None
    return None


def _beside(text: Text, content: list[Span]) -> Span | None:
    """The subject of a verb right behind or before a piece of the quotation: '"…," said Ruiz'."""
    for start, end in content:
        behind, ahead = (
            range(end, min(end + _BESIDE, len(text))),
            range(start - 1, max(-1, start - _BESIDE), -1),
        )
        for i in (*behind, *ahead):
            here = text.paragraph[i] == text.paragraph[start]
            if here and text.tags[i] in _VERBS and not _inside(i, content):
                subject = _subject(text, i, content)
                if subject is not None and abs(subject - i) < _BESIDE:
                    return _phrase(text, subject)
    return None


def _signed(text: Text, content: list[Span]) -> Span | None:
    """The signature of a post: "… — Ana Ruiz (@ruiz)"."""
    i = content[-1][1]
    while i < len(text) and (text.words[i].isspace() or text.words[i] in ('"', "”", "’")):
        i += 1
    if i >= len(text) or text.words[i] not in _DASHES:
        return None
    end = next((k for k in range(i + 1, min(i + 9, len(text))) if text.words[k].startswith("@")), None)
    return (i + 1, end + 1) if end is not None else None


def implied_source(text: Text, attribution: Attribution) -> Span | None:
    """The span that a reader would take for the source, or ``None``."""
    content = attribution["content"]
    if not content:
        return None
    if attribution["cue"] is not None:
        return _of_cue(text, attribution["cue"], content) if any(text.tags) else None
    if attribution["type"] == "indirect":
        return None
    return _signed(text, content) or _beside(text, content)
