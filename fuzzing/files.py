"""Small files of every format that is read, some of them a little hostile: what the fuzzer begins with."""

import io
import zipfile
from datetime import UTC, datetime

from fpdf import FPDF


def sound() -> dict[str, list[bytes]]:
    """Small files, by the names that tell their formats; the last must be told by its first bytes."""
    article = b'{"text": "The ferry sails, she said.", "id": 3, "date": "2026-03-12", "author": ["A", "B"]}'
    page = (
        b'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Ferry</title><meta name="author" content="Ana">'
        b'<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry \\ud83d", "datePublished": '
        b'"2026-03-12", "author": {"name": "Ana"}}</script></head><body><article><h1>Ferry</h1><p>'
        + b"The ferry sails at noon, the captain said on Tuesday. " * 6
        + b"</p><p>&#xD800;&amp;&nbsp;</p></article></body></html>"
    )
    return {
        "a.txt": [
            b"The ferry sails.\r\n\r\nShe said so.", b"\xef\xbb\xbfFerry", "Ferry \u201c".encode("cp1252") * 9,
            "Ferry".encode("utf-16"), b"1 of 2 DOCUMENTS\n\nFerry\n\nBYLINE: Ana\n\nLENGTH: 3 words\n\nThe ferry"
            b" sails\n\nLOAD-DATE: March 12, 2026\n\n2 of 2 DOCUMENTS\n\nMore of it\n",
            "市议会周二表示桥墩裂缝".encode() * 9,
        ],
        "a.html": [page, page.replace(b"utf-8", b"utf-7"), b"<html><body>" + b"<div>" * 300],
        "a.json": [article, b"[" + article + b", {}, 3]", b"[" * 500, b'{"text": 1e999, "id": -1}'],
        "a.jsonl": [
            article + b"\n" + article, b'{"text": "\\ud800 \\u0000", "date": "Thu, 12 Mar 2026 08:00:00 +0100"}\n{"a',
            b'{"text":"a","date":"Thu, 12 Mar 99999999999 08:00 GMT"}\n', article.decode().encode("utf-16"),
        ],
        "a.csv": [b'text,id,date\n"The ferry, she said",1,2026-03-12\n\n"a\nb",2\n', b"\xef\xbb\xbftext;id\na;1\n"],
        "a.pdf": [pdf()],
        "a.docx": [docx()],
        "a.eml": [mail(), mail().replace(b"utf-8", b"unicode_escape"), mail().replace(b"plain", b"html")],
        "a.rss": [
            b'<?xml version="1.0"?><rss version="2.0"><channel><item><title>F &#xD800;</title><link>http://a.b/</link>'
            b"<description>&lt;p&gt;The ferry &amp;amp; sails&lt;/p&gt;</description>"
            b"<pubDate>Thu, 12 Mar 2026 08:00 GMT</pubDate><guid>1</guid></item></channel></rss>",
            b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><updated>2026-03-12T08:00:00Z</updated>'
            b"<content type='html'>&lt;br&gt;The ferry</content><author><name>Ana</name></author></entry></feed>",
        ],
        "a.warc": [warc(page)],
        "a": [b"%PDF-1.4\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"],
    }  # fmt: skip


def pdf(pages: int = 1, packed: bool = False) -> bytes:
    """Some pages."""
    document = FPDF()
    document.set_compression(packed)
    document.set_creation_date(datetime(2026, 3, 12, tzinfo=UTC))
    document.set_title("Ferry")
    document.set_font("Helvetica", size=12)
    for _ in range(pages):
        document.add_page()
        document.multi_cell(0, 6, "The ferry sails at noon, she said. It is a long-\nish ferry.")
    return bytes(document.output())


def docx() -> bytes:
    """The parts that python-docx asks for, and no more."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{relation}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>The ferry sails.</w:t></w:r></w:p></w:body></w:document>",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


def mail() -> bytes:
    """A message with two parts."""
    return (
        b"From: Ana Ruiz <ana@a.example>\r\nSubject: =?utf-8?q?Ferry_=E2=80=9C?=\r\nMessage-ID: <1@a>\r\n"
        b"Date: Thu, 12 Mar 2026 08:00:00 +0100\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"The ferry sails \\ud800 +2AA- =E2=80=9C\r\n--b--\r\n"
    )


def warc(page: bytes, kind: bytes = b"text/html; charset=utf-8") -> bytes:
    """One response."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind + b"\r\n\r\n" + page
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: http://a.example/\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(body)
    )
    return head + body + b"\r\n\r\n"
