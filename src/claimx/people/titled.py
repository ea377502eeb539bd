"""Documents that bear a title of their own: "Rising Water" in 'The report, "Rising Water", says'.

In 'The report said "Never Again"' the words in marks are no title: no comma and no "called" ties them to the report.
"""

from claimx.people.given import GIVING
from claimx.people.names import DOCUMENT, Name, key_of
from claimx.people.text import Text
from claimx.people.words import WORDS
from claimx.pipeline.marks import CLOSED_BY

_LONGEST = 8
_FEWEST = 2
_SMALL = 4  # letters of a word that a title need not capitalise
_AROUND = 7


def _title(text: Text, opening: int) -> tuple[int, int] | None:
    """The words between the marks that open at ``opening``, if they are set as a title."""
    closers = CLOSED_BY[text.words[opening]]
    reach = range(opening + 1, min(opening + 2 + _LONGEST, len(text)))
    closing = next((i for i in reach if text.words[i] in closers), None)
    if closing is None:
        return None
    end = closing - (text.words[closing - 1] in (",", "."))
    words = text.words[opening + 1 : end]
    capitals = all(word[:1].isupper() or len(word) <= _SMALL for word in words)
    fits = len(words) >= _FEWEST and capitals and words[0][:1].isupper() and words[-1][:1].isupper()
    return (opening + 1, end) if fits else None


def _noun_before(text: Text, opening: int) -> bool:
    """As in 'the report, "Rising Water"' and 'a celebrated paper called "Rising Water"'."""
    i = opening - 1
    tied = text.words[i] == "," or text.lows[i] in GIVING
    while i > 0 and (text.words[i] == "," or text.lows[i] in GIVING):
        i -= 1
    return tied and text.lows[i] in WORDS.titled


def _noun_behind(text: Text, end: int) -> bool:
    """As in '"Rising Water", a 64-page paper'."""
    i = end
    while i < len(text) and not text.words[i][:1].isalnum():
        i += 1
    if "," not in text.words[end:i] or i >= len(text) or text.lows[i] not in WORDS.determiners:
        return False
    reach = range(i, min(i + _AROUND, len(text)))
    stop = next((k for k in reach if text.words[k] in (",", ".")), reach.stop)
    return any(low in WORDS.titled for low in text.lows[i:stop])


def with_titles(text: Text, names: list[Name]) -> list[Name]:
    """Add the titles of documents; what the entity recogniser saw inside them goes."""
    found = []
    for opening in (i for i in range(len(text) - _FEWEST) if text.words[i] in CLOSED_BY):
        span = _title(text, opening)
        if span is not None and (_noun_before(text, opening) or _noun_behind(text, span[1])):
            found.append(Name(*span, DOCUMENT, key_of(text.chars(*span)), ""))
    inside = {i for title in found for i in range(title.start, title.end)}
    return sorted([*found, *(name for name in names if inside.isdisjoint(range(name.start, name.end)))])
