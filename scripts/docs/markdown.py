"""Pieces of Markdown that the generated pages share."""

from collections.abc import Iterable, Sequence

NOTICE = "<!-- Written by `python -m scripts.docs` from {source}. Do not edit. -->\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; ``|`` in a cell is escaped, white space is single blanks."""
    lines = [list(head), ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def code(text: str) -> str:
    """A word as code."""
    return f"`{text}`"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
