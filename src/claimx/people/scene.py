"""What a step is: a function that looks at one source and answers, refuses, or passes."""

from collections.abc import Callable
from typing import NamedTuple

from claimx.people.antecedents import Timeline
from claimx.people.cast import Cast, Figure
from claimx.people.names import NameMap
from claimx.people.phrases import Phrase
from claimx.people.text import Text
from claimx.schema import Resolution

DEFINITE = frozenset({"the", "this", "that", "these", "those"})


class Answer(NamedTuple):
    """Who speaks: the first figure is the speaker, the others speak with it. Without figures, why not."""

    figures: tuple[Figure, ...]
    resolution: Resolution


class Case(NamedTuple):
    """One source to resolve.

    If ``nested``, ``outer`` speaks the content that the source stands in; ``content`` is its first token.
    """

    phrase: Phrase
    nested: bool
    outer: Figure | None
    content: int


class Paper(NamedTuple):
    """Something written that the article speaks of, and who wrote it, if it tells."""

    token: int
    author: Figure | None


class Scene(NamedTuple):
    """What is known of the article so far.

    ``small`` are the words that it writes without a capital, ``papers`` the letters and posts it has spoken of.
    """

    text: Text
    names: NameMap
    cast: Cast
    timeline: Timeline
    small: frozenset[str]
    papers: list[Paper]


Step = Callable[[Case, Scene], Answer | None]

NOBODY = Answer((), "none")
AMBIGUOUS = Answer((), "ambiguous")


def ask(case: Case, scene: Scene, steps: tuple[Step, ...]) -> Answer:
    """Put the case to the steps in order; the first that does not pass has the answer."""
    for step in steps:
        answer = step(case, scene)
        if answer is not None:
            return answer
    return NOBODY
