"""``claimx convert``: results that are there already, in another format."""

from pathlib import Path
from typing import Annotated

import typer

from claimx.render import Format, RecordKind


def convert(
    results: Annotated[
        list[str], typer.Argument(metavar="RESULTS", help="JSON or JSON Lines that claimx wrote; '-' is stdin.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE (brat: a folder).")
    ] = None,
    format: Annotated[
        Format | None, typer.Option("--format", help="By the suffix of -o, else jsonl, unless stated.")
    ] = None,
    records: Annotated[
        RecordKind | None, typer.Option("--records", help="Write one flat row per record of this kind.")
    ] = None,
) -> None:
    """Convert results of claimx to a spreadsheet, a database or the format of an annotation tool.

    A line that holds no result is named and left out; docs/formats.md describes the formats.

    \b
    claimx convert found.jsonl -o found.xlsx
    claimx convert shard-*.jsonl -o found.db
    claimx convert found.jsonl --records claims -o claims.csv

    \b
    Exit codes: 0 all well, 1 some lines hold no result, 2 wrong usage, 3 there was none at all.
    """  # noqa: D301
    from claimx.cli.conversion import run
    from claimx.render.writers import Target

    target = Target.of(format, records, None if output == Path("-") else output)
    raise typer.Exit(run(results, target))
