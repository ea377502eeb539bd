"""Four times as much takes four times as long: places where everything was once compared with everything."""

import gc
import itertools
import time
from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc, Span

from claimx.assertions.lines import Lines
from claimx.assertions.view import View
from claimx.hedging.targets import find_target
from claimx.hedging.text import Text
from claimx.people.clusters import cluster
from claimx.people.names import Name
from claimx.pipeline import records
from claimx.pipeline.records import Attribution
from claimx.pipeline.speakers import find_speakers

NLP = spacy.blank("en")
FLOOR = 0.5  # seconds, which a slow machine may take; each took 4 to 30 s and takes 0.7 s at most
records.register()


def said(content: tuple[int, int], source: tuple[int, int]) -> Attribution:
    return {
        "type": "direct", "act": "speech", "source": source, "cue": None, "cue_lemma": None, "content": [content],
        "confidence": 1.0,
    }  # fmt: skip


def lines_of_headings(n: int) -> Callable[[], object]:
    lines = Lines(View(Doc(NLP.vocab, words=["Harbour", "notes", "\n"] * n)))
    return lambda: [lines.number_of(start) for start in lines.starts[:-1]]


def hedges_in_quotations(n: int) -> Callable[[], object]:
    words, deps = ["Ana", "said", "it", "may", "rain", "."], ["nsubj", "ROOT", "nsubj", "aux", "ccomp", "punct"]
    heads = [6 * i + head for i in range(n) for head in (1, 1, 4, 4, 1, 1)]
    doc = Doc(NLP.vocab, words=words * n, heads=heads, deps=deps * n)
    doc._.claimx_attributions = [said((6 * i + 2, 6 * i + 5), (6 * i, 6 * i + 1)) for i in range(n)]
    text = Text(doc)
    return lambda: [find_target(text, (6 * i + 3, 6 * i + 4), "verb") for i in range(n)]


def surnames_alone(n: int) -> Callable[[], object]:
    words = [a + b + c for a, b, c in itertools.islice(itertools.product(SYLLABLES, repeat=3), 2 * n)]
    full = [Name(3 * i, 3 * i + 2, "PERSON", ("ana", word), "") for i, word in enumerate(words[:n])]
    alone = [Name(3 * i, 3 * i + 1, "PERSON", (word,), "") for i, word in enumerate(words[n:], n)]
    return lambda: cluster(full + alone, {})


SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("ae", "io", "ul", "ar", "en")]


def quotations_in_one_line(n: int) -> Callable[[], object]:
    words = ["“", "Boats", "left", "”", "Ana", "Ruiz", ".", "“", "Rain", "fell", "”", "a", "man", "."]
    doc = Doc(NLP.vocab, words=words * n)
    doc.ents = [Span(doc, 14 * i + 4, 14 * i + 6, label="PERSON") for i in range(n)]
    doc._.claimx_attributions = [said((i, i + 4), (i + 4, i + 6)) for i in range(0, 14 * n, 7)]
    return lambda: find_speakers(doc)


def seconds(work: Callable[[], object]) -> float:
    """Processor time without garbage collection, which looks through whatever other tests have left."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("prepare", "n"),
    [
        (lines_of_headings, 4_000),
        (hedges_in_quotations, 2_000),
        (surnames_alone, 1_000),
        (quotations_in_one_line, 1_000),
    ],
)
def test_time_grows_with_the_text(prepare: Callable[[int], Callable[[], object]], n: int) -> None:
    once, four_times = seconds(prepare(n)), seconds(prepare(4 * n))
    assert four_times < max(8 * once, FLOOR)
