"""Windows: every word is owned once, whatever the text looks like."""

import itertools

import numpy as np
import pytest

from claimx.models.encoder import WINDOW, Encoder

ENCODER = Encoder()
SENTENCE = ["The", "harbour", "master", "said", "the", "ferry", "would", "sail", "at", "noon", "."]


def owned(words: list[str], breaks: list[int] | None = None) -> list[tuple[int, int, int]]:
    breaks = breaks or [0] * len(words)
    pieces = ENCODER.pieces(words, breaks)
    return [(start, end, own) for start, end, own, _ in ENCODER.windows(pieces, np.array(breaks) == 2)]


@pytest.mark.parametrize(
    "words",
    [
        SENTENCE,
        SENTENCE * 60,
        ["harbour"] * 700,  # no sentence ever ends
        ["a.b" * 400] * 30,  # every word is many pieces
    ],
)
def test_windows_own_every_word_once(words: list[str]) -> None:
    windows = owned(words)
    assert windows[0][2] == 0
    assert windows[-1][1] == len(words)
    for (_, end, own), (_, _, following) in itertools.pairwise(windows):
        assert own < end == following
    pieces = ENCODER.pieces(words, [0] * len(words))
    assert all(pieces.begin[end] - pieces.begin[start] <= WINDOW for start, end, _ in windows)


def test_short_text_has_one_window() -> None:
    assert owned(SENTENCE) == [(0, len(SENTENCE), 0)]


def test_answers_do_not_depend_on_what_was_read_before() -> None:
    first = ENCODER.encode(SENTENCE, [0] * len(SENTENCE))
    ENCODER.encode(SENTENCE * 50, [0] * len(SENTENCE) * 50)
    again = ENCODER.encode(SENTENCE, [0] * len(SENTENCE))
    assert np.array_equal(first.roles, again.roles)
    assert np.array_equal(first.vectors, again.vectors)


def test_later_sentences_are_read_in_context() -> None:
    words = SENTENCE * 60
    second = owned(words)[1]
    assert second[0] < second[2]


@pytest.mark.parametrize(
    ("paragraphs", "ends"),
    [
        # as many whole paragraphs as fit, and the rest
        ([8, 8, 8], [16, 24]),
        ([20], [20]),
        # a paragraph longer than a window
        ([30], None),
        # the first paragraph would leave most of the window empty, so that the second is cut within
        ([2, 40], None),
    ],
)
def test_windows_end_with_paragraphs(paragraphs: list[int], ends: list[int] | None) -> None:
    """Lengths and ends in sentences, of which twenty fit."""
    sentence = [*SENTENCE[:-1], "today", "."]
    edges = list(itertools.accumulate(paragraphs))
    words = sentence * edges[-1]
    breaks = [2 if i in [edge * len(sentence) for edge in edges] else 0 for i in range(len(words))]
    found = [end / len(sentence) for _, end, _ in owned(words, breaks)]
    assert found == ends if ends else found[0] not in edges
