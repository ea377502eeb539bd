"""Libraries that only some formats need, imported when they are needed."""

from importlib import import_module
from typing import Any

from claimx.errors import InputError


def require(module: str, extra: str, source: str) -> Any:
    """The module; InputError (``unsupported``) with the install command where it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        what = f"reading it needs the extra {extra!r}"
        raise InputError(source, "unsupported", what, f"pip install 'claimx[{extra}]'") from error
