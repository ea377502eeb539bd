"""What a number counts: "port workers" in "1,500 port workers", "bays" in "three of its five bays".

The only module here that needs a ``Doc`` with tags. The noun phrase behind the number is read from the parts
of speech, because a number and its noun stand side by side and that holds where a parse errs; dependencies
help at a distance ("Of the 640 schools, 12 are shut"); ``carried`` has the rest of those. The span is the noun with its
adjectives and compounds, without the number. "31" in "the toll stood at 31" counts nothing by itself.
"""

from spacy.tokens import Doc, Token

Span = tuple[int, int]

_REACH = 9  # tokens between number and noun: nobody writes more adjectives
_DETERMINING = frozenset({"DET", "NUM", "PRON", "ADJ"})
_CALENDAR = frozenset({"year", "month", "week", "night", "time", "season", "quarter", "morning", "evening"})
_DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
_TODAY = frozenset({"today", "tonight", "tomorrow", "yesterday"})  # nouns to the tagger
_TAILS = frozenset({"plus", "odd", "strong", "ish"})
_MORE = frozenset({"more", "less", "fewer", "so"})


def find_counted(doc: Doc, start: int, stop: int, direct: bool, parsed: bool) -> Span | None:
    """Return the noun phrase that the number of tokens ``[start, stop)`` counts, None if there is none.

    Args:
        doc: A tagged document.
        start: First token of the number.
        stop: Token after the last one.
        direct: Whether the noun may follow at once ("40 tanks") or only behind "of" ("40 % of voters").
        parsed: Whether the document has dependencies too.
    """
    found = _behind(doc, stop, direct)
    if found or not direct or not parsed:
        return found
    top = doc[start:stop].root
    if top.dep_ == "nummod" and start < top.head.i < min(len(doc), stop + _REACH) and top.head.tag_ == "NNS":
        between = doc[stop : top.head.i]  # "four current and former U.S. officials", whatever their tags
        return None if any(t.pos_ == "NUM" or t.is_punct for t in between) else (stop, top.head.i + 1)
    noun = _of_before(top, start)
    return _to_the_left(doc, noun.i) if noun is not None else None


def _behind(doc: Doc, i: int, direct: bool) -> Span | None:
    """Return the noun phrase that begins at token ``i``, or after "of" there."""
    end = min(len(doc), i + _REACH)
    if i > 2 and doc[i - 2].text in ("-", "–", "to") and doc[i - 3].pos_ == doc[i - 1].pos_ == "NUM":
        return None  # "a 2-1 decision", "a 3 to 1 margin"
    if i + 2 < end and doc[i].text == "-" and doc[i + 1].lower_ in _TAILS:
        i += 2  # "3,100-plus suppliers"
    if i + 1 < end and doc[i].text == "-":
        return (i + 1, i + 2) if direct and doc[i + 1].pos_ == "NOUN" else None  # "an 18-bed unit"
    if i + 1 < end and doc[i].lower_ == "or" and doc[i + 1].lower_ in _MORE:
        i += 2
    of = i < end and (doc[i].lower_ == "of" or _is_shared(doc, i, end))
    if of:
        i += doc[i].lower_ == "of"
    elif not direct:
        return None
    while of and i < end and _is_determiner(doc, i):
        if doc[i].pos_ == "PRON" and doc[i].tag_ != "PRP$":
            return None  # "one of them"
        i += 1
    return _noun_phrase(doc, i, end)


def _is_determiner(doc: Doc, i: int) -> bool:
    """Whether the token before the noun is no part of what is counted: "the", "their", "all", "five"."""
    token = doc[i]
    compound = i + 1 < len(doc) and doc[i + 1].text == "-"  # "the African-American vote"
    return token.pos_ in _DETERMINING and not (token.pos_ == "ADJ" and (token.tag_ != "JJ" or compound))


def _is_shared(doc: Doc, i: int, end: int) -> bool:
    """Whether "their" or "the" follows at once, as after "half"."""
    return doc[i - 1].lower_ in ("half", "twice", "double") and doc[i].pos_ in ("DET", "PRON") and i + 1 < end


