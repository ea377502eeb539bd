"""The lemmas of known words: ``python -m training.lemmas ../shared/data/ud/*.train.conllu``.

The lemma head guesses an edit script, which is right for regular words; for words that the treebanks know, what
they say is better. Writes ``lemmas.json`` beside the model: part of speech → form → lemma.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from claimx.models.card import DIRECTORY
from training.conllu import read_treebank

OPEN = ("VERB", "AUX", "NOUN", "ADJ", "ADV", "PRON", "DET")
FEWEST = 2


def known_lemmas(paths: list[Path]) -> dict[str, dict[str, str]]:
    """The usual lemma of each form seen at least twice, by part of speech."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in paths:
        for bank in read_treebank(path, 200):
            for word in bank.words:
                form = bank.text[word.start : word.end].lower()
                if word.pos in OPEN and form.isalpha():
                    counts[word.pos, form][word.lemma.lower()] += 1
    table: dict[str, dict[str, str]] = {pos: {} for pos in OPEN}
    for (pos, form), lemmas in sorted(counts.items()):
        lemma, n = lemmas.most_common(1)[0]
        if n >= FEWEST:
            table[pos][form] = lemma
    return table


if __name__ == "__main__":
    found = known_lemmas([Path(p) for p in sys.argv[1:]])
    shown = json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (DIRECTORY / "lemmas.json").write_text(shown + "\n", encoding="utf-8")
