"""Nasty news for hypothesis: marks, words of the rules, scripts, controls, giant tokens, texts without a blank."""

import os

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from fuzzing.vocabularies import DATES, MARKS, NEWS, NUMBERS

LIGHT = settings(
    max_examples=40, deadline=None, derandomize="CI" in os.environ, suppress_health_check=list(HealthCheck)
)
"""Few examples, the same at each run of CI: the long search is that of :mod:`fuzzing`."""

SCRIPTS = ("مرحبا بالعالم", "中文新闻", "मंत्री ने कहा", "зал заседаний", "ไม่มีช่องว่าง", "👩‍✈️🚢", "ﬁn ǅ ſ İ ß", "٣٤ ½ ² Ⅷ")
CONTROLS = (
    "\0",
    "\x07",
    "\x1b[31m",
    "\x85",
    "\u200b",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\ufffe",
    "e\u0301",
    "\u00ad",
    "\r",
)


def joined(words: tuple[str, ...], most: int = 40) -> st.SearchStrategy[str]:
    """Some of the words, with a blank, nothing or a line break between them."""
    pieces = st.lists(st.sampled_from(words), max_size=most)
    return st.builds(lambda sign, some: sign.join(some), st.sampled_from([" ", "", "\n\n"]), pieces)


def runs(words: tuple[str, ...]) -> st.SearchStrategy[str]:
    """One word hundreds of times: a giant token, a wall of marks, a list without end."""
    return st.builds(lambda word, times: word * times, st.sampled_from(words), st.integers(1, 400))


ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
PIECES = st.one_of(
    joined(NEWS), joined(MARKS), joined(NUMBERS), joined(DATES), joined(SCRIPTS, 6), joined(CONTROLS, 6),
    runs((*MARKS, *SCRIPTS, "a", "1", "a-", "Ruiz ", "$")), ANYTHING,
)  # fmt: skip
NASTY = st.lists(PIECES, min_size=1, max_size=3).map("\n".join).filter(str.strip)
"""A text with something in it."""
