"""``claimx extract`` with the model, from bytes to validated output."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from claimx.cli import app
from claimx.schema import Document, misplaced_spans

TEXT = (
    "Harbour chief Ada Lund said on Thursday that the ferry “may stay in port” for about 30 days. 👩‍✈️\r\n\r\n"
    "“We will not sail before the hull is mended,”\u00a0she added.\u200b Two boats were reportedly lost.\r\n"
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def extract(*arguments: str, stdin: bytes | None = None) -> str:
    result = CliRunner().invoke(app, ["extract", *arguments], input=stdin)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_output_keeps_the_contract() -> None:
    Path("a.txt").write_bytes(TEXT.encode())
    document = Document.model_validate_json(extract("a.txt", "--date", "2026-03-12"))
    assert document.document.text == TEXT
    assert document.document.published == "2026-03-12"
    assert misplaced_spans(document) == []
    assert len(document.quotes) >= 2
    assert "Ada Lund" in [speaker.name for speaker in document.speakers]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_file_and_standard_input_differ_in_id_and_source_only(mark: bytes) -> None:
    Path("a.txt").write_bytes(mark + TEXT.encode())
    by_file, by_stdin = extract("a.txt"), extract("-", stdin=mark + TEXT.encode())
    assert by_file.replace('"a.txt"', '"-"') == by_stdin


def test_same_input_same_bytes() -> None:
    Path("a.txt").write_bytes(TEXT.encode())
    assert extract("a.txt") == extract("a.txt")


def test_the_same_text_twice_is_marked() -> None:
    lines = "".join(json.dumps({"id": id, "text": TEXT}) + "\n" for id in ("x", "y"))
    documents: list[Any] = [json.loads(line) for line in extract(stdin=lines.encode()).splitlines()]
    assert [document["document"]["duplicate_of"] for document in documents] == [None, "x"]


def test_a_text_over_the_length_limit_of_spacy() -> None:
    text = TEXT + "\n" * 1_000_000 + TEXT
    Path("long.txt").write_bytes(text.encode())
    document = Document.model_validate_json(extract("long.txt"))
    assert document.document.characters == len(text)
    assert document.quotes[-1].content[0].start > 1_000_000
    assert misplaced_spans(document) == []


def test_head_ends_it_quietly() -> None:
    line = json.dumps({"text": TEXT}) + "\n"
    Path("many.jsonl").write_text(line * 30)
    command = f"{sys.executable} -c 'from claimx.cli import main; main()' extract many.jsonl | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1
