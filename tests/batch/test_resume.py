"""A run that goes on after failures writes what an undisturbed run writes."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claimx.batch.files import Files
from claimx.batch.job import run
from claimx.batch.pool import Pool, Slot
from claimx.errors import Failure
from claimx.readers.article import Article
from claimx.trim import Trim

TEXT = "Ana Ruiz said the port may close."
ARTICLES = [Article(id=name, source=name, text=TEXT) for name in ("first", "copy")]


class Late(Pool):
    """Workers that never answer in time."""

    def run(self, items: Iterable[Any]) -> Iterator[Slot]:
        for item in items:
            late = isinstance(item, Article)
            yield Slot(item, Failure(item.source, item.id, "timeout", "it took too long") if late else None)


def do(folder: Path, articles: list[Article]) -> list[str]:
    with Files(folder / "out.jsonl", resume=True, settings={}) as files:
        outcomes = [done.outcome for done in run(articles, Late(1, Trim()), files, shard=None, dedupe=True)]
    return [outcome.reason for outcome in outcomes if isinstance(outcome, Failure)]


def test_the_copy_of_a_text_that_failed_is_not_tried_again_after_a_kill(tmp_path: Path) -> None:
    for name in ("whole", "killed"):
        (tmp_path / name).mkdir()
    assert do(tmp_path / "whole", ARTICLES) == ["timeout", "duplicate"]
    assert do(tmp_path / "killed", ARTICLES[:1]) == ["timeout"]
    assert do(tmp_path / "killed", ARTICLES) == ["duplicate"]
    errors = [(tmp_path / name / "out.jsonl.errors.jsonl").read_bytes() for name in ("whole", "killed")]
    assert errors[0] == errors[1]
