"""Takes a source phrase apart: who is its head, and which names stand only inside its modifiers.

"Harnova's deputy, Lena Marsh," is headed by a deputy and names her; "Harnova's deputy" names nobody, and
neither does "a friend of Lena Marsh".
"""

from typing import NamedTuple

from claimx.people.names import DOCUMENT, POSSESSIVE, Name, is_title
from claimx.people.text import Text
from claimx.people.words import WORDS
from claimx.pipeline.marks import CLOSED_BY, MARKS

GLUE = frozenset({"-", "‑", "–", "&", "/", *POSSESSIVE})
_VERBS = frozenset({"VBZ", "VBD", "VBP", "MD"})
_PARTICIPLES = frozenset({"VBG", "VBN", "VBD"})
OWNING = frozenset({"his", "her", "its", "their", "my", "our", "your", "whose"})
_TIME = frozenset({"this", "last", "next"})  # "the court this month"
_OPENERS = frozenset({",", "—", "–", "(", ":"})
_CLOSERS = frozenset({",", "(", ".", "—", "–", ")", "who", "whose", "and", '"', ":", "'s", "’s"})
GIVING = frozenset({"called", "named", "dubbed", "titled", "entitled"})
_NAMING = GIVING | {"itself", "himself", "herself", "themselves"}
_PLACES = WORDS.places - {"government", "nation", "country"}  # "the city of Calder" is Calder
_APPOSED = frozenset({"PERSON", DOCUMENT})
_JOINS = frozenset({"and", "or", "&", ","})


class Phrase(NamedTuple):
    """A source phrase. ``head`` is a token; ``names`` are who it names, joint sources all of them."""

    start: int
    end: int
    head: int
    determiner: str
    owner: tuple[int, int] | None
    names: tuple[Name, ...]
    counted: bool


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


def _is_word(word: str) -> bool:
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
    return not _is_word(low) and low not in GLUE


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
    while start < end - 1 and (not _is_word(text.words[start]) or text.lows[start] in ("by", "from", "and")):
        if text.words[start].startswith("@"):
            break
        start += 1
    return start


def last_word(text: Text, start: int, stop: int) -> int:
    """The last word of ``[start, stop)``, without possessive, marks and degrees."""
    i = stop - 1
    while i > start and (
        text.lows[i] in POSSESSIVE
        or not _is_word(text.words[i])
        or (text.lows[i] in WORDS.name_suffixes and text.words[i].isupper())
    ):
        i -= 1
    return i


def _owner(text: Text, names: NameMap, start: int, head: int) -> tuple[int, int] | None:
    for i in range(head - 1, start, -1):
        if text.lows[i] in POSSESSIVE and names.at(i) is None:
            return (start, i)
    return (start, start + 1) if start < head and text.lows[start] in OWNING else None


def head_name(text: Text, names: NameMap, start: int, stop: int) -> Name | None:
    """The name that ends the noun phrase ``[start, stop)``: "analyst Ana Orr", not "Kestrel analyst"."""
    head = last_word(text, start, stop)
    name = names.at(head)
    return name if name is not None and name.start >= start else None


def _is_role_word(text: Text, i: int) -> bool:
    low = text.lows[i]
    return (
        low in WORDS.determiners
        or low in WORDS.titles
        or low == "-"
        or text.tags[i][:2] in ("JJ", "NN", "VB")
        or (not text.tags[i] and low not in WORDS.breaks and _is_word(low))
    )


def _closes(text: Text, i: int, end: int) -> bool:
    return i >= end or text.lows[i] in _CLOSERS or text.words[i] in MARKS


def _is_firm(text: Text, name: Name) -> bool:
    """Whether the name says itself that it is a body's: "Castor Living LP"."""
    return name.label == "ORG" and text.lows[name.end - 1].rstrip(".") in WORDS.body_suffixes


def _leads_on(text: Text, names: NameMap, i: int) -> bool:
    """Whether the token can stand before the person in an apposition: "the", "former", "Indiana", "Gov."."""
    name = names.at(i)
    if name is not None:
        return name.label not in _APPOSED and not _is_firm(text, name)
    return is_title(text, i) or (_is_role_word(text, i) and not is_proper(text, i))


def apposed(text: Text, names: NameMap, start: int, end: int) -> tuple[int, int] | None:
    """Where a comma leads to the name of a person or document: "An attorney for Pell, Mark Orr,".

    There is none in "An attorney for Pell, near Mark Road".
    """
    for comma in range(start, end):
        if text.lows[comma] not in _OPENERS or names.at(comma) is not None:
            continue
        i = comma + 1 + (text.words[min(comma + 1, end - 1)] in CLOSED_BY)
        while i < end and _leads_on(text, names, i):
            i += 1
        name = names.at(i) if i < end else None
        stop = name.end if name is not None else i
        while name is None and stop < end and (is_proper(text, stop) or text.lows[stop] in GLUE):
            stop += 1
        person = name.label in _APPOSED or _is_firm(text, name) if name is not None else stop - i > 1
        if person and stop <= end and _closes(text, stop, end):
            return i, stop
    return None