def _noun_phrase(doc: Doc, first: int, end: int) -> Span | None:
    """Return the first run of nouns from ``first`` on, with the adjectives before it."""
    while first < end and doc[first].lower_ in _MORE:
        first += 1  # "2,000 more teachers"
    i = first
    while i < end and _is_modifier(doc, i, end):
        i += 1
    stop = i
    while stop < end and doc[stop].pos_ in ("NOUN", "PROPN") and not _is_new(doc, i, stop):
        stop += _step(doc, stop, end)
    if stop == i:
        return None
    if stop < end and doc[stop].tag_ == "POS":  # "the dam's 18 joints"
        after = stop + 1
        while after < end and doc[after].pos_ == "NUM":
            after += 1
        return _noun_phrase(doc, after, end)
    noun = doc[stop - 1]
    relative = noun.lower_ in _CALENDAR and i > first and doc[i - 1].lower_ in ("last", "this", "next", "past")
    return None if relative else (first, stop)


def _step(doc: Doc, i: int, end: int) -> int:
    """Return how far to go on from the noun at ``i``: over "battalion-sized" and "coal- and gas-fired" to the noun."""
    if i + 1 >= end or doc[i + 1].text != "-":
        return 1
    if i + 2 < end and doc[i + 2].pos_ in ("NOUN", "PROPN"):
        return 2
    for k in range(i + 2, end):
        if doc[k].pos_ in ("NOUN", "PROPN") and (k + 1 >= end or doc[k + 1].text != "-"):
            return k - i
        if doc[k].pos_ not in ("NOUN", "VERB", "ADJ", "CCONJ", "PROPN") and doc[k].text != "-":
            break
    return 1


def _is_modifier(doc: Doc, i: int, end: int) -> bool:
    token = doc[i]
    if token.pos_ == "ADJ":
        return True
    if token.pos_ == "ADV":  # "seven mostly Muslim countries"
        return i + 1 < end and doc[i + 1].pos_ == "ADJ" and token.tag_ == "RB"
    if token.pos_ == "VERB":
        return token.tag_ in ("VBN", "VBG") and i + 1 < end and doc[i + 1].pos_ in ("NOUN", "PROPN", "ADJ", "CCONJ")
    inside = i + 1 < end and doc[i - 1].pos_ == "ADJ"
    if token.pos_ == "NUM":  # "4,000 one-star reviews"
        return i + 2 < end and doc[i + 1].text == "-" and doc[i + 2].pos_ in ("NOUN", "PROPN")
    if token.text == "-" and doc[i - 1].pos_ == "NUM":
        return True
    if token.text == "-":
        return inside and doc[i + 1].pos_ in ("NOUN", "ADJ", "VERB")
    if token.pos_ == "NOUN":
        return doc[i - 1].text == "-" and i + 1 < end and doc[i + 1].pos_ in ("NOUN", "PROPN")
    return inside and (token.pos_ in ("CCONJ", "ADV") or token.text == ",") and doc[i + 1].pos_ == "ADJ"


def _is_new(doc: Doc, first: int, i: int) -> bool:
    """Whether another phrase begins inside the run at ``i``: "3,000 people Saturday", "at 10.5 today"."""
    if doc[i].lower_ in _TODAY:
        return True
    return i > first and (doc[i].text in _DAYS or (doc[i - 1].tag_ == "NNS" and doc[i].pos_ == "PROPN"))


def _of_before(top: Token, start: int) -> Token | None:
    """Return "schools" of "Of the 640 schools, 12 are shut"."""
    verb = top if top.dep_ in ("root", "ROOT") else top.head
    for child in verb.lefts:
        near = start - 2 * _REACH <= child.i < start
        if near and child.pos_ in ("NOUN", "PROPN") and child.dep_ in ("obl", "nmod"):
            return child if any(word.lower_ == "of" for word in child.lefts) else None
    return None


def _to_the_left(doc: Doc, noun: int) -> Span:
    """Return the noun with the compounds and adjectives right before it."""
    first = noun
    while first > 0 and noun - first < _REACH and doc[first - 1].pos_ in ("ADJ", "NOUN", "PROPN"):
        first -= 1
    return first, noun + 1
