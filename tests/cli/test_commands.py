"""What holds for the whole command line: help, version, schema, info, and how it starts and ends."""

import json
import subprocess
import sys

import pytest

from claimx import __version__
from claimx.cli import app, info
from claimx.models.card import load_card
from claimx.schema import json_schema
from tests.cli.conftest import CommandLine

COMMANDS = sorted(str(command.name) for command in app.registered_commands)
HEAVY = {"spacy", "numpy", "onnxruntime", "tokenizers"}


@pytest.mark.parametrize("arguments", [[], *([name] for name in COMMANDS)])
def test_help_shows_examples(claimx: CommandLine, arguments: list[str]) -> None:
    result = claimx(*arguments, "--help")
    assert result.exit_code == 0
    assert f"\n  claimx {arguments[0] if arguments else ''}" in result.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["extract", "--help"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = "\n".join(
        [
            "import sys",
            "from claimx.cli import app",
            f"app({arguments!r}, standalone_mode=False)",
            "print(*sys.modules, file=sys.stderr)",
        ]
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert HEAVY.intersection(done.stderr.split()) == set()


def test_version(claimx: CommandLine) -> None:
    assert claimx("--version").stdout == f"claimx {__version__}\n"


def test_schema(claimx: CommandLine) -> None:
    assert json.loads(claimx("schema").stdout) == json_schema()


def test_info(claimx: CommandLine) -> None:
    card = load_card()
    lines = claimx("info").stdout.splitlines()
    assert lines[:2] == [f"claimx   {__version__}, Apache-2.0", "schema   1.0"]
    assert lines[2].startswith(f"model    {card['name']}-{card['version']}, Apache-2.0")
    data = [line for line in lines if line.startswith("data     ")]
    assert data == [f"data     {corpus['name']}: {corpus['licence']}" for corpus in card["data"]]
    assert lines[-1].startswith("extra    train: ")


def test_info_shows_figures_of_whole_files() -> None:
    whole = {"data": "newsroom", "genre": None, "articles": 28, "content F1": 85.2}
    figures = {"attributions": [whole, whole | {"genre": "sport"}]}
    card = {"name": "m", "version": "1", "licence": "L", "data": [], "figures": figures}
    model, where, *shown = info._model(card)
    assert model == "model    m-1, L"
    assert "docs/model-card.md" in where
    assert shown == ["figures  newsroom: articles 28, content F1 85.2"]


def test_no_command_shows_help_as_wrong_usage(claimx: CommandLine) -> None:
    assert claimx().exit_code == 2


def test_unknown_command(claimx: CommandLine) -> None:
    result = claimx("extrakt")
    assert (result.exit_code, result.stdout) == (2, "")


def test_head_ends_it_quietly() -> None:
    script = f"{sys.executable} -c 'from claimx.cli import main; main()' schema | head -n 1"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("{\n", "")


@pytest.mark.parametrize("verbose", [False, True])
def test_what_should_not_happen_is_one_line_unless_verbose(verbose: bool) -> None:
    code = "\n".join(
        [
            "import sys",
            "import claimx.cli as cli",
            "from claimx import settings",
            "settings.load = None",
            f"sys.argv = ['claimx', 'extract', *{['-v'] if verbose else []}]",
            "cli.main()",
        ]
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert ("Traceback" in done.stderr) is verbose
    assert done.stderr.splitlines()[-1].startswith("claimx: TypeError: ")
