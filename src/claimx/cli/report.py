"""``claimx report``: articles as self-contained pages."""

from itertools import islice
from pathlib import Path
from typing import Annotated

import typer


def report(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT", help="Articles, or JSON that claimx wrote; '-' is stdin.")
    ],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="OUT", help="A page (.html) for one article, else a folder of pages."),
    ],
) -> None:
    """Write a page per article: the text on the left, speakers and claims on the right.

    A page is one file that needs no network. Into a folder come a page for each article and index.html, which lists
    the articles and the speakers across them.

    \b
    claimx report article.txt -o page.html
    claimx report found.jsonl -o pages/

    \b
    Exit codes: 0 all well, 1 some inputs failed, 2 wrong usage, 3 nothing could be read.
    """  # noqa: D301
    from claimx import settings
    from claimx.cli.output import opened, put, writing_folder
    from claimx.cli.sources import Sources
    from claimx.errors import UsageError
    from claimx.render import html

    sources = Sources(inputs, settings.load().text_key)
    if output.suffix.lower() in (".html", ".htm"):
        found = list(islice(sources, 2))
        if len(found) > 1:
            raise UsageError("there are several articles for one page", "name a folder: -o pages/")
        for document in found:
            with opened(output) as stream:
                put(stream, html.page(document).encode())
        raise typer.Exit(sources.exit_code)
    with writing_folder(output) as folder:
        entries = []
        for number, document in enumerate(sources, start=1):
            file = html.file_name(number, document.document.id)
            (folder / file).write_text(html.page(document, "index.html"), encoding="utf-8")
            entries.append(html.entry(document, file))
        if not entries:
            raise typer.Exit(sources.exit_code)  # leaves the folder as it was
        (folder / "index.html").write_text(html.index(entries), encoding="utf-8")
    raise typer.Exit(sources.exit_code)
