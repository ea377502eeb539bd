"""Self-contained pages: an article with its speakers, claims and numbers, and an index over several articles.

A page is one file: no network, no build. Its content-security policy allows its own style and script, named by their
hashes, and nothing else; jinja2 escapes every text.
"""

import base64
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimx.render.marks import marks
from claimx.render.segments import segments
from claimx.render.wording import KINDS, whose
from claimx.schema import Document, Span

LONGEST_STEM = 80


class Place(NamedTuple):
    """A stretch of the text that can light up, and the kind of it that the style colours, if any."""

    id: str
    kind: str
    pieces: tuple[Span, ...]


class Piece(NamedTuple):
    """A stretch of text, with the kinds and the ids of what lies on it."""

    text: str
    kinds: str
    ids: str


class Entry(NamedTuple):
    """What the index says about one page; ``speakers`` counts the quotes of each named speaker."""

    file: str
    title: str
    published: str | None
    quotes: int
    claims: int
    speakers: Counter[str]


def page(document: Document, index: str | None = None) -> str:
    """The page of one article; ``index`` is the file of the index that it belongs to."""
    quotes = Counter(quote.speaker.id for quote in document.quotes if quote.speaker)
    info = document.document
    return _render(
        "page.html",
        title=_title(document),
        info=info,
        link=info.url if info.url and info.url.lower().startswith(("https://", "http://")) else None,
        pieces=list(pieces(document)),
        speakers=[(speaker, quotes[speaker.id]) for speaker in document.speakers],
        claims=[(claim, whose(claim, document)) for claim in document.claims],
        numbers=[(number, whose(number, document)) for number in document.numbers],
        index=index,
    )


def index(entries: Iterable[Entry]) -> str:
    """The page that lists the articles, and the named speakers across them, most quoted first."""
    listed = list(entries)
    found: dict[str, list[tuple[Entry, int]]] = defaultdict(list)
    for entry in listed:
        for name, count in entry.speakers.items():
            found[name].append((entry, count))
    speakers = [(name, sum(count for _, count in places), places) for name, places in found.items()]
    speakers.sort(key=lambda speaker: (-speaker[1], speaker[0]))
    return _render("index.html", title="Articles and speakers", entries=listed, speakers=speakers)


def entry(document: Document, file: str) -> Entry:
    """The line of the index for the page of a document."""
    speakers = Counter(quote.speaker.name for quote in document.quotes if quote.speaker and quote.speaker.name)
    published = document.document.published
    return Entry(file, _title(document), published, len(document.quotes), len(document.claims), speakers)


def file_name(number: int, id: str) -> str:
    """The file of the ``number``-th article. The number in front keeps names apart that a system takes for one."""
    stem = re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-")[:LONGEST_STEM]
    return f"{number:04}-{stem or 'article'}.html"


def pieces(document: Document) -> Iterator[Piece]:
    """The text of the article, cut where something that is marked begins or ends; nothing without its text."""
    text = document.document.text
    if text is None:
        return
    for segment in segments(len(text), _places(document)):
        kinds = dict.fromkeys(place.kind for place in segment.marks if place.kind)
        ids = dict.fromkeys(place.id for place in segment.marks)
        yield Piece(text[segment.start : segment.end], " ".join(kinds), " ".join(ids))


def _places(document: Document) -> Iterator[Place]:
    """What can light up. All parts of a quote light up with its speaker, and so do the mentions of a speaker."""
    speakers = {quote.id: quote.speaker.id for quote in document.quotes if quote.speaker}
    for mark in marks(document):
        quote = mark.id.partition(".")[0]
        yield Place(speakers.get(quote, mark.id), KINDS.get(mark.label, ""), mark.pieces)
    for speaker in document.speakers:
        yield Place(speaker.id, "", speaker.mentions)


def _title(document: Document) -> str:
    return document.document.title or document.document.id


def _render(template: str, **values: Any) -> str:
    style, script = _asset("page.css"), _asset("page.js")
    allowed = f"style-src {_hash(style)}; script-src {_hash(script)}"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    return _environment().get_template(template).render(style=style, script=script, policy=policy, **values)


@cache
def _environment() -> Environment:
    loader = PackageLoader("claimx.render.html", "")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


@cache
def _asset(name: str) -> Markup:
    return Markup((files(__package__) / name).read_text(encoding="utf-8"))


def _hash(text: str) -> str:
    """The text as a source of a content-security policy (CSP Level 3, section 2.3.1)."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
