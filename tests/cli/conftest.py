"""The command line with a stand-in for the model, and with nothing around it that could interfere."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimx.api import Result as Extracted
from claimx.cli import app, extraction
from claimx.errors import Failure
from claimx.readers.article import Reading
from tests import sample


def extract_articles(articles: Iterable[Reading]) -> Iterator[Extracted]:
    """The sample document under each article's name; a text says 'crash' or 'nothing' to get just that."""
    for article in articles:
        if isinstance(article, Failure):
            yield article
        elif "crash" in article.text:
            yield Failure.crash(article.source, article.id, ZeroDivisionError("by zero"))
        else:
            document = sample.document()
            named = {"id": article.id, "source": article.source, "published": article.published}
            info = document.document.model_copy(update=named)
            none = dict.fromkeys(("quotes", "numbers", "hedges", "claims"), ())
            yield document.model_copy(update={"document": info} | (none if "nothing" in article.text else {}))


class CommandLine:
    """Runs commands in the working directory of the test."""

    def __call__(self, *arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, list(arguments), input=stdin, prog_name="claimx")


@pytest.fixture
def claimx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """``claimx("extract", …)`` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(extraction, "extract_articles", extract_articles)
    return CommandLine()
