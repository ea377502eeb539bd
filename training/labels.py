"""The label sets, in the order the network and the shipped ``model.json`` share."""

from collections import Counter
from collections.abc import Iterable

from training.corpora import NAME_TYPES, Example, edit_script

NAMES = ("O", *(f"{prefix}-{kind}" for kind in NAME_TYPES for prefix in "BI"))
FEWEST_UD = 3  # labels seen less often in training are left out


def collect(examples: Iterable[Example]) -> dict[str, list[str]]:
    """Tags, parts of speech, lemma scripts and dependency labels, most frequent first."""
    counts: dict[str, Counter[str]] = {k: Counter() for k in ("tags", "pos", "lemmas", "labels")}
    for example in examples:
        counts["tags"].update(t for t in example.tags or [] if t)
        counts["pos"].update(t for t in example.pos or [] if t)
        counts["labels"].update(t for t in example.labels or [] if t)
        pairs = zip(example.words, example.lemmas or [], strict=False)
        counts["lemmas"].update(edit_script(w, x) for w, x in pairs if x)
    return {k: [label for label, n in c.most_common() if n >= FEWEST_UD] for k, c in counts.items()}
