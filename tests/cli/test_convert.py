"""``claimx convert``, and the formats of ``claimx extract``: suffixes, refusals, exit codes; nothing is lost."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest

from claimx.render import json as claimx_json
from claimx.render import writers
from claimx.render.columns import COLUMNS
from tests.cli.conftest import CommandLine
from tests.render.documents import all_sorts
from tests.sample import document

LINES = "".join(map(claimx_json.line, all_sorts()))


@pytest.fixture(autouse=True)
def _results(claimx: CommandLine) -> None:
    Path("found.jsonl").write_text(LINES)
    Path("one.json").write_text(claimx_json.indented(document()))
    Path("array.json").write_text("".join(claimx_json.array(all_sorts())))
    Path("mixed.jsonl").write_text('{"no": "result"}\n\n' + claimx_json.line(document()) + "no json\n")
    Path("broken.json").write_text("[{")
    Path("nothing.jsonl").write_text("")
    Path("a.txt").write_text("Hi.")


@pytest.mark.parametrize("name", ["found.jsonl", "array.json"])
def test_results_are_the_same_again(claimx: CommandLine, name: str) -> None:
    result = claimx("convert", name)
    assert (result.exit_code, result.stdout, result.stderr) == (0, LINES, "")


def test_one_result_and_none(claimx: CommandLine) -> None:
    assert claimx("convert", "one.json", "nothing.jsonl").stdout == claimx_json.line(document())
    assert claimx("convert", "nothing.jsonl", "--format", "json").stdout == "[]\n"
    assert claimx("convert", "-", stdin=LINES).stdout == LINES


@pytest.mark.parametrize(
    ("output", "start"),
    [
        ("x.json", b"[\n  {"), ("x.jsonl", b'{"schema_version"'), ("x.csv", b"document_id,"), ("x.xlsx", b"PK"),
        ("x.parquet", b"PAR1"), ("x.db", b"SQLite format 3"), ("x.sqlite", b"SQLite format 3"),
        ("x.jsonld", b"[\n  {"), ("X.CSV", b"document_id,"),
        ("x.unknown", b'{"schema_version"'),
    ],
)  # fmt: skip
def test_the_suffix_names_the_format(claimx: CommandLine, output: str, start: bytes) -> None:
    result = claimx("convert", "found.jsonl", "-o", output)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert Path(output).read_bytes().startswith(start)
    assert not list(Path().glob(".x*"))


def test_what_is_stated_wins_over_the_suffix(claimx: CommandLine) -> None:
    claimx("convert", "found.jsonl", "-o", "x.json", "--format", "csv", "--records", "quotes")
    assert Path("x.json").read_text().splitlines()[0] == ",".join(COLUMNS["quotes"])
    claimx("convert", "found.jsonl", "-o", "x.json", "--format", "jsonl")
    assert Path("x.json").read_text() == LINES


def test_folders(claimx: CommandLine) -> None:
    Path("tables").mkdir()
    Path("tables/mine.txt").write_text("stays")
    assert claimx("convert", "found.jsonl", "--format", "csv", "-o", "tables").exit_code == 0
    names = [path.name for path in sorted(Path("tables").iterdir())]
    assert names == ["claims.csv", "hedges.csv", "mine.txt", "numbers.csv", "quotes.csv", "speakers.csv"]
    assert claimx("convert", "found.jsonl", "--format", "csv", "-o", "/dev/null").exit_code == 0
    assert claimx("convert", "one.json", "--format", "brat", "-o", "brat").exit_code == 0
    assert sorted(path.name for path in Path("brat").iterdir()) == ["annotation.conf", "ferry.ann", "ferry.txt"]


@pytest.mark.parametrize(("format", "where"), [("labelstudio", "data"), ("prodigy", "meta")])
def test_tasks_are_lines_or_an_array_in_a_json_file(claimx: CommandLine, format: str, where: str) -> None:
    assert len(claimx("convert", "one.json", "--format", format).stdout.splitlines()) == 1
    claimx("convert", "one.json", "--format", format, "-o", "tasks.json")
    assert [task[where]["id"] for task in json.loads(Path("tasks.json").read_text())] == ["ferry"]


def test_a_line_that_is_no_result_is_named_and_left_out(claimx: CommandLine) -> None:
    result = claimx("convert", "mixed.jsonl", "no.jsonl", "broken.json", "-o", "x.jsonl")
    assert (result.exit_code, Path("x.jsonl").read_text()) == (1, claimx_json.line(document()))
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == [
        "mixed.jsonl#1", "mixed.jsonl#4", "no.jsonl", "broken.json",
    ]  # fmt: skip


@pytest.mark.parametrize("format", writers.NEED_TEXT)
def test_results_without_their_text_are_named_where_it_is_needed(claimx: CommandLine, format: str) -> None:
    result = claimx("convert", "found.jsonl", "--format", format, "-o", "out")
    assert result.exit_code == 1
    assert result.stderr == f"claimx: bare: {format} needs its text; extract it without --no-text\n"


def test_no_result_at_all_leaves_the_file_as_it_was(claimx: CommandLine) -> None:
    Path("x.xlsx").write_text("before")
    assert claimx("convert", "no.jsonl", "-o", "x.xlsx").exit_code == 3
    assert Path("x.xlsx").read_text() == "before"
    assert claimx("convert", "no.jsonl", "-o", "x.db").exit_code == 3
    assert not Path("x.db").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "xlsx"], "xlsx cannot go to stdout; name a file or folder for it with -o"),
        (["--format", "sqlite"], "sqlite cannot go to stdout"),
        (["--format", "brat"], "brat cannot go to stdout"),
        (["--format", "docbin", "-o", "-"], "docbin cannot go to stdout"),
        (["--records", "claims", "-o", "x.db"], "sqlite has no flat rows; leave --records out"),
        (["-o", "no/folder/x.xlsx"], "cannot write no/folder/x.xlsx: No such file or directory"),
        (["-o", "no/folder/x.db"], "cannot write no/folder/x.db: unable to open database file"),
        (["-o", "no/folder/x", "--format", "brat"], "cannot write the folder no/folder/x"),
    ],
)
def test_what_cannot_be_written(claimx: CommandLine, arguments: list[str], message: str) -> None:
    for command in (["convert", "one.json"], ["extract", "a.txt"]):
        result = claimx(*command, *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert message in result.stderr


def test_text_left_out_is_refused_where_it_is_needed(claimx: CommandLine) -> None:
    result = claimx("extract", "a.txt", "--no-text", "--format", "prodigy")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "leave --no-text out" in result.stderr


def test_a_missing_library_is_named_with_the_command(claimx: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writers, "find_spec", lambda name: None if name == "pyarrow" else find_spec(name))
    result = claimx("convert", "one.json", "-o", "x.parquet")
    assert result.exit_code == 2
    assert "parquet needs the library pyarrow; pip install 'claimx[parquet]'" in result.stderr


def test_no_writer_is_imported_before_it_is_used() -> None:
    code = "import sys, claimx.cli.extraction; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    writers = {f"claimx.render.{name}" for name in ("csv", "xlsx", "parquet", "sqlite", "brat", "docbin", "jsonld")}
    assert writers.union({"xlsxwriter", "pyarrow", "sqlite3"}).intersection(done.stdout.split()) == set()


def test_extract_writes_the_formats_too(claimx: CommandLine) -> None:
    assert claimx("extract", "a.txt", "--format", "csv").stdout.startswith("document_id,source,")
    assert json.loads(claimx("extract", "a.txt", "--format", "jsonld").stdout)["@context"] == "https://schema.org"
    for _ in range(2):
        assert claimx("extract", "a.txt", "-o", "x.db").exit_code == 0
    with closing(sqlite3.connect("x.db")) as database:
        assert database.execute("SELECT count(*) FROM claims").fetchone() == (3,)
