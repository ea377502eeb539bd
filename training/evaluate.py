"""Syntax of the shipped model: ``python -m training.evaluate ../shared/data/ud/*.dev.conllu``.

Runs the components that users run, on running text. spaCy's tokens are matched to gold words by identical
characters; a gold word without its token counts as wrong.
"""

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from claimx.api import load
from claimx.pipeline.build import ORDER
from training.conllu import Treebank, read_treebank

SYNTAX = ORDER[:2]


def score(doc: Doc, gold: Treebank, counts: Counter[str]) -> None:
    """Count what is right in one stretch of text."""
    token_at = {(t.idx, t.idx + len(t)): t for t in doc}
    tokens = [token_at.get((w.start, w.end)) for w in gold.words]
    word_of = {t.i: i for i, t in enumerate(tokens) if t is not None}
    for word, token in zip(gold.words, tokens, strict=True):
        counts["words"] += 1
        if token is None:
            continue
        counts["tag"] += token.tag_ == word.tag
        counts["pos"] += token.pos_ == word.pos
        counts["lemma"] += token.lemma_.lower() == word.lemma.lower()
        head = None if token.head.i == token.i else word_of.get(token.head.i, -1)
        label = "root" if token.dep_ == "ROOT" else token.dep_
        counts["uas"] += head == word.head
        counts["las"] += head == word.head and label == word.label
    starts = {gold.words[s].start for s in gold.sentences}
    edges = {(a, b) for a, b in zip(sorted(starts), [*sorted(starts)[1:], len(gold.text)], strict=True)}
    found = sorted(s[0].idx for s in doc.sents)
    predicted = {(a, b) for a, b in zip(found, [*found[1:], len(gold.text)], strict=True)}
    counts["sentences gold"] += len(edges)
    counts["sentences found"] += len(predicted)
    counts["sentences right"] += len(edges & predicted)
    counts["starts right"] += len(starts & set(found))


def evaluate(nlp: Language, paths: list[Path]) -> list[dict[str, Any]]:
    """Percentages for each file, and for each genre in it."""
    out = []
    for path in paths:
        genres: dict[str, Counter[str]] = {}
        for gold in read_treebank(path, 200):
            doc = nlp(gold.text, disable=[name for name in nlp.pipe_names if name not in SYNTAX])
            score(doc, gold, genres.setdefault(gold.genre, Counter()))
        name = path.stem.replace(".", " ").upper().replace("DEV", "dev")
        out.append(row(name, None, sum(genres.values(), Counter())))
        out += [row(name, genre, counts) for genre, counts in sorted(genres.items())]
    return out


def row(name: str, genre: str | None, counts: Counter[str]) -> dict[str, Any]:
    """The percentages that counts come to."""
    edges = counts["sentences gold"] + counts["sentences found"]
    return {
        "data": name,
        "genre": genre,
        "words": counts["words"],
        **{k: round(100 * counts[k] / counts["words"], 1) for k in ("tag", "pos", "lemma", "uas", "las")},
        "sentence F1": round(200 * counts["sentences right"] / edges, 1),
        "sentence start F1": round(200 * counts["starts right"] / edges, 1),
    }


def main(paths: list[Path]) -> None:
    """Print the figures as a table."""
    rows = evaluate(load(), paths)
    print(f"| {' | '.join(rows[0])} |\n|{' --- |' * len(rows[0])}")
    for figures in rows:
        print(f"| {' | '.join('all' if figure is None else str(figure) for figure in figures.values())} |")


if __name__ == "__main__":
    main([Path(p) for p in sys.argv[1:]])
