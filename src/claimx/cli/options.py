"""The options that several commands share, each said once."""

from math import inf
from typing import Annotated, Any

import typer

from claimx.readers.article import iso_date
from claimx.readers.formats import InputFormat


def as_date(value: str | None) -> str | None:
    """The ISO date that an option states; BadParameter for anything else."""
    date = iso_date(value)
    if value is not None and date is None:
        raise typer.BadParameter(f"{value!r} is not a date; write it as 2026-03-12")
    return date


def time_limit(otherwise: str) -> Any:
    """The option of the seconds that an article may take; ``otherwise`` is what holds without it."""
    what = f"Give an article up after this long; else {otherwise}."
    return typer.Option("--timeout", metavar="SECONDS", callback=_seconds, help=what)


def _seconds(value: float | None) -> float | None:
    if value is not None and not 0 < value < inf:
        raise typer.BadParameter(f"{value:g} is no time; state seconds above 0, or leave it out")
    return value


Date = Annotated[
    str | None, typer.Option(metavar="DATE", callback=as_date, help="Day of publication where the article has none.")
]
MinConfidence = Annotated[
    float | None, typer.Option(min=0, max=1, help="Drop quotes less certain than this, with their claims.")
]
TextKey = Annotated[str | None, typer.Option(metavar="KEY", help="Key of the text in JSON, JSON Lines and CSV.")]
ReadAs = Annotated[InputFormat | None, typer.Option(help="Read every input as this, whatever its name.")]
Force = Annotated[bool, typer.Option("--force", help="Read articles that are not in English all the same.")]
FailFast = Annotated[bool, typer.Option("--fail-fast", help="Stop at the first failure.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
