"""The model card that stands beside the weights: name, version, label lists, data, limits."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from claimx.errors import ModelError

DIRECTORY = Path(__file__).parent


@cache
def load_card(directory: Path = DIRECTORY) -> dict[str, Any]:
    """``model.json``.

    Raises:
        ModelError: It is not there.
    """
    try:
        card: dict[str, Any] = json.loads((directory / "model.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ModelError(f"no model in {directory}", "install claimx again") from error
    return card


def full_name(card: dict[str, Any]) -> str:
    """Name and version of the model, as documents state them."""
    return f"{card['name']}-{card['version']}"


def verified(directory: Path, name: str) -> Path:
    """The path of a file of the model, once its SHA-256 is that of the card.

    Raises:
        ModelError: The file is not there, or is another.
    """
    path = directory / name
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise ModelError(f"no {name} in {directory}", "install claimx again") from error
    if digest != load_card(directory)["sha256"][name]:
        raise ModelError(f"{path} is not the file that the model card names", "install claimx again")
    return path
