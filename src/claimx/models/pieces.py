"""Words to word pieces: what the encoder sees of a text. Used alike in training and at run time.

A *word* is a spaCy token that is not white space. Each has one or more word pieces; its representation is
read at the first. A line break before a word is shown to the encoder as a piece of its own, since layout
says much about who speaks. The vocabulary is uncased; :func:`casing` gives the capitals back.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

CASINGS = ("none", "lower", "title", "upper", "mixed")
LINE_BREAK, PARAGRAPH_BREAK = 1, 2
BREAK_PIECES = {LINE_BREAK: 2, PARAGRAPH_BREAK: 3}  # ids of [unused1] and [unused2]
CLS, SEP = 101, 102
# A word piece sees at most this much of a word: one "word" can be a 5 MB line of base64.
LONGEST_WORD = 48
UNKNOWN = "\u2400"  # not in the vocabulary, and not a character the normaliser drops


@dataclass(frozen=True)
class Pieces:
    """Word pieces of a text of ``n`` words.

    ``ids`` and ``casing`` have one entry per piece; ``begin`` (n + 1) is where the block of each word
    begins, its break piece included, and ``first`` (n) the index of its first proper piece.
    """

    ids: NDArray[np.int64]
    casing: NDArray[np.int64]
    begin: NDArray[np.int64]
    first: NDArray[np.int64]


@lru_cache(maxsize=50_000)
def casing(word: str) -> int:
    """Index into :data:`CASINGS`."""
    if word.islower():
        return 1
    if not word.isupper():
        return 2 if word.istitle() else 4 if word.lower() != word else 0
    return 2 if len(word) == 1 else 3


def load_tokenizer(vocabulary: Path) -> Tokenizer:
    """BERT's uncased word pieces, from a ``vocab.txt``."""
    tokenizer = Tokenizer(WordPiece.from_file(str(vocabulary), unk_token="[UNK]"))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


def to_pieces(tokenizer: Tokenizer, words: list[str], breaks: list[int]) -> Pieces:
    """Cut ``words`` into pieces; ``breaks`` says what stands before each word (0 nothing, 1 line, 2 paragraph)."""
    n = len(words)
    encoding = tokenizer.encode([word[:LONGEST_WORD] for word in words], is_pretokenized=True)
    owner = np.array(encoding.word_ids, dtype=np.int64)
    counts = np.bincount(owner, minlength=n)
    if not counts.all():  # control and zero-width characters leave nothing
        shown = [word if counts[i] else UNKNOWN for i, word in enumerate(words)]
        return to_pieces(tokenizer, shown, breaks)
    has_break = np.array(breaks, dtype=np.int64)
    block = counts + (has_break > 0)
    begin = np.concatenate([[0], np.cumsum(block)])
    first = begin[:-1] + (has_break > 0)
    ids = np.zeros(begin[-1], dtype=np.int64)
    shown_casing = np.zeros(begin[-1], dtype=np.int64)
    before = np.cumsum(has_break > 0)
    positions = np.arange(len(owner)) + before[owner]
    ids[positions] = encoding.ids
    shown_casing[positions] = np.array([casing(word) for word in words], dtype=np.int64)[owner]
    for kind, piece in BREAK_PIECES.items():
        ids[begin[:-1][has_break == kind]] = piece
    return Pieces(ids, shown_casing, begin, first)
