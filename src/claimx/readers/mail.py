"""E-mail (.eml): the plain part, else the HTML part; subject, sender and date."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from claimx.errors import InputError
from claimx.readers import html
from claimx.readers.article import Article, iso_date
from claimx.readers.text import legible


def read(data: bytes, source: str) -> Article:
    """The article in a message; raises InputError where it has no text."""
    message = message_from_bytes(data, _class=EmailMessage, policy=default)
    part = message.get_body(("plain", "html"))
    body = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(body, bytes) or not body.strip():
        raise InputError(source, "empty", "the message has no text", "save the whole message")
    text, remarks = legible(body, source, part.get_content_charset())
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
