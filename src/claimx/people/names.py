"""Names as they stand in the text: entity spans without article, title and possessive.

"Sgt. Luka Orr's" gives "Luka Orr" with the title "sgt"; "the health ministry", all in small letters, is no
name, and neither is "Friday".
"""

import re
from functools import lru_cache
from typing import NamedTuple

from claimx.people.text import Text
from claimx.people.words import WORDS

Key = tuple[str, ...]
DOCUMENT = "DOC"  # what the title of a document is, beside the labels of the entity recogniser
POSSESSIVE = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
OWNING = frozenset({"his", "her", "its", "their", "my", "our", "your", "whose"})
_CUTS = frozenset({"(", ")", ",", ";", "[", "]"})
_EDGE = frozenset({"the", "a", "an", '"', "“", "”", "‘", "'", "’", ",", ".", "—", "–", "-", "(", ")", ":"})
HYPHENS = frozenset({"-", "‐", "‑"})
_ONE_HYPHEN = str.maketrans("‐‑", "--")
_JUNK = re.compile(r"[^\w@-]")
_OWNED = re.compile(r"['’]s$")


class Name(NamedTuple):
    """One name in the text: tokens without article, title and possessive."""

    start: int
    end: int
    label: str  # PERSON, ORG, LOC or MISC
    key: Key
    title: str  # lower-cased, "" for none


class NameMap:
    """The name that stands on a token, if any."""

    def __init__(self, names: list[Name]) -> None:
        self._at = {i: name for name in names for i in range(name.start, name.end)}

    def at(self, token: int) -> Name | None:
        """The name on the token."""
        return self._at.get(token)

    def put(self, name: Name) -> None:
        """Add a name that the entity recogniser did not see."""
        self._at.update(dict.fromkeys(range(name.start, name.end), name))


@lru_cache(maxsize=4096)
def key_of(phrase: str) -> Key:
    """Return what makes two spellings the same name: words without case, points and possessive."""
    phrase = phrase.translate(_ONE_HYPHEN).casefold()
    parts = (_JUNK.sub("", _OWNED.sub("", part)).strip("-") for part in phrase.split())
    key = tuple(part for part in parts if part)
    return key[:-1] if len(key) > 1 and key[-1] in WORDS.name_suffixes else key


def _hyphenated(text: Text, start: int, end: int) -> tuple[int, int]:
    """Take in the other half of "SANDOVAL-PUGH"."""
    words, at = text.words, text.at
    while (
        start > 1
        and words[start - 1] in HYPHENS
        and words[start - 2][:1].isupper()
        and (at[start - 2] + len(words[start - 2]) + 1 == at[start])
    ):
        start -= 2
    while (
        end + 1 < len(words)
        and words[end] in HYPHENS
        and words[end + 1][:1].isupper()
        and (at[end - 1] + len(words[end - 1]) == at[end] and at[end] + 1 == at[end + 1])
    ):
        end += 2
    return start, end


def is_title(text: Text, i: int) -> bool:
    """Whether the token is a title, or the point that belongs to one ("Sgt", ".")."""
    low = text.lows[i]
    if low == ".":
        return i > 0 and text.lows[i - 1] in WORDS.titles
    if low in WORDS.particles and text.words[i].islower():  # "Corriere del Lago" is led by no delegate
        return False
    return low in WORDS.titles or (low[-1:] == "s" and low[:-1] in WORDS.titles and text.words[i][:1].isupper())


def _title_before(text: Text, start: int) -> int:
    """First token of the titles that end before ``start``."""
    first = start
    while first > 0 and is_title(text, first - 1) and start - first < 5:
        first -= 1
    return first


def _title(text: Text, first: int, start: int) -> str:
    """The last title in ``[first, start)``, without its point."""
    words = [low.rstrip(".") for low in text.lows[first:start] if low != "."]
    return words[-1] if words else ""


def _without_role(text: Text, start: int, end: int) -> int:
    """Start of the name proper in "Regional Fire Commander Inés Valbuena" and "Sen. Ruiz"."""
    lows, first = text.lows, start
    for i in range(start, end - 1):
        if is_title(text, i) or (lows[i] in WORDS.people and i < end - 2):
            first = i + 1
    return first


def _trim(text: Text, start: int, end: int) -> tuple[int, int]:
    lows = text.lows
    end = next((i for i in range(start + 1, end) if lows[i] in _CUTS), end)
    while end > start and (lows[end - 1] in POSSESSIVE or (lows[end - 1] in _EDGE and lows[end - 1] != ".")):
        end -= 1
    while start < end and (lows[start] in _EDGE or text.words[start].isspace()):
        start += 1
    while end > start + 2 and lows[end - 1] in WORDS.name_suffixes and text.words[end - 1].isupper():
        end -= 1
    while (
        end > start + 1
        and text.words[end - 1].islower()
        and text.words[end - 1].isalpha()
        and text.tags[end - 1][:3] not in ("", "NNP", "FW")
        and (text.words[end - 2] not in HYPHENS)
    ):
        end -= 1
    return start, end


def make(text: Text, start: int, end: int, label: str) -> Name | None:
    """Trim an entity to a name; ``None`` if it is not one."""
    start, end = _trim(text, start, end)
    if start >= end or any("\n" in word for word in text.words[start:end]):
        return None
    title = ""
    first = _title_before(text, start)
    if label in ("ORG", "MISC") and first < start and text.words[first][:1].isupper():
        label = "PERSON"
    start, end = _hyphenated(text, start, end)
    if label == "PERSON":
        start = _without_role(text, start, end)
        first = min(first, _title_before(text, start))
        title = _title(text, first, start)
    phrase = text.chars(start, end)
    key = key_of(phrase)
    if not key or phrase.islower() or all(part in WORDS.calendar or part.isdigit() for part in key):
        return None
    if phrase.isupper() and WORDS.people.issuperset(key):  # the "MINISTER:" of a transcript
        return None
    return Name(start, end, label, key, title)


def introduced(text: Text, names: list[Name]) -> dict[Key, Key]:
    """What stands in brackets behind a name: "the Meridian Space Agency (MSA)", "Ana Ruiz (@anar)"."""
    short = {}
    for name in names:
        bracket = text.words[name.end : name.end + 3]
        enclosed = bracket[1] if len(bracket) == 3 and bracket[0] == "(" and bracket[2] == ")" else ""
        if enclosed[:2].isupper() or enclosed[:1] == "@":
            short[key_of(enclosed)] = name.key
    return short


def spellings(names: list[Name]) -> dict[Key, str]:
    """Label of every spelling in the article, surnames of full names among them."""
    known: dict[Key, str] = {}
    for name in names:
        if name.label == "PERSON":
            for i in range(1, len(name.key)):
                known.setdefault(name.key[i:], "PERSON")
    return known | {name.key: name.label for name in names}
