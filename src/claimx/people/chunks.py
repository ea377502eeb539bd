"""Mends entity spans with the tags: a name is a whole run of proper nouns, without the role before it.

The recogniser's "Orr" and "Pell" become "Orr-Pell", "Joanna" becomes "Joanna Orr", and "Poultry Alba" is no
"Alba". "Regional Fire Commander Inés Orr" holds one name, "Inés Orr". Without tags the spans stay.
"""

from collections import Counter

from claimx.people.names import HYPHENS, Name, is_title, make
from claimx.people.text import Text
from claimx.people.words import WORDS

Entity = tuple[int, int, str]
_PROPER = frozenset({"NNP", "NNPS"})
_GIVEN = frozenset({"april", "may", "june", "august", "jan"})
_OPENING, _CLOSING = frozenset({'"', "“", "‘", "'"}), frozenset({'"', "”", "’", "'"})


def _is_proper(text: Text, i: int) -> bool:
    word = text.words[i]
    if text.tags[i] not in _PROPER or not word[:1].isupper():
        return False
    return text.lows[i].rstrip(".") not in WORDS.calendar or _is_first_name(text, i)


def _is_first_name(text: Text, i: int) -> bool:
    """As in "May Ostrander" and "June Orr", but not "in June Orr"."""
    given = text.lows[i] in _GIVEN and i + 1 < len(text) and text.tags[i + 1] in _PROPER
    return given and text.words[i + 1][:1].isupper() and not (i and text.lows[i - 1] in WORDS.before_months)


def _goes_on(text: Text, i: int) -> bool:
    """Inside a run a capital is enough: the "Workers" of "Signal Workers" is often tagged as a plain noun."""
    return _is_proper(text, i) or (text.words[i][:1].isupper() and text.tags[i] in ("NN", "NNS"))


def _glued(text: Text, i: int) -> bool:
    return text.at[i] + len(text.words[i]) == text.at[i + 1] and text.at[i - 1] + len(text.words[i - 1]) == text.at[i]


def _names_body(text: Text, start: int, i: int) -> bool:
    """Whether "and" at ``i`` stands inside one name: "the Oversight and Reform Committee"."""
    end = i + 1
    while end < len(text) and (_goes_on(text, end) or text.words[end] in ("'", "’")):
        end += 1
    whole = (start > 0 and text.lows[start - 1] == "the") or i - start > 1
    plain = text.lows[i - 1] not in WORDS.bodies and text.lows[start] not in WORDS.first_names
    return whole and plain and end - i > 2 and text.lows[end - 1] in WORDS.bodies


def _nickname(text: Text, i: int) -> int:
    """Tokens up to the surname in 'Wendell "Stoop" Bramley'; 0 if no nickname opens at ``i``."""
    for k in range(i + 2, min(i + 5, len(text) - 1)):
        if text.words[k] in _CLOSING and text.words[i + 1][:1].isupper():
            return k + 1 - i if _is_proper(text, k + 1) else 0
    return 0


def _ties(text: Text, i: int, start: int) -> bool:
    """Whether one token between two proper nouns holds them together."""
    word = text.lows[i]
    if word in ("of", "for"):
        return any(low in WORDS.bodies for low in text.lows[start:i])
    if word == "and":
        return _names_body(text, start, i)
    if word == ".":
        return text.lows[i - 1] in WORDS.titles
    if word in ("'", "’"):
        return text.lows[i + 1] in WORDS.bodies
    return word == "&" or word in WORDS.particles or (word.isspace() and "\n" not in word)


def _joins(text: Text, i: int, start: int) -> int:
    """How many tokens from ``i`` on tie the proper noun before it to the one behind; 0 for none."""
    if i + 1 >= len(text):
        return 0
    if text.words[i] in HYPHENS:
        given = i - start > 1 and text.tags[i + 1][:2] == "NN"
        return 2 * (_glued(text, i) and (text.words[i + 1][:1].isupper() or text.tags[i + 1] in _PROPER or given))
    if text.words[i] in _OPENING and (step := _nickname(text, i)):
        return step
    if text.lows[i] in ("of", "for") and text.lows[i + 1] == "the" and i + 2 < len(text):
        return 3 * (_is_proper(text, i + 2) and _ties(text, i, start))  # "Court of Appeals for the Sixth Circuit"
    return 2 * (_is_proper(text, i + 1) and _ties(text, i, start))


