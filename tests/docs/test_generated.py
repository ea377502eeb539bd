"""The generated pages say what the code says, and the picture shows the imports that there are."""

import re
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from typer.models import OptionInfo

from claimx import schema
from claimx.cli import app
from scripts.docs import boxes, commands, picture
from scripts.docs.__main__ import main, stale
from scripts.layers import LAYERS, MODULES, imported, layer, part

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS = (DOCS / "commands.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## claimx (\w+)\n(.*?)(?=^## )", COMMANDS, re.M | re.S))
PICTURE = (DOCS / "architecture.svg").read_text(encoding="utf-8")


def test_pages_are_up_to_date() -> None:
    assert stale() == [], "run: python -m scripts.docs"


def test_a_stale_page_is_named_and_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("scripts.docs.__main__.DOCS", tmp_path)
    assert main(["--check"]) == 1
    assert "docs/output.md is stale" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
    assert main([]) == 0
    assert main(["--check"]) == 0


def test_commands_do_not_depend_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert commands.page() == COMMANDS


def test_every_command_has_a_section() -> None:
    assert list(SECTIONS) == [command.name for command in app.registered_commands]


@pytest.mark.parametrize("command", app.registered_commands, ids=lambda command: command.name)
def test_every_option_has_a_line(command: Any) -> None:
    section = SECTIONS[command.name]
    for name, parameter in signature(command.callback).parameters.items():
        (info,) = parameter.annotation.__metadata__
        if isinstance(info, OptionInfo):
            written = "|".join(info.param_decls or ()) or f"--{name.replace('_', '-')}"
            assert all(f"`{one}`" in section for one in re.split(r"[|/]", written))
        assert info.help in section


def test_every_field_has_a_line() -> None:
    page = (DOCS / "output.md").read_text(encoding="utf-8")
    for name, model in vars(schema).items():
        if isinstance(model, type) and issubclass(model, schema.Model) and model.__module__ == schema.__name__:
            section = re.search(rf"^## {name}\n.*?(?=^## |\Z)", page, re.M | re.S)
            if section is None:  # bases, which no field holds
                assert name in ("Model", "Item")
                continue
            assert re.findall(r"^\| `(\w+)` \|", section[0], re.M) == list(model.model_fields)


def arrows() -> set[tuple[str, str]]:
    """The arrows between boxes that the imports ask for, read module by module."""
    box_of = {one: box.title for box in boxes.BOXES for one in box.parts}
    pairs = {(part(name), part(target)) for name in MODULES if name != "claimx" for target in imported(name)}
    return {(box_of[a], box_of[b]) for a, b in pairs if b in box_of and layer(b) and box_of[a] != box_of[b]}


def test_picture_has_the_arrows_that_there_are() -> None:
    assert set(re.findall(r"<title>(.*?) imports (.*?)</title>", PICTURE)) == arrows()


def test_picture_has_the_parts_of_the_layers() -> None:
    assert {one for box in boxes.BOXES for one in box.parts} == set().union(*LAYERS)


def test_no_arrow_points_up() -> None:
    box_of = {box.title: box for box in boxes.BOXES}
    for source, target in arrows():
        assert box_of[source].y <= box_of[target].y


def test_every_route_is_taken() -> None:
    names = {box.title: box.name for box in boxes.BOXES}
    assert set(boxes.ROUTES) <= {(names[a], names[b]) for a, b in arrows()}


def test_a_part_without_a_box_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scripts.docs.picture.BOXES", boxes.BOXES[1:])
    with pytest.raises(ValueError, match=r"claimx\.__main__, claimx\.cli: place it in BOXES"):
        picture.drawing()
