"""Which "may", "might" and "could" speak of a possibility.

They do in "the dam may burst". They do not as a month or a name, as a right ("residents may keep hens"), as
an ability ("she could see the sea"), or in a request ("could you wait?").
"""

from itertools import pairwise

from claimx.hedging.lexicon import words
from claimx.hedging.text import Text


def is_possibility(text: Text, i: int) -> bool:
    """Say whether the modal at ``i`` speaks of a possibility."""
    if not _is_auxiliary(text, i) or _is_inverted(text, i):
        return False
    return not (_is_ability(text, i) if text.low(i) == "could" else _is_right(text, i))


def _is_auxiliary(text: Text, i: int) -> bool:
    """Tell the modal from the month, the name and the noun: "May 20", "Lena May", "the might of"."""
    if text.tag(i) == "MD" or text.low(i + 1) in ("be", "have", "not", "never"):
        return True
    opens = text.starts(i) and not text.low(i + 1)[:1].isdigit()
    return not text.tag(i) and (opens or not text.doc[i].is_title)


def _is_inverted(text: Text, i: int) -> bool:
    """Find "could you …" and "nor may they"; "could it be a hoax?" still asks for a possibility."""
    if text.low(i - 1) in ("nor", "neither"):
        return True
    if not text.starts(i):
        return text.doc[i].is_title and text.low(i + 1) in words("third_person")
    if text.low(i + 1) in ("i", "you", "we"):
        return True
    title = text.doc[i + 1].is_title if i + 1 < text.size else False
    return text.low(i + 1) in words("third_person") and (title or text.low(text.window(i)[1]) != "?")


def _is_right(text: Text, i: int) -> bool:
    """Find rules: "under the law, residents may …", "passengers may not smoke"."""
    if text.low(i) != "may":
        return False
    window = text.lows(*text.window(i))
    ruled = any(b in words("rule") and _governs(window, n) for n, (_, b) in enumerate(pairwise(window)))
    forbids = text.low(i + 1) == "not" and text.starts(i - 1) and text.tag(i - 1) in ("", "NNS")
    return ruled or forbids or not words("free").isdisjoint(window)


def _governs(window: list[str], n: int) -> bool:
    """Say whether the sentence goes by the rule noun after ``n``: "under the law", "the rules say"."""
    under = "under" in window[max(0, n - 2) : n + 1]
    return under or not words("state").isdisjoint(window[n + 2 : n + 3])


def _is_ability(text: Text, i: int) -> bool:
    """Find what one was able to do: "she could see", "before he could speak", "in 1968 it could hold"."""
    start = text.window(i)[0]
    before, after = text.low(i - 1), text.low(i + 1)
    compared = text.ends(i + 1) and "as" in text.lows(start, i)
    person = before in words("person") or text.is_noun(i - 1)
    sense = person and after in words("ability")
    unreached = person and text.low(i - 2) in words("unreached")
    return compared or sense or unreached or before == "you" or (i < start + 8 and _in_past_year(text, start))


def _in_past_year(text: Text, start: int) -> bool:
    """Say whether the sentence opens with a year: "by the 1980s", "in 1968"."""
    opening = text.lows(start, start + 3)
    return opening[0] in words("past") and any(len(w) >= 4 and w[:4].isdigit() for w in opening[1:])
