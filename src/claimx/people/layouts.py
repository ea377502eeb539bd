"""Speakers that the layout names: a label before the words, a signature behind them.

``RUIZ: No.``, ``Q: Why?`` and ``It is late. — Ana Ruiz (@ruiz) March 3`` have one; "There were two reasons: rain
and money" has none.
"""

from claimx.people.text import Text
from claimx.people.words import WORDS
from claimx.pipeline.marks import MARKS
from claimx.pipeline.records import Span

DASHES = frozenset({"—", "–", "-", "--", "―"})
BULLETS = frozenset("•▪●‣*")
_LONGEST = 5
_TURN = 10  # tokens of a label with a role
_SIGNATURE = 9


def back(text: Text, i: int) -> int:
    """The last token before ``i`` that is neither white space nor a quotation mark, or -1."""
    i -= 1
    while i >= 0 and (text.words[i].isspace() or text.words[i] in MARKS):
        i -= 1
    return i


def opens_line(text: Text, i: int) -> bool:
    """Whether ``i`` is the first token of its line, a quotation mark aside."""
    while i > 0 and text.words[i - 1] in MARKS:
        i -= 1
    return i == 0 or "\n" in text.words[i - 1]


def _opens_item(text: Text, i: int) -> bool:
    """Whether ``i`` is the first token of its line, or the first behind a bullet."""
    return opens_line(text, i - 1 if i > 0 and text.words[i - 1] in BULLETS else i)


def _loud(text: Text, i: int) -> bool:
    return text.words[i].isupper() or text.words[i] in (".", "-", "’", "'")


def opens_turn(text: Text, i: int) -> bool:
    """Whether a label in capitals and a colon follow: "ANA RUIZ, HOST: Good evening", "ANA RUIZ (Colm Radio): Why?"."""
    colon, limit = i, min(len(text), i + _TURN)
    while colon < limit and (_loud(text, colon) or text.words[colon] == ","):
        colon += 1
    if i < colon < limit and text.words[colon] == "(":  # "):" is one token, a sad face
        colon = next((k for k in range(colon, limit) if text.words[k][-1] == ":"), colon)
    return i < colon < len(text) and text.words[colon] in (":", "):")


def _label_before(text: Text, colon: int) -> Span | None:
    """The few words between the start of the line and a colon, when they look like somebody's label."""
    for start in range(colon - 1, max(-1, colon - 1 - _LONGEST), -1):
        if text.words[start].isspace() or text.words[start] in BULLETS:
            return None
        if _opens_item(text, start) and text.words[start] not in MARKS:
            loud = all(_loud(text, i) for i in range(start, colon))
            named = all(text.words[i][:1].isupper() and text.tags[i][:2] == "NN" for i in range(start, colon))
            named = named and any(text.tags[i][:3] == "NNP" for i in range(start, colon))
            named = named and start > 0  # a headline: "Storm Vera: live updates"
            return (start, colon) if loud or named else None
    return None


def labelled(text: Text, content: list[Span]) -> Span | None:
    """The label before a content."""
    before = back(text, content[0][0])
    return _label_before(text, before) if before > 0 and text.words[before] == ":" else None


def signed(text: Text, content: list[Span]) -> Span | None:
    """The signature behind a content: "— Ana Ruiz (@ruiz)", or "– Ana Ruiz" at the end of its line."""
    i = content[-1][1]
    while i < len(text) and (text.words[i].isspace() or text.words[i] in MARKS):
        i += 1
    if i >= len(text) or text.words[i] not in DASHES:
        return None
    line = i + 1
    while line < len(text) and "\n" not in text.words[line] and line <= i + _SIGNATURE:
        line += 1
    handle = next((k for k in range(i + 1, line) if text.words[k].startswith("@")), None)
    if handle is not None:
        closed = text.words[handle + 1 : handle + 2] == [")"]
        return (i + 1, handle + 1 + closed)
    ends = line == len(text) or "\n" in text.words[line]
    capital = i + 1 < line and all(_namelike(text, k) for k in range(i + 1, line))
    return (i + 1, line) if ends and capital else None


def _namelike(text: Text, i: int) -> bool:
    return text.words[i][:1].isupper() or text.words[i] in (",", ".", "-", "’") or text.lows[i] in WORDS.particles


def _inside(text: Text, content: list[Span]) -> Span | None:
    """The label in capitals that the content itself opens with, as in a transcript in marks: "RUIZ: No."."""
    first = content[0][0]
    while first < content[0][1] and text.words[first] in MARKS:
        first += 1
    colon = next((i for i in range(first, min(first + _LONGEST, content[0][1])) if text.words[i] == ":"), first)
    loud = colon > first and opens_line(text, first) and all(_loud(text, i) for i in range(first, colon))
    return (first, colon) if loud else None


def told_by_layout(text: Text, content: list[Span]) -> Span | None:
    """The source that the layout shows, which goes before any other; a signature only under what opens its line."""
    label = labelled(text, content) or _inside(text, content)
    return label or (signed(text, content) if _opens_item(text, content[0][0]) else None)


def in_reach(text: Text, source: Span | None, content: list[Span]) -> Span | None:
    """The source, unless it stands whole paragraphs before words that no cue ties to it.

    Of the direct contents without a cue in the development files none belonged to such a source.
    """
    far = source is not None and text.paragraph[content[0][0]] - text.paragraph[source[0]] > 1
    return None if far else source
