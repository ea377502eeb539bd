"""Run the trained encoder over a text of any length.

Long texts run in windows, one per session run: dynamic int8 scales span a batch, so batching would make an answer
depend on its neighbours. A window ends with a paragraph where it can; else it owns the sentences that end in it and
hands the unfinished one on to the next. That one sees a few words to its left again. So every word is owned once, and
no sentence is cut, except one that fills most of a window.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from claimx.models.card import DIRECTORY, verified
from claimx.models.pieces import CLS, PARAGRAPH_BREAK, SEP, Pieces, load_tokenizer, to_pieces

WINDOW = 254  # word pieces, without [CLS] and [SEP]; trained on 128 to 318, which give the same figures
# Word pieces before the first word that a window owns. On the dev files 16 to 48 give figures that differ by a point at
# most, and in no order; but 48 reads a fifth more pieces.
LEFT_CONTEXT = 16
RIGHT_CONTEXT = 16  # words after the last that a window owns, where it cuts a sentence

CHOICES = frozenset({"tags", "pos", "lemmas"})  # kept as the best label's index
KEPT = {
    "vectors": np.float16, "tags": np.int64, "pos": np.int64, "lemmas": np.int64,
    "starts": np.bool_, "names": np.float32, "roles": np.float32,
}  # fmt: skip

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Encoded:
    """The encoder's answers, one row per word.

    ``vectors`` (n, 384) in half precision; ``tags``, ``pos``, ``lemmas`` (n) indices into the label lists of
    ``model.json``; ``starts`` (n) whether a sentence begins; ``names`` (n, 9) and ``roles`` (n, 4, 3) scores.
    Each is allocated once and filled window by window: in a long text they are most of what claimx holds.
    """

    vectors: NDArray[np.float16]
    tags: Ints
    pos: Ints
    lemmas: Ints
    starts: NDArray[np.bool_]
    names: Floats
    roles: Floats


class Encoder:
    """The ONNX session with its vocabulary.

    Args:
        directory: Holds ``encoder.onnx`` and ``vocab.txt``.
        threads: Threads of one session run.
    """

    def __init__(self, directory: Path = DIRECTORY, threads: int = 1) -> None:
        self.tokenizer = load_tokenizer(verified(directory, "vocab.txt"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(
            str(verified(directory, "encoder.onnx")),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],  # the fused operator is the slower one: training/fused.py
        )
        self.outputs = [output.name for output in self.session.get_outputs()]

    def pieces(self, words: list[str], breaks: list[int]) -> Pieces:
        """Word pieces of a text."""
        return to_pieces(self.tokenizer, words, breaks)

    def feed(self, pieces: Pieces, start: int, end: int) -> dict[str, Ints]:
        """The session's input for the words ``start:end``."""
        a, b = pieces.begin[start], pieces.begin[end]
        ids = np.concatenate([[CLS], pieces.ids[a:b], [SEP]])[None]
        casing = np.concatenate([[0], pieces.casing[a:b], [0]])[None]
        return {"ids": ids, "casing": casing, "first": pieces.first[start:end] - a + 1}

    def run(self, pieces: Pieces, start: int, end: int) -> dict[str, Floats]:
        """One session run over the words ``start:end``; outputs have one row per word."""
        answers = self.session.run(self.outputs, self.feed(pieces, start, end))
        return dict(zip(self.outputs, answers, strict=True))

    def encode(self, words: list[str], breaks: list[int]) -> Encoded:
        """Read a text once. ``breaks`` are those of :func:`claimx.models.layout.words_and_breaks`."""
        pieces = self.pieces(words, breaks)
        forced = np.array(breaks) == PARAGRAPH_BREAK
        filled: dict[str, Any] = {}
        for start, end, own, scores in self.windows(pieces, forced):
            rows = slice(own - start, end - start)
            answers = {k: scores[k][rows].argmax(1) if k in CHOICES else scores[k][rows] for k in KEPT}
            for k, answer in answers.items():
                if k not in filled:
                    filled[k] = np.empty((len(words), *answer.shape[1:]), KEPT[k])
                filled[k][own:end] = answer
        return Encoded(**filled)

    def windows(self, pieces: Pieces, forced: NDArray[np.bool_]) -> Iterator[tuple[int, int, int, dict[str, Any]]]:
        """Yield (first word, end, first owned word, scores); the windows own up to ``end``, in turn.

        Args:
            pieces: The text.
            forced: (n) whether a paragraph begins at the word.
        """
        own, n = 0, len(pieces.first)
        edges = np.array([0, *np.flatnonzero(forced), n])
        while own < n:
            start, end = plan(pieces.begin, edges, own)
            scores: dict[str, Any] = self.run(pieces, start, end)
            starts = (scores.pop("sents").argmax(1) > 0) | forced[start:end]
            if end < n and not forced[end]:
                end = own + count_owned(starts[own - start :])
            scores["starts"] = starts
            yield start, end, own, scores
            own = end


def count_owned(starts: NDArray[np.bool_]) -> int:
    """How many words a window within a paragraph owns: those before the sentence that it does not see the end of.

    Were these a quarter of the words or less, it cuts that sentence :data:`RIGHT_CONTEXT` words before its own end, or
    a quarter of the words where they are few: in another script five can fill a window. So it always owns some.

    Args:
        starts: (n) whether a sentence begins at the word; n > 0, the words that the window sees and none owned before.
    """
    quarter = len(starts) // 4
    complete = int(np.flatnonzero(starts).max(initial=0))
    return complete if complete > quarter else len(starts) - min(RIGHT_CONTEXT, quarter)


def plan(begin: Ints, edges: Ints, own: int) -> tuple[int, int]:
    """First word and end of the window whose first owned word is ``own``; ``edges`` are those of paragraphs."""
    start = int(np.searchsorted(begin, begin[own] - LEFT_CONTEXT))
    limit = max(int(np.searchsorted(begin, begin[start] + WINDOW, side="right")) - 1, own + 1)
    edge = int(edges[np.searchsorted(edges, limit, side="right") - 1])
    return start, edge if edge - own > (limit - own) // 2 else limit
