"""Where a noun phrase begins and ends, and which of its words is the head.

"The minister" is all that "The minister, 54, who resigned" comes to; its head is the last word, or the name there.
"""

from claimx.people.names import POSSESSIVE, Name, NameMap, is_title
from claimx.people.text import Text
from claimx.people.words import WORDS

GLUE = frozenset({"-", "‑", "–", "&", "/", *POSSESSIVE})
_VERBS = frozenset({"VBZ", "VBD", "VBP", "MD"})
_PARTICIPLES = frozenset({"VBG", "VBN", "VBD"})
_TIME = frozenset({"this", "last", "next"})  # "the court this month"


def is_word(word: str) -> bool:
    """Whether the token is more than marks."""
    return any(c.isalnum() for c in word)


def _breaks(text: Text, i: int, start: int) -> bool:
    low, tag = text.lows[i], text.tags[i]
    if is_title(text, i) or (low.isspace() and "\n" not in low):
        return False
    if low == "and" and i > start and tag and text.tags[i - 1] == "JJ":
        return False
    if low in _TIME and i > start:
        return True
    if low in WORDS.breaks or tag in _VERBS:
        return i > start and not (tag == "VBD" and text.tags[i - 1][:2] not in ("NN", "PR", "DT"))
    if tag in _PARTICIPLES:
        return i > start and text.tags[i - 1][:2] in ("NN", "PR")
    return not is_word(low) and low not in GLUE


def core_end(text: Text, names: NameMap, start: int, end: int) -> int:
    """End of the bare noun phrase at ``start``: before "who", ", 54", "of Calder", "briefed on".

    A "who" with its clause behind it stands alone.
    """
    if text.lows[start] in ("who", "which"):
        return start + 1
    i = start
    while i < end:
        name = names.at(i)
        if name is not None and name.start >= start:
            i = min(name.end, end)
        elif _breaks(text, i, start):
            break
        else:
            i += 1
    return i


def skip(text: Text, start: int, end: int) -> int:
    """The first word of the phrase: after marks, dashes and "by"."""
    while start < end - 1 and (not is_word(text.words[start]) or text.lows[start] in ("by", "from", "and")):
        if text.words[start].startswith("@"):
            break
        start += 1
    return start


def last_word(text: Text, start: int, stop: int) -> int:
    """The last word of ``[start, stop)``, without possessive, marks and degrees."""
    i = stop - 1
    while i > start and (
        text.lows[i] in POSSESSIVE
        or not is_word(text.words[i])
        or (text.lows[i] in WORDS.name_suffixes and text.words[i].isupper())
    ):
        i -= 1
    return i


def head_name(text: Text, names: NameMap, start: int, stop: int) -> Name | None:
    """The name that ends the noun phrase ``[start, stop)``: "analyst Ana Orr", not "Kestrel analyst"."""
    head = last_word(text, start, stop)
    name = names.at(head)
    return name if name is not None and name.start >= start else None


def is_proper(text: Text, i: int) -> bool:
    """Whether the token looks like part of a name, as far as tag and capital tell."""
    word, low = text.words[i], text.lows[i]
    if low in WORDS.groups or low in WORDS.people or low in WORDS.documents:
        return False
    if low in WORDS.determiners or low in WORDS.pronouns or low in WORDS.author or low in WORDS.group_pronouns:
        return False
    if word[:1] == "@":
        return True
    inside = i > 0 and text.sentence[i - 1] == text.sentence[i] and text.tags[i][:2] == "NN"
    return word[:1].isupper() and (text.tags[i].startswith("NNP") or not text.tags[i] or inside)
