"""Every format is read, from files made here; what cannot be read is a failure with a reason, and no more."""

import bz2
import gzip
import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
import zstandard
from fpdf import FPDF

from claimx.errors import Failure
from claimx.readers import language
from claimx.readers.article import Article, Reading
from claimx.readers.formats import InputFormat
from claimx.readers.read import read_all

FIRST = "Port director Ana Ruiz said on Thursday that the strike may idle about 1,500 workers before the weekend."
SECOND = "“We are not in a fight with our own people,” she said. The union rejected that account of the talks."
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Port may close</title>
<meta name="author" content="Ida Crane"><meta property="article:published_time" content="2026-03-12T08:00:00Z">
</head><body><nav>Home | Sport</nav><article><h1>Port may close</h1><p>{FIRST}</p><p>{SECOND}</p></article>
<footer>All rights reserved</footer></body></html>"""


def word() -> bytes:
    document = docx.Document()
    for paragraph in (FIRST, SECOND):
        document.add_paragraph(paragraph)
    document.core_properties.title = "Port may close"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def printed() -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=11)
    pdf.multi_cell(0, 6, f"{FIRST}\n\nIt was a misun-\nderstanding, she said.")
    return bytes(pdf.output())


def letter() -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "Port may close", "Ida Crane <ida@example.org>"
    message["Date"], message["Message-ID"] = "Thu, 12 Mar 2026 08:00:00 +0000", "<1@example.org>"
    message.set_content(f"{FIRST}\n\n{SECOND}\n")
    message.add_alternative(PAGE, subtype="html")
    return message.as_bytes()


def feed() -> bytes:
    items = "".join(
        f"<item><title>Item {i}</title><link>https://example.org/{i}</link><guid>{i}</guid>"
        f"<pubDate>Thu, 12 Mar 2026 08:00:00 GMT</pubDate><description>&lt;p&gt;{text}&lt;/p&gt;</description></item>"
        for i, text in enumerate((FIRST, SECOND))
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>{items}</channel></rss>'.encode()


def archive() -> bytes:
    def record(kind: str, mime: str, body: bytes) -> bytes:
        http = b"HTTP/1.1 200 OK\r\nContent-Type: " + mime.encode() + b"\r\n\r\n" + body
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{len(http)}>\r\n"
            f"WARC-Target-URI: https://example.org/{len(http)}\r\nWARC-Date: 2026-03-12T08:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        return head.encode() + http + b"\r\n\r\n"

    return (
        record("response", "text/html; charset=utf-8", PAGE.encode())
        + record("response", "image/png", b"\x89PNG")
        + record("response", "text/html", b"<html><body></body></html>")
    )


EXPORT = f"""                               1 of 2 DOCUMENTS

                              The Calder Courier

                              March 12, 2026

HEADLINE: Port may close

BYLINE: Ida Crane

LENGTH: 40 words

{FIRST}

LOAD-DATE: March 13, 2026

                               2 of 2 DOCUMENTS

                              The Calder Courier

                              March 14, 2026

HEADLINE: Union says no

LENGTH: 30 words

{SECOND}

