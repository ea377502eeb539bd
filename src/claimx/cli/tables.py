"""Tables for people, on stdout. On a terminal they fit its width; elsewhere every line is as long as it needs."""

from collections.abc import Collection, Iterable, Sequence

import typer

WIDE = 10_000


def show(title: str, columns: Sequence[str], rows: Iterable[Collection[object]]) -> None:
    """Print a table: the first column to the left, the others to the right."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from claimx.cli.console import Screen

    table = Table(
        title=Text(title), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False, show_header=any(columns)
    )
    for index, column in enumerate(columns):
        table.add_column(Text(column), justify="right" if index else "left")
    for row in rows:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    stream = typer.get_text_stream("stdout")
    console = Screen(file=stream, emoji=False, highlight=False)
    console.width = console.width if console.is_terminal else WIDE
    console.print(table)
