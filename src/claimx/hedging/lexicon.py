"""``lexicons/hedges.toml``: which entries can match at which word.

Anchors are plain lower-case forms ("believe" is entered as believe, believes, believed, believing), so that
they need no lemmatizer.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimx import lexicons
from claimx.lexicons.inflection import forms
from claimx.schema import HedgeType


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the file; the keys are explained there."""

    name: str
    type: HedgeType
    frame: str
    phrase: str | None  # a regular expression; most articles meet few of them, so each is compiled at its first use
    next: frozenset[str]
    unless_next: frozenset[str]
    unless_prev: frozenset[str]


@cache
def anchors() -> dict[str, tuple[Entry, ...]]:
    """Return the entries that can match at each word, in the order of the file."""
    data = lexicons.load("hedges")
    found: dict[str, list[Entry]] = {}
    for row in data["entry"]:
        entry = _entry(row, data["macro"])
        for word in {*row.get("words", ()), *forms(row.get("verbs", ()), data["irregular"])}:
            found.setdefault(word, []).append(entry)
    return {word: tuple(entries) for word, entries in found.items()}


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the word sets of the file's ``[words]`` table."""
    return frozenset(lexicons.load("hedges")["words"][name])


def _entry(row: dict[str, Any], macros: dict[str, str]) -> Entry:
    phrase = row.get("phrase")
    return Entry(
        name=row["name"],
        type=row["type"],
        frame=row["frame"],
        phrase=None if phrase is None else _whole(phrase, macros),
        next=frozenset(row.get("next", ())),
        unless_next=frozenset(row.get("unless_next", ())),
        unless_prev=frozenset(row.get("unless_prev", ())),
    )


def _whole(phrase: str, macros: dict[str, str]) -> str:
    """Put the macros in and let the phrase begin and end with whole tokens."""
    full = re.sub(r"\{([a-z]+)\}", lambda name: macros[name[1]], phrase)
    return rf"(?<!\S)(?:{full})(?!\S)"
