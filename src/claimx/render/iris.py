"""Names for texts and records that hold everywhere (IRIs), and file names for any id."""

import base64
import hashlib
from urllib.parse import quote

from claimx.schema import ArticleInfo

LONGEST_NAME = 200


def text_iri(article: ArticleInfo) -> str:
    """The text of the article, named by its hash (``ni:`` of RFC 6920)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(article.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def record_iri(article: ArticleInfo, id: str) -> str:
    """A record of the article, or a part of one: ``record_iri(article, "q1")``."""
    return f"{text_iri(article)}#{id}"


def file_name(id: str) -> str:
    """A file name for an id, without suffix; different ids have different names on any usual system.

    Everything but ASCII letters, digits and ``_ - .`` is percent-encoded, and a dot in front as well. A very long
    name ends in a hash instead of its tail.
    """
    name = quote(id, safe="")
    if name.startswith("."):
        name = "%2E" + name[1:]
    if len(name) <= LONGEST_NAME:
        return name
    return name[: LONGEST_NAME - 17] + "-" + hashlib.sha256(id.encode()).hexdigest()[:16]
