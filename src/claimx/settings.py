"""Every default of claimx, and where a user changes it.

A setting is taken from the environment (``CLAIMX_MIN_CONFIDENCE=0.5``), else from ``claimx.toml`` in the
working directory (``min_confidence = 0.5``), else it is the default stated here. An option of the command
line goes before all three. Other variables named ``CLAIMX_…`` are let be; an unknown key in the file is an
error, because it is nearly always a slip of the pen.
"""

import difflib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from claimx.errors import SettingsError

FILE = "claimx.toml"
PREFIX = "CLAIMX_"


class Settings(BaseModel):
    """The settings, with their defaults."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text_key: str = Field(default="text", min_length=1, description="Key of the text in JSON and JSON Lines.")
    min_confidence: float = Field(default=0.0, ge=0, le=1, description="Less certain quotes are dropped.")
    max_article_bytes: int = Field(default=50_000_000, ge=1, description="Larger articles are not read.")
    max_page_bytes: int = Field(default=5_000_000, ge=1, description="Larger web pages are not read.")
    max_unpacking_ratio: int = Field(default=200, ge=1, description="What unpacks to more than this is a bomb.")
    timeout: float = Field(default=120, gt=0, description="Seconds that one article of a batch may take.")
    threads: int = Field(default=1, ge=1, description="Threads of the encoder.")


def load(directory: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """The settings for ``directory`` (the working directory) and ``environ`` (the environment)."""
    path = (directory or Path()) / FILE
    written = _from_file(path)
    stated = _from_environment(os.environ if environ is None else environ)
    try:
        return Settings.model_validate(written | stated)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = str(first["loc"][0])
        place = f"{PREFIX}{key.upper()} in the environment" if key in stated else str(path)
        raise SettingsError(key, place, *_complaint(key, first["msg"], first["input"])) from None


def _from_file(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        what = error.strerror or str(error)
        raise SettingsError("file", str(path), what, "make it readable or remove it") from error
    except ValueError as error:  # not TOML, or not UTF-8
        raise SettingsError("file", str(path), f"not valid TOML: {error}", "mend or remove it") from error


def _from_environment(environ: Mapping[str, str]) -> dict[str, object]:
    named = {key: f"{PREFIX}{key.upper()}" for key in Settings.model_fields}
    return {key: environ[name] for key, name in named.items() if name in environ}


def _complaint(key: str, message: str, value: object) -> tuple[str, str]:
    """What is wrong with the setting, and what to do."""
    if key in Settings.model_fields:
        default = Settings.model_fields[key].default
        return f"{message}, got {value!r}", f"correct it or remove it (default: {default!r})"
    close = difflib.get_close_matches(key, Settings.model_fields, n=1)
    known = close[0] if close else ", ".join(Settings.model_fields)
    return "no such setting", f"known: {known}"
