"""What the command leaves out to start sooner, each in a process of its own."""

import subprocess
import sys

import pytest


def run(code: str) -> str:
    """What a fresh Python prints."""
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


LOADED = "import sys, spacy; print([name for name in ('weasel', 'requests', 'jinja2') if name in sys.modules])"


@pytest.mark.parametrize(
    ("first", "loaded"),
    [
        # the command
        ("from claimx.start import start_lightly; start_lightly()", "[]"),
        # a program that uses claimx has spaCy whole
        ("import claimx", "['weasel', 'requests', 'jinja2']"),
    ],
)
def test_spacys_own_command_line_is_left_out(first: str, loaded: str) -> None:
    assert run(f"{first}; {LOADED}") == loaded


def test_it_can_still_be_imported() -> None:
    code = "from claimx.start import start_lightly; start_lightly(); import spacy.cli; print(spacy.cli.download)"
    assert run(code).startswith("<function download")
