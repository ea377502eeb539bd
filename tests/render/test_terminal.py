"""The article in the terminal: brackets without colour, colours with it, any width."""

import io

import pytest
from rich.console import Console

from claimx.api import extract
from claimx.render.terminal import printable, rendered
from claimx.render.wording import whose
from claimx.schema import Document
from claimx.trim import without_text
from tests.sample import document as document_by_hand

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


def test_no_color_gives_brackets_on_a_terminal(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    page = shown(document, 100, colour=True)
    assert "{Port director Ana Ruiz} said [the strike ~may~ idle" in page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a sequence that would set the title of the window
        ("\x1b]0;owned\x07 said", "\ufffd]0;owned\ufffd said"),
        # eight-bit controls and a turn of the writing direction
        ("a\x9bb\u202ec", "a\ufffdb\ufffdc"),
        # line ends and tabs stay, of whatever system
        ("a\r\nb\tc\n", "a\nb\tc\n"),
        # right-to-left letters steer nothing
        ("שלום “no” 🏴\u200d☠️", "שלום “no” 🏴\u200d☠️"),
    ],
)
def test_nothing_steers_the_terminal(text: str, expected: str) -> None:
    assert printable(text) == expected


def test_titles_and_claims_steer_nothing() -> None:
    page = shown(extract("Ana Ruiz said the port\x1b[2J closed on Friday.", title="\x1b[2Jgone"), 100)
    assert "\x1b" not in page


def test_claims_of_quotes_without_a_speaker_are_not_the_article_s() -> None:
    claim = document_by_hand().claims[0].model_copy(update={"speaker": None})
    assert whose(claim, document_by_hand()) == "somebody not known"
    assert whose(claim.model_copy(update={"quote": None}), document_by_hand()) == "the article"


def test_claims_stand_below_with_who_makes_them(document: Document) -> None:
    for width in (40, 120):
        page = shown(document, width)
        assert "c1" in page
        assert "possible" in page
        assert "Ana Ruiz" in page.split("c1")[1]


def test_without_text_and_without_claims(document: Document) -> None:
    assert "c1" in shown(without_text(document), 80)
    assert "no claims" in shown(extract("Nothing."), 80)
