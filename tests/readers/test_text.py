"""Bytes → text: exactly what they spell, or a failure that says where and what to do."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.errors import Failure
from claimx.readers.article import Article, iso_date
from claimx.readers.text import read

ODD = "“Ja,” she said.\r\nNo\u00a0break, zero\u200bwidth, e\u0301, 👩‍🚒.\rEnd\ufeff\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        # line ends, no-break and zero-width characters, emoji stay
        (ODD.encode(), ODD),
        # the byte order mark goes, whatever the encoding
        (codecs.BOM_UTF8 + ODD.encode(), ODD),
        (codecs.BOM_UTF16_LE + ODD.encode("utf-16-le"), ODD),
        (codecs.BOM_UTF16_BE + ODD.encode("utf-16-be"), ODD),
        (codecs.BOM_UTF32_LE + ODD.encode("utf-32-le"), ODD),
        # only the first mark is one
        (codecs.BOM_UTF8 * 2 + b"a", "\ufeffa"),
        # white space around the text is text
        (b"\n\n a \n", "\n\n a \n"),
    ],
)
def test_text_is_what_the_bytes_spell(data: bytes, text: str) -> None:
    assert read(data, "a.txt") == Article(id="a.txt", source="a.txt", text=text)


def test_an_encoding_that_is_guessed_is_said() -> None:
    article = read("“It’s a café,” Ana Ruiz said on Friday. Nobody else spoke.".encode("cp1252"), "a.txt")
    assert isinstance(article, Article)
    assert article.text.startswith("“It’s a café,” Ana")
    assert [remark.code for remark in article.remarks] == ["guessed_encoding"]


@pytest.mark.parametrize(
    ("data", "reason", "parts"),
    [
        # no encoding of English has the byte after "caf"
        (b"caf\x81 \x8d au \x9d lait", "undecodable", ["byte 0x81 at offset 3 is not UTF-8", "iconv -f WINDOWS-1252"]),
        # offsets count the byte order mark
        (codecs.BOM_UTF8 + b"\xff", "undecodable", ["byte 0xff at offset 3"]),
        # UTF-16 cut in the middle of a character
        (codecs.BOM_UTF16_LE + b"a\0b", "undecodable", ["byte 0x62 at offset 4 is not UTF-16-LE"]),
        # a picture
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary", ["zero byte at offset 8"]),
        # UTF-16 without its mark
        ("ab".encode("utf-16-le"), "binary", ["zero byte at offset 1", "iconv -f UTF-16LE"]),
        # nothing, and nothing but white space
        (b"", "empty", ["no text"]),
        (codecs.BOM_UTF8, "empty", ["no text"]),
        (" \r\n\u00a0".encode(), "empty", ["no text"]),
    ],
)
def test_failures_say_what_is_wrong(data: bytes, reason: str, parts: list[str]) -> None:
    failure = read(data, "a.txt")
    assert isinstance(failure, Failure)
    assert (failure.source, failure.id, failure.reason) == ("a.txt", "a.txt", reason)
    assert [part for part in parts if part not in failure.error] == []


@given(st.binary())
def test_any_bytes_are_text_or_a_failure(data: bytes) -> None:
    assert isinstance(read(data, "-"), Article | Failure)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2026-03-12", "2026-03-12"),
        ("20260312", "2026-03-12"),
        (" 2026-03-12 10:00:00 ", "2026-03-12"),
        # the day as written, not the day in UTC
        ("2026-03-12T23:30:00-05:00", "2026-03-12"),
        ("2026-03-12T08:00:00.123Z", "2026-03-12"),
        # feeds and e-mail
        ("Thu, 12 Mar 2026 08:00:00 GMT", "2026-03-12"),
        ("12 Mar 2026 08:00 +0100", "2026-03-12"),
        # no day, no such day, not a date, not a string
        ("2026-03", None),
        ("2026-02-30", None),
        ("yesterday", None),
        ("", None),
        (1773300000, None),
        (None, None),
    ],
)
def test_iso_date(written: object, date: str | None) -> None:
    assert iso_date(written) == date


@given(st.text())
def test_iso_date_takes_anything(written: str) -> None:
    assert iso_date(written) is None or len(str(iso_date(written))) == 10
