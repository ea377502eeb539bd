"""JSON Lines: keys, bad lines, encodings."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.errors import Failure
from claimx.readers.article import Article
from claimx.readers.jsonlines import read, read_line


def lines(*records: object) -> list[bytes]:
    return [json.dumps(record).encode() + b"\n" for record in records]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        # only the text: the line is the id
        ({}, {"id": "a.jsonl#1"}),
        # every key
        (
            {"id": "x1", "title": "T", "date": "2026-03-12", "url": "https://e.org", "author": "A. Bee"},
            {
                "id": "x1", "title": "T", "published": "2026-03-12", "url": "https://e.org",
                "author": "A. Bee",
            },
        ),
        # other names of the same
        (
            {"publish_date": "2026-03-12 00:00:00", "source": "http://e.org", "authors": ["A. Bee", "C. D."]},
            {"published": "2026-03-12", "url": "http://e.org", "author": "A. Bee, C. D."},
        ),
        # numbers are ids, zero too
        ({"id": 0}, {"id": "0"}),
        # what is not usable is null: a bad date, a source that is no address, no authors, an empty title
        (
            {"id": None, "date": "soon", "source": "Daily Post", "authors": [], "title": " "},
            {"id": "a.jsonl#1"},
        ),
        ({"id": "", "date": 3, "url": 4, "author": {"name": "A"}, "title": ["T"]}, {"id": "a.jsonl#1"}),
        # a bad date does not hide a good one
        ({"date": "soon", "published": "2026-03-12"}, {"published": "2026-03-12"}),
        # other keys are ignored
        ({"language": "en", "tags": []}, {}),
    ],
)  # fmt: skip
def test_keys(record: dict[str, Any], expected: dict[str, Any]) -> None:
    article = Article(**{"id": "a.jsonl#1", "source": "a.jsonl#1", "text": "Hi.", **expected})
    assert list(read(lines({"text": "Hi.", **record}), "a.jsonl", "text")) == [article]


@pytest.mark.parametrize(
    ("line", "reason", "part"),
    [
        (b'{"text": "a"', "bad_line", "not JSON"),
        (b"plain words", "bad_line", "jq -c ."),
        (b'["text"]', "bad_line", "not a JSON object"),
        (b"3", "bad_line", "not a JSON object"),
        (b"[" * 100_000, "bad_line", "not JSON"),
        (b"9" * 5_000, "bad_line", "not JSON"),
        # the message names the keys that are there
        (b'{"body": "a"}', "bad_line", "'text' is missing; name the key with --text-key (it has 'body')"),
        (b"{}", "bad_line", "it has none"),
        (b'{"text": 3}', "bad_line", "'text' is no string"),
        (b'{"text": " \\n"}', "empty", "holds no text"),
        (b'{"text": "caf\xe9"}', "undecodable", "byte 0xe9 at offset 13"),
        (b'{"text": "\0"}', "binary", "zero byte"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(line: bytes, reason: str, part: str) -> None:
    first, bad, last = read([b'{"text": "a"}\n', line + b"\n", b'{"text": "b"}'], "a.jsonl", "text")
    assert isinstance(first, Article)
    assert isinstance(bad, Failure)
    assert isinstance(last, Article)
    assert (bad.source, bad.id, bad.reason) == ("a.jsonl#2", "a.jsonl#2", reason)
    assert part in bad.error
    assert last.source == "a.jsonl#3"


def test_text_key() -> None:
    assert [article.id for article in read(lines({"body": "a"}), "-", "body")] == ["-#1"]


def test_empty_lines_are_no_articles_but_count() -> None:
    found = list(read([b"\n", b'{"text": "a"}\r\n', b"  \n", b'{"text": "b"}'], "a.jsonl", "text"))
    assert [article.source for article in found] == ["a.jsonl#2", "a.jsonl#4"]


@pytest.mark.parametrize("data", [[], [b"\n", b" \n"]])
def test_no_lines_at_all(data: list[bytes]) -> None:
    (failure,) = read(data, "a.jsonl", "text")
    assert isinstance(failure, Failure)
    assert failure.reason == "empty"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(encoding: str) -> None:
    # U+0A0D and U+0D0A hold the bytes of line ends
    data = '{"text": "é\u0a0d\u0d0a"}\n{"text": "b"}\n'.encode(encoding)
    found = list(read(data.splitlines(keepends=True), "a.jsonl", "text"))
    assert [article.text for article in found if isinstance(article, Article)] == ["é\u0a0d\u0d0a", "b"]


def test_broken_utf16_is_one_failure() -> None:
    (failure,) = read(['{"text": "a"}'.encode("utf-16") + b"\0"], "a.jsonl", "text")
    assert isinstance(failure, Failure)
    assert failure.reason == "undecodable"


def test_text_is_kept_and_broken_surrogates_are_replaced_one_for_one() -> None:
    line = rb'{"text": "\ufeffa\r\n\ud83d\ude00 \ud83d x \ude00"}'
    article = read_line(line, "-", "text")
    assert isinstance(article, Article)
    assert article.text == "\ufeffa\r\n😀 \ufffd x \ufffd"


@given(st.lists(st.binary(max_size=40)))
def test_any_lines_are_articles_or_failures(data: list[bytes]) -> None:
    assert all(isinstance(item, Article | Failure) for item in read(data, "-", "text"))
