"""W3C Web Annotation Data Model: a page of annotations per document.

Every target has a TextPositionSelector and a TextQuoteSelector. The standard counts positions in Unicode code points
and not in code units (sections 4.2.4 and 4.2.5), so they are ours. They point into the text that claimx read, named
by its hash, not into the page it came from: that is the target's ``scope``, and there the quote with what stands
before and after it finds the place.
"""

from collections.abc import Mapping
from typing import Any

from claimx.render.iris import record_iri, text_iri
from claimx.render.marks import Mark, marks
from claimx.schema import ArticleInfo, Document, Span

AROUND = 32
"""Characters of prefix and suffix."""


def page(document: Document) -> dict[str, Any]:
    """The annotations of one document, as an AnnotationPage."""
    article = document.document
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": record_iri(article, "annotations"),
        "type": "AnnotationPage",
        "items": [_annotation(mark, document) for mark in marks(document)],
    }


def _annotation(mark: Mark, document: Document) -> dict[str, Any]:
    article = document.document
    bodies = [_body(mark.label, "tagging"), *_described(mark.attributes)]
    return {
        "id": record_iri(article, mark.id),
        "type": "Annotation",
        "motivation": "tagging",
        "generator": {"type": "Software", "name": f"claimx {document.generator.version}, {document.generator.model}"},
        "body": bodies,
        "target": [_target(piece, article) for piece in mark.pieces],
    }


def _described(attributes: Mapping[str, str]) -> list[dict[str, str]]:
    return [_body(f"{name}: {value}", "describing") for name, value in attributes.items()]


def _body(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "purpose": purpose, "format": "text/plain"}


def _target(piece: Span, article: ArticleInfo) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": piece.text}
    if article.text is not None:
        quote["prefix"] = article.text[max(0, piece.start - AROUND) : piece.start]
        quote["suffix"] = article.text[piece.end : piece.end + AROUND]
    position = {"type": "TextPositionSelector", "start": piece.start, "end": piece.end}
    scope = {"scope": article.url} if article.url else {}
    return {"source": text_iri(article), **scope, "selector": [position, quote]}
