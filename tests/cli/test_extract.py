"""``claimx extract``: formats, channels, exit codes. The model is replaced by a stand-in."""

import io
import json
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from claimx.api import Result as Extracted
from claimx.cli import extraction, output
from claimx.readers.article import Reading
from tests.cli.conftest import CommandLine, extract_articles

LINES = '{"text": "Hi.", "id": "x", "date": "2026-01-02"}\n{"body": "Hi."}\n{"text": "Hi."}\n'


@pytest.fixture(autouse=True)
def _articles(claimx: CommandLine) -> None:
    Path("a.txt").write_text("Hi.")
    Path("b.md").write_text("Hi.")
    Path("bad.txt").write_bytes(b"caf\xe9")
    Path("crash.txt").write_text("crash")
    Path("nothing.txt").write_text("nothing")
    Path("lines.jsonl").write_text(LINES)


def parsed(output: str) -> list[Any]:
    return [json.loads(line) for line in output.splitlines()]


def ids(output: str) -> list[str]:
    return [document["document"]["id"] for document in parsed(output)]


# What comes out ------------------------------------------------------------------------------------------


def test_one_article_is_one_indented_object(claimx: CommandLine) -> None:
    result = claimx("extract", "a.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith('{\n  "schema_version"')
    assert json.loads(result.stdout)["document"]["id"] == "a.txt"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["a.txt", "b.md"], ["a.txt", "b.md"]),
        (["a*"], ["a.txt"]),
        (["a.txt", "--format", "jsonl"], ["a.txt"]),
        (["lines.jsonl"], ["x", "lines.jsonl#3"]),
    ],
)
def test_several_are_lines(claimx: CommandLine, arguments: list[str], expected: list[str]) -> None:
    assert ids(claimx("extract", *arguments).stdout) == expected


def test_several_as_json_are_one_array(claimx: CommandLine) -> None:
    result = claimx("extract", "a.txt", "b.md", "--format", "json")
    assert [document["document"]["id"] for document in json.loads(result.stdout)] == ["a.txt", "b.md"]


def test_standard_input(claimx: CommandLine) -> None:
    assert json.loads(claimx("extract", stdin="Hi.").stdout)["document"]["id"] == "-"
    assert ids(claimx("extract", "-", stdin=LINES).stdout) == ["x", "-#3"]


@pytest.mark.parametrize(
    ("options", "check"),
    [
        # one row per line
        ([], lambda output: [row["id"] for row in parsed(output)] == ["q1", "q2"]),
        # or an array, of one article too
        (["--format", "json"], lambda output: [row["id"] for row in json.loads(output)] == ["q1", "q2"]),
        (["--min-confidence", "0.5"], lambda output: [row["id"] for row in parsed(output)] == ["q1"]),
        (["--no-text"], lambda output: [row["context"] for row in parsed(output)] == [None, None]),
    ],
)
def test_records(claimx: CommandLine, options: list[str], check: Any) -> None:
    assert check(claimx("extract", "a.txt", "--records", "quotes", *options).stdout)


@pytest.mark.parametrize(("options", "output"), [([], ""), (["--format", "json"], "[]\n"), (["--format", "jsonl"], "")])
def test_no_records_print_nothing_or_an_empty_array(claimx: CommandLine, options: list[str], output: str) -> None:
    result = claimx("extract", "nothing.txt", "--records", "hedges", *options)
    assert (result.exit_code, result.stdout) == (0, output)


def test_date_fills_in_and_overrides_nothing(claimx: CommandLine) -> None:
    documents = parsed(claimx("extract", "lines.jsonl", "--date", "2026-03-12").stdout)
    assert [document["document"]["published"] for document in documents] == ["2026-01-02", "2026-03-12"]


def test_no_text_and_min_confidence(claimx: CommandLine) -> None:
    result = claimx("extract", "a.txt", "--no-text", "--min-confidence", "0.5")
    document = json.loads(result.stdout)
    assert document["document"]["text"] is None
    assert [quote["id"] for quote in document["quotes"]] == ["q1"]


def test_settings_are_defaults_of_options(claimx: CommandLine) -> None:
    Path("claimx.toml").write_text('min_confidence = 0.5\ntext_key = "body"\n')
    assert ids(claimx("extract", "lines.jsonl").stdout) == ["lines.jsonl#2"]
    assert len(json.loads(claimx("extract", "a.txt").stdout)["quotes"]) == 1
    assert len(json.loads(claimx("extract", "a.txt", "--min-confidence", "0").stdout)["quotes"]) == 2


# Failures ------------------------------------------------------------------------------------------------


def test_one_bad_input_does_not_stop_the_others(claimx: CommandLine) -> None:
    result = claimx("extract", "bad.txt", "crash.txt", "a.txt", "nowhere.txt", "--errors", "errors.jsonl")
    assert result.exit_code == 1
    assert ids(result.stdout) == ["a.txt"]
    said = result.stderr.splitlines()
    assert [line.split(": ")[1] for line in said[:3]] == ["bad.txt", "crash.txt", "nowhere.txt"]
    assert said[3:] == ["claimx: 1 articles done, 3 failed"]
    assert "Traceback" not in result.stderr
    errors = parsed(Path("errors.jsonl").read_text())
    assert [list(error) for error in errors] == [["source", "id", "reason", "error", "skipped"]] * 3
    assert [error["reason"] for error in errors] == ["undecodable", "internal", "missing"]


@pytest.mark.parametrize("option", [[], ["--format", "jsonl"], ["--format", "json"]])
def test_nothing_could_be_read(claimx: CommandLine, option: list[str]) -> None:
    result = claimx("extract", "nowhere.txt", *option)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == "claimx: nowhere.txt: no such file; check the name\n"


