"""spaCy's CNN pipeline, to be measured beside claimx: ``python -m benchmarks.cnn ../shared runs/cnn``.

Tagger, parser and NER in the default configuration for efficiency (``spacy init config -p tagger,parser,ner -o
efficiency``), with a pass over a part of the treebanks. That is enough for measuring speed, which does not depend on
how well the weights are trained, and for nothing else.
"""

import random
import sys
from itertools import islice
from pathlib import Path

import spacy
from spacy.cli.init_config import init_config
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans

from training.corpora import IGNORE, read_ud
from training.corpora import Example as Annotated

DOCUMENTS = 150  # stretches of up to 20 sentences


def gold(nlp: Language, example: Annotated) -> Example:
    """One stretch of a treebank as spaCy trains on it."""
    heads = [i if head == IGNORE else head for i, head in enumerate(example.heads or [])]
    doc = Doc(
        nlp.vocab,
        words=example.words,
        tags=[tag or "" for tag in example.tags or []],
        heads=heads,
        deps=[label or "dep" for label in example.labels or []],
        sent_starts=[bool(start) for start in example.sentence_starts or []],
    )
    doc.ents = filter_spans(Span(doc, start, end, label=kind) for start, end, kind in example.names or [])
    return Example(Doc(nlp.vocab, words=example.words), doc)


def train(shared: Path) -> Language:
    """Initialise the pipeline on the treebanks and go over them once."""
    config = init_config(lang="en", pipeline=["tagger", "parser", "ner"], optimize="efficiency")
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    stretches = islice(read_ud(shared / "data/ud/gum.train.conllu", 20), DOCUMENTS)
    examples = [gold(nlp, stretch) for stretch in stretches if stretch.words]
    optimizer = nlp.initialize(lambda: examples)
    random.Random(1).shuffle(examples)
    for batch in spacy.util.minibatch(examples, 8):
        nlp.update(batch, sgd=optimizer)
    return nlp


if __name__ == "__main__":
    train(Path(sys.argv[1])).to_disk(sys.argv[2])
