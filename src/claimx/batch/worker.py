"""What runs in a worker process: articles come in through a pipe, lines of output go back."""

from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from typing import Any

from claimx.errors import Failure
from claimx.readers.article import Article
from claimx.schema import Document
from claimx.start import start_lightly
from claimx.trim import Trim


@dataclass(frozen=True, slots=True)
class Line:
    """One document as it is written, and what the summary counts."""

    data: bytes
    words: int
    quotes: int

    @classmethod
    def of(cls, document: Document) -> "Line":
        """The document on one line."""
        data = document.model_dump_json().encode() + b"\n"
        return cls(data, document.document.words, len(document.quotes))


Outcome = Line | Failure
READY = "ready"


def outcome(article: Article, nlp: Any, trim: Trim) -> Outcome:
    """The article's line, or why there is none; ``nlp`` is the pipeline. What caused a failure may not be sent."""
    from claimx.api import extract_articles

    with nlp.memory_zone():  # else the vocabulary grows with every new word
        result = next(extract_articles([article], nlp))
    return replace(result, cause=None) if isinstance(result, Failure) else Line.of(trim(result))


def late(article: Article, seconds: float) -> Failure:
    """The failure of an article that took longer than it may."""
    what = f"it took longer than {seconds:g} seconds; raise --timeout"
    return Failure(article.source, article.id, "timeout", what)


def work(pipe: Connection, trim: Trim) -> None:
    """Answer each article that comes through the pipe, until it is closed or whoever reads it was killed.

    The first message back is ``READY``, or the error that keeps the pipeline from being loaded.
    """
    with suppress(EOFError, BrokenPipeError):
        _answer(pipe, trim)


def _answer(pipe: Connection, trim: Trim) -> None:
    start_lightly()
    from claimx.api import load

    try:
        nlp = load()
    except Exception as error:
        pipe.send(f"{type(error).__name__}: {error}")
        return
    pipe.send(READY)
    while True:
        pipe.send(outcome(pipe.recv(), nlp, trim))
