"""``claimx eval``: what goes in, what comes out, and how it ends. The figures have tests of their own."""

import hashlib
import json
from pathlib import Path

import pytest

from claimx.render.brat import write_folder
from claimx.schema import Document
from tests import sample
from tests.cli.conftest import CommandLine

GOLD = json.dumps({"id": "ferry", "text": sample.TEXT, "hedges": [sample.span("may") | {"type": "modal"}]}) + "\n"


def document(text: str = sample.TEXT) -> Document:
    """The sample document with the hash of ``text``."""
    whole = sample.document()
    digest = hashlib.sha256(text.encode()).hexdigest()
    return whole.model_copy(update={"document": whole.document.model_copy(update={"sha256": digest})})


@pytest.fixture(autouse=True)
def files(claimx: CommandLine) -> None:
    Path("gold.jsonl").write_text(GOLD, encoding="utf-8")
    Path("found.jsonl").write_text(document().model_dump_json() + "\n", encoding="utf-8")
    Path("brat").mkdir()
    write_folder([document()], Path("brat"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["gold.jsonl", "found.jsonl"],
        # a brat folder, on either side
        ["gold.jsonl", "brat"],
        ["brat", "found.jsonl"],
    ],
)
def test_full_marks(claimx: CommandLine, arguments: list[str]) -> None:
    result = claimx("eval", *arguments, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["hedges"]["cue"] == {"P": 100.0, "R": 100.0, "F1": 100.0}


def test_without_output_it_reads_the_gold_itself(claimx: CommandLine) -> None:
    result = claimx("eval", "gold.jsonl", "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["hedges"]["documents without output"] == 0


def test_table(claimx: CommandLine) -> None:
    lines = [line.split() for line in claimx("eval", "gold.jsonl", "found.jsonl").stdout.splitlines()]
    assert ["hedges"] in lines
    assert ["cue", "100.0", "100.0", "100.0"] in lines


def test_speakers_from_a_file_of_their_own(claimx: CommandLine) -> None:
    start = sample.TEXT.index("that 12 boats had sunk")
    content = [[start, start + len("that 12 boats had sunk")]]
    article = {"id": "ferry", "text": sample.TEXT, "attributions": [{"source": [], "cue": [], "content": content}]}
    Path("gold.jsonl").write_text(json.dumps(article), encoding="utf-8")
    Path("who.jsonl").write_text(
        json.dumps({"doc": "ferry", "idx": 0, "kind": "person", "name": "Lund, Ada", "aliases": ["Ada Lund"]})
    )
    result = claimx("eval", "gold.jsonl", "found.jsonl", "--speakers", "who.jsonl", "--format", "json")
    assert json.loads(result.stdout)["attribution"]["speaker of all named"] == 100


@pytest.mark.parametrize(
    ("gold", "found", "code", "complaint"),
    [
        # a line of the gold is broken: no figure would be right
        (GOLD + "oops\n", document().model_dump_json(), 1, "gold.jsonl#2: Invalid JSON"),
        # a line of the output is broken: the others are scored
        (GOLD, document().model_dump_json() + "\n{}\n", 1, "found.jsonl#2: it is no result"),
        # the output is of another text
        (GOLD, document("another").model_dump_json(), 1, "ferry: what is scored was found in another text"),
        # nothing on one side
        ("", document().model_dump_json(), 3, "nothing could be scored"),
        (GOLD, "{}", 3, "nothing could be scored"),
    ],
)
def test_trouble_is_named(claimx: CommandLine, gold: str, found: str, code: int, complaint: str) -> None:
    Path("gold.jsonl").write_text(gold, encoding="utf-8")
    Path("found.jsonl").write_text(found, encoding="utf-8")
    result = claimx("eval", "gold.jsonl", "found.jsonl")
    assert result.exit_code == code
    assert complaint in result.stderr


def test_gold_without_text_needs_output(claimx: CommandLine) -> None:
    Path("gold.jsonl").write_text(json.dumps({"id": "ferry", "sha256": "0" * 64, "claims": []}))
    result = claimx("eval", "gold.jsonl")
    assert result.exit_code == 2
    assert "the gold has no text to read" in result.stderr


def test_gold_that_is_not_there(claimx: CommandLine) -> None:
    assert claimx("eval", "nowhere.jsonl").exit_code == 2
