"""brat standoff: a ``.txt`` and an ``.ann`` file per document, and the ``annotation.conf`` that brat shows them by.

Offsets are code points, as brat's are. A stretch over a line break is written in fragments, one per line, as brat
itself does (https://brat.nlplab.org/standoff.html). What brat has no place for (the speaker, the id in claimx) is in
the notes.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from claimx.render.fields import choices
from claimx.render.iris import file_name
from claimx.render.marks import LABELS, RELATIONS, Mark, links, marks
from claimx.schema import Claim, Document, Hedge, Model, Number, Quote, Span

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


class Attribute(NamedTuple):
    """A property of a label, and where its values are listed."""

    label: str
    name: str
    model: type[Model]


ATTRIBUTES = (
    Attribute("Content", "type", Quote),
    Attribute("Content", "act", Quote),
    Attribute("Number", "kind", Number),
    Attribute("Hedge", "type", Hedge),
    Attribute("Claim", "certainty", Claim),
    Attribute("Claim", "polarity", Claim),
    Attribute("Claim", "verification", Claim),
)


def write_folder(documents: Iterable[Document], folder: Path) -> None:
    """The files of all documents, which must have their text."""
    (folder / "annotation.conf").write_text(configuration(), encoding="utf-8")
    for document in documents:
        name = file_name(document.document.id)
        (folder / f"{name}.txt").write_bytes((document.document.text or "").encode())
        (folder / f"{name}.ann").write_bytes("".join(annotations(document)).encode())


def annotations(document: Document) -> Iterator[str]:
    """The lines of the ``.ann`` file."""
    found = list(marks(document))
    names = {mark.id: f"T{index}" for index, mark in enumerate(found, start=1)}
    for mark in found:
        yield f"{names[mark.id]}\t{mark.label} {_fragments(mark)}\n"
    for index, link in enumerate(links(document), start=1):
        yield f"R{index}\t{link.relation} Arg1:{names[link.start]} Arg2:{names[link.end]}\n"
    known = {(attribute.label, attribute.name) for attribute in ATTRIBUTES}
    stated = [(mark, name) for mark in found for name in mark.attributes if (mark.label, name) in known]
    for index, (mark, name) in enumerate(stated, start=1):
        yield f"A{index}\t{_attribute(mark.label, name)} {names[mark.id]} {mark.attributes[name]}\n"
    for index, mark in enumerate(found, start=1):
        speaker = mark.attributes.get("speaker")
        note = mark.id + (f" {' '.join(speaker.split())}" if speaker else "")
        yield f"#{index}\tAnnotatorNotes {names[mark.id]}\t{note}\n"


def configuration() -> str:
    """``annotation.conf``: the labels, what may be linked, and the values of each attribute."""
    relations = [f"{relation}\tArg1:{start}, Arg2:{end}" for relation, start, end in RELATIONS]
    attributes = [
        f"{_attribute(label, name)}\tArg:{label}, Value:{'|'.join(choices(model, name))}"
        for label, name, model in ATTRIBUTES
    ]
    overlaps = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"
    parts = {
        "entities": LABELS, "relations": [overlaps, *relations], "events": (), "attributes": attributes,
    }  # fmt: skip
    return "\n".join("\n".join([f"[{part}]", *lines, ""]) for part, lines in parts.items())


def _attribute(label: str, name: str) -> str:
    return f"{label}{name.title()}"


def _fragments(mark: Mark) -> str:
    """``0 5;16 23<tab>North America``."""
    found = [fragment for piece in mark.pieces for fragment in _lines(piece)]
    places = ";".join(f"{start} {end}" for start, end, _ in found)
    return f"{places}\t{' '.join(text for _, _, text in found)}"


def _lines(piece: Span) -> Iterator[tuple[int, int, str]]:
    for line in LINE.finditer(piece.text):
        yield piece.start + line.start(), piece.start + line.end(), line.group()
