"""Annotated articles as JSON Lines: one article per line, with whatever of it is annotated.

``quotes`` or ``attributions``, ``numbers`` (alone: ``gold``), ``dates``, ``hedges`` (alone: ``cues``), ``claims``.
A claims gold may leave the text out and give its ``sha256``. Keys that are not named here are let be.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from claimx.errors import InputError
from claimx.scoring.figures import Piece

Pieces = tuple[Piece, ...]
R = TypeVar("R", bound="Record")


class Record(BaseModel):
    """What the records share: they cannot be changed, and further keys are let be."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Marked(Record):
    """A record that stands on one stretch of the text."""

    start: Annotated[int, Field(ge=0)]
    end: int
    text: str = ""


class Attribution(Record):
    """An attribution; ``speaker`` holds a name for each of its joint speakers."""

    source: Pieces
    cue: Pieces
    content: Pieces
    type: str | None = None
    speaker: tuple[str, ...] = ()


class Number(Marked):
    """A number; ``alt`` are other right readings, ``optional`` is neither asked for nor punished."""

    kind: str | None = None
    base_kind: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    comparator: str = "="
    unit: str | None = None
    unit_ambiguous: bool = False
    of: str | None = None
    lenient: bool = False
    optional: bool = False
    bare: bool = False
    alt: tuple[dict[str, Any], ...] = ()


class Date(Marked):
    """A date or time; ``bare``: only where it stands."""

    iso: str | None = None
    bare: bool = False


class Hedge(Marked):
    """A hedge cue; ``optional`` is neither asked for nor punished."""

    type: str | None = None
    optional: bool = False


class Claim(Marked):
    """A claim; no ``speaker`` is the article itself, ``?`` a source without a name. ``bare``: none is stated."""

    speaker: str | None = None
    certainty: str | None = None
    polarity: str | None = None
    verification: str | None = None
    checkable: bool | None = None
    bare: bool = False


class Article(Record):
    """An annotated article; None is what was not annotated."""

    id: str
    text: str | None = None
    sha256: str | None = None
    source: str = ""
    date: str | None = None
    attributions: tuple[Attribution, ...] | None = Field(
        default=None, validation_alias=AliasChoices("attributions", "quotes")
    )
    numbers: tuple[Number, ...] | None = Field(default=None, validation_alias=AliasChoices("numbers", "gold"))
    dates: tuple[Date, ...] | None = None
    hedges: tuple[Hedge, ...] | None = Field(default=None, validation_alias=AliasChoices("hedges", "cues"))
    claims: tuple[Claim, ...] | None = None
    uncertain: bool | None = None
    complete: bool = True
    annotated_kinds: tuple[str, ...] = ()
    ignore: tuple[Marked, ...] = ()

    @property
    def digest(self) -> str | None:
        """SHA-256 of the text, from the text if it is there."""
        return self.sha256 if self.text is None else hashlib.sha256(self.text.encode()).hexdigest()


class Who(Record):
    """Who the source of one attribution is: a line of a file of speakers."""

    doc: str
    idx: int
    kind: str
    name: str | None = None
    aliases: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


Speakers = dict[tuple[str, int], tuple[str, ...]]
"""The names of a speaker, by article and place among its attributions."""

NAMED = ("person", "organization", "group")


def read(path: Path) -> list[Article]:
    """The articles of a JSON Lines file.

    Raises:
        InputError: A line is no annotated article.
    """
    return list(_lines(path, Article))


def read_speakers(path: Path) -> Speakers:
    """The named speakers that a JSON Lines file states.

    Raises:
        InputError: A line is none.
    """
    return {
        (who.doc, who.idx): (who.name, *who.aliases, *who.also)
        for who in _lines(path, Who)
        if who.name and who.kind in NAMED
    }


def _lines(path: Path, model: type[R]) -> Iterator[R]:
    try:
        lines: Iterable[bytes] = path.read_bytes().split(b"\n")
    except OSError as error:
        raise InputError(str(path), "unreadable", error.strerror or str(error), "check the name") from error
    for index, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield model.model_validate_json(line)
            except ValidationError as error:
                first = error.errors(include_url=False, include_input=False)[0]
                what = ": ".join(filter(None, [".".join(map(str, first["loc"])), first["msg"]]))
                todo = "correct the line; docs/evaluation.md describes the formats"
                raise InputError(f"{path}#{index}", "bad_line", what, todo) from error
