"""The figures of a whole gold file: those of every layer that is annotated in it."""

from collections.abc import Callable, Sequence

from claimx.scoring import attributions, claims, dates, hedges, numbers
from claimx.scoring.figures import Figures
from claimx.scoring.found import Findings
from claimx.scoring.gold import Article, Speakers

LAYERS: dict[str, Callable[[Sequence[Article], Findings], Figures]] = {
    "numbers": numbers.score,
    "dates": dates.score,
    "hedges": hedges.score,
    "claims": claims.score,
}


def report(articles: Sequence[Article], findings: Findings, speakers: Speakers | None = None) -> Figures:
    """The figures by layer. Sentences that were collected (numbers or hedges alone) go by the collection instead."""
    if collections := sorted({_collection(article) for article in articles} - {""}):
        return {
            name: _collected([article for article in articles if _collection(article) == name], findings)
            for name in collections
        }
    out: Figures = {}
    if any(article.attributions is not None for article in articles):
        known = {id for id, _ in speakers} if speakers else None
        asked = [article for article in articles if known is None or article.id in known]
        out["attribution"] = attributions.score(asked, findings, speakers) | _coverage(asked, findings)
    for name, score in LAYERS.items():
        if any(getattr(article, name) is not None for article in articles):
            out[name] = score(articles, findings) | _coverage(articles, findings)
    return out


def _collected(articles: Sequence[Article], findings: Findings) -> Figures:
    score = numbers.score if articles[0].numbers is not None else hedges.score
    return score(articles, findings) | _coverage(articles, findings)


def _collection(article: Article) -> str:
    """Where a single sentence was collected: the first part of its source."""
    return article.source.split("/")[0] if article.attributions is None and article.claims is None else ""


def _coverage(articles: Sequence[Article], findings: Findings) -> Figures:
    missing = sum(findings.get(article.id, article.digest) is None for article in articles)
    return {"documents": len(articles), "documents without output": missing}
