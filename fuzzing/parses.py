"""A text with tags, entities and trees at random: what rules over syntax must bear, however the parser errs."""

import random

import spacy
from spacy.tokens import Doc

from claimx.pipeline.tokenizer import create

BLANK = spacy.blank("en")
BLANK.max_length = 2**31 - 1
BLANK.tokenizer = create()(BLANK)
MOST = 2000  # tokens; a longer text stays without syntax

TAGS = (
    ("NN", "NOUN"), ("NNS", "NOUN"), ("NNP", "PROPN"), ("PRP", "PRON"), ("VBD", "VERB"), ("VBN", "VERB"),
    ("VB", "VERB"), ("MD", "AUX"), ("JJ", "ADJ"), ("RB", "ADV"), ("DT", "DET"), ("CD", "NUM"), ("IN", "ADP"),
    ("CC", "CCONJ"), ("POS", "PART"), (",", "PUNCT"), ("``", "PUNCT"), ("XX", "X"), ("PRP$", "PRON"), ("_SP", "SPACE"),
)  # fmt: skip
DEPS = (
    "nsubj", "obj", "obl", "ccomp", "parataxis", "flat", "nummod", "acl", "acl:relcl", "advcl", "appos", "case", "conj",
    "cc", "compound", "det", "amod", "nmod", "mark", "aux", "cop", "punct", "xcomp", "csubj", "advmod", "dep",
)  # fmt: skip
ENTITIES = ("O", "O", "O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-LOC", "B-MISC")


def at_random(text: str, seed: int) -> Doc:
    """The tokens of ``text`` with syntax drawn from ``seed``; without any where it is 0 or the text is long."""
    plain = BLANK.make_doc(text)
    if not seed or len(plain) > MOST:
        return plain
    draw = random.Random(seed)
    starts = [i == 0 or draw.random() < 0.1 for i in range(len(plain))]
    heads, first = [], 0
    for i, start in enumerate(starts):
        first = i if start else first
        heads.append(draw.choice((first, i - 1)) if i > first else i)
    tags = [("_SP", "SPACE") if token.is_space else draw.choice(TAGS) for token in plain]
    return Doc(
        plain.vocab,
        words=[token.text for token in plain],
        spaces=[bool(token.whitespace_) for token in plain],
        tags=[tag for tag, _ in tags],
        pos=[pos for _, pos in tags],
        lemmas=[token.lower_ for token in plain],
        heads=heads,
        deps=["root" if heads[i] == i else draw.choice(DEPS) for i in range(len(plain))],
        ents=_entities(draw, len(plain)),
    )


def _entities(draw: random.Random, length: int) -> list[str]:
    """Entities as BIO tags; what goes on goes on from its like."""
    found: list[str] = []
    for _ in range(length):
        tag = draw.choice(ENTITIES)
        goes_on = bool(found) and found[-1][1:] == tag[1:] != ""
        found.append("O" if tag.startswith("I") and not goes_on else tag)
    return found
