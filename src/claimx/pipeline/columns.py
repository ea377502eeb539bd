"""A ``Doc`` as lists, one entry per token: many times faster than a ``Token`` object for each look.

SpaCy makes a new object at every ``doc[i]`` and puts ``doc.text`` together anew at every call; here each attribute is
copied out in one step. Attributes are named as spaCy does (``ORTH``, ``LOWER``, ``TAG``, …).
"""

import numpy as np
from spacy.tokens import Doc


def integers(doc: Doc, attribute: str) -> list[int]:
    """One attribute as the numbers that spaCy keeps: hashes, flags, offsets."""
    values: list[int] = np.asarray(doc.to_array([attribute])).reshape(-1).tolist()
    return values


def strings(doc: Doc, attribute: str) -> list[str]:
    """One attribute as strings; empty ones where nobody has set it."""
    table = doc.vocab.strings
    keys = integers(doc, attribute)
    names = {key: table[key] for key in set(keys)}
    return [names[key] for key in keys]


def text(doc: Doc) -> str:
    """The text."""
    pieces = zip(strings(doc, "ORTH"), integers(doc, "SPACY"), strict=True)
    return "".join([word + " " if blank else word for word, blank in pieces])


def lows(doc: Doc) -> list[str]:
    """The words in lower case, with straight apostrophes."""
    return [word.replace("’", "'") if "’" in word else word for word in strings(doc, "LOWER")]


def heads(doc: Doc) -> list[int]:
    """The place of each token's head; its own where nobody has parsed."""
    offsets = np.asarray(doc.to_array(["HEAD"])).reshape(-1).astype(np.int64)
    places: list[int] = (offsets + np.arange(len(doc))).tolist()
    return places
