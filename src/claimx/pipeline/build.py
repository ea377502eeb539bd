"""The pipeline: its components, in their order."""

import spacy
from spacy.language import Language

from claimx.models.card import load_card
from claimx.pipeline.tokenizer import NAME as TOKENIZER

ORDER = (
    "claimx_encoder",
    "claimx_syntax",
    "claimx_entities",
    "claimx_attribution",
    "claimx_speakers",
    "claimx_numbers",
    "claimx_hedges",
    "claimx_claims",
)


def build() -> Language:
    """SpaCy's English tokenizer and all components; texts of any length."""
    card = load_card()
    language, _, name = card["name"].partition("_")
    config = {"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}}
    nlp = spacy.blank(language, config=config, meta={"name": name, "version": card["version"]})
    nlp.max_length = 2**31 - 1  # memory grows with the text's length, but the encoder runs in windows
    for component in ORDER:
        nlp.add_pipe(component)
    return nlp
