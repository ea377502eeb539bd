"""The word lists, as TOML files in this folder; :func:`load` reads one.

Every entry class in a file stands under a comment with a sentence that uses it. Lists hold what rules
look up; the rules themselves are code.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Return the word list ``name`` (``"units"`` reads ``units.toml``).

    The same object is returned every time: treat it as read-only.
    """
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, table: str) -> frozenset[str]:
    """Return the ``words`` of one table of the word list ``name``."""
    return frozenset(load(name)[table]["words"])
