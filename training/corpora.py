"""The corpora of ``shared/data`` as one kind of example: words with whatever labels the corpus has.

Every text is tokenised with spaCy's English tokenizer, as at run time, and gold is aligned by characters.
What a corpus does not annotate is ``None`` and costs no loss.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.language import Language

from claimx.models.layout import words_and_breaks
from training.conllu import Treebank, read_treebank

Span = tuple[int, int]
IGNORE = -100
NAME_TYPES = ("PERSON", "ORG", "LOC", "MISC")


@dataclass
class Attribution:
    """Word spans of one gold attribution."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]


@dataclass
class Example:
    """One document. Lists have one entry per word; ``heads`` are word indices, the word's own for a root."""

    id: str
    corpus: str
    words: list[str]
    breaks: list[int]
    attributions: list[Attribution] | None = None
    nested_known: bool = False
    names: list[tuple[int, int, str]] | None = None
    tags: list[str | None] | None = None
    pos: list[str | None] | None = None
    lemmas: list[str | None] | None = None
    heads: list[int] | None = None
    labels: list[str | None] | None = None
    sentence_starts: list[int] | None = None
    cuts: list[int] = field(default_factory=list)


class Aligner:
    """Character spans to word spans, for one text."""

    def __init__(self, starts: list[int], ends: list[int], length: int) -> None:
        self.at = [-1] * (length + 1)
        for i, (s, e) in enumerate(zip(starts, ends, strict=True)):
            for c in range(s, e):
                self.at[c] = i

    def span(self, start: int, end: int) -> Span | None:
        """Words that overlap the characters, None when there are none."""
        inside = [w for w in self.at[start:end] if w >= 0]
        return (inside[0], inside[-1] + 1) if inside else None

    def spans(self, spans: list[list[int]]) -> list[Span]:
        """The same for several."""
        return [w for s, e in spans if (w := self.span(s, e))]


def read_articles(path: Path, names: Path | None = None) -> Iterator[Example]:
    """``attribution/*.jsonl`` and ``newsroom/*.jsonl``, with the silver names where given."""
    nlp = spacy.blank("en")
    silver = {}
    if names is not None:
        silver = {row["id"]: row["entities"] for row in map(json.loads, names.open(encoding="utf-8"))}
    for row in map(json.loads, path.open(encoding="utf-8")):
        doc = nlp.make_doc(row["text"])
        words, breaks, places = words_and_breaks(doc)
        starts = [doc[i].idx for i in places]
        align = Aligner(starts, [s + len(w) for s, w in zip(starts, words, strict=True)], len(row["text"]))
        gold = row.get("attributions", row.get("quotes"))
        attributions = [
            Attribution(align.spans(a["source"]), align.spans(a["cue"]), align.spans(a["content"])) for a in gold
        ]
        entities = None
        if row["id"] in silver:
            entities = [(*w, t) for s, e, t in silver[row["id"]] if (w := align.span(s, e))]
        yield Example(row["id"], path.parent.name, words, breaks, attributions, "quotes" in row, entities)


def read_ud(path: Path, per_document: int = 60) -> Iterator[Example]:
    """A UD treebank as documents of up to ``per_document`` sentences."""
    nlp = spacy.blank("en")
    for number, bank in enumerate(read_treebank(path, per_document)):
        yield align_treebank(nlp, bank, f"{path.stem}#{number}", path.stem.split(".")[0])


def align_treebank(nlp: Language, bank: Treebank, id_: str, corpus: str) -> Example:
    """Labels for the spaCy tokens that are exactly a gold word; the others stay unlabelled."""
    doc = nlp.make_doc(bank.text)
    words, breaks, places = words_and_breaks(doc)
    starts = [doc[i].idx for i in places]
    gold_at = {(w.start, w.end): i for i, w in enumerate(bank.words)}
    of_word = [gold_at.get((s, s + len(w))) for s, w in zip(starts, words, strict=True)]
    word_of = {g: i for i, g in enumerate(of_word) if g is not None}
    example = Example(id_, corpus, words, breaks)
    example.tags, example.pos, example.lemmas, example.labels = [], [], [], []
    example.heads, example.sentence_starts = [], []
    sentence_starts = {bank.words[s].start for s in bank.sentences}
    for i, g in enumerate(of_word):
        gold = bank.words[g] if g is not None else None
        example.tags.append(gold.tag if gold else None)
        example.pos.append(gold.pos if gold else None)
        example.lemmas.append(gold.lemma if gold else None)
        example.labels.append(gold.label if gold else None)
        head = IGNORE
        if gold is not None and g is not None:
            head = i if gold.head is None else word_of.get(gold.head, IGNORE)
        example.heads.append(head)
        example.sentence_starts.append(int(starts[i] in sentence_starts))
    example.cuts = [i for i, s in enumerate(example.sentence_starts) if s]
    if bank.names is not None:
        example.names = []
        for s, e, t in bank.names:
            inside = [word_of[g] for g in range(s, e) if g in word_of]
            if inside:
                example.names.append((inside[0], inside[-1] + 1, t))
    return example


def edit_script(word: str, lemma: str) -> str:
    """How to get the lemma from the lower-cased word: how many letters to cut, what to append (``2|y``)."""
    low, lemma = word.lower(), lemma.lower()
    common = 0
    while common < min(len(low), len(lemma)) and low[common] == lemma[common]:
        common += 1
    return f"{len(low) - common}|{lemma[common:]}"
