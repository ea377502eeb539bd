"""The model card that stands beside the weights: name, version, label lists, data, limits."""

import json
from functools import cache
from pathlib import Path
from typing import Any

DIRECTORY = Path(__file__).parent


@cache
def load_card(directory: Path = DIRECTORY) -> dict[str, Any]:
    """``model.json``."""
    card: dict[str, Any] = json.loads((directory / "model.json").read_text(encoding="utf-8"))
    return card