def runs(text: Text) -> list[tuple[int, int]]:
    """Maximal runs of proper nouns, with what ties them together."""
    found, i, n = [], 0, len(text)
    while i < n:
        if not _is_proper(text, i):
            i += 1
            continue
        start = i
        i += 1
        while i < n and (step := 1 if _goes_on(text, i) else _joins(text, i, start)):
            i += step
        found.append((start, i))
    return found


def _role_end(text: Text, start: int, end: int) -> int:
    """Where the name proper begins after roles and titles: at "Inés" in "Fire Commander Inés Orr"."""
    if text.lows[end - 1] in WORDS.bodies:
        return start
    first = start + (text.lows[start] in WORDS.offices and text.lows[max(0, start - 1)] == "of")
    for i in range(start, end - 1):
        if is_title(text, i) or (text.lows[i] in WORDS.people and (i > start or end - i > 2)):
            first = i + 1
    return first


def _called_body(text: Text, start: int) -> bool:
    """As in "The operator, Lumbe Hydro," and "train drivers' union RAILFORCE"."""
    comma = start > 1 and text.lows[start - 1] == ","
    i = start - 1 - comma
    return i > 0 and text.lows[i] in (WORDS.companies if comma else WORDS.bodies) and text.words[i].islower()


def _label(text: Text, start: int, end: int, votes: Counter[str], role: bool) -> str:
    last = text.lows[end - 1].rstrip(".")
    if (
        end - start == 1
        and 1 < len(last) < 7
        and text.words[start].isupper()
        and text.lows[min(end, len(text) - 1)] != ":"
    ):
        return "ORG" if votes else ""
    if role or (end - start > 1 and text.lows[start] in WORDS.first_names and last not in WORDS.bodies):
        return "PERSON"
    if _called_body(text, start):
        return "ORG"
    if end - start > 1 and last in WORDS.streets:
        return "LOC"
    if end - start > 1 and (last in WORDS.bodies or last in WORDS.body_suffixes):
        return "ORG"
    return votes.most_common(1)[0][0] if votes else ""


def _pieces(text: Text, start: int, end: int, entities: list[Entity]) -> list[Name | None]:
    """The names in one run: the body before a role, and the bearer after it."""
    first = _role_end(text, start, end)
    role = first > start or (start > 0 and text.lows[start - 1] in WORDS.people)
    votes: Counter[str] = Counter()
    for s, e, label in entities:
        votes[label] += max(0, min(e, end) - max(s, first)) + (label == "PERSON" and e >= end)
    label = _label(text, first, end, +votes, role)
    described = all(low in WORDS.people or low in WORDS.groups for low in text.lows[first:end])
    described = described or (label != "PERSON" and text.lows[end - 1] in WORDS.people - WORDS.bodies)
    names = [make(text, first, end, label)] if label and not described else []
    if first > start:
        while first > start and text.lows[first - 1] in WORDS.people | WORDS.titles.keys() | WORDS.qualifiers:
            first -= 1
        names += [
            make(text, max(s, start), min(e, first), kind) for s, e, kind in entities if s < first and kind != "PERSON"
        ]
    return names


def mend(text: Text, entities: list[Entity], titled: bytearray) -> list[Name]:
    """Turn entity spans into whole names; spans in headlines and untagged text are taken as they are."""
    entities = sorted(entities)
    names: list[Name | None] = []
    k = 0
    spans = [run for run in runs(text) if not titled[run[0]]] if any(text.tags) else []
    for start, end in spans:
        while k < len(entities) and entities[k][1] <= start:
            names.append(make(text, *entities[k]))
            k += 1
        inside = []
        while k < len(entities) and entities[k][0] < end:
            inside.append(entities[k])
            k += 1
        low = min([start, *(s for s, _, _ in inside)])
        high = max([end, *(e for _, e, _ in inside)])
        names += _pieces(text, low, high, inside)
    names += [make(text, *entity) for entity in entities[k:]]
    return sorted({name.start: name for name in names if name is not None}.values())
