"""A brat folder read back: its ``.txt`` and ``.ann`` files as annotated articles, or as what was found in them.

The labels are those that ``claimx extract --format brat`` writes: Content, Cue, Source, Number, Hedge, Claim; others
are let be, as are events and notes. Values, ISO forms and speakers have no place in brat and are not compared.
Offsets are code points (https://brat.nlplab.org/standoff.html).
"""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from claimx.errors import InputError
from claimx.scoring import found, gold
from claimx.scoring.figures import Piece

MARK = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
RELATION = re.compile(r"R\d+\t\S+ \S+:(T\d+) \S+:(T\d+)\s*")
ATTRIBUTE = re.compile(r"[AM]\d+\t(\S+) (\S+)(?: (\S+))?\s*")
LINE_ENDS = re.compile(r"[\s\x1c-\x1e\x85\u2028\u2029]*")


LAYERS = (("attributions",), ("numbers", "dates"), ("hedges",), ("claims",))
"""Fields that are annotated together; what no article of a folder has was not annotated."""


class Mark(NamedTuple):
    """A text-bound annotation."""

    label: str
    pieces: tuple[Piece, ...]

    @property
    def start(self) -> int:
        """Its first code point."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """The code point after its last one."""
        return self.pieces[-1][1]


class Standoff(NamedTuple):
    """One ``.ann`` file: marks by id, pairs of ids, values by mark and attribute."""

    marks: dict[str, Mark]
    links: list[tuple[str, str]]
    values: dict[tuple[str, str], str]

    def labelled(self, label: str) -> Iterator[tuple[str, Mark]]:
        """The marks with one label, in text order."""
        marks = ((id, mark) for id, mark in self.marks.items() if mark.label == label)
        return iter(sorted(marks, key=lambda item: item[1].pieces))

    def linked(self, id: str, label: str) -> tuple[Piece, ...]:
        """The pieces of what is linked to a mark and has this label."""
        others = (self.marks[b if a == id else a] for a, b in self.links if id in (a, b))
        return tuple(sorted(piece for other in others if other.label == label for piece in other.pieces))


def read(folder: Path) -> list[gold.Article]:
    """The articles of a folder, by name.

    Raises:
        InputError: There are none, one lacks its other file, or a line does not fit its text.
    """
    names = sorted({path.with_suffix("") for path in folder.iterdir() if path.suffix in (".txt", ".ann")})
    if not names:
        raise InputError(str(folder), "missing", "no .txt and .ann files in it", "name the folder that brat shows")
    articles = [_article(name) for name in names]
    unused = [layer for layer in LAYERS if not any(getattr(article, field) for article in articles for field in layer)]
    return [article.model_copy(update=dict.fromkeys(chain(*unused))) for article in articles]


def as_found(article: gold.Article) -> found.Found:
    """The annotations of an article as something to be scored."""
    return found.Found(
        article.id,
        article.digest or "",
        tuple(found.Attribution(a.source, a.cue, a.content, a.type) for a in article.attributions or ()),
        (
            *(found.Number(n.start, n.end, n.kind, bare=True) for n in article.numbers or ()),
            *(found.Number(d.start, d.end, "date", bare=True) for d in article.dates or ()),
        ),
        tuple(found.Hedge(h.start, h.end, h.type) for h in article.hedges or ()),
        tuple(
            found.Claim(c.start, c.end, None, c.certainty, c.polarity, c.verification, None)
            for c in article.claims or ()
        ),
    )


def _article(name: Path) -> gold.Article:
    text = _contents(name.with_name(name.name + ".txt"))
    path = name.with_name(name.name + ".ann")
    standoff = _standoff(_contents(path), text, str(path))
    numbers = [(mark, standoff.values.get((id, "NumberKind"))) for id, mark in standoff.labelled("Number")]
    return gold.Article(
        id=unquote(name.name),
        text=text,
        attributions=tuple(
            gold.Attribution(
                source=standoff.linked(id, "Source"),
                cue=standoff.linked(id, "Cue"),
                content=mark.pieces,
                type=standoff.values.get((id, "ContentType")),
            )
            for id, mark in standoff.labelled("Content")
        ),
        numbers=tuple(
            gold.Number(start=mark.start, end=mark.end, kind=kind, bare=True, lenient=True)
            for mark, kind in numbers
            if kind not in ("date", "time")
        ),
        dates=tuple(
            gold.Date(start=mark.start, end=mark.end, bare=True) for mark, kind in numbers if kind in ("date", "time")
        ),
        hedges=tuple(
            gold.Hedge(start=mark.start, end=mark.end, type=standoff.values.get((id, "HedgeType")))
            for id, mark in standoff.labelled("Hedge")
        ),
        claims=tuple(
            gold.Claim(
                start=mark.start,
                end=mark.end,
                certainty=standoff.values.get((id, "ClaimCertainty")),
                polarity=standoff.values.get((id, "ClaimPolarity")),
                verification=standoff.values.get((id, "ClaimVerification")),
                bare=True,
            )
            for id, mark in standoff.labelled("Claim")
        ),
    )


def _contents(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except FileNotFoundError as error:
        raise InputError(str(path), "missing", "no such file beside its other half", "put it back") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), "unreadable", str(error), "brat folders are UTF-8; convert the file") from error


def _standoff(annotations: str, text: str, source: str) -> Standoff:
    found = Standoff({}, [], {})
    for index, line in enumerate(annotations.split("\n"), start=1):
        if line[:1] in ("T", "R", "A", "M") and not _take(line.rstrip("\r"), text, found):
            todo = "correct the line, or save the document again in brat"
            raise InputError(f"{source}#{index}", "bad_line", "the line does not fit the text or the format", todo)
    for a, b in found.links:
        if not {a, b} <= set(found.marks):
            raise InputError(source, "bad_line", f"it links {a} and {b}, of which one is not there", "add it")
    return found


def _take(line: str, text: str, into: Standoff) -> bool:
    """Read one line; whether it could be."""
    if mark := MARK.fullmatch(line):
        id, label, places, quoted = mark.groups()
        pieces = [(int(start), int(end)) for start, end in (place.split() for place in places.split(";"))]
        into.marks[id] = Mark(label, _joined(pieces, text))
        return " ".join(text[start:end] for start, end in pieces) == quoted
    if link := RELATION.fullmatch(line):
        into.links.append((link[1], link[2]))
        return True
    if value := ATTRIBUTE.fullmatch(line):
        into.values[value[2], value[1]] = value[3] or ""
        return True
    return False


def _joined(fragments: list[Piece], text: str) -> tuple[Piece, ...]:
    """Fragments that brat cut at a line end only, as one piece again."""
    pieces = [fragments[0]]
    for start, end in fragments[1:]:
        between = text[pieces[-1][1] : start]
        if "\n" in between and LINE_ENDS.fullmatch(between):
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    return tuple(pieces)
