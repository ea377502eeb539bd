"""``claimx validate`` and ``claimx stats``, over what claimx wrote."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from claimx.api import extract
from tests.cli.conftest import CommandLine

TEXTS = {
    "a": "Port director Ana Ruiz said the strike may idle 1,500 workers. Two officials said the talks failed.",
    "b": "“We may lose,” Ruiz wrote. Ana Ruiz told reporters that nobody had asked the port.",
}


@pytest.fixture(scope="module")
def found() -> list[dict[str, Any]]:
    return [json.loads(extract(text, id=id_).model_dump_json()) for id_, text in TEXTS.items()]


def lines(*documents: dict[str, Any]) -> str:
    return "".join(json.dumps(document) + "\n" for document in documents)


@pytest.mark.parametrize("form", ["object", "array", "lines"])
def test_what_claimx_wrote_is_valid_in_every_form(claimx: CommandLine, found: list[dict[str, Any]], form: str) -> None:
    written = {"object": json.dumps(found[0], indent=2), "array": json.dumps(found), "lines": lines(*found)}[form]
    Path("found.json").write_text(written)
    result = claimx("validate", "found.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no problems" in result.stderr


def _moved(document: dict[str, Any]) -> None:
    document["quotes"][0]["cue"]["start"] += 1


def _unknown(document: dict[str, Any]) -> None:
    document["hedges"][0]["mood"] = "dark"


def _missing(document: dict[str, Any]) -> None:
    del document["claims"][0]["polarity"]


def _dangling(document: dict[str, Any]) -> None:
    document["quotes"][0]["speaker"]["id"] = "s99"


@pytest.mark.parametrize(
    ("spoil", "field"),
    [
        # a span that is not what stands there
        (_moved, "cue"),
        # a field that the schema does not know
        (_unknown, "mood"),
        # one that must be there
        (_missing, "polarity"),
        # an id that points nowhere
        (_dangling, "s99"),
    ],
)
def test_problems_are_named_with_file_line_and_field(
    claimx: CommandLine, found: list[dict[str, Any]], spoil: Any, field: str
) -> None:
    bad = json.loads(json.dumps(found[1]))
    spoil(bad)
    Path("found.jsonl").write_text(lines(found[0], bad))
    result = claimx("validate", "found.jsonl")
    assert result.exit_code == 1
    assert result.stdout.startswith("found.jsonl:2: ")
    assert field in result.stdout


def test_what_is_no_result_is_invalid(claimx: CommandLine) -> None:
    Path("found.jsonl").write_text("{}\n")
    assert claimx("validate", "found.jsonl").exit_code == 1
    assert claimx("validate", "nowhere.jsonl").exit_code == 1


def test_stats_counts_speakers_across_a_folder(claimx: CommandLine, found: list[dict[str, Any]]) -> None:
    Path("results").mkdir()
    for document in found:
        Path("results", f"{document['document']['id']}.json").write_text(json.dumps(document))
    counted = json.loads(claimx("stats", "results", "--format", "json").stdout)
    first = counted["speakers"][0]
    assert "Ana Ruiz" in first.values()
    assert 3 in first.values()  # her quotes, in both articles
    rows = list(csv.reader(io.StringIO(claimx("stats", "results", "--format", "csv").stdout)))
    assert len(rows) == 1 + len(counted["speakers"])
    assert "Ana Ruiz" in claimx("stats", "results").stdout


def test_stats_of_nothing(claimx: CommandLine) -> None:
    Path("found.jsonl").write_text('{"no": "result"}\n')
    assert claimx("stats", "found.jsonl").exit_code == 3
