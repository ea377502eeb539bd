"""The model card that stands beside the weights: name, version, label lists, data, limits."""

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
