"""Names that head a source and that the entity recogniser did not see: "FARROW:", "jem (@jemeats)".

"Residents", at the head of a sentence, is none.
"""

from claimx.people.edges import GLUE, core_end, head_name, is_proper, last_word, skip
from claimx.people.given import apposed, naming
from claimx.people.names import Key, Name, NameMap, key_of, make
from claimx.people.text import Text
from claimx.people.words import WORDS

_COUNTING = WORDS.determiners - {"no"}  # "All 88" are nobody by name, "No 10" is


def _spelt_before(text: Text, known: dict[Key, str], start: int, head: int) -> Name | None:
    """A name the article spells elsewhere, at the end of ``[start, head]``."""
    for first in range(start, head + 1):
        label = known.get(key_of(text.chars(first, head + 1)))
        if label is not None and not text.words[head].islower():
            return make(text, first, head + 1, label)
    return None


def _numbered(text: Text, start: int, head: int) -> Name | None:
    """A name that ends in a number: "Refinery Workers Local 88", "No 10", "Officer 2"."""
    first = head
    while first > start and text.words[first - 1][:1].isupper() and text.lows[first - 1] not in _COUNTING:
        first -= 1
    if first == head:
        return None
    person = text.lows[first] in WORDS.people and head - first == 1
    return Name(first, head + 1, "PERSON" if person else "ORG", key_of(text.chars(first, head + 1)), "")


def _loud(text: Text, known: dict[Key, str], head: int) -> Name | None:
    """A word in capitals before a colon that ends a body's name: "COURIER:" is the Calder Courier."""
    low = text.lows[head]
    label = text.words[head].isupper() and text.words[head + 1 : head + 2] == [":"]
    body = label and any(kind == "ORG" and key[-1] == low for key, kind in known.items())
    return Name(head, head + 1, "ORG", (low,), "") if body else None


def _capitalised(text: Text, start: int, head: int) -> Name | None:
    if text.lows[head].isdigit():
        return _numbered(text, start, head)
    first = head + 1
    while first > start and (is_proper(text, first - 1) or (first <= head and text.lows[first - 1] in GLUE)):
        first -= 1
    first += first <= head and text.lows[first] in GLUE
    alone = first == head == start and text.tags[head] in ("NNS", "NNPS")
    if first > head or len(text.words[head]) < 2 or alone or (first == head and text.lows[head] in WORDS.bodies):
        return None
    body = text.lows[head] in WORDS.bodies or (first > start and text.lows[first - 1] == "the")
    return make(text, first, head + 1, "ORG" if body else "PERSON")


def _account(text: Text, names: NameMap, start: int, stop: int) -> Name | None:
    """The name before a handle, however it is written: "jem (@jemeats)"; else the handle that opens the source."""
    if text.words[start][0] == "@":
        return Name(start, start + 1, "PERSON", key_of(text.words[start]), "")
    handle = next((i for i in range(start + 1, stop) if text.words[i - 1] == "(" and text.words[i][0] == "@"), start)
    named = [i for i in range(start, handle - 1) if text.words[i].isalnum()]
    if not named or names.at(named[-1]) or any(text.words[i].isspace() for i in range(start, handle)):
        return None
    end = named[-1] + 1
    return Name(named[0], end, "PERSON", key_of(text.chars(named[0], end)), "")


def unseen_name(text: Text, names: NameMap, span: tuple[int, int], known: dict[Key, str]) -> Name | None:
    """A name at the head of a source that the entity recogniser missed: "FARROW:", "jem (@jemeats)"."""
    start = skip(text, *span)
    if account := _account(text, names, start, span[1]):
        return account
    stop = core_end(text, names, start, span[1])
    if stop <= start or head_name(text, names, start, stop) is not None:
        return None
    head = last_word(text, start, stop)
    given = naming(text, stop, span[1])
    if given is not None and names.at(given) is None:
        return _capitalised(text, given, last_word(text, given, core_end(text, names, given, span[1])))
    found = _spelt_before(text, known, start, head) or _loud(text, known, head) or _capitalised(text, start, head)
    if found is None and text.lows[head] in WORDS.people:
        later = apposed(text, names, stop, span[1])
        return make(text, *later, "PERSON") if later is not None and names.at(later[0]) is None else None
    return found
