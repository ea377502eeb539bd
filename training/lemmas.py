"""The lemmas of known words: ``python -m training.lemmas ../shared/data``.

The lemma head guesses an edit script, which is right for regular words; for words that are known, what is known
is better. The treebanks go before the dictionary, lemminflect's (the SPECIALIST lexicon of the US National Library
of Medicine), of which the forms of the verbs and nouns in the encoder's vocabulary and in the training articles are
taken; but a lemma that the dictionary excludes is a slip of the treebank ("fled" from "flead"). Writes
``lemmas.json`` beside the model: part of speech → form → lemma.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from lemminflect import getAllInflections, getLemma

from claimx.models.card import DIRECTORY
from training.conllu import read_treebank

OPEN = ("VERB", "AUX", "NOUN", "ADJ", "ADV", "PRON", "DET")
INFLECTED = ("VERB", "NOUN")
FEWEST = 2
Table = dict[str, dict[str, str]]


def from_treebanks(paths: list[Path]) -> Table:
    """The usual lemma of each form seen at least twice, by part of speech."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in paths:
        for bank in read_treebank(path, 200):
            for word in bank.words:
                form = bank.text[word.start : word.end].lower()
                if word.pos in OPEN and form.isalpha():
                    counts[word.pos, form][word.lemma.lower()] += 1
    table: Table = {pos: {} for pos in OPEN}
    for (pos, form), lemmas in sorted(counts.items()):
        lemma, n = lemmas.most_common(1)[0]
        if n >= FEWEST and possible(pos, form, lemma):
            table[pos][form] = lemma
    return table


def possible(pos: str, form: str, lemma: str) -> bool:
    """Whether the dictionary allows the lemma, or does not know the form."""
    known = getLemma(form, upos=pos, lemmatize_oov=False) if pos in INFLECTED else ()
    return not known or lemma in known


def from_dictionary(words: list[str]) -> Table:
    """Every form of the words that the dictionary has as verbs or nouns."""
    table: Table = {pos: {} for pos in INFLECTED}
    for pos in INFLECTED:
        for word in words:
            if word not in getLemma(word, upos=pos, lemmatize_oov=False):
                continue
            for forms in getAllInflections(word, upos=pos).values():
                for form in forms:
                    first = getLemma(form, upos=pos, lemmatize_oov=False)[:1]
                    if form.isalpha() and first == (word,):
                        table[pos][form] = word
    return table


def base_words(data: Path) -> list[str]:
    """Words of the vocabulary, and the verbs and nouns behind those of the training articles."""
    words = set((DIRECTORY / "vocab.txt").read_text(encoding="utf-8").split())
    for part in ("attribution", "newsroom"):
        for row in map(json.loads, (data / part / "train.jsonl").open(encoding="utf-8")):
            words.update(re.findall(r"[a-z]+", row["text"].lower()))
    words.update(*(getLemma(word, upos=pos, lemmatize_oov=False) for word in list(words) for pos in INFLECTED))
    return sorted(word for word in words if word.isascii() and word.isalpha() and len(word) > 1)


def main(data: Path) -> None:
    """Write the table."""
    treebanks = [data / "ud" / f"{name}.train.conllu" for name in ("ewt", "gum")]
    dictionary, table = from_dictionary(base_words(data)), from_treebanks(treebanks)
    found = {pos: dictionary.get(pos, {}) | table[pos] for pos in OPEN}
    shown = json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (DIRECTORY / "lemmas.json").write_text(shown + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