def test_an_array_of_nothing_is_an_array(claimx: CommandLine) -> None:
    result = claimx("extract", "nowhere.txt", "bad.txt", "--format", "json")
    assert (result.exit_code, result.stdout) == (3, "[]\n")


def test_fail_fast(claimx: CommandLine) -> None:
    result = claimx("extract", "a.txt", "bad.txt", "b.md", "--fail-fast")
    assert result.exit_code == 1
    assert ids(result.stdout) == ["a.txt"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nothing.txt"], 0),
        (["nothing.txt", "--exit-status"], 4),
        (["nothing.txt", "a.txt", "--exit-status"], 0),
        (["nothing.txt", "bad.txt", "--exit-status"], 1),
        (["bad.txt", "--exit-status"], 3),
        (["a.txt", "--exit-status", "--records", "quotes", "--min-confidence", "1"], 4),
    ],
)
def test_exit_status(claimx: CommandLine, arguments: list[str], code: int) -> None:
    assert claimx("extract", *arguments).exit_code == code


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["a.txt", "--date", "soon"], "2026-03-12"),
        (["a.txt", "--min-confidence", "2"], "--min-confidence"),
        (["a.txt", "--timeout", "0"], "0 is no time"),
        (["a.txt", "--timeout", "nan"], "nan is no time"),
        (["a.txt", "--format", "yaml"], "yaml"),
        (["a.txt", "--records", "people"], "people"),
        (["a.txt", "-o", "nowhere/out.json"], "cannot write nowhere/out.json"),
        (["a.txt", "-o", "."], "cannot write"),
        (["a.txt", "--errors", "nowhere/errors"], "cannot write nowhere/errors"),
        (["a.txt", "--colour"], "--colour"),
    ],
)
def test_wrong_usage(claimx: CommandLine, arguments: list[str], part: str) -> None:
    result = claimx("extract", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert part in result.stderr


def test_bad_settings_are_wrong_usage(claimx: CommandLine) -> None:
    Path("claimx.toml").write_text("min_confidence = 7\n")
    result = claimx("extract", "a.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("claimx: claimx.toml: min_confidence: ")


# Channels ------------------------------------------------------------------------------------------------


def test_verbose_tells_what_was_found_and_where_it_broke(claimx: CommandLine) -> None:
    result = claimx("extract", "a.txt", "crash.txt", "-v")
    assert "a.txt: 21 words, 2 quotes, 2 numbers, 1 hedges, 3 claims" in result.stderr
    assert "An example. (example)" in result.stderr
    assert "ZeroDivisionError: by zero" in result.stderr.splitlines()


def test_quiet_says_errors_only(claimx: CommandLine) -> None:
    result = claimx("extract", "a.txt", "bad.txt", "-q")
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("claimx: bad.txt: byte 0xe9 at offset 3")


def test_each_article_goes_out_as_it_is_done(claimx: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    lines_before = []

    def watch(articles: Iterable[Reading]) -> Iterator[Extracted]:
        for result in extract_articles(articles):
            lines_before.append(written.getvalue().count(b"\n"))
            yield result

    monkeypatch.setattr(output, "opened", lambda path: nullcontext(written))
    monkeypatch.setattr(extraction, "extract_articles", watch)
    claimx("extract", "lines.jsonl", "a.txt", "--text-key", "text")
    assert lines_before == [0, 1, 1, 2]


# The output file -----------------------------------------------------------------------------------------


def test_output_is_what_stdout_would_be_and_leaves_nothing_beside(claimx: CommandLine) -> None:
    result = claimx("extract", "a.txt", "-o", "out.json")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert Path("out.json").read_bytes() == claimx("extract", "a.txt").stdout_bytes
    assert not list(Path().glob(".*"))


@pytest.mark.parametrize("arguments", [["nowhere.txt"], ["a.txt", "bad.txt", "--fail-fast"]])
def test_output_stays_as_it_was_when_the_run_breaks_off(claimx: CommandLine, arguments: list[str]) -> None:
    Path("out.json").write_text("before")
    assert claimx("extract", *arguments, "-o", "out.json").exit_code in (1, 3)
    assert Path("out.json").read_text() == "before"
    assert not list(Path().glob(".*"))


def test_output_may_lie_among_the_inputs(claimx: CommandLine) -> None:
    Path("news").mkdir()
    Path("news/a.txt").write_text("Hi.")
    for _ in range(2):
        assert claimx("extract", "news", "-o", "news/out.jsonl").exit_code == 0
        assert ids(Path("news/out.jsonl").read_text()) == ["news/a.txt"]


def test_output_through_a_link_and_to_a_device(claimx: CommandLine) -> None:
    Path("link.json").symlink_to("real.json")
    assert claimx("extract", "a.txt", "-o", "link.json").exit_code == 0
    assert Path("link.json").is_symlink()
    assert json.loads(Path("real.json").read_text())
    assert claimx("extract", "a.txt", "-o", "/dev/null").exit_code == 0
    assert not Path("/dev/null").is_file()


def test_a_full_disk_is_an_error(claimx: CommandLine) -> None:
    result = claimx("extract", "a.txt", "-o", "/dev/full")
    assert result.exit_code == 1
    todo = "make room and run the same command again"
    assert result.stderr == f"claimx: cannot write /dev/full: No space left on device; {todo}\n"


def test_output_to_a_dash_is_stdout(claimx: CommandLine) -> None:
    assert json.loads(claimx("extract", "a.txt", "-o", "-").stdout)
