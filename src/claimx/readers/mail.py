"""E-mail (.eml): the plain part, else the HTML part; subject, sender and date.

Python's parser of header fields takes quadratic time over a long one and raises whatever it likes at a malformed one:
a field is cut first, and one that cannot be parsed is empty.
"""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr
from typing import Any, cast

from claimx.errors import InputError
from claimx.readers import html
from claimx.readers.article import Article, iso_date
from claimx.readers.text import legible

LONGEST_FIELD = 2000  # characters


class Lenient(EmailPolicy):
    """The default policy, with fields that cost little and never raise."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """The field, parsed."""
        try:
            return super().header_fetch_parse(name, value[:LONGEST_FIELD])
        except Exception:  # IndexError, RecursionError, AttributeError …, each of them reported to Python
            return super().header_fetch_parse(name, "")


def read(data: bytes, source: str) -> Article:
    """The article in a message; raises InputError where it has no text."""
    message = cast(EmailMessage, message_from_bytes(data, policy=Lenient()))
    part = message.get_body(("plain", "html"))
    body = part.get_payload(decode=True) if part else None
    text, remarks = legible(body, source, part.get_content_charset()) if part and isinstance(body, bytes) else ("", ())
    if part is None or not text.strip():
        raise InputError(source, "empty", "the message has no text", "save the whole message")
    if part.get_content_subtype() == "html":
        text = html.read_page(text, source).text
    sender = str(message.get("from", ""))
    return Article(
        id=str(message.get("message-id", "")).strip("<> ") or source,
        source=source,
        text=text.replace("\r\n", "\n"),
        title=str(message.get("subject", "")).strip() or None,
        author=parseaddr(sender)[0] or sender or None,
        published=iso_date(str(message.get("date", ""))),
        remarks=remarks,
    )
