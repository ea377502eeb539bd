"""Label Studio tasks with what claimx found as predictions, to be corrected.

Offsets are code points, as Label Studio's are since its 1.4 (label-studio-frontend, pull request 308). A stretch in
several pieces is several regions, bound by a relation ``piece``. docs/formats.md has the labelling configuration.
"""

from collections.abc import Iterator
from typing import Any

from claimx.render.marks import Mark, links, marks
from claimx.schema import Document


def task(document: Document) -> dict[str, Any]:
    """The task of one document, which must have its text."""
    article = document.document
    confidence = {quote.id: quote.confidence for quote in document.quotes}
    regions = [region for mark in marks(document) for region in _regions(mark, confidence.get(mark.id))]
    relations = [_relation(link.start, link.end, link.relation) for link in links(document)]
    return {
        "data": {"text": article.text, "id": article.id, "title": article.title, "url": article.url},
        "predictions": [
            {"model_version": document.generator.model, "result": [*regions, *relations]},
        ],
    }


def _regions(mark: Mark, confidence: float | None) -> Iterator[dict[str, Any]]:
    for index, piece in enumerate(mark.pieces, start=1):
        id = mark.id if index == 1 else f"{mark.id}.{index}"
        value = {"start": piece.start, "end": piece.end, "text": piece.text, "labels": [mark.label]}
        region = {"id": id, "from_name": "label", "to_name": "text", "type": "labels", "value": value}
        about = {"meta": {"text": [f"{name}: {said}" for name, said in mark.attributes.items()]}}
        yield region | (about if mark.attributes else {}) | ({} if confidence is None else {"score": confidence})
        if index > 1:
            yield _relation(mark.id, id, "piece")


def _relation(start: str, end: str, label: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": start, "to_id": end, "direction": "right", "labels": [label]}
