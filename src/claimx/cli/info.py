"""``claimx info``: what is installed here."""

import json
from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

import typer

from claimx import __version__

FEATURES = {"train": "torch"}  # extra of the package → a module that it brings


def info() -> None:
    """Show the version, the model, its licences and the extras.

    \b
    claimx info
    """  # noqa: D301
    from claimx.schema import SCHEMA_VERSION

    typer.echo(f"claimx    {__version__} (Apache-2.0)")
    typer.echo(f"schema    {SCHEMA_VERSION}")
    for line in _model_lines(_model_card()):
        typer.echo(line)
    for extra, module in FEATURES.items():
        state = "installed" if find_spec(module) else f"not installed (pip install 'claimx[{extra}]')"
        typer.echo(f"extra     {extra}: {state}")


def _model_card() -> dict[str, Any] | None:
    """The card that ships with the model, if there is a model."""
    card = files("claimx.models") / "model.json"
    return json.loads(card.read_text(encoding="utf-8")) if card.is_file() else None


def _model_lines(card: dict[str, Any] | None) -> Iterator[str]:
    if card is None:
        yield "model     none"
        return
    yield f"model     {card.get('name')}-{card.get('version')}"
    for heading in ("figures", "licences"):
        for name, value in card.get(heading, {}).items():
            yield f"  {name}: {value}"
