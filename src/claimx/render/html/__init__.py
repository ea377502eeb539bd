"""Self-contained pages: an article with its speakers and claims, and an index over several.

Everything is in one file: no network, no build. The content-security policy allows the page's own style and script by
their hashes and nothing else; jinja2 escapes every text.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimx.render.marks import Mark, marks
from claimx.render.segments import segments
from claimx.schema import Claim, Document

CLASSES = {"Content": "q", "Source": "s", "Cue": "", "Number": "n", "Hedge": "h", "Claim": "c"}


class Piece(NamedTuple):
    """A stretch of text with the classes and the ids of what lies on it."""

    text: str
    classes: str
    ids: str


class Entry(NamedTuple):
    """One page, for the index."""

    file: str
    document: Document


def page(document: Document, index: str | None = None) -> str:
    """The page of one article; ``index`` is the file of the index it belongs to."""
    labels = {speaker.id: speaker.label for speaker in document.speakers}
    return _render(
        "page.html",
        title=document.document.title or document.document.id,
        info=document.document,
        link=_safe_link(document.document.url),
        pieces=_pieces(document),
        speakers=[(speaker, _quotes_of(document, speaker.id)) for speaker in document.speakers],
        claims=[(claim, labels[claim.speaker.id] if claim.speaker else None, _lit(claim)) for claim in document.claims],
        index=index,
    )


def index(entries: Iterable[Entry]) -> str:
    """A page that lists the articles, and the named speakers across them."""
    listed = list(entries)
    speakers: dict[str, dict[str, int]] = {}
    for entry in listed:
        for quote in entry.document.quotes:
            if quote.speaker and quote.speaker.name:
                files_of = speakers.setdefault(quote.speaker.name, {})
                files_of[entry.file] = files_of.get(entry.file, 0) + 1
    titles = {e.file: e.document.document.title or e.document.document.id for e in listed}
    ranked = sorted(speakers.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    return _render("index.html", title="Articles and speakers", entries=listed, speakers=ranked, titles=titles)


def file_names(ids: Iterable[str]) -> list[str]:
    """A file name for each id: safe everywhere, and no two the same."""
    taken: set[str] = {"index.html"}
    names = []
    for id_ in ids:
        stem = re.sub(r"[^\w.-]+|^[.]+", "-", id_, flags=re.ASCII).strip("-.")[:80] or "article"
        name, number = f"{stem}.html", 1
        while name.lower() in taken:
            number += 1
            name = f"{stem}-{number}.html"
        taken.add(name.lower())
        names.append(name)
    return names


def _pieces(document: Document) -> list[Piece]:
    text = document.document.text or ""
    return [_piece(text[s.start : s.end], s.marks) for s in segments(len(text), marks(document))]


def _piece(text: str, on: tuple[Mark, ...]) -> Piece:
    classes = dict.fromkeys(filter(None, (CLASSES[mark.label] for mark in on)))
    return Piece(text, " ".join(classes), " ".join(mark.id.split(".")[0] for mark in on))


def _quotes_of(document: Document, speaker: str) -> list[str]:
    """The ids of a speaker's quotes."""
    return [quote.id for quote in document.quotes if quote.speaker is not None and quote.speaker.id == speaker]


def _lit(claim: Claim) -> str:
    """The ids of what lights up with a claim."""
    return " ".join([claim.id, *claim.numbers, *claim.hedges])


def _safe_link(url: str | None) -> str | None:
    return url if url and url.startswith(("https://", "http://")) else None


def _render(template: str, **values: Any) -> str:
    folder = files(__package__)
    style = (folder / "page.css").read_text(encoding="utf-8")
    script = (folder / "page.js").read_text(encoding="utf-8")
    allowed = f"style-src {_hash(style)}; script-src {_hash(script)}"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    environment = Environment(
        loader=PackageLoader("claimx.render.html", "."), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template(template).render(
        style=Markup(style), script=Markup(script), policy=policy, **values
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
