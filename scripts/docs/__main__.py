"""Writes the generated pages: ``python -m scripts.docs``; with ``--check``, exits 1 if one is not up to date."""

import sys
from collections.abc import Callable
from pathlib import Path

from scripts.docs import commands, dependencies, fields, model_card, parts, picture

DOCS = Path(__file__).parents[2] / "docs"
PAGES: dict[str, Callable[[], str]] = {
    "output.md": fields.page,
    "commands.md": commands.page,
    "architecture.svg": picture.drawing,
    "architecture.md": parts.page,
    "dependencies.md": dependencies.page,
    "model-card.md": model_card.page,
}


def stale() -> list[str]:
    """The pages that are not what the code says."""
    return [
        name
        for name, made in PAGES.items()
        if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != made()
    ]


def main(arguments: list[str]) -> int:
    """Write the pages that are stale, or only name them; the exit code."""
    names = stale()
    if "--check" in arguments:
        print(*(f"docs/{name} is stale: run python -m scripts.docs" for name in names), sep="\n", file=sys.stderr)
        return 1 if names else 0
    for name in names:
        (DOCS / name).write_text(PAGES[name](), encoding="utf-8")
        print(f"docs/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
