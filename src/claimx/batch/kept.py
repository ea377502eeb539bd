"""Documents that ``--retry-failed`` sets aside: it goes back to the first failure, but need not make them again.

They stand in one file beside the output, each behind its line of the ledger. Without the file they would be made again,
to the same bytes; but for those whose articles are gone, which would be lost.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from claimx.batch.ledger import Entry
from claimx.batch.lines import Lines


class Place(NamedTuple):
    """Where a document stands in a file."""

    entry: Entry
    start: int
    size: int


class Kept:
    """The documents in the file, by the keys of their articles; none where there is no file."""

    def __init__(self, path: Path) -> None:
        self.path, self.part = path, path.with_name(path.name + ".part")
        self.places = _places(path) if path.exists() else {}

    def document(self, key: str) -> bytes | None:
        """The line of a document; None for one that is not here, or that only refers to another."""
        if key not in self.places:
            return None
        line = _read(self.path, self.places[key])
        return line if json.loads(line)["document"]["duplicate_of"] is None else None

    def rest(self) -> Iterator[tuple[Entry, bytes]]:
        """All that is left."""
        for place in list(self.places.values()):
            yield place.entry, _read(self.path, place)

    def drop(self, key: str) -> None:
        """Leave out one that stands in the output already."""
        self.places.pop(key, None)

    def add(self, entries: Sequence[Entry], start: int, output: Path) -> None:
        """Set aside the documents of successive entries, the first of which begins at ``start`` of the output."""
        more: dict[str, Place] = {}
        for entry in entries:
            if entry.done:
                more[entry.key] = Place(entry, start, entry.output - start)
            start = entry.output
        fresh = Lines(self.part)
        fresh.cut(0)
        for path, places in ((self.path, self.places), (output, more)):
            for place in places.values():
                fresh.add(json.dumps(asdict(place.entry)).encode() + b"\n" + _read(path, place))
        fresh.close()
        self.part.replace(self.path)
        self.places = _places(self.path)

    def remove(self) -> None:
        """Remove the file: all of it is in the output."""
        self.places = {}
        self.path.unlink(missing_ok=True)
        self.part.unlink(missing_ok=True)


def _places(path: Path) -> dict[str, Place]:
    places = {}
    with path.open("rb") as file:
        while head := file.readline():
            entry, start = Entry(**json.loads(head)), file.tell()
            places[entry.key] = Place(entry, start, len(file.readline()))
    return places


def _read(path: Path, place: Place) -> bytes:
    with path.open("rb") as file:
        file.seek(place.start)
        return file.read(place.size)
