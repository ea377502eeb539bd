"""Quotation marks as characters: which can open a quotation, which can close one, and which are neither.

Nothing is paired here; each mark is judged by what stands right before and after it. Apostrophes, feet and inches
are left out altogether. ``She said: "No."`` has an opening and a closing mark, ``rock 'n' roll at 6'2"`` has none.
"""

import re
from enum import StrEnum
from typing import NamedTuple

# What closes each mark that can open. "“" closes „German“ quotations; in »German« and Swedish ones » and ” open.
CLOSED_BY = {
    '"': '"', "“": "”“", "„": "“”", "‟": "”", "”": "”", "«": "»", "»": "«»", "``": "''", "''": "''",
    "'": "'", "‘": "’", "‚": "‘’", "`": "'’", "‹": "›", "›": "‹›",
}  # fmt: skip
MARKS = frozenset(CLOSED_BY) | {"’"}
SINGLE = frozenset("'‘’‚`")
ONE_MARK = re.compile("``|''|[" + "".join(mark for mark in MARKS if len(mark) == 1) + "]")

DASHES = "—–-:/=>"  # may stand before an opening mark, and but for the colon behind a closing one
BRACKETS = "([{"
INVISIBLE = "\u200b\u200e\u200f\u202a\u202b\u202d\u202e\u2060\ufeff"  # in front of posts and pasted text
STOPS = ".,;:!?…)]}"
SENTENCE_END = frozenset(".!?…")

# 6'2", 5' 10", 40'x60'
INCHES = r"\d{1,2}(?:½|\.\d+)?"
FEET = re.compile(rf"(?<!\d)\d{{1,3}}(['’])(?:{INCHES}(?:\"|”|'')?|\s{INCHES}(?:\"|”|'')|\s?[x×]\s?\d{{1,3}}['’]?)")
DECADE = r"\d0s\b"
YEAR = re.compile(r"\d\d\b(?![.,:]\d|\s?%|['’]\d)")
CLIPPED = r"n['’]?\b|(?:[Tt](?:is|was|were|will|would)|em|till?|bout|cause|cos|coz|round|neath|nuff|ello)\b"
ELISION = re.compile(f"(?:{DECADE}|{CLIPPED})")
# "in '04", but "said '40 died'"
YEAR_AFTER = re.compile(
    r"(?:\b(?:in|of|since|from|the|by|until|before|after|to|and|or|late|early)|\d|[-–—/(])\s?$", re.I
)
CLIPPED_END = re.compile(r"(?:\w\w[iI][nN]|\b(?:o|n|an|ol|th|wi|lil))$")
POSSESSIVE = frozenset("sSxz")
GOES_ON = re.compile(r"\s\w")
STOP_AND_MARK = re.compile(r"[.,!?]['’](?!\w)")  # the inspectors'.'


class Role(StrEnum):
    """What a mark may do where it stands. ``TURNS`` closes what is open, else opens."""

    OPENS = "opens"
    CLOSES = "closes"
    TURNS = "turns"
    NOTHING = "nothing"


class Mark(NamedTuple):
    """A mark in the text. ``weak``: it may as well be a possessive or a measure (``workers' rights``, ``a 6" gun``)."""

    start: int
    end: int
    text: str
    role: Role
    weak: bool


def find_marks(text: str) -> list[Mark]:
    """The marks of a text that can open or close a quotation, in order."""
    places = [match.span() for match in ONE_MARK.finditer(text)]
    measures = {at for match in FEET.finditer(text) for at in (match.start(1), match.end() - 1, match.end() - 2)}
    lefts = left_of_runs(text, places)
    rights = right_of_runs(text, places)
    found = []
    for (start, end), left, right in zip(places, lefts, rights, strict=True):
        if start in measures:
            continue
        role = judge(text, start, end, left, right)
        if role is not Role.NOTHING:
            found.append(Mark(start, end, text[start:end], role, role is Role.CLOSES and is_weak(text, start, end)))
    return found


def left_of_runs(text: str, places: list[tuple[int, int]]) -> list[str]:
    """For each mark the character before the run of marks it stands in; ``“‘No`` opens twice."""
    out: list[str] = []
    for k, (start, _) in enumerate(places):
        if k and places[k - 1][1] == start:
            out.append(out[-1])
        else:
            out.append(text[start - 1] if start else "")
    return out


def right_of_runs(text: str, places: list[tuple[int, int]]) -> list[str]:
    """For each mark the character behind the run of marks it stands in."""
    out: list[str] = []
    for k in range(len(places) - 1, -1, -1):
        end = places[k][1]
        if out and places[k + 1][0] == end:
            out.append(out[-1])
        else:
            out.append(text[end : end + 1])
    return out[::-1]


def place(left: str, right: str) -> Role:
    """What the neighbours of a mark suggest."""
    free_left = not left or left.isspace() or left in BRACKETS or left in INVISIBLE
    free_right = not right or right.isspace() or right in STOPS
    if free_left:
        return Role.TURNS if free_right else Role.OPENS
    return Role.CLOSES if free_right or (right in DASHES and left not in DASHES) else Role.TURNS


def judge(text: str, start: int, end: int, left: str, right: str) -> Role:
    """What a mark may do, by its shape and its neighbours."""
    mark, suggested = text[start:end], place(left, right)
    if mark in SINGLE and is_apostrophe(text, start, end, suggested):
        return Role.NOTHING
    if mark in ("„", "‟", "‚", "``"):
        return Role.OPENS
    if mark == "`":
        return Role.OPENS if suggested is Role.OPENS else Role.NOTHING
    if mark in ("“", "‘", "«", "‹"):
        return Role.TURNS if suggested is Role.CLOSES else Role.OPENS
    if mark in ("”", "’", "»", "›"):
        begins_line = suggested is Role.TURNS and (not left or left in "\n\r")
        return Role.TURNS if suggested is Role.OPENS or begins_line else Role.CLOSES
    return suggested


def is_apostrophe(text: str, start: int, end: int, suggested: Role) -> bool:
    """A single mark inside a word, or for something left out before one: ``don't``, ``’tis``, ``the '90s``."""
    if text[start - 1 : start].isalnum() and text[end : end + 1].isalnum():
        return True
    if suggested is Role.CLOSES:
        return False
    if ELISION.match(text, end):
        return True
    if YEAR.match(text, end) and YEAR_AFTER.search(text[max(0, start - 10) : start]):
        return True
    return text[start:end] == "’" and suggested is Role.OPENS


def is_weak(text: str, start: int, end: int) -> bool:
    """A possessive plural, a clipped word or inches, as far as one can tell from a word going on behind it."""
    before = text[max(0, start - 4) : start]
    if text[start:end] not in SINGLE:
        return before[-1:].isdigit() and bool(GOES_ON.match(text, end)) and text[end + 1].islower()
    if not (before[-1:] in POSSESSIVE or CLIPPED_END.search(before)):
        return False
    return bool(GOES_ON.match(text, end) or STOP_AND_MARK.match(text, end))
