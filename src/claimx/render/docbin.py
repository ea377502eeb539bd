"""spaCy's DocBin: documents with a span group per label, to train on or to look at in displaCy.

Tokens are those of spaCy's English tokenizer; a stretch that begins or ends inside one takes the whole token. A span's
``label_`` is the label and its ``id_`` the id in claimx; a stretch in several pieces is several spans with one id.
``doc.user_data["claimx"]`` has what is known of the article. All documents are held until the last is there.
"""

from collections.abc import Iterable
from typing import BinaryIO

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from claimx.render.marks import LABELS, marks
from claimx.schema import Document


def write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """The documents, which must have their text."""
    nlp = spacy.blank("en")
    nlp.max_length = 2**31 - 1  # the tokenizer alone has no limit
    found = DocBin(attrs=["ORTH", "SENT_START"], store_user_data=True)
    for document in documents:
        found.add(doc_of(document, nlp))
    stream.write(found.to_bytes())


def doc_of(document: Document, nlp: Language) -> Doc:
    """The document as a ``Doc``, with sentences and a span group per label: ``doc.spans["Cue"]``."""
    article = document.document
    doc = nlp.make_doc(article.text or "")
    doc.user_data["claimx"] = article.model_dump(mode="json", exclude={"text", "sentences"})
    starts = {extent.start for extent in article.sentences}
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts
    groups: dict[str, list[Span]] = {label: [] for label in LABELS}
    for mark in marks(document):
        for piece in mark.pieces:
            span = doc.char_span(piece.start, piece.end, mark.label, alignment_mode="expand", span_id=mark.id)
            groups[mark.label] += [span] if span else []
    doc.spans.update(groups)
    return doc
