"""``claimx info``: what is installed here."""

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import typer

from claimx import __version__

EXTRAS = {
    "html": "trafilatura",
    "pdf": "pypdf",
    "docx": "docx",
    "feed": "feedparser",
    "warc": "warcio",
    "zst": "zstandard",
    "remote": "fsspec",
    "ray": "ray",
    "parquet": "pyarrow",
    "xlsx": "xlsxwriter",
    "train": "torch",
}  # extra of the package → a module that comes with it


def info() -> None:
    """Show the version, the model, its licences and the extras.

    \b
    claimx info
    """  # noqa: D301
    from claimx.models.card import load_card
    from claimx.schema import SCHEMA_VERSION

    typer.echo(f"claimx   {__version__}, Apache-2.0")
    typer.echo(f"schema   {SCHEMA_VERSION}")
    for line in _model(load_card()):
        typer.echo(line)
    for extra, module in EXTRAS.items():
        state = "installed" if find_spec(module) else f"not installed (pip install 'claimx[{extra}]')"
        typer.echo(f"extra    {extra}: {state}")


def _model(card: dict[str, Any]) -> Iterator[str]:
    """The model card in short: name, licence, figures over whole files, and what it was trained on."""
    from claimx.models.card import DIRECTORY, full_name

    yield f"model    {full_name(card)}, {card['licence']}"
    yield f"card     {DIRECTORY / 'model.json'} (docs/model-card.md): figures by genre, limits, what it is not for"
    for row in card["figures"]["attributions"]:
        if row["genre"] is None:
            parts = [f"{name} {value}" for name, value in row.items() if name not in ("data", "genre")]
            yield f"figures  {row['data']}: {', '.join(parts)}"
    for corpus in card["data"]:
        yield f"data     {corpus['name']}: {corpus['licence']}"
