"""``lexicons/claims.toml``, compiled: word sets and one regular expression per signal."""

import re
from functools import cache

from claimx import lexicons
from claimx.lexicons.inflection import forms
from claimx.schema import Certainty, HedgeType, Signal


@cache
def words(table: str, name: str) -> frozenset[str]:
    """Return one word set: ``words("cue", "negative")`` are the verbs that deny their content."""
    return frozenset(lexicons.load("claims")[table][name])


@cache
def cue_verbs() -> dict[str, str]:
    """Return the verb that each of its forms belongs to, for all verbs of the ``[cue]`` table."""
    data = lexicons.load("claims")
    verbs = {verb for listed in data["cue"].values() for verb in listed}
    return {form: verb for verb in sorted(verbs) for form in forms([verb], data["irregular"])}


@cache
def hedge_certainty() -> dict[HedgeType, Certainty]:
    """Return how certain a claim is under a hedge of each type; approximators change nothing."""
    table: dict[HedgeType, Certainty] = lexicons.load("claims")["hedge"]
    return table


def searchable(text: str) -> str:
    """Return a text as the signal patterns read it: lower case, straight apostrophes; the US is not "us"."""
    return re.sub(r"\bUS\b", "U.S.", text).lower().replace("’", "'")


@cache
def signal_patterns() -> tuple[tuple[Signal, re.Pattern[str]], ...]:
    """Return the signals that are read from words, each with a pattern for :func:`searchable` text."""
    return tuple((row["name"], _pattern(row)) for row in lexicons.load("claims")["signal"])


def _pattern(row: dict[str, list[str]]) -> re.Pattern[str]:
    alternatives = sorted({*row.get("words", ()), *forms(row.get("verbs", ()))}, key=len, reverse=True)
    return re.compile(rf"(?<![\w'])(?:{'|'.join(map(re.escape, alternatives))})(?!\w)")
