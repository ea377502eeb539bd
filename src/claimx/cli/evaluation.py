"""The work of ``claimx eval``: read both sides, score, print."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import typer

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
    side = Side()
    findings = Findings(side.read(articles, predicted))
    if not articles or not findings:
        say("nothing could be scored; check that both files hold articles")
        return 3
    side.compare(articles, findings)
    figures = report(articles, findings, known)
    if format == "json":
        typer.echo(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        for layer, table in figures.items():
            show(layer, COLUMNS, rows(table))
    return 1 if side.failed else 0


class Side:
    """Reads what is scored, and counts and names what cannot be read."""

    def __init__(self) -> None:
        self.failed = 0

    def read(self, articles: list[gold.Article], predicted: str | None) -> Iterator[Found]:
        """What was found: in a brat folder, in output of claimx, or by running it on the articles."""
        if predicted and Path(predicted).is_dir():
            yield from map(brat.as_found, brat.read(Path(predicted)))
        elif predicted:
            yield from self._sift(read_all([predicted]))
        else:
            yield from self._sift(_extracted(articles))

    def compare(self, articles: list[gold.Article], findings: Findings) -> None:
        """Name the articles of which another text was read: their places say nothing."""
        for article in articles:
            found = findings.get(article.id, article.digest)
            if found and article.digest and found.sha256 != article.digest:
                self.failed += 1
                say(f"{article.id}: what is scored was found in another text than the gold's; extract that text")

    def _sift(self, results: Iterable[Document | Failure]) -> Iterator[Found]:
        for result in results:
            if isinstance(result, Failure):
                self.failed += 1
                say(f"{result.source}: {result.error}")
            else:
                yield of_document(result)


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
