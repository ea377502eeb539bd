"""``claimx extract``: articles in, JSON out. The options are here, the work is in ``extraction.py``."""

from pathlib import Path
from typing import Annotated

import typer

from claimx.cli.options import Date, FailFast, Force, MinConfidence, Quiet, ReadAs, TextKey, time_limit
from claimx.render import Format, RecordKind


def extract(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="INPUT", help="Files, folders or patterns; '-' or nothing is stdin."),
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option("--format", help="By the suffix of -o, else json for one article and jsonl for several."),
    ] = None,
    records: Annotated[
        RecordKind | None, typer.Option("--records", help="Print one flat row per record of this kind.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to FILE (brat: a folder) once all is done."),
    ] = None,
    date: Date = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the text of the article out.")] = False,
    min_confidence: MinConfidence = None,
    text_key: TextKey = None,
    input_format: ReadAs = None,
    errors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a JSON line per failed input to FILE.")
    ] = None,
    force: Force = False,
    fail_fast: FailFast = False,
    exit_status: Annotated[bool, typer.Option("--exit-status", help="Exit with 4 when nothing was found.")] = False,
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes; claimx batch is better for many articles.")] = 1,
    timeout: Annotated[float | None, time_limit("it takes what it takes")] = None,
    quiet: Quiet = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say what was found, warnings, and tracebacks.")
    ] = False,
) -> None:
    """Extract who said what from articles, as JSON.

    Reads plain text, HTML, JSON, JSON Lines, CSV, PDF, Word, e-mail, feeds and web archives, each also packed
    (.gz, .zst); docs/readers.md says how. The output holds quotes, speakers, numbers, hedges
    and claims, each with its place in the text; claimx schema describes it.

    \b
    claimx extract article.txt
    claimx extract articles/ --date 2026-03-12 -o found.jsonl
    trafilatura --json --input-dir pages/ | claimx extract - | jq -c '.quotes[]'
    claimx extract article.txt --records claims | jq -r .text
    claimx extract articles/ -o found.xlsx

    \b
    Exit codes: 0 all well, 1 some inputs failed, 2 wrong usage, 3 nothing could be read,
    4 nothing found (only with --exit-status).
    """  # noqa: D301
    from claimx import settings
    from claimx.cli.extraction import Options, run
    from claimx.trim import Trim

    defaults = settings.load()
    options = Options(
        format=format,
        records=records,
        output=None if output == Path("-") else output,
        date=date,
        trim=Trim(defaults.min_confidence if min_confidence is None else min_confidence, not no_text),
        text_key=text_key or defaults.text_key,
        input_format=input_format,
        errors=errors,
        force=force,
        fail_fast=fail_fast,
        exit_status=exit_status,
        jobs=jobs,
        timeout=timeout,
        quiet=quiet,
        verbose=verbose,
    )
    raise typer.Exit(run(inputs or [], options))
