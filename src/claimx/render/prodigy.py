"""Prodigy tasks for ``spans.manual``, which takes spans that overlap: ``text``, ``spans``, ``meta``.

Offsets are code points. Prodigy adds the tokens itself. A stretch in several pieces is several spans with the same
``id``.
"""

from typing import Any

from claimx.render.marks import marks
from claimx.schema import Document


def task(document: Document) -> dict[str, Any]:
    """The task of one document, which must have its text."""
    article = document.document
    return {
        "text": article.text,
        "spans": [
            {"start": piece.start, "end": piece.end, "label": mark.label, "id": mark.id}
            for mark in marks(document)
            for piece in mark.pieces
        ],
        "meta": {"id": article.id, "source": article.source, "model": document.generator.model},
    }
