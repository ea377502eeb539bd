"""``claimx show`` and ``claimx report``, over articles and results."""

import subprocess
import sys
from pathlib import Path

import pytest

from claimx.render import json
from tests.cli.conftest import CommandLine
from tests.sample import document

TEXT = "Ana Ruiz said the port may close on Friday."


def test_an_article_and_its_result_show_the_same(claimx: CommandLine) -> None:
    Path("a.txt").write_text(TEXT)
    shown = claimx("show", "a.txt", "--width", "80")
    assert shown.exit_code == 0
    assert "{Ana Ruiz} said [the port ~may~ close <on Friday>]." in shown.stdout
    Path("a.json").write_text(claimx_real("a.txt"))
    again = claimx("show", "a.json", "--width", "80")
    assert again.stdout == shown.stdout


def claimx_real(name: str) -> str:
    """The real result of an article: the other commands have a stand-in here."""
    from claimx.api import extract

    return extract(Path(name).read_text(), id=name).model_dump_json(indent=2)


def test_what_fails_is_named_and_the_rest_is_shown(claimx: CommandLine) -> None:
    Path("a.txt").write_text(TEXT)
    shown = claimx("show", "nowhere.txt", "a.txt")
    assert shown.exit_code == 1
    assert "Ana Ruiz" in shown.stdout
    assert "nowhere.txt: no such file" in shown.stderr
    assert claimx("show", "nowhere.txt").exit_code == 3


def test_articles_and_results_of_a_folder_come_in_order(claimx: CommandLine) -> None:
    Path("all").mkdir()
    Path("all/b.txt").write_text(TEXT)
    Path("all/a.json").write_text("[\n" + json.line(document()) + "]")
    Path("all/c.jsonl").write_text(json.line(document()) + "no result\n")
    for name in ("all", "all/*"):
        shown = claimx("show", name, "--width", "80")
        heads = [line.rstrip(" ─") for line in shown.stdout.splitlines() if line.endswith("──")]
        assert heads == ["Ferry", "all/b.txt", "Ferry"]
        assert (shown.exit_code, shown.stderr.count("all/c.jsonl#2")) == (1, 1)


@pytest.mark.parametrize("given", [TEXT, json.indented(document())])
def test_standard_input_is_an_article_or_a_result(given: str) -> None:
    command = [sys.executable, "-m", "claimx", "show", "-"]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    assert "~may~" in done.stdout
    assert "c1" in done.stdout


def test_one_page(claimx: CommandLine) -> None:
    Path("a.txt").write_text(TEXT)
    assert claimx("report", "a.txt", "-o", "page.html").exit_code == 0
    assert "Ana Ruiz" in Path("page.html").read_text()


def test_a_folder_of_pages_with_an_index(claimx: CommandLine) -> None:
    rows = [{"id": id_, "text": TEXT} for id_ in ("../up", "up", "other")]
    Path("a.jsonl").write_text("".join(json.line(row) for row in rows))
    assert claimx("report", "a.jsonl", "-o", "pages").exit_code == 0
    names = ["0001-up.html", "0002-up.html", "0003-other.html", "index.html"]
    assert sorted(path.name for path in Path("pages").iterdir()) == names
    assert claimx("report", "a.jsonl", "-o", "pages").exit_code == 0  # again, over what is there


def test_several_articles_do_not_fit_on_one_page(claimx: CommandLine) -> None:
    Path("a.jsonl").write_text(json.line({"text": TEXT}) * 2)
    refused = claimx("report", "a.jsonl", "-o", "page.html")
    assert refused.exit_code == 2
    assert "name a folder" in refused.stderr
    assert not Path("page.html").exists()


def test_where_nothing_can_be_read_nothing_is_written(claimx: CommandLine) -> None:
    for output in ("page.html", "pages"):
        refused = claimx("report", "nowhere.txt", "-o", output)
        assert refused.exit_code == 3
        assert "nowhere.txt: no such file" in refused.stderr
    assert not Path("page.html").exists()
    assert not Path("pages/index.html").exists()
