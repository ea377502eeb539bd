"""The package's front door: what it offers, and that looking at it costs nothing."""

import subprocess
import sys

import pytest

import claimx


def test_offers_what_it_lists() -> None:
    assert claimx.__all__ == ["Document", "__version__", "extract", "extract_many", "load"]
    assert all(getattr(claimx, name) for name in claimx.__all__)


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        claimx.extrakt  # noqa: B018


def test_import_is_light() -> None:
    code = "import claimx, sys; print([m for m in ('spacy', 'numpy', 'onnxruntime') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
