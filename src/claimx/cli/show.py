"""``claimx show``: an article in the terminal, marked up."""

from typing import Annotated

import typer


def show(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT", help="Articles, or JSON that claimx wrote; '-' is stdin.")
    ],
    width: Annotated[int | None, typer.Option(min=20, help="Columns; by default those of the terminal.")] = None,
) -> None:
    """Show an article with its quotes, sources, numbers and hedges marked, and its claims below.

    Marks are colours in a terminal and brackets elsewhere, or where NO_COLOR is set.

    \b
    claimx show article.txt
    claimx show found.json
    NO_COLOR=1 claimx show article.txt --width 60

    \b
    Exit codes: 0 all well, 1 some inputs failed, 2 wrong usage, 3 nothing could be read.
    """  # noqa: D301
    from claimx import settings
    from claimx.cli.console import Screen
    from claimx.cli.sources import Sources
    from claimx.render.terminal import rendered

    console = Screen(width=width, highlight=False, markup=False, emoji=False)
    sources = Sources(inputs, settings.load().text_key)
    for document in sources:
        console.print(rendered(document, console))
    raise typer.Exit(sources.exit_code)
