"""Addresses are read by fsspec; here its file system in memory stands for an object store."""

from collections.abc import Iterator

import fsspec
import pytest

from claimx.errors import Failure
from claimx.readers.read import read_all


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
