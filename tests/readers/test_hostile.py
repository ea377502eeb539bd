"""Inputs made to cost much: a failure with its reason or an article, in bounded time and memory."""

import io
import time
import zipfile
from pathlib import Path

import pytest

from claimx.errors import Failure
from claimx.readers.language import language_of
from claimx.readers.read import read_all

MANY = 100_000
SECONDS = 3  # each takes less than 0.5; what is quadratic takes minutes


def reasons(path: Path) -> list[str]:
    found = read_all([str(path)], text_key="text").articles
    return [item.reason if isinstance(item, Failure) else "article" for item in found]


def feed(text: str) -> str:
    return f'<rss version="2.0"><channel><item><description>{text}</description></item></channel></rss>'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        # tags that are never closed, space that never ends in a line end
        ("a.rss", feed("&lt;" * MANY)),
        ("a.rss", feed("&lt;p" * MANY)),
        ("a.rss", feed("x" + " " * MANY + "y")),
        # lines that nearly part the articles of an export
        ("a.txt", " " * MANY + "x"),
        ("a.txt", "Document AA" + "1" * MANY),
        ("a.txt", "Document " + "A" * MANY),
        ("a.txt", "1 of 2 DOCUMENTS\n" + " " * MANY + "x y z w"),
    ],
)
def test_time_is_bounded(name: str, data: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(data)
    start = time.perf_counter()
    assert reasons(path) == ["article"]
    assert time.perf_counter() - start < SECONDS


def test_a_line_that_is_too_long_is_named_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMX_MAX_ARTICLE_BYTES", "100")
    path = tmp_path / "a.jsonl"
    for length in (90, 91, 250, 291):
        path.write_text('{"text":"' + "a" * length + '"}\n{"text":"b"}\n')
        whole = length + len('{"text":""}\n') <= 100
        assert reasons(path) == ["article" if whole else "too_large", "article"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_a_feed_are_refused_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.rss"
    head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    path.write_bytes((head + feed("&b;")).encode(encoding))
    assert reasons(path) == ["damaged"]


def test_all_that_a_word_file_unpacks_to_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMX_MAX_ARTICLE_BYTES", "10000")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../word/media/picture.bin", bytes(20_000))
    path = tmp_path / "a.docx"
    path.write_bytes(data.getvalue())
    assert reasons(path) == ["too_large"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # another script needs no certainty
        (
            "市议会周二表示，由于在两根桥墩上发现裂缝，旧桥将关闭维修。市长说，工程将持续到明年三月，公交车将绕行，居民可以乘坐免费渡轮过河，费用由市政府承担。",
            "zh",
        ),
        ("أعلن مجلس المدينة يوم الثلاثاء أن الجسر القديم سيغلق للإصلاح بسبب العثور على شقوق في اثنين من أعمدته", "ar"),
        # a list of names is no language
        ("Anna Berg, Tom Ashby, Lena Ortiz, Paul Nkosi, Mia Rossi, Jan Novak, Eva Lind, Omar Haddad", "en"),
    ],
)
def test_scripts(text: str, code: str) -> None:
    assert language_of(text) == code
