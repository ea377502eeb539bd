"""schema.org JSON-LD: the article, who speaks in it, each quote as a Quotation and each claim as a Claim.

A Claim says that it was made, not whether it is true: there is no ClaimReview here.
"""

from typing import Any

from claimx.render.iris import record_iri
from claimx.schema import ArticleInfo, Claim, Document, Quote, Speaker, SpeakerKind, SpeakerRef

TYPES: dict[SpeakerKind, str] = {
    "person": "Person",
    "unnamed": "Person",
    "author": "Person",
    "organization": "Organization",
    "group": "Organization",
    "document": "CreativeWork",
}


def graph(document: Document) -> dict[str, Any]:
    """One document as a graph of nodes that refer to each other by ``@id``."""
    article = document.document
    nodes = [
        _article(article),
        *(_speaker(speaker, article) for speaker in document.speakers),
        *(_quotation(quote, article) for quote in document.quotes),
        *(_claim(claim, article) for claim in document.claims),
    ]
    return {"@context": "https://schema.org", "@graph": [_stated(node) for node in nodes]}


def _article(article: ArticleInfo) -> dict[str, Any]:
    return {
        "@id": record_iri(article, "article"),
        "@type": "NewsArticle",
        "identifier": article.id,
        "headline": article.title,
        "author": {"@type": "Person", "name": article.author} if article.author else None,
        "datePublished": article.published,
        "url": article.url,
        "inLanguage": article.language,
        "wordCount": article.words,
        "articleBody": article.text,
    }


def _speaker(speaker: Speaker, article: ArticleInfo) -> dict[str, Any]:
    return {
        "@id": record_iri(article, speaker.id),
        "@type": TYPES[speaker.kind],
        "name": speaker.name or speaker.label,
        **_standing(speaker),
    }


def _standing(speaker: Speaker) -> dict[str, Any]:
    """Role and affiliation, which schema.org knows of persons only."""
    if TYPES[speaker.kind] != "Person":
        return {"description": speaker.label}
    affiliation = {"@type": "Organization", "name": speaker.affiliation} if speaker.affiliation else None
    return {"description": speaker.label, "jobTitle": speaker.role, "affiliation": affiliation}


def _quotation(quote: Quote, article: ArticleInfo) -> dict[str, Any]:
    speakers = [quote.speaker, *quote.co_speakers] if quote.speaker else quote.co_speakers
    return {
        "@id": record_iri(article, quote.id),
        "@type": "Quotation",
        "text": quote.text,
        "spokenByCharacter": [_reference(speaker, article) for speaker in speakers] or None,
        "isPartOf": {"@id": record_iri(article, "article")},
    }


def _claim(claim: Claim, article: ArticleInfo) -> dict[str, Any]:
    return {
        "@id": record_iri(article, claim.id),
        "@type": "Claim",
        "text": claim.text,
        "author": _reference(claim.speaker, article) if claim.speaker else None,
        "appearance": {"@id": record_iri(article, "article")},
        "isPartOf": {"@id": record_iri(article, claim.quote)} if claim.quote else None,
    }


def _reference(speaker: SpeakerRef, article: ArticleInfo) -> dict[str, str]:
    return {"@id": record_iri(article, speaker.id)}


def _stated(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value is not None}
