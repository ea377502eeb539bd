"""Which names a source phrase gives behind its bare noun phrase.

In apposition ("Harnova's deputy, Lena Marsh,"), behind an office, as an example of a group, as the giver of a document,
or joined to another name.
"""

from claimx.people.edges import GLUE, core_end, head_name, is_proper, is_word
from claimx.people.names import DOCUMENT, Name, NameMap, is_title
from claimx.people.text import Text
from claimx.people.words import WORDS
from claimx.pipeline.marks import CLOSED_BY, MARKS

_OPENERS = frozenset({",", "—", "–", "(", ":"})
_CLOSERS = frozenset({",", "(", ".", "—", "–", ")", "):", "who", "whose", "and", '"', ":", "'s", "’s"})
GIVING = frozenset({"called", "named", "dubbed", "titled", "entitled"})
_NAMING = GIVING | {"itself", "himself", "herself", "themselves"}
_APPOSED = frozenset({"PERSON", DOCUMENT})
_ONLY_AS = frozenset({"known", "only", "identified", "name"})  # "gave his name as Tobi"
_JOINS = frozenset({"and", "or", "&", ","})


def _is_role_word(text: Text, i: int) -> bool:
    low = text.lows[i]
    return (
        low in WORDS.determiners
        or low in WORDS.titles
        or low == "-"
        or text.tags[i][:2] in ("JJ", "NN", "VB")
        or (not text.tags[i] and low not in WORDS.breaks and is_word(low))
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


def bearer(text: Text, names: NameMap, start: int, end: int) -> Name | None:
    """The person right behind an office: "Secretary of State John Orr"."""
    name = head_name(text, names, start, core_end(text, names, start, end))
    return name if name is not None and name.label == "PERSON" and start < name.start else None


def apposed_name(text: Text, names: NameMap, start: int, end: int) -> Name | None:
    """The known name that an apposition gives."""
    span = apposed(text, names, start, end)
    return names.at(span[0]) if span is not None else None


def example(text: Text, names: NameMap, start: int, end: int) -> Name | None:
    """The name in "critics of the plan, like Senator Orr": the group speaks through those it names."""
    for i in range(start, end - 1):
        if text.lows[i] in ("like", "including") or (text.lows[i] == "as" and text.lows[i - 1] == "such"):
            return head_name(text, names, i + 1, core_end(text, names, i + 1, end))
    return None


def behind(text: Text, names: NameMap, head: int, start: int, end: int) -> Name | None:
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
        if text.lows[i] in _NAMING or (text.lows[i] == "as" and text.lows[i - 1] in _ONLY_AS):
            return i + 1 + (text.words[i + 1] in CLOSED_BY)
    return None


def called(text: Text, names: NameMap, start: int, end: int) -> Name | None:
    """The known name that "identified only as" and the like give."""
    given = naming(text, start, end)
    return head_name(text, names, given, core_end(text, names, given, end)) if given is not None else None


def joined(text: Text, names: NameMap, first: Name, end: int) -> list[Name]:
    """Names joined to the first by "and" or commas: "Charles Orr, Democrat of Calder, and Ana Ruiz"."""
    found, last, i = [first], first.end, first.end
    while i < end:
        if text.lows[i] not in _JOINS:
            i += 1
            continue
        stop = core_end(text, names, min(i + 1, end - 1), end)
        name = head_name(text, names, min(i + 1, end - 1), stop)
        if name is None and text.lows[i] == "and":
            name = apposed_name(text, names, stop, end)
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
