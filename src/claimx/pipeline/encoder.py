"""``claimx_encoder``: reads the text once with the trained encoder.

Writes ``doc.tensor`` (one row per token, half precision; white space has zeros) and ``doc._.claimx_scores``,
a dict of arrays over the words (tokens that are not white space), for the components that decode them.
"""

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from claimx import settings
from claimx.models.encoder import Encoder
from claimx.models.layout import words_and_breaks
from claimx.pipeline import records

records.register()


class EncoderComponent:
    """Runs the encoder and leaves its scores on the ``Doc``."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder

    def __call__(self, doc: Doc) -> Doc:
        """Encode one document."""
        words, breaks, places = words_and_breaks(doc)
        if not words:
            return doc
        index = np.array(places, dtype=np.int64)
        encoded = self.encoder.encode(words, breaks)
        tensor = np.zeros((len(doc), encoded.vectors.shape[1]), dtype=np.float16)
        tensor[index] = encoded.vectors
        doc.tensor = tensor  # type: ignore[assignment]  # spaCy only says float64
        doc._.claimx_scores = {
            "words": index,
            "tags": encoded.tags,
            "pos": encoded.pos,
            "lemmas": encoded.lemmas,
            "starts": encoded.starts,
            "names": encoded.names,
            "roles": encoded.roles,
        }
        return doc


@Language.factory("claimx_encoder", assigns=["doc.tensor", "doc._.claimx_scores"])
def create(nlp: Language, name: str) -> EncoderComponent:
    """The component with the shipped model."""
    return EncoderComponent(Encoder(threads=settings.load().threads))