LOAD-DATE: March 15, 2026
"""
TABLE = f'id;date;text\n7;2026-03-12;"{FIRST}"\n8;;"{SECOND}"\n9;;\n'
RECORDS = [{"title": "Port may close", "text": FIRST, "date": "2026-03-12"}, {"text": SECOND}]


def read(name: str, data: bytes, input_format: InputFormat | None = None) -> list[Reading]:
    Path(name).write_bytes(data)
    return list(read_all([name], text_key="text", input_format=input_format).articles)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("packed", ["", ".gz", ".zst"])
@pytest.mark.parametrize(
    ("name", "data", "count", "title", "published"),
    [
        ("a.html", PAGE.encode(), 1, "Port may close", "2026-03-12"),
        ("a.docx", word(), 1, "Port may close", None),
        ("a.pdf", printed(), 1, None, None),
        ("a.eml", letter(), 1, "Port may close", "2026-03-12"),
        ("a.rss", feed(), 2, "Item 0", "2026-03-12"),
        ("a.warc", archive(), 1, "Port may close", "2026-03-12"),
        ("a.txt", EXPORT.encode(), 2, "Port may close", "2026-03-12"),
        ("a.csv", TABLE.encode(), 2, None, "2026-03-12"),
        ("a.json", json.dumps(RECORDS).encode(), 2, "Port may close", "2026-03-12"),
        ("a.json", json.dumps(RECORDS[0], indent=1).encode(), 1, "Port may close", "2026-03-12"),
    ],
)
def test_formats(name: str, data: bytes, count: int, title: str | None, published: str | None, packed: str) -> None:
    whole = {"": data, ".gz": gzip.compress(data), ".zst": zstandard.ZstdCompressor().compress(data)}[packed]
    found = [item for item in read(name + packed, whole) if isinstance(item, Article)]
    assert len(found) == count
    first = found[0]
    assert FIRST in first.text.replace("\n", " ")
    assert first.title == title
    assert first.published == published or name.endswith((".pdf", ".docx"))
    assert "rights reserved" not in first.text
    assert len({article.id for article in found}) == count


@pytest.mark.parametrize(
    ("data", "stated"),
    [
        # by how it begins, where the name says nothing
        (PAGE.encode(), None),
        (printed(), None),
        (word(), None),
        (archive(), None),
        (feed(), None),
        (gzip.compress(PAGE.encode()), None),
        (json.dumps(RECORDS[0], indent=1).encode(), None),
        # as stated
        (letter(), "eml"),
        (TABLE.encode(), "csv"),
    ],
)
def test_without_a_suffix(data: bytes, stated: InputFormat | None) -> None:
    found = read("a", data, stated)
    assert isinstance(found[0], Article)
    assert FIRST in found[0].text.replace("\n", " ")


def test_hyphens_at_line_ends_of_a_page_are_mended() -> None:
    found = read("a.pdf", printed())
    assert isinstance(found[0], Article)
    assert "a misunderstanding, she" in found[0].text


def test_a_text_file_that_holds_a_page_is_said_and_not_guessed() -> None:
    found = read("a.txt", PAGE.encode())
    assert isinstance(found[0], Article)
    assert found[0].text == PAGE
    assert [remark.code for remark in found[0].remarks] == ["holds_html"]


def test_rows_and_items_without_text_are_named() -> None:
    failures = [item for item in read("a.csv", TABLE.encode()) if isinstance(item, Failure)]
    assert [(f.source, f.reason) for f in failures] == [("a.csv#3", "empty")]
    failures = [item for item in read("a.warc", archive()) if isinstance(item, Failure)]
    assert [f.reason for f in failures] == ["empty"]


BILLION = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><rss>&b;</rss>'


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b" " * 60_000_000)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        # bombs: they unpack to far more than their size
        ("a.txt.gz", gzip.compress(b"a " * 30_000_000), "too_large"),
        ("a.txt.zst", zstandard.ZstdCompressor().compress(b"a " * 30_000_000), "too_large"),
        ("a.docx", bomb(), "too_large"),
        # a page of more than 50 MB
        ("a.html", b"<p>" + b"x " * 26_000_000, "too_large"),
        # entities that expand
        ("a.rss", BILLION.encode(), "damaged"),
        # cut off, or not what the name says
        ("a.txt.gz", gzip.compress(FIRST.encode() * 50)[:60], "damaged"),
        ("a.pdf", b"%PDF-1.7 nonsense", "damaged"),
        ("a.docx", b"PK\x03\x04 nonsense", "damaged"),
        ("a.docx", bz2.compress(b"x"), "damaged"),
        ("a.warc", b"nonsense", "damaged"),
        ("a.json", b'{"text": "a"', "damaged"),
        ("a.rss", b"nonsense", "empty"),
        ("a.eml", b"Subject: x\n\n", "empty"),
        # nothing to read on the page
        ("a.html", b"<html><body></body></html>", "empty"),
        # no text, but zero bytes
        ("a.txt", b"a\0b", "binary"),
        ("a.html", b"<html>\0</html>", "binary"),
    ],
)
def test_hostile_and_broken_files_are_failures(name: str, data: bytes, reason: str) -> None:
    found = read(name, data)
    assert len(found) == 1
    assert isinstance(found[0], Failure)
    assert found[0].reason == reason


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        # one article, or one line or cell of many
        ("a.txt", FIRST.encode(), "max_article_bytes"),
        ("a.jsonl", json.dumps({"text": FIRST}).encode(), "max_article_bytes"),
        ("a.csv", f"text\n{FIRST}\n".encode(), "max_article_bytes"),
        # web pages have a limit of their own
        ("a.html", PAGE.encode(), "max_page_bytes"),
        # bombs
        ("a.txt.gz", gzip.compress(b"a " * 30_000_000), "max_unpacking_ratio"),
    ],
)
def test_what_is_too_large_names_the_setting_that_allows_it(
    name: str, data: bytes, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("MAX_ARTICLE_BYTES", "MAX_PAGE_BYTES"):
        monkeypatch.setenv(f"CLAIMX_{limit}", "90" if not name.endswith(".gz") else "90000000")
    [failure] = read(name, data)
    assert isinstance(failure, Failure)
    assert failure.reason == "too_large"
    assert failure.error.endswith(f"raise {key} in claimx.toml")


def test_deeply_nested_pages_end_in_bounded_time() -> None:
    found = read("a.html", (f"<html><body>{'<div>' * 30_000}<p>{FIRST}</p>").encode())
    assert len(found) == 1


def test_names_in_an_archive_write_nothing(tmp_path: Path) -> None:
    stream = io.BytesIO(word())
    with zipfile.ZipFile(stream, "a") as file:
        file.writestr("../../evil.txt", "x")
    before = {path.name for path in tmp_path.parent.iterdir()}
    assert isinstance(read("a.docx", stream.getvalue())[0], Article)
    assert {path.name for path in tmp_path.iterdir()} == {"a.docx"}
    assert {path.name for path in tmp_path.parent.iterdir()} == before


GERMAN = "Der Hafen könnte am Freitag schließen, sagte die Direktorin am Donnerstag. Die Gewerkschaft wies das ab. " * 3
FRENCH = "Le port pourrait fermer vendredi, a déclaré jeudi sa directrice. Le syndicat a rejeté ces propos. " * 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GERMAN, "de"),
        (FRENCH, "fr"),
        (f"{FIRST} {SECOND}", "en"),
        # too short to tell
        ("Nein.", "en"),
        ("", "en"),
        # figures and names only
        ("Calder 2, Oban 1\nTarn 0, Vale 3\n", "en"),
        # headlines without small words
        ("Port Strike Idles Ships, Union Rejects Offer, Ruiz Warns Calder Shippers, Talks Resume Monday Morning", "en"),
    ],
)
def test_language(text: str, code: str) -> None:
    assert language.language_of(text) == code


def test_other_languages_are_skipped_unless_forced() -> None:
    Path("a.txt").write_text(GERMAN, encoding="utf-8")
    [skipped] = read_all(["a.txt"], text_key="text").articles
    assert isinstance(skipped, Failure)
    assert (skipped.reason, skipped.skipped) == ("language", True)
    [forced] = read_all(["a.txt"], text_key="text", force=True).articles
    assert isinstance(forced, Article)
    assert (forced.language, [remark.code for remark in forced.remarks]) == ("de", ["not_english"])


def test_a_missing_library_is_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    [failure] = read("a.pdf", printed())
    assert isinstance(failure, Failure)
    assert failure.reason == "unsupported"
    assert "pip install 'claimx[pdf]'" in failure.error
