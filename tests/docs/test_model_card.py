"""The model card is complete, is of the shipped model, and says what ``training/card.py`` says."""

from pathlib import Path

import pytest

from claimx.models.card import load_card
from claimx.scoring.gold import Attribution
from training.card import described
from training.figures import type_of

CARD = load_card()
FIGURES = CARD["figures"]
PAGE = (Path(__file__).parents[2] / "docs/model-card.md").read_text(encoding="utf-8")
AGAIN = "run: python -m training.figures ../shared/data && python -m scripts.docs"


def test_figures_are_of_the_shipped_encoder() -> None:
    assert FIGURES["encoder"] == CARD["sha256"]["encoder.onnx"], AGAIN


def test_what_is_written_by_hand_is_that_of_the_source() -> None:
    assert {key: CARD[key] for key in described()} == described(), AGAIN


def test_data_have_their_licences() -> None:
    licences = {one["name"]: one["licence"] for one in CARD["data"]}
    assert licences["PolNeAR 1.0.0"] == "public repository, no licence statement"
    assert all(f"| {name} |" in PAGE and licence in PAGE for name, licence in licences.items())


@pytest.mark.parametrize("table", ["attributions", "syntax"])
def test_figures_by_genre(table: str) -> None:
    genres = [row["genre"] for row in FIGURES[table]]
    assert genres.count(None) == 2
    assert len(set(genres)) > 8


def test_genres_add_up() -> None:
    whole, *genres = [row for row in FIGURES["attributions"] if row["data"] == "newsroom dev"]
    assert sum(row["attributions"] for row in genres) == whole["attributions"]


def test_figures_by_type_of_quote() -> None:
    for name in ("PolNeAR dev", "newsroom dev"):
        rows = [row for row in FIGURES["quote types"] if row["data"] == name]
        assert [row["type"] for row in rows] == ["direct", "mixed", "indirect"]
        (whole,) = [row for row in FIGURES["attributions"] if row["data"] == name and row["genre"] is None]
        assert sum(row["attributions"] for row in rows) == whole["attributions"]


@pytest.mark.parametrize("key", ["intended_use", "not_for", "limits", "failures"])
def test_page_holds_every_statement(key: str) -> None:
    statements = [one["text"] if isinstance(one, dict) else one for one in CARD[key]]
    assert len(statements) >= 2
    assert all(statement in PAGE for statement in statements)


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        # marks around all of it, in one piece or two
        ("“No.” She left.", ["“No.”"], "direct"),
        ('"No," she said. "Never."', ['"No,"', '"Never."'], "direct"),
        # around one piece only, or some words
        ("that it “never” came", ["that it “never” came"], "mixed"),
        ("he was “ill”", ["he was", "“ill”"], "mixed"),
        # an apostrophe is no mark
        ("that it wasn't his", ["that it wasn't his"], "indirect"),
        # nothing at all
        ("", [], "indirect"),
    ],
)
def test_types_follow_from_marks(text: str, pieces: list[str], expected: str) -> None:
    content = tuple((text.index(piece), text.index(piece) + len(piece)) for piece in pieces)
    assert type_of(Attribution(source=(), cue=(), content=content), text) == expected
