"""The article in the terminal: brackets without colour, colours with it, any width."""

import io

import pytest
from rich.console import Console

from claimx.api import extract
from claimx.render.terminal import rendered
from claimx.schema import Document
from claimx.trim import without_text

TEXT = "Port director Ana Ruiz said the strike may idle about 1,500 workers. “We had [bold]no[/bold] choice,” she said."


@pytest.fixture(scope="module")
def document() -> Document:
    return extract(TEXT, title="Port [red]may[/red] close")


def shown(document: Document, width: int, colour: bool = False) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        color_system="truecolor" if colour else None,
        force_terminal=colour,
        highlight=False,
        markup=False,
    )
    console.print(rendered(document, console))
    return stream.getvalue()


def test_brackets_without_colour(document: Document) -> None:
    page = " ".join(shown(document, 100).split())
    assert "{Port director Ana Ruiz} said [the strike ~may~ idle ~about~ <1,500> workers]." in page
    assert "[quote] {source} <number> ~hedge~" in page
    assert "\x1b" not in page


def test_colours_with_it(document: Document) -> None:
    page = shown(document, 100, colour=True)
    assert "\x1b[1;32mPort director Ana Ruiz" in page
    assert "~may~" not in page


@pytest.mark.parametrize("width", [40, 60, 72, 100, 200])
def test_no_line_is_wider_than_the_terminal_and_no_text_is_markup(document: Document, width: int) -> None:
    lines = shown(document, width).splitlines()
    assert max(map(len, lines)) <= width
    joined = " ".join(" ".join(lines).split())
    assert "Port [red]may[/red] close" in joined
    assert "[bold]no[/bold]" in joined


def test_claims_stand_below_with_who_makes_them(document: Document) -> None:
    for width in (40, 120):
        page = shown(document, width)
        assert "c1" in page
        assert "possible" in page
        assert "Ana Ruiz" in page.split("c1")[1]


def test_without_text_and_without_claims(document: Document) -> None:
    assert "c1" in shown(without_text(document), 80)
    assert "no claims" in shown(extract("Nothing."), 80)
