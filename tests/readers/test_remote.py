"""Addresses are read by fsspec; here its file system in memory stands for an object store."""

from collections.abc import Iterator

import fsspec
import pytest

from claimx.cli.sources import Sources
from claimx.errors import Failure
from claimx.readers.read import read_all
from claimx.render import json
from tests.sample import document


@pytest.fixture(autouse=True)
def store() -> Iterator[None]:
    files = fsspec.filesystem("memory")
    files.pipe({"/news/b.txt": b"Second.", "/news/a.jsonl": b'{"text": "First."}\n', "/news/c.png": b"\x89PNG"})
    yield
    files.rm("/news", recursive=True)


@pytest.mark.parametrize(
    ("address", "sources"),
    [
        ("memory://news/b.txt", ["memory:///news/b.txt"]),
        # a folder: what can be read, sorted
        ("memory://news", ["memory:///news/a.jsonl#1", "memory:///news/b.txt"]),
        # a pattern
        ("memory://news/*.jsonl", ["memory:///news/a.jsonl#1"]),
    ],
)
def test_addresses(address: str, sources: list[str]) -> None:
    found = list(read_all([address], text_key="text").articles)
    assert [item.source for item in found] == sources
    assert not any(isinstance(item, Failure) for item in found)


def test_a_remote_name_with_the_signs_of_a_pattern_is_that_file() -> None:
    fsspec.filesystem("memory").pipe("/news/odd/a[1].txt", b"Third.")
    for address in ("memory://news/odd", "memory://news/odd/a[1].txt"):
        [item] = read_all([address], text_key="text").articles
        assert item.source == "memory:///news/odd/a[1].txt"


@pytest.mark.parametrize(
    ("address", "ids", "code"),
    [
        # articles, one by name and all of a folder
        ("memory://news/b.txt", ["memory:///news/b.txt"], 0),
        ("memory://news", ["memory:///news/a.jsonl#1", "memory:///news/b.txt"], 0),
        # a result of claimx
        ("memory://found/a.jsonl", [document().document.id], 0),
        # nothing there
        ("memory://nowhere/a.txt", [], 3),
    ],
)
def test_show_and_report_read_them_too(address: str, ids: list[str], code: int) -> None:
    fsspec.filesystem("memory").pipe("/found/a.jsonl", json.line(document()).encode())
    sources = Sources([address], "text")
    assert [one.document.id for one in sources] == ids
    assert sources.exit_code == code


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        # nothing there
        ("memory://nowhere/a.txt", "missing"),
        # no such kind of address
        ("gopher7://news/a.txt", "unsupported"),
    ],
)
def test_what_cannot_be_read(address: str, reason: str) -> None:
    [failure] = read_all([address], text_key="text").articles
    assert isinstance(failure, Failure)
    assert failure.reason == reason
