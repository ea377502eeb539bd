"""Results that are packed are read like those that are not."""

import gzip
from pathlib import Path

import pytest
import zstandard

from claimx.errors import Failure
from claimx.readers.result_files import result_files
from claimx.readers.results import read_all
from claimx.schema import Document
from tests import sample
from tests.cli.conftest import CommandLine, claimx

__all__ = ["claimx"]

LINES = (sample.document().model_dump_json() + "\n").encode() * 2
PACKED = {"a.jsonl.gz": gzip.compress(LINES), "b.jsonl.zst": zstandard.ZstdCompressor().compress(LINES)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in PACKED.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_a_folder_holds_them(folder: Path) -> None:
    (folder / "c.txt.gz").write_bytes(gzip.compress(b"no results"))
    assert [Path(name).name for name in result_files([str(folder)])] == list(PACKED)


@pytest.mark.parametrize("name", PACKED)
def test_they_are_unpacked(folder: Path, name: str) -> None:
    assert [type(result) for result in read_all([str(folder / name)])] == [Document, Document]


def test_one_that_is_cut_off_is_named(folder: Path) -> None:
    (folder / "a.jsonl.gz").write_bytes(PACKED["a.jsonl.gz"][:-40])
    last = list(read_all([str(folder / "a.jsonl.gz")]))[-1]
    assert isinstance(last, Failure)
    assert last.source.endswith("a.jsonl.gz")


@pytest.mark.parametrize("command", ["convert", "validate", "stats", "show"])
@pytest.mark.parametrize("name", PACKED)
def test_every_command_takes_them(claimx: CommandLine, folder: Path, command: str, name: str) -> None:
    plain = folder / "plain.jsonl"
    plain.write_bytes(LINES)
    expected, found = claimx(command, str(plain)), claimx(command, str(folder / name))
    assert found.exit_code == expected.exit_code
    assert found.stdout.replace(name, "plain.jsonl") == expected.stdout
    assert "Traceback" not in found.stderr
