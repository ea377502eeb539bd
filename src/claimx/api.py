"""The library: text in, :class:`~claimx.schema.Document` out."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language

from claimx.assemble import assemble
from claimx.errors import Failure, InputError, UsageError
from claimx.pipeline.build import build
from claimx.readers.article import Article, Reading, iso_date
from claimx.schema import Document

Result = Document | Failure


def load() -> Language:
    """The pipeline, as an ordinary spaCy ``Language``."""
    return build()


def extract(
    text: str,
    *,
    id: str = "-",
    title: str | None = None,
    author: str | None = None,
    url: str | None = None,
    published: str | None = None,
    nlp: Language | None = None,
) -> Document:
    """Who said what in one article. Dates in it are resolved against ``published`` (an ISO date).

    Raises:
        InputError: There is no text.
        UsageError: ``published`` is no ISO date.
    """
    if published is not None and iso_date(published) != published:
        raise UsageError(f"published is {published!r}, which is no ISO date", "write it like '2026-03-12'")
    article = Article(id=id, source=id, text=text, title=title, author=author, url=url, published=published)
    if not text.strip():
        raise InputError(id, "empty", "there is no text in it", "give the text of an article")
    return _document(article, nlp or _shared(), None)


def extract_many(articles: Iterable[Article | str], nlp: Language | None = None) -> Iterator[Result]:
    """Who said what in each article, in their order; a failure in place of each that cannot be done."""
    return extract_articles(map(_numbered, enumerate(articles, start=1)), nlp)


def extract_articles(articles: Iterable[Reading], nlp: Language | None = None) -> Iterator[Result]:
    """As :func:`extract_many`, over what the readers give: their failures pass through."""
    seen: dict[bytes, str] = {}
    for article in articles:
        if isinstance(article, Failure):
            yield article
            continue
        nlp = nlp or _shared()
        digest = hashlib.sha256(article.text.encode()).digest()
        try:
            yield _document(article, nlp, seen.get(digest))
        except Exception as error:  # one bad article must not stop the others
            yield Failure.crash(article.source, article.id, error)
        seen.setdefault(digest, article.id)


def _document(article: Article, nlp: Language, duplicate_of: str | None) -> Document:
    doc = nlp.make_doc(article.text)
    doc._.claimx_published = article.published
    model = f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"
    return assemble(nlp(doc), article, model=model, duplicate_of=duplicate_of)


def _numbered(item: tuple[int, Article | str]) -> Article:
    number, article = item
    return article if isinstance(article, Article) else Article(id=f"-#{number}", source="-", text=article)


@cache
def _shared() -> Language:
    return load()
