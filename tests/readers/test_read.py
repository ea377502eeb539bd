"""Inputs → articles: which reader, and that nothing stops the others."""

import io
import sys
from pathlib import Path

import pytest

from claimx.errors import Failure
from claimx.readers.formats import InputFormat
from claimx.readers.read import read_all

LINE = b'{"text": "Hi."}\n'


@pytest.mark.parametrize(
    ("name", "data", "input_format", "several", "sources"),
    [
        # by suffix
        ("a.txt", b"Hi.", None, False, ["a.txt"]),
        ("a.txt", LINE, None, False, ["a.txt"]),
        ("a.jsonl", LINE * 2, None, True, ["a.jsonl#1", "a.jsonl#2"]),
        ("a.JSONL", LINE, None, True, ["a.JSONL#1"]),
        # by content, where the name says nothing
        ("a", b"Hi.", None, False, ["a"]),
        ("a", b"\n\n" + LINE, None, True, ["a#3"]),
        ("a", b"\xef\xbb\xbf" + LINE, None, True, ["a#1"]),
        ("a", LINE.decode().encode("utf-16"), None, True, ["a#1"]),
        ("a", b"{sic} he said", None, False, ["a"]),
        # as stated
        ("a.jsonl", LINE * 2, "txt", False, ["a.jsonl"]),
        ("a.txt", LINE * 2, "jsonl", True, ["a.txt#1", "a.txt#2"]),
        ("a.html", b"<p>Hi.</p>", "txt", False, ["a.html"]),
    ],
)
def test_reader_by_suffix_content_and_option(
    name: str,
    data: bytes,
    input_format: InputFormat | None,
    several: bool,
    sources: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(data)
    readings = read_all([name], text_key="text", input_format=input_format)
    assert readings.several is several
    assert [article.source for article in readings.articles] == sources


@pytest.mark.parametrize(
    ("data", "several", "sources"),
    [(b"Hi.\n", False, ["-"]), (LINE * 2, True, ["-#1", "-#2"]), (b'{"text": "H\n', True, ["-#1"])],
)
def test_standard_input(data: bytes, several: bool, sources: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    readings = read_all([], text_key="text")
    assert readings.several is several
    assert [article.source for article in readings.articles] == sources
    assert not sys.stdin.closed


def test_file_and_standard_input_give_the_same_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = "\r\n \ufeff “Hi,”\u2028 she said.\r\n\r\n".encode()
    (tmp_path / "a.txt").write_bytes(data)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (a,) = read_all([str(tmp_path / "a.txt")], text_key="text").articles
    (b,) = read_all(["-"], text_key="text").articles
    assert not isinstance(a, Failure)
    assert not isinstance(b, Failure)
    assert a.text == b.text == data.decode()


def test_what_cannot_be_read_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Hi.")
    Path("b.jsonl").write_bytes(LINE + b"{\n" + LINE)
    Path("c.epub").write_bytes(b"PK")
    Path("locked.txt").write_text("Hi.")
    refused = Path("locked.txt")
    opened = Path.open

    def refuse(self: Path, *arguments: str, **options: str) -> object:
        if self == refused:
            raise PermissionError(13, "Permission denied")
        return opened(self, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    arguments = ["nowhere.txt", "c.epub", "locked.txt", "b.jsonl", "nothing/*", "a.txt"]
    found = list(read_all(arguments, text_key="text").articles)
    assert [item.reason if isinstance(item, Failure) else item.source for item in found] == [
        "missing", "unsupported", "unreadable", "b.jsonl#1", "bad_line", "b.jsonl#3", "missing", "a.txt",
    ]  # fmt: skip
