"""Which way a time lies, by the words around it: "said on Tuesday" looks back, "will meet on Tuesday" ahead.

The nearest word to the left in the sentence that tells decides, or at the beginning of a sentence the first
to the right. Without any, times lie behind, for news reports what has happened, but for a month soon to come.
"""

from collections.abc import Mapping

from claimx.lexicons import words
from claimx.quantities.lexemes import Lexemes
from claimx.quantities.when import Moment

_AHEAD = words("calendar", "ahead")
_BEHIND = words("calendar", "behind")
_ENDS = frozenset('.!?;"“”•●')
_LIMITS = frozenset({"by", "until", "till"})
_REACH = 24
_ARTICLES = frozenset({"the", "a", "an"})


def direction(lexemes: Lexemes, moment: Moment, tags: Mapping[int, str]) -> int:
    """Return -1 if the moment lies behind the day of publication, 1 if ahead, 0 if nothing tells; -2 after "since".

    ``tags`` gives the part of speech (Penn tag) of the word at a character, where there is a tagger.
    """
    before = lexemes[moment.first - 1].low
    if before == "since":
        return -2
    left = _nearest(lexemes, moment.first - 1, -1, tags)
    right = _nearest(lexemes, moment.stop, 1, tags)
    if before in _LIMITS:
        return -1 if (left or right) < 0 and right < 0 else 1
    return left or right


def _nearest(lexemes: Lexemes, i: int, step: int, tags: Mapping[int, str]) -> int:
    """Return what the nearest telling word in the sentence says, 0 when none does."""
    for _ in range(_REACH):
        lexeme = lexemes[i]
        if lexeme.kind == "b" or (lexeme.low in _ENDS and _closes(lexemes, i)):
            return 0
        told = _tells(lexemes, i, tags)
        if told:
            return told
        i += step
    return 0


def _closes(lexemes: Lexemes, i: int) -> bool:
    """Whether the sign at ``i`` ends a sentence; the dot of "Oct. 20" does not."""
    return lexemes[i].low != "." or lexemes[i + 1].raw[:1].isupper() or lexemes[i + 1].kind in "bs"


def _tells(lexemes: Lexemes, i: int, tags: Mapping[int, str]) -> int:
    lexeme = lexemes[i]
    word = lexeme.low
    tag = tags.get(lexeme.start, "")
    if word in _AHEAD or tag == "MD":
        return 1
    if word in _BEHIND or tag in ("VBD", "VBN"):
        return -1
    if lexeme.kind != "w" or word in _ARTICLES:
        return 0
    if lexemes[i - 1].low == "to" and tag in ("", "VB"):
        return 1
    return -1 if not tag and word.endswith("ed") and len(word) > 4 else 0
