"""Files that broke the readers when they were fuzzed, made small: what is read of them, and how long it takes."""

import time
from pathlib import Path

import pytest

from claimx.errors import Failure
from claimx.readers.article import Article, Reading
from claimx.readers.read import read_all
from fuzzing.files import pdf, sound, warc
from fuzzing.invariants import check_reading

MAIL = b"From: %s\r\nSubject: %s\r\nMessage-ID: %s\r\nContent-Type: text/plain; charset=%s\r\n\r\n%s\r\n"
PAGE = b'<html><head><meta charset="%s"></head><body><article><p>' + b"The ferry sails at noon, she said. " * 9
ROWS = b"text,id\nok,1\n"

FINDS: list[tuple[str, bytes, list[str]]] = [
    # a year beyond C's integers; the line after it is read all the same
    ("a.jsonl", b'{"text":"a","date":"Thu, 12 Mar 99999999999 08:00 GMT"}\n{"text":"b"}\n', ["a", "b"]),
    # a byte order mark before the first key, as spreadsheets write it
    ("a.csv", b"\xef\xbb\xbf" + ROWS, ["ok"]),
    ("a.csv", ROWS.decode().encode("utf-16"), ["ok"]),
    # a cell and a line that are too long, and a byte of another encoding far behind: those after them are read
    ("a.csv", ROWS + b'"' + b"long" * 300 + b'",2\nb,3\n', ["ok", "too_large", "b"]),
    ("a.csv", ROWS + b'"' + b"long\n" * 300 + b'",2\nb,3\n', ["ok", "too_large", "b"]),
    ("a.csv", ROWS + b"a,b\n" * 20_000 + b"\xffbad,2\nc,3\n", ["ok", *"a" * 20_000, "undecodable", "c"]),
    # a table without a row, and a cell that is never closed
    ("a.csv", b"", ["empty"]),
    ("a.csv", b"text,id\n\n", ["empty"]),
    ("a.csv", ROWS + b'"' + b"a,2\n" * 400, ["ok", "too_large"]),
    # an archive without a page
    ("a.warc", warc(b"", kind=b"image/png"), ["empty"]),
    # a message of nothing but a no-break space
    ("a.eml", MAIL % (b"a", b"b", b"1", b"utf-8", b"\xc2\xa0"), ["empty"]),
    # pages that unpack to much: 200 of them may share what takes seconds to read
    ("a.pdf", pdf(pages=400, packed=True), ["too_large"]),
    ("a.pdf", pdf(pages=80, packed=True), ["The ferry"]),
    # encodings that are none, or of Python's own: the page is read as UTF-8
    ("a.html", PAGE % b"hex", ["The ferry"]),
    ("a.html", PAGE % b"undefined", ["The ferry"]),
    ("a.html", PAGE % b"punycode", ["The ferry"]),
    ("a.eml", MAIL % (b"a", b"b", b"1", b"unicode_escape", b"\\n"), ["\\n"]),
    # half of a surrogate pair, by encodings and escapes that can spell one
    ("a.eml", MAIL % (b"a", b"b", b"1", b"utf-7", b"x+2AA-"), ["x\ufffd"]),
    ("a.json", b'{"text": "x\\udc00", "id": "\\ud800"}', ["x\ufffd"]),
    # fields of a message that Python's parser fails at
    ("a.eml", MAIL % (b"(" * 5000, b"b", b"1", b"utf-8", b"x"), ["x"]),
    ("a.eml", MAIL % (b"a", b"b", b"<" * 9, b"utf-8", b"x"), ["x"]),
]

SLOW: list[tuple[str, bytes]] = [
    # fields whose parsing takes quadratic time
    ("a.eml", MAIL % (b"a@b," * 20_000, b"b", b"1", b"utf-8", b"x")),
    ("a.eml", MAIL % (b"a", b"b", b"1", b";a=" * 20_000, b"x")),
    # a transcript with every word in a tag of its own, with line breaks and without; links
    ("a.html", PAGE % b"utf-8" + b"<span>sails</span> " * 20_000),
    ("a.html", PAGE % b"utf-8" + b"<em>sails</em><br>" * 5_000),
    ("a.html", PAGE % b"utf-8" + b"<a href='/1'>sails</a>\n" * 20_000),
]


def read(path: Path, data: bytes) -> list[Reading]:
    path.write_bytes(data)
    found = list(read_all([str(path)], text_key="text", force=True).articles)
    for reading in found:
        check_reading(reading)
    return found


@pytest.mark.parametrize(("name", "data", "expected"), FINDS)
def test_finds(name: str, data: bytes, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMX_MAX_ARTICLE_BYTES", "1000" if name == "a.csv" else "100000")
    found = read(tmp_path / name, data)
    assert [
        r.reason if isinstance(r, Failure) else r.text.strip()[: len(e)] for r, e in zip(found, expected, strict=True)
    ] == expected


@pytest.mark.parametrize(("name", "data"), SLOW)
def test_what_was_slow(name: str, data: bytes, tmp_path: Path) -> None:
    start = time.process_time()
    assert isinstance(read(tmp_path / name, data)[0], Article)
    assert time.process_time() - start < 2  # 0.1 s each; it took a minute


@pytest.mark.parametrize(("name", "number"), [(name, k) for name, files in sound().items() for k in range(len(files))])
def test_files_cut_short_and_with_a_byte_changed(name: str, number: int, tmp_path: Path) -> None:
    data = sound()[name][number]
    for k in range(0, len(data), len(data) // 6 + 1):
        assert read(tmp_path / name, data[:k])
        assert read(tmp_path / name, data[:k] + bytes([data[k] ^ 0x81]) + data[k + 1 :])
