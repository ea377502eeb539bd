"""A batch run: articles in, whole lines out, in the order of the articles.

Articles that an earlier run has done are left out, those of other shards too; a text that was seen before is not
extracted again but refers to the first article that has it.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NamedTuple

from claimx import __version__
from claimx.batch.cluster import Cluster
from claimx.batch.ledger import Files, key_of, text_hash
from claimx.batch.pool import Pool
from claimx.batch.worker import Line
from claimx.errors import Failure
from claimx.models.card import load_card
from claimx.readers.article import Article, Reading
from claimx.schema import SCHEMA_VERSION, ArticleInfo, Document, Generator


@dataclass(frozen=True, slots=True)
class Shard:
    """Part ``number`` (from 1) of ``count``; articles with the same text are in the same part."""

    number: int
    count: int

    def has(self, item: Reading) -> bool:
        """Whether the item belongs to this part."""
        what = item.text if isinstance(item, Article) else item.source
        return int.from_bytes(sha256(what.encode()).digest()[:8]) % self.count == self.number - 1


@dataclass(frozen=True, slots=True)
class Copy:
    """An article with the text of an earlier one."""

    article: Article
    text: str
    of: str


class Done(NamedTuple):
    """What one step of a run wrote: the article or failure, and its line where it has one."""

    item: Reading
    outcome: Line | Failure


def generator() -> Generator:
    """This version of claimx with its model."""
    card = load_card()
    return Generator(name="claimx", version=__version__, model=f"{card['name']}-{card['version']}")


def run(
    items: Iterable[Reading], pool: Pool | Cluster, files: Files, shard: Shard | None, dedupe: bool
) -> Iterator[Done]:
    """Do what is left to do; each article or failure is yielded once its line is written."""
    known = {entry.key for entry in files.entries}
    first = {entry.text: entry.id for entry in reversed(files.entries) if entry.text}
    left = (item for item in items if (shard is None or shard.has(item)) and key_of(item) not in known)
    failed = {entry.text for entry in files.entries if entry.text and not entry.done}
    for slot in pool.run(_marked(left, dict(first)) if dedupe else left):
        if isinstance(slot.item, Copy):
            item, outcome = slot.item.article, _copied(slot.item, failed)
        else:
            item, outcome = slot.item, slot.outcome or slot.item
        text = text_hash(item) if isinstance(item, Article) else None
        if isinstance(outcome, Line):
            files.write(item, text, outcome.data, done=True)
        else:
            failed |= {text} if text else set()
            files.write(item, text, _row(outcome), done=False)
        yield Done(item, outcome)


def _marked(items: Iterable[Reading], first: dict[str, str]) -> Iterator[Reading | Copy]:
    """The items, articles with a text that came before as copies."""
    for item in items:
        if isinstance(item, Failure):
            yield item
            continue
        text = text_hash(item)
        yield Copy(item, text, first[text]) if text in first else item
        first.setdefault(text, item.id)


def _copied(copy: Copy, failed: set[str]) -> Line | Failure:
    """A document that says whose copy it is and holds nothing else; a failure where that failed."""
    article = copy.article
    if copy.text in failed:
        what = f"it has the text of {copy.of}, which failed; see there"
        return Failure(article.source, article.id, "duplicate", what)
    info = ArticleInfo(
        **{field: getattr(article, field) for field in ("id", "source", "title", "author", "url", "published")},
        duplicate_of=copy.of,
        language="en",
        sha256=copy.text,
        characters=len(article.text),
        words=len(article.text.split()),
        sentences=(),
        text=None,
    )
    records: dict[str, Any] = dict.fromkeys(("speakers", "quotes", "numbers", "hedges", "claims", "warnings"), ())
    return Line.of(Document(schema_version=SCHEMA_VERSION, generator=generator(), document=info, **records))


def _row(failure: Failure) -> bytes:
    return json.dumps(failure.row(), ensure_ascii=False).encode() + b"\n"
