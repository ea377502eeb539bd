"""Mends what the entity recogniser takes a name for, by what the article says around it.

"The government of Ostreva" makes Ostreva a place, and so does a dateline ("LONDON (Wire) —"). A name with a number at
its end is no person, nor is "Orr & Sons" or the Kremlin. "Paddy" at the head of a sentence is no name in an article
that writes of paddy, and "Caretaker Orr" is Orr where there is an Ash Orr.
"""

from claimx.people.layouts import DASHES, opens_turn
from claimx.people.names import OWNING, Key, Name
from claimx.people.text import Text
from claimx.people.words import WORDS

_BEHIND_DATELINE = DASHES | {"(", ","}


def _ruled(text: Text, name: Name) -> bool:
    """Whether the name stands behind "the government of" and the like."""
    before = name.start - 1 - (text.lows[name.start - 1] == "the")
    return before > 0 and text.lows[before] == "of" and text.lows[before - 1] in WORDS.places


def _is_owned(text: Text, name: Name) -> bool:
    """Whether a possessive stands right before several words, as in "his Silver Orrery", but not "his Ana Ruiz"."""
    owned = name.start > 0 and text.lows[name.start - 1] in OWNING
    return owned and len(name.key) > 1 and not name.title and name.key[0] not in WORDS.first_names


def _dateline(text: Text, name: Name) -> bool:
    """Whether the name in capitals opens a paragraph and a bracket, a comma or a dash follows; not "RUIZ, HOST:"."""
    first = name.start == 0 or text.paragraph[name.start - 1] != text.paragraph[name.start]
    loud = first and all(word.isupper() for word in text.words[name.start : name.end])
    loud = loud and not opens_turn(text, name.start)
    return loud and name.end < len(text) and text.words[name.end] in _BEHIND_DATELINE


def _is_place(text: Text, name: Name) -> bool:
    return _ruled(text, name) or _dateline(text, name)


def _opens_sentence(text: Text, i: int) -> bool:
    while i > 0 and text.sentence[i - 1] == text.sentence[i] and not text.words[i - 1][:1].isalnum():
        i -= 1
    return i == 0 or text.sentence[i - 1] != text.sentence[i]


def _is_common(text: Text, small: frozenset[str], mentions: list[Name]) -> bool:
    """Whether a name is a common noun that only ever has a capital at the head of a sentence."""
    first = mentions[0]
    plain = len(first.key) == 1 and first.key[0] in small and first.key[0] not in WORDS.first_names
    return plain and all(not name.title and _opens_sentence(text, name.start) for name in mentions)


def _without_role(text: Text, name: Name, surnames: set[str]) -> Name:
    """The surname alone, of a role and a surname that somebody in the article bears with a first name."""
    role = name.label == "PERSON" and len(name.key) == 2 and name.key[0] in WORDS.people and name.key[1] in surnames
    if not role or name.key != tuple(text.lows[name.start : name.end]):
        return name
    return name._replace(start=name.start + 1, key=name.key[1:], title=name.key[0])


def relabelled(text: Text, names: list[Name], small: frozenset[str]) -> list[Name]:
    """The names with better labels, without common nouns; ``small`` are the words that the article writes small."""
    mentions: dict[Key, list[Name]] = {}
    for name in names:
        mentions.setdefault(name.key, []).append(name)
    common = {key for key, same in mentions.items() if _is_common(text, small, same)}
    label = {key: "LOC" for key, same in mentions.items() if any(_is_place(text, name) for name in same)}
    people = {key: same[0] for key, same in mentions.items() if same[0].label == "PERSON"}
    label |= {key: "MISC" for key in people if key[-1][-1].isdigit()}
    label |= {key: "ORG" for key, name in people.items() if "&" in text.words[name.start : name.end]}
    label |= {key: "ORG" for key in people if len(key) == 1 and key[0] in WORDS.metonyms}
    label |= {key: "MISC" for key in people if all(_is_owned(text, name) for name in mentions[key])}
    surnames = {key[-1] for key in people if len(key) > 1 and key[0] not in WORDS.people}
    kept = (name._replace(label=label.get(name.key, name.label)) for name in names if name.key not in common)
    return [_without_role(text, name, surnames) for name in kept]
