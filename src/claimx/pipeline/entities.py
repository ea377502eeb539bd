"""``claimx_entities``: names (PERSON, ORG, LOC, MISC) from the encoder's scores.

Reads ``doc._.claimx_scores``; writes ``doc.ents``.
"""

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from claimx.models.card import load_card
from claimx.pipeline import records

records.register()


def find_names(scores: NDArray[np.float32], labels: list[str]) -> list[tuple[int, int, str]]:
    """Word spans with their type, from BIO scores (n, labels); a type that changes starts a new name."""
    found: list[tuple[int, int, str]] = []
    tags = scores.argmax(1)
    for i in np.flatnonzero(tags).tolist():
        prefix, _, kind = labels[tags[i]].partition("-")
        if found and prefix == "I" and found[-1][1] == i and found[-1][2] == kind:
            found[-1] = (found[-1][0], i + 1, kind)
        else:
            found.append((i, i + 1, kind))
    return found


class EntitiesComponent:
    """Decodes the names head."""

    def __init__(self, labels: list[str]) -> None:
        self.labels = labels

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc.ents``."""
        scores = doc._.claimx_scores
        if scores is not None:
            words = scores["words"].tolist()
            names = find_names(scores["names"], self.labels)
            doc.ents = [Span(doc, words[s], words[e - 1] + 1, label=kind) for s, e, kind in names]
        return doc


@Language.factory("claimx_entities", requires=["doc._.claimx_scores"], assigns=["doc.ents"])
def create(nlp: Language, name: str) -> EntitiesComponent:
    """The component with the shipped label list."""
    return EntitiesComponent(load_card()["labels"]["names"])
