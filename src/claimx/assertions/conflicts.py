"""Which claims contradict each other: the same thing counted, another figure, another speaker.

"Officials said 40 people had died. Rescuers said 65 had died." conflict; "more than 40" allows 65.
All rules look only at the claims nearby (:data:`REACH`), so that time stays linear in the length of the text.
"""

from collections import defaultdict

from claimx.assertions.extents import Assertion
from claimx.assertions.verdicts import REACH, SHARED_WORDS, content_words
from claimx.assertions.view import View
from claimx.pipeline.clauses import head_of
from claimx.pipeline.records import NumberRecord

# A figure given as rough may be off by a tenth without contradicting another.
ROUGH = 0.1


def find_conflicts(
    view: View, assertions: list[Assertion], speakers: list[int | None], numbers: list[list[int]]
) -> list[list[int]]:
    """Return for each claim those that count the same thing, in the same words, and get another figure."""
    buckets: dict[tuple[str, str, str | None], list[tuple[int, int]]] = defaultdict(list)
    conflicts: list[set[int]] = [set() for _ in assertions]
    for index, found in enumerate(numbers):
        for number in found:
            key = _counted(view, view.numbers[number])
            if key is None:
                continue
            for other, figure in buckets[key][-REACH:]:
                if _contradict(view, assertions, speakers, (index, number), (other, figure)):
                    conflicts[index].add(other)
                    conflicts[other].add(index)
            buckets[key].append((index, number))
    return [sorted(found) for found in conflicts]


def _counted(view: View, number: NumberRecord) -> tuple[str, str, str | None] | None:
    """What a figure counts: the lemma of its noun, its kind and unit."""
    if number["of"] is None or number["kind"] in ("date", "time", "ordinal"):
        return None
    noun = head_of(view.doc, *number["of"]) if view.parsed else view.token(number["of"][1] - 1)
    return (noun.lemma_ or noun.lower_).lower(), number["kind"], number["unit"]


def _contradict(
    view: View,
    assertions: list[Assertion],
    speakers: list[int | None],
    one: tuple[int, int],
    other: tuple[int, int],
) -> bool:
    """Say whether two figures of different speakers cannot both be right of the same thing."""
    (a, x), (b, y) = one, other
    if speakers[a] == speakers[b]:
        return False
    low_x, high_x = _bounds(view.numbers[x])
    low_y, high_y = _bounds(view.numbers[y])
    if high_x >= low_y and high_y >= low_x:
        return False
    shared = content_words(view, *assertions[a].span) & content_words(view, *assertions[b].span)
    return len(shared) >= SHARED_WORDS


def _bounds(number: NumberRecord) -> tuple[float, float]:
    """The smallest and largest value that a figure allows."""
    infinity = float("inf")
    value = number["value"]
    if value is None:
        low, high = number["low"], number["high"]
        return (-infinity if low is None else low), (infinity if high is None else high)
    margin = abs(value) * ROUGH
    return {
        "~": (value - margin, value + margin),
        ">": (value, infinity),
        ">=": (value, infinity),
        "<": (-infinity, value),
        "<=": (-infinity, value),
        "~<": (value - margin, value),
        "~>": (value, value + margin),
    }.get(number["comparator"], (value, value))
