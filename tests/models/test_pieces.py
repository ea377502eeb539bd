"""Words to word pieces: every word keeps at least one, and nothing grows without bound."""

import numpy as np
import pytest

from claimx.models.card import DIRECTORY
from claimx.models.pieces import LONGEST_WORD, PARAGRAPH_BREAK, casing, load_tokenizer, to_pieces

TOKENIZER = load_tokenizer(DIRECTORY / "vocab.txt")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("port", "lower"),
        ("Port", "title"),
        ("A", "title"),  # the article at the head of a sentence is no acronym
        ("NATO", "upper"),
        ("iPhone", "mixed"),
        ("McKay", "mixed"),
        ("1,500", "none"),
        ("—", "none"),
    ],
)
def test_casing(word: str, expected: str) -> None:
    names = ("none", "lower", "title", "upper", "mixed")
    assert names[casing(word)] == expected


@pytest.mark.parametrize(
    "word",
    [
        "\u200b",  # zero width: the normaliser drops it
        "\x07",  # a control character
        "\u0301",  # a combining accent alone
        "日",  # not in the vocabulary
        "a" * 100_000,  # one endless token
        "a.b" * 1_000,  # one that falls into many pieces
    ],
)
def test_any_word_has_a_piece(word: str) -> None:
    pieces = to_pieces(TOKENIZER, ["He", word, "said"], [0, 0, 0])
    counts = np.diff(pieces.begin)
    assert counts.min() >= 1
    assert counts.max() <= LONGEST_WORD
    assert len(pieces.ids) == len(pieces.casing) == pieces.begin[-1]


def test_break_is_a_piece_before_its_word() -> None:
    plain = to_pieces(TOKENIZER, ["Yes", "No"], [0, 0])
    broken = to_pieces(TOKENIZER, ["Yes", "No"], [0, PARAGRAPH_BREAK])
    assert len(broken.ids) == len(plain.ids) + 1
    assert broken.first[1] == broken.begin[1] + 1
    assert broken.ids[broken.first[1]] == plain.ids[plain.first[1]]
