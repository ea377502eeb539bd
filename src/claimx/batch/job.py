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
from claimx.batch.files import Files
from claimx.batch.kept import Kept
from claimx.batch.ledger import key_of, text_hash
from claimx.batch.pool import Pool, Slot
from claimx.batch.worker import Line
from claimx.errors import Failure
from claimx.models.card import full_name, load_card
from claimx.readers.article import Article, Reading
from claimx.schema import SCHEMA_VERSION, ArticleInfo, Document, Generator, Notice

FIELDS = ("id", "source", "title", "author", "url", "published", "language")
"""What a copy says about itself as its reader found it."""


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


@dataclass(frozen=True, slots=True)
class Known:
    """An article whose document an earlier run has made."""

    article: Article
    line: bytes


class Done(NamedTuple):
    """What one step of a run wrote: the article or failure, and its line where it has one; of an earlier run?"""

    item: Reading
    outcome: Line | Failure
    earlier: bool = False


def generator() -> Generator:
    """This version of claimx with its model."""
    return Generator(name="claimx", version=__version__, model=full_name(load_card()))


def run(
    items: Iterable[Reading], pool: Pool | Cluster, files: Files, shard: Shard | None, dedupe: bool
) -> Iterator[Done]:
    """Do what is left to do; each article or failure is yielded once its line is written."""
    known = {entry.key for entry in files.entries}
    first = {entry.text: entry.id for entry in reversed(files.entries) if entry.text}
    failed = {entry.text for entry in files.entries if entry.text and not entry.done}
    left = (item for item in items if (shard is None or shard.has(item)) and key_of(item) not in known)
    marked = _marked(left, dict(first)) if dedupe else left
    for slot in pool.run(_recalled(marked, files.kept)):
        done = _done(slot, failed)
        text = text_hash(done.item) if isinstance(done.item, Article) else None
        line = done.outcome.data if isinstance(done.outcome, Line) else _row(done.outcome)
        if text and isinstance(done.outcome, Failure):
            failed.add(text)
        files.write(key_of(done.item), text, done.item.id, line, isinstance(done.outcome, Line))
        yield done
    files.finish()


def _done(slot: Slot, failed: set[str]) -> Done:
    """What has become of an item; ``failed`` are the texts that failed."""
    match slot.item:
        case Copy() as copy:
            return Done(copy.article, _copied(copy, failed))
        case Known() as known:
            return Done(known.article, Line(known.line, 0, 0), earlier=True)
        case item:
            return Done(item, slot.outcome or item)


def _recalled(items: Iterable[Reading | Copy], kept: Kept) -> Iterator[Reading | Copy | Known]:
    """The items, articles whose document has been kept with it."""
    for item in items:
        line = kept.document(key_of(item)) if isinstance(item, Article) else None
        yield Known(item, line) if line and isinstance(item, Article) else item


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
        **{field: getattr(article, field) for field in FIELDS},
        duplicate_of=copy.of,
        sha256=copy.text,
        characters=len(article.text),
        words=len(article.text.split()),
        sentences=(),
        text=None,
    )
    notices = tuple(Notice(code=r.code, message=r.message, start=None, end=None) for r in article.remarks)
    records: dict[str, Any] = dict.fromkeys(("speakers", "quotes", "numbers", "hedges", "claims"), ())
    return Line.of(
        Document(schema_version=SCHEMA_VERSION, generator=generator(), document=info, **records, warnings=notices)
    )


def _row(failure: Failure) -> bytes:
    return json.dumps(failure.row(), ensure_ascii=False).encode() + b"\n"
