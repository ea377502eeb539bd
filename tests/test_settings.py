"""Settings: default < claimx.toml < environment; errors name the key and the place."""

from pathlib import Path

import pytest

from claimx.errors import SettingsError
from claimx.settings import Settings, load


def test_defaults_without_file_and_environment(tmp_path: Path) -> None:
    assert load(tmp_path, {}) == Settings()


def test_environment_goes_before_file(tmp_path: Path) -> None:
    (tmp_path / "claimx.toml").write_text('min_confidence = 0.2\ntext_key = "body"\n')
    settings = load(tmp_path, {"CLAIMX_MIN_CONFIDENCE": "0.5", "CLAIMX_SOMETHING_ELSE": "1"})
    assert (settings.min_confidence, settings.text_key) == (0.5, "body")


def test_working_directory_is_where_it_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "claimx.toml").write_text("threads = 3\n")
    monkeypatch.chdir(tmp_path)
    assert load(environ={}).threads == 3


@pytest.mark.parametrize(
    ("written", "environ", "parts"),
    [
        # a value out of range, in the file
        ("min_confidence = 2", {}, ["claimx.toml", "min_confidence", "got 2", "default: 0.0"]),
        # a value of the wrong type, in the environment
        ("", {"CLAIMX_THREADS": "many"}, ["CLAIMX_THREADS in the environment", "threads", "'many'"]),
        # a key with a slip of the pen
        ("min_confidense = 0.5", {}, ["min_confidense", "no such setting", "known: min_confidence"]),
        # a key like none
        ("colour = 1", {}, ["colour", "text_key, min_confidence, max_article_bytes"]),
        # a file that is no TOML
        ("min_confidence 0.5", {}, ["claimx.toml", "not valid TOML", "line 1"]),
    ],
)
def test_bad_settings(tmp_path: Path, written: str, environ: dict[str, str], parts: list[str]) -> None:
    (tmp_path / "claimx.toml").write_text(written)
    with pytest.raises(SettingsError) as raised:
        load(tmp_path, environ)
    assert [part for part in parts if part not in str(raised.value)] == []


def test_settings_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "claimx.toml").mkdir()
    with pytest.raises(SettingsError, match="Is a directory"):
        load(tmp_path, {})
