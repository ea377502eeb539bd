"""The work of ``claimx eval``: read both sides, score, print."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import typer

from claimx.cli.sieve import Sieve
from claimx.cli.tables import show
from claimx.cli.talk import say
from claimx.errors import Failure, UsageError
from claimx.readers.results import read_all
from claimx.schema import Document
from claimx.scoring import brat, gold
from claimx.scoring.figures import Figures
from claimx.scoring.found import Findings, Found, of_document
from claimx.scoring.report import report

COLUMNS = ("figure", "P", "R", "F1", "value")


def run(gold_path: Path, predicted: str | None, speakers: Path | None, format: str) -> int:
    """Print the figures; the exit code."""
    articles = brat.read(gold_path) if gold_path.is_dir() else gold.read(gold_path)
    known = gold.read_speakers(speakers) if speakers else None
    sieve = Sieve()
    findings = Findings(_found(sieve, articles, predicted))
    if not articles or not findings:
        say("nothing could be scored; check that both files hold articles")
        return 3
    _compare_texts(sieve, articles, findings)
    figures = report(articles, findings, known)
    if format == "json":
        typer.echo(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        for layer, table in figures.items():
            show(layer, COLUMNS, rows(table))
    return 1 if sieve.failed else 0


def _found(sieve: Sieve, articles: list[gold.Article], predicted: str | None) -> Iterable[Found]:
    """What is scored: in a brat folder, in output of claimx, or from running it on the articles."""
    if predicted and Path(predicted).is_dir():
        return map(brat.as_found, brat.read(Path(predicted)))
    results = read_all([predicted]) if predicted else _extracted(articles)
    return map(of_document, sieve.documents(results))


def _compare_texts(sieve: Sieve, articles: list[gold.Article], findings: Findings) -> None:
    """Name the articles of which another text was read: their places say nothing."""
    for article in articles:
        found = findings.get(article.id, article.digest)
        if found and article.digest and found.sha256 != article.digest:
            sieve.refuse(article.id, "what is scored was found in another text than the gold's; extract that text")


def _extracted(articles: list[gold.Article]) -> Iterator[Document | Failure]:
    from claimx.api import extract_articles
    from claimx.readers.article import Article, iso_date

    if any(article.text is None for article in articles):
        raise UsageError("the gold has no text to read", "name the output that is to be scored after it")
    return extract_articles(
        Article(id=one.id, source=one.id, text=one.text or "", published=iso_date(one.date)) for one in articles
    )


def rows(figures: Figures) -> Iterator[tuple[object, ...]]:
    """The figures of one layer as rows: precision, recall and F1 side by side, anything else as a value."""
    for name, figure in figures.items():
        if not isinstance(figure, dict):
            yield (name, None, None, None, figure)
        elif set(figure) == {"P", "R", "F1"}:
            yield (name, figure["P"], figure["R"], figure["F1"], None)
        else:
            for part, value in figure.items():
                yield (f"{name}: {part}", None, None, None, value)
