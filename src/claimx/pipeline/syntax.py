"""``claimx_syntax``: tags, parts of speech, lemmas, sentences and dependencies from the encoder's scores.

Reads ``doc._.claimx_scores`` and ``doc.tensor``; writes ``token.tag`` (Penn Treebank), ``token.pos``,
``token.lemma``, ``token.head``, ``token.dep`` (Universal Dependencies 2, subtypes only nsubj:pass, aux:pass,
acl:relcl, nmod:poss) and so ``doc.sents``. White space hangs on the token before it.
"""

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, LEMMA, POS, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc

from claimx.models.card import DIRECTORY, load_card
from claimx.models.decoder import Decoder
from claimx.models.trees import best_tree
from claimx.pipeline import records
from claimx.pipeline.columns import integers, strings

records.register()

# A run of words without an end is parsed in stretches of this length: scores grow with its square.
LONGEST_SENTENCE = 250
BLOCK = 2000  # words that are scored together, to bound the memory of a long text
Ints = NDArray[np.int64]


def find_sentences(starts: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Word spans of the sentences, none longer than :data:`LONGEST_SENTENCE`."""
    edges = [0, *(np.flatnonzero(starts[1:]) + 1).tolist(), len(starts)]
    return [
        (start, min(start + LONGEST_SENTENCE, end))
        for first, end in pairwise(edges)
        for start in range(first, end, LONGEST_SENTENCE)
    ]


def blocks(sentences: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Runs of whole sentences of about :data:`BLOCK` words."""
    block: list[tuple[int, int]] = []
    for sentence in sentences:
        block.append(sentence)
        if sentence[1] - block[0][0] >= BLOCK:
            yield block
            block = []
    if block:
        yield block


def find_heads(
    decoder: Decoder, tensor: NDArray[np.float16], words: Ints, sentences: list[tuple[int, int]], root: int
) -> tuple[Ints, Ints]:
    """The head (a word; the root's is itself) and the label index of each word; ``root`` is the root's.

    ``tensor`` has a row per token; ``words`` are the tokens that count, looked up block by block to spare a copy.
    """
    heads, labels = np.zeros(len(words), dtype=np.int64), np.zeros(len(words), dtype=np.int64)
    for block in blocks(sentences):
        first, last = block[0][0], block[-1][1]
        rows = tensor[words[first:last]].astype(np.float32)
        left, right, bias = decoder.arc_sides(rows)
        tree: list[int] = []
        for start, end in block:
            here = slice(start - first, end - first)
            tree += [h + start - first for h in best_tree(left[here] @ right[here].T + bias[here])]
        own = np.array(tree, dtype=np.int64)
        scores = decoder.labels(rows, own)
        scores[:, root] = np.where(own == np.arange(len(own)), np.inf, -np.inf)
        heads[first:last] = own + first
        labels[first:last] = scores.argmax(1)
    return heads, labels


@cache
def known_lemmas() -> dict[str, dict[str, str]]:
    """Part of speech → lower-cased form → lemma, as the treebanks have it."""
    table: dict[str, dict[str, str]] = json.loads((DIRECTORY / "lemmas.json").read_text(encoding="utf-8"))
    return table


@lru_cache(maxsize=100_000)
def lemmatise(word: str, script: str, proper: bool) -> str:
    """Apply an edit script (``2|y``: cut two letters, append y); proper nouns keep their capitals."""
    cut, _, suffix = script.partition("|")
    if int(cut) >= len(word):
        return word if proper or not suffix else suffix
    base = word if proper else word.lower()
    return base[: len(base) - int(cut)] + suffix


class SyntaxComponent:
    """Decodes the syntactic heads."""

    def __init__(self, nlp: Language, decoder: Decoder, labels: dict[str, list[str]]) -> None:
        self.decoder = decoder
        self.labels = labels
        strings = nlp.vocab.strings
        self.ids = {
            kind: np.array([strings.add(rename(label)) for label in labels[kind]], dtype=np.uint64)
            for kind in ("tags", "labels")
        }
        self.pos_ids = np.array([IDS[label] for label in labels["pos"]], dtype=np.uint64)
        self.space_tag, self.space_dep = strings.add("_SP"), strings.add("dep")

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        scores = doc._.claimx_scores
        if scores is None:
            return doc
        words: Ints = scores["words"]
        sentences = find_sentences(scores["starts"])
        root = self.labels["labels"].index("root")
        tensor: NDArray[np.float16] = doc.tensor  # type: ignore[assignment]  # spaCy only says float64
        heads, labels = find_heads(self.decoder, tensor, words, sentences, root)
        return self.set_annotations(doc, scores, words[heads], labels)

    def set_annotations(self, doc: Doc, scores: dict[str, Any], heads: Ints, labels: Ints) -> Doc:
        """Write everything in one pass; ``heads`` are token indices, one per word."""
        words: Ints = scores["words"]
        array = np.zeros((len(doc), 5), dtype=np.uint64)
        places = np.arange(len(doc))
        spaces = np.ones(len(doc), dtype=bool)
        spaces[words] = False
        head_of = np.maximum(np.maximum.accumulate(np.where(spaces, -1, places)), words[0])
        head_of[words] = heads
        offsets = head_of - places
        array[:, 0] = offsets.astype(np.int64).view(np.uint64)
        array[spaces, 1] = self.space_dep
        array[words, 1] = self.ids["labels"][labels]
        array[spaces, 2] = self.space_tag
        array[words, 2] = self.ids["tags"][scores["tags"]]
        array[spaces, 3] = IDS["SPACE"]
        array[words, 3] = self.pos_ids[scores["pos"]]
        array[:, 4] = self.lemma_ids(doc, scores)
        return doc.from_array([HEAD, DEP, TAG, POS, LEMMA], array)  # type: ignore[arg-type]

    def lemma_ids(self, doc: Doc, scores: dict[str, Any]) -> NDArray[np.uint64]:
        """Hashes of the lemmas; white space is its own."""
        scripts, add = self.labels["lemmas"], doc.vocab.strings.add
        known, parts = known_lemmas(), self.labels["pos"]
        lemmas, texts, lows = integers(doc, "ORTH"), strings(doc, "ORTH"), strings(doc, "LOWER")
        rows = zip(scores["words"].tolist(), scores["lemmas"].tolist(), scores["pos"].tolist(), strict=True)
        for i, script, pos in rows:
            part = parts[pos]
            lemma = known.get(part, {}).get(lows[i])
            lemmas[i] = add(lemma or lemmatise(texts[i], scripts[script], part == "PROPN"))
        return np.array(lemmas, dtype=np.uint64)


def rename(label: str) -> str:
    """SpaCy calls the root of a sentence ROOT."""
    return "ROOT" if label == "root" else label


@Language.factory(
    "claimx_syntax",
    requires=["doc._.claimx_scores", "doc.tensor"],
    assigns=["token.tag", "token.pos", "token.lemma", "token.head", "token.dep", "doc.sents"],
)
def create(nlp: Language, name: str) -> SyntaxComponent:
    """The component with the shipped weights."""
    return SyntaxComponent(nlp, Decoder.load(), load_card()["labels"])
