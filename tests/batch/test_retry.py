"""``--retry-failed`` gives the bytes of an untroubled run, and makes nothing again that was made."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from claimx.batch.files import Files
from claimx.batch.job import run
from claimx.batch.pool import Pool, Slot
from claimx.batch.worker import Line
from claimx.errors import Failure
from claimx.readers.article import Article
from claimx.trim import Trim

ALL = "abcdef"


class Stub(Pool):
    """Workers that fail on some articles, and remember on which they were."""

    def __init__(self, failing: str) -> None:
        super().__init__(1, Trim())
        self.failing, self.asked = failing, ""

    def run(self, items: Iterable[Any]) -> Iterator[Slot]:
        for item in items:
            outcome = self.extract(item) if isinstance(item, Article) else None
            yield Slot(item, outcome)

    def extract(self, article: Article) -> Line | Failure:
        self.asked += article.id
        if article.id in self.failing:
            return Failure(article.source, article.id, "timeout", "it took too long")
        document = {"document": {"id": article.id, "duplicate_of": None}}
        return Line(json.dumps(document).encode() + b"\n", 2, 1)


def do(folder: Path, ids: str, failing: str = "", retry: bool = False, stop: int | None = None) -> str:
    """Run; the ids of the articles that workers were asked for. ``stop``: end after so many."""
    pool = Stub(failing)
    articles = [Article(id=id, source=id, text=f"Text of {id}.") for id in ids]
    with Files(folder / "out.jsonl", resume=True, settings={}, retry_failed=retry) as files:
        list(islice(run(articles, pool, files, shard=None, dedupe=True), stop))
    return pool.asked


def written(folder: Path) -> str:
    """The ids of the documents in the output."""
    lines = (folder / "out.jsonl").read_text().splitlines()
    return "".join(json.loads(line)["document"]["id"] for line in lines)


@pytest.mark.parametrize(
    ("failing", "asked"),
    [
        # in the middle, at the beginning, at the end, more than one
        ("c", "c"),
        ("a", "a"),
        ("f", "f"),
        ("bde", "bde"),
        # nothing failed
        ("", ""),
    ],
)
def test_what_failed_is_put_in_its_place(tmp_path: Path, failing: str, asked: str) -> None:
    do(tmp_path, ALL, failing)
    assert do(tmp_path, ALL, retry=True) == asked
    assert written(tmp_path) == ALL
    assert (tmp_path / "out.jsonl.errors.jsonl").read_bytes() == b""
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "out.jsonl", "out.jsonl.errors.jsonl", "out.jsonl.ledger",
    ]  # fmt: skip


@pytest.mark.parametrize("stop", [0, 1, 2, 3, 5])
@pytest.mark.parametrize("retry", [True, False])
def test_a_retry_that_was_ended_goes_on(tmp_path: Path, stop: int, retry: bool) -> None:
    do(tmp_path, ALL, "be")
    asked = do(tmp_path, ALL, retry=True, stop=stop)
    asked += do(tmp_path, ALL, retry=retry)
    assert sorted(set(asked)) == ["b", "e"]
    assert written(tmp_path) == ALL


def test_what_fails_again_is_a_failure_again(tmp_path: Path) -> None:
    do(tmp_path, ALL, "be")
    assert do(tmp_path, ALL, "e", retry=True) == "be"
    assert written(tmp_path) == "abcdf"
    assert (tmp_path / "out.jsonl.errors.jsonl").read_bytes().count(b"\n") == 1
    assert do(tmp_path, ALL, retry=True) == "e"
    assert written(tmp_path) == ALL


def test_documents_of_articles_that_are_gone_stay(tmp_path: Path) -> None:
    do(tmp_path, ALL, "b")
    assert do(tmp_path, "abcf", retry=True) == "b"
    assert written(tmp_path) == "abcfde"
    assert do(tmp_path, ALL) == ""


def test_beginning_anew_forgets_what_was_set_aside(tmp_path: Path) -> None:
    do(tmp_path, ALL, "b")
    do(tmp_path, ALL, retry=True, stop=1)
    assert (tmp_path / "out.jsonl.kept").exists()
    with Files(tmp_path / "out.jsonl", resume=False, settings={}) as files:
        assert files.entries == []
    assert not (tmp_path / "out.jsonl.kept").exists()