def _bearer(text: Text, names: NameMap, start: int, end: int) -> Name | None:
    """The person right behind an office: "Secretary of State John Orr"."""
    name = head_name(text, names, start, core_end(text, names, start, end))
    return name if name is not None and name.label == "PERSON" and start < name.start else None


def _apposed_name(text: Text, names: NameMap, start: int, end: int) -> Name | None:
    span = apposed(text, names, start, end)
    return names.at(span[0]) if span is not None else None


def _example(text: Text, names: NameMap, start: int, end: int) -> Name | None:
    """The name in "critics of the plan, like Senator Orr": the group speaks through those it names."""
    for i in range(start, end - 1):
        if text.lows[i] in ("like", "including") or (text.lows[i] == "as" and text.lows[i - 1] == "such"):
            return head_name(text, names, i + 1, core_end(text, names, i + 1, end))
    return None


def _behind(text: Text, names: NameMap, head: int, start: int, end: int) -> Name | None:
    """The name behind a document or view: "a statement from Ana Ruiz", "a theory held by the botanist Ana Ruiz"."""
    if text.lows[head] not in WORDS.documents | WORDS.eyes:
        return None
    for i in range(start, end - 1):
        if text.lows[i] in ("by", "from") and text.lows[i - 1] not in WORDS.seen:
            return head_name(text, names, i + 1, core_end(text, names, i + 1, end))
    return None


def naming(text: Text, start: int, end: int) -> int | None:
    """Where a name is given: "a commander identified only as Rafe", "a group calling itself Pale Heron"."""
    for i in range(start, end - 1):
        if text.lows[i] in _NAMING or (text.lows[i] == "as" and text.lows[i - 1] in ("known", "only", "identified")):
            return i + 1 + (text.words[i + 1] in CLOSED_BY)
    return None


def _called(text: Text, names: NameMap, start: int, end: int) -> Name | None:
    given = naming(text, start, end)
    return head_name(text, names, given, core_end(text, names, given, end)) if given is not None else None


def _joined(text: Text, names: NameMap, first: Name, end: int) -> list[Name]:
    """Names joined to the first by "and" or commas: "Charles Orr, Democrat of Calder, and Ana Ruiz"."""
    found, last, i = [first], first.end, first.end
    while i < end:
        if text.lows[i] not in _JOINS:
            i += 1
            continue
        stop = core_end(text, names, min(i + 1, end - 1), end)
        name = head_name(text, names, min(i + 1, end - 1), stop)
        if name is None and text.lows[i] == "and":
            name = _apposed_name(text, names, stop, end)
        between = text.lows[last:i]
        plain = not any(low in WORDS.breaks for low in between) or (between and between[-1] == ",")
        comma = text.lows[i] == ","
        fits = name is not None and plain and name.end <= end
        if name and fits and (not comma or (name.label == first.label and "and" in text.lows[name.end : end])):
            found.append(name)
            last = i = name.end
        else:
            i += 1
    return (
        found
        if len(found) == 1 or "and" in text.lows[first.end : end] or "&" in text.lows[first.end : end]
        else found[:1]
    )


def read_phrase(text: Text, names: NameMap, span: tuple[int, int]) -> Phrase:
    """Find head, determiner, possessor and names of a source phrase."""
    start, end = skip(text, *span), span[1]
    stop = core_end(text, names, start, end)
    counted = False
    determiner = text.lows[start] if text.lows[start] in WORDS.determiners or text.lows[start].isdigit() else ""
    head = last_word(text, start, max(stop, start + 1))
    while text.lows[head] in WORDS.quantities and stop + 1 < end and text.lows[stop] == "of":
        counted, start = True, stop + 1
        stop = core_end(text, names, start, end)
        head = last_word(text, start, max(stop, start + 1))
    owner = _owner(text, names, start, head)
    first = head_name(text, names, start, max(stop, start + 1))
    if counted and (first is None or first.label != "ORG" or text.tags[first.start] != "NNP"):
        first = None  # "one of Ruiz's lawyers"; but "a panel of the Supreme Court" is the court
    if (
        first is None
        and stop < end
        and text.lows[stop] == "of"
        and (text.lows[head] in WORDS.people or is_title(text, head))
    ):
        first = _bearer(text, names, stop + 1, end)
    if first is None and stop < end and text.lows[stop] == "of" and text.lows[head] in _PLACES:
        first = head_name(text, names, stop + 1, core_end(text, names, stop + 1, end))
    if first is None:
        first = (
            _apposed_name(text, names, stop, end)
            or _example(text, names, stop, end)
            or _called(text, names, stop, end)
            or _behind(text, names, head, stop, end)
        )
    joint = tuple(_joined(text, names, first, end)) if first is not None else ()
    return Phrase(span[0], end, head, determiner, owner, joint, counted)


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
