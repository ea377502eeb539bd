"""``claimx stats``: who is quoted how often, over output of claimx."""

import csv
import io
import json
from typing import Annotated, Any, Literal

import typer

from claimx.cli.tables import show
from claimx.cli.talk import say


def stats(
    results: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="JSON or JSON Lines that claimx wrote, or folders of it; '-' is stdin."),
    ],
    format: Annotated[
        Literal["table", "csv", "json"], typer.Option("--format", help="A table to read, or CSV or JSON to keep.")
    ] = "table",
    top: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the N most quoted speakers.")] = None,
) -> None:
    """Count who is quoted how often, with how many words, in what way, and how hedged.

    Named speakers are counted across articles. Articles that repeat another are left out.

    \b
    claimx stats found.jsonl
    claimx stats results/ --top 20
    claimx stats results/ --format json | jq .unnamed_share

    \b
    Exit codes: 0 all well, 1 some lines hold no result, 2 wrong usage, 3 there was none at all.
    """  # noqa: D301
    from claimx.cli.sieve import Sieve
    from claimx.readers.result_files import result_files
    from claimx.readers.results import read_all
    from claimx.statistics import statistics

    sieve = Sieve()
    counts = statistics(sieve.documents(read_all(list(result_files(results)))))
    if not counts.documents:
        say("no results in it; give it the JSON or JSON Lines that claimx extract or batch wrote")
        raise typer.Exit(3)
    _PRINT[format](counts.summary(), counts.rows(top))
    raise typer.Exit(1 if sieve.failed else 0)


def _table(summary: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    from claimx.statistics import COLUMNS

    show("Speakers", COLUMNS, (row.values() for row in rows))
    totals = summary | summary["types"]
    del totals["types"]
    show("All quotes", ("", ""), totals.items())


def _csv(summary: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    from claimx.render.csv import cell
    from claimx.statistics import COLUMNS

    buffer = io.StringIO()
    csv.writer(buffer).writerows([COLUMNS, *([cell(value) for value in row.values()] for row in rows)])
    typer.get_binary_stream("stdout").write(buffer.getvalue().encode())


def _json(summary: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    typer.echo(json.dumps(summary | {"speakers": rows}, ensure_ascii=False, indent=2))


_PRINT = {"table": _table, "csv": _csv, "json": _json}
