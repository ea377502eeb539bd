"""``claimx eval``: figures against annotated articles. The options are here, the work is in ``evaluation.py``."""

from pathlib import Path
from typing import Annotated, Literal

import typer


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Annotated articles: JSON Lines, or a brat folder.", exists=True)
    ],
    predicted: Annotated[
        str | None,
        typer.Argument(
            metavar="PRED", help="What is scored: output of claimx ('-' is stdin), or a brat folder; else made now."
        ),
    ] = None,
    speakers: Annotated[
        Path | None, typer.Option(metavar="FILE", help="JSON Lines that say who the sources in GOLD are.")
    ] = None,
    format: Annotated[
        Literal["table", "json"], typer.Option("--format", help="A table to read, or JSON to keep.")
    ] = "table",
) -> None:
    """Score output against annotated articles.

    Attributions, numbers, dates, hedges and claims, whichever GOLD holds; docs/evaluation.md describes its
    formats and the figures.

    \b
    claimx eval gold.jsonl
    claimx extract gold.jsonl | claimx eval gold.jsonl -
    claimx eval corrected-in-brat/ found.jsonl --format json

    \b
    Exit codes: 0 all well, 1 some of it could not be read, 2 wrong usage, 3 nothing could be read.
    """  # noqa: D301
    from claimx.cli.evaluation import run

    raise typer.Exit(run(gold, predicted, speakers, format))
