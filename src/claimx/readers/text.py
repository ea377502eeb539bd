"""Plain text and Markdown: bytes → one article, whose text is exactly what the bytes spell.

Line ends, no-break spaces, zero-width and combining characters stay as they are, because every offset of
the output points into this text. Only a byte order mark at the very start goes: it names the encoding.
"""

import codecs

from claimx.errors import Failure, InputError
from claimx.readers.article import Article, Reading, Remark

GUESSES = ["cp1252", "mac_roman"]  # what English is written in that is no Unicode
GUESSED_FROM = 100_000  # bytes that a guess looks at
PYTHONS_OWN = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
)  # no page is in these
# The mark of UTF-32-LE begins with that of UTF-16-LE, so it is tried first.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read(data: bytes, source: str) -> Reading:
    """The article in ``data``, or why there is none."""
    try:
        text, remarks = legible(data, source)
    except InputError as error:
        return Failure.of(error)
    if not text.strip():
        return Failure.of(InputError(source, "empty", "there is no text in it", "check that it was saved"))
    return Article(id=source, source=source, text=text, remarks=remarks)


def legible(data: bytes, source: str, declared: str | None = None) -> tuple[str, tuple[Remark, ...]]:
    """The text that ``data`` spells: by its byte order mark, as declared, in UTF-8, else in a guessed encoding.

    Raises:
        InputError: It is no text, or its encoding cannot be told.
    """
    if byte_order_mark(data)[0] or not declared or not _known(declared):
        encoding, remarks = encoding_of(data, source)
        return decode(data, source, encoding), remarks
    try:
        return data.decode(declared), ()
    except UnicodeError:
        return legible(data, source)


def encoding_of(data: bytes, source: str) -> tuple[str, tuple[Remark, ...]]:
    """The encoding of ``data``, which may be cut short, and a remark where it is a guess.

    Raises:
        InputError: It holds zero bytes, or no encoding fits.
    """
    mark, encoding = byte_order_mark(data)
    if mark or not _is_broken(data):
        return encoding, ()
    _refuse_zero(data, source)
    from charset_normalizer import from_bytes

    best = from_bytes(data[:GUESSED_FROM], cp_isolation=GUESSES).best()
    if best is None:
        return encoding, ()  # decoding it as UTF-8 names the first wrong byte
    what = f"its bytes are not UTF-8; it was read as {best.encoding.replace('_', '-')}, which is a guess"
    return best.encoding, (Remark("guessed_encoding", what),)


def decode(data: bytes, source: str, encoding: str | None = None) -> str:
    """The text that ``data`` spells in ``encoding``, by default UTF-8 or what its byte order mark names."""
    mark, stated = byte_order_mark(data)
    if not mark:
        _refuse_zero(data, source)
    try:
        return data[len(mark) :].decode(encoding or stated)
    except UnicodeDecodeError as error:
        offset = len(mark) + error.start
        raise InputError(
            source,
            "undecodable",
            f"byte 0x{data[offset]:02x} at offset {offset} is not {error.encoding.upper()}",
            "convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8",
        ) from error


def _refuse_zero(data: bytes, source: str) -> None:
    if b"\0" in data:
        raise InputError(
            source,
            "binary",
            f"not text: a zero byte at offset {data.index(0)}",
            "give plain text (UTF-16 needs its byte order mark: iconv -f UTF-16LE -t UTF-8)",
        )


def _is_broken(data: bytes) -> bool:
    """Whether ``data`` is not UTF-8; a character cut off at the end does not count."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.end < len(data)
    return False


def _known(encoding: str) -> bool:
    """Whether Python has the encoding, and it is one of texts: not "hex"."""
    try:
        b"a".decode(encoding)
        return codecs.lookup(encoding).name not in PYTHONS_OWN
    except (LookupError, ValueError):
        return False


def byte_order_mark(data: bytes) -> tuple[bytes, str]:
    """The byte order mark that ``data`` starts with (or none), and the encoding of what follows."""
    return next(((mark, name) for mark, name in MARKS if data.startswith(mark)), (b"", "utf-8"))
