"""``claimx validate``: whether files are what claimx writes."""

from typing import Annotated

import typer

from claimx.cli.talk import say


def validate(
    results: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="JSON or JSON Lines that claimx wrote, or folders of it; '-' is stdin."),
    ],
) -> None:
    """Check output of claimx: the schema, and that every span matches its text.

    Prints a line per problem: file, line, field, and what is wrong. Takes all JSON forms, flat rows included.

    \b
    claimx validate found.jsonl
    claimx extract article.txt | claimx validate -

    \b
    Exit codes: 0 all well, 1 something is wrong, 2 wrong usage.
    """  # noqa: D301
    from claimx.errors import InputError
    from claimx.readers.result_files import result_files

    bad = checked = 0
    for name in result_files(results):
        try:
            records, problems = _check(name)
        except InputError as error:
            say(str(error))
            records, problems = 0, 1
        checked, bad = checked + records, bad + problems
    if not checked and not bad:
        say("nothing to check in it; give it the JSON or JSON Lines that claimx extract or batch wrote")
        raise typer.Exit(1)
    say(f"{checked} checked, {bad or 'no'} problem{'' if bad == 1 else 's'}")
    raise typer.Exit(1 if bad else 0)


def _check(name: str) -> tuple[int, int]:
    """Print what is wrong in one file; how many records it has, and how many problems."""
    from claimx.readers.results import lines
    from claimx.validation import check

    records = problems = 0
    for record in check(lines(name)):
        records += 1
        for line, field, message in record.problems:
            problems += 1
            typer.echo(f"{name}:{line}: {f'{field}: ' if field else ''}{message}")
    return records, problems
