"""A few words over and over: eight times the text may take eight times the time, not sixty-four."""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from claimx.assemble import without_marks
from claimx.pipeline.numbers import find_numbers
from claimx.pipeline.pairing import pair_marks
from claimx.pipeline.quotation import find_quotations
from claimx.quantities.dating import find_times
from claimx.quantities.lexemes import lex
from claimx.readers.feed import plain
from claimx.readers.language import language_of
from fuzzing.parses import BLANK
from fuzzing.spelling import spelled, unspelled
from fuzzing.targets import dates, numbers, quotes
from fuzzing.vocabularies import DATES, NUMBERS, QUOTES

LONGEST = 12
SHORT = 1500  # characters
TIMES = 8
BOUND = 3  # times more than in proportion to the length
SOME = 0.15  # seconds: less is noise


class Engine(NamedTuple):
    """What is timed, and the words of its texts."""

    run: Callable[[str], object]
    vocabulary: Sequence[str]


ENGINES = (
    Engine(pair_marks, QUOTES),
    Engine(lambda text: find_quotations(BLANK.make_doc(text)), QUOTES),
    Engine(without_marks, QUOTES),
    Engine(lambda text: find_numbers(BLANK.make_doc(text)), NUMBERS),
    Engine(lambda text: list(find_times(lex(text), "2026-03-12", {})), DATES),
    Engine(BLANK.make_doc, NUMBERS),
    Engine(plain, QUOTES),
    Engine(language_of, QUOTES),
)


def check(data: bytes) -> int:
    """The first byte picks the engine, the second where the text parts into head, body and tail; the body grows."""
    if len(data) < 4:
        return 0
    engine = ENGINES[data[0] % len(ENGINES)]
    first, last = sorted((data[1] % (len(data) - 2) + 2, data[1] // 16 % (len(data) - 2) + 2))
    head, body, tail = (spelled(part, engine.vocabulary) for part in (data[2:first], data[first:last], data[last:]))
    times = SHORT // len(body) + 1 if body else 0
    little, much = (seconds(engine.run, head, body * times * k, tail * times * k) for k in (1, TIMES))
    assert much < SOME or much < BOUND * TIMES * little, f"{little:.3f} s, of {TIMES} times the text {much:.3f} s"
    return TIMES * times * (len(body) + len(tail)) + len(head)


def seconds(run: Callable[[str], object], *parts: str) -> float:
    """Processor time that the text takes."""
    start = time.process_time()
    run("".join(parts))
    return time.process_time() - start


def seeds() -> Iterator[bytes]:
    """The beginnings of what the other targets begin with."""
    for k, engine in enumerate(ENGINES):
        for text in (*quotes.NEWS, *numbers.NEWS, *dates.NEWS):
            yield bytes([k, 0x37]) + unspelled(text, engine.vocabulary)[: LONGEST - 2]
