"""The database: what is in it, written again, searched, refused."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from claimx.errors import UsageError
from claimx.render.sqlite import opened
from claimx.render.tables import RECORDS
from claimx.schema import Document
from tests.render.documents import all_sorts, awkward, empty
from tests.sample import document


def write(path: Path, documents: Iterable[Document]) -> None:
    with opened(path) as write:
        write(documents)


def ask(path: Path, question: str, *values: Any) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(question, values).fetchall()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "found.db"


def dump(path: Path) -> list[str]:
    """All that is in the file, but for the inner tables of the search: their pages depend on how they grew."""
    with closing(sqlite3.connect(path)) as database:
        return [line for line in database.iterdump() if "_fts_" not in line]


def test_every_record_is_there(path: Path) -> None:
    write(path, all_sorts())
    for table in RECORDS:
        expected = [(d.document.id, r.id, getattr(r, "text", None)) for d in all_sorts() for r in getattr(d, table)]
        text = "NULL" if table == "speakers" else "text"
        assert ask(path, f"SELECT document_id, id, {text} FROM {table} ORDER BY key") == expected
    assert ask(path, "SELECT id, text FROM documents") == [(d.document.id, d.document.text) for d in all_sorts()]


def test_columns_of_a_quote(path: Path) -> None:
    write(path, [awkward()])
    quote = awkward().quotes[0]
    columns = "cue, cue_start, cue_end, cue_lemma, source_start, speaker, confidence, content"
    ((*scalars, content),) = ask(path, f"SELECT {columns} FROM quotes WHERE id = 'q1'")
    assert quote.cue
    assert quote.source
    assert scalars == ["said", quote.cue.start, quote.cue.end, "say", quote.source.start, "s1", 0.9]
    assert json.loads(content) == [piece.model_dump() for piece in quote.content]


def test_references_hold(path: Path) -> None:
    write(path, all_sorts())
    assert ask(path, "PRAGMA foreign_key_check") == []
    tables = {row[2] for row in ask(path, "PRAGMA foreign_key_list(claims)")}
    assert tables == {"documents", "speakers", "quotes"}


def test_written_again_it_is_the_same(path: Path) -> None:
    write(path, all_sorts())
    before = dump(path)
    write(path, all_sorts())
    assert dump(path) == before


def test_a_new_run_replaces_the_records_of_its_documents(path: Path) -> None:
    write(path, [document(), awkward()])
    write(path, [empty("ferry")])
    assert ask(path, "SELECT DISTINCT document_id FROM quotes") == [(awkward().document.id,)]
    assert ask(path, "SELECT count(*) FROM documents") == [(2,)]
    assert ask(path, "SELECT count(*) FROM claims_fts WHERE claims_fts MATCH 'boats'") == [(0,)]


@pytest.mark.parametrize(
    ("table", "query", "expected"),
    [
        ("claims", "boat", ["c2", "c3"]),  # by stem
        ("claims", '"30 days"', ["c1"]),
        ("quotes", "sunk", ["q2"]),
        ("quotes", "source: harbour", ["q1"]),  # who is quoted
        ("claims", "harbour", []),
        ("quotes", "submarine", []),
    ],
)
def test_full_text_search(path: Path, table: str, query: str, expected: list[str]) -> None:
    write(path, [document()])
    found = f"SELECT id FROM {table} JOIN {table}_fts ON {table}_fts.rowid = key WHERE {table}_fts MATCH ? ORDER BY id"
    assert ask(path, found, query) == [(id,) for id in expected]


def test_views_name_speaker_and_article(path: Path) -> None:
    write(path, [document()])
    found = ask(path, "SELECT id, speaker_label, title, published FROM attributed_claims WHERE certainty = 'certain'")
    assert found == [("c2", "Harbour chief Ada Lund", "Ferry", "2026-03-12"), ("c3", None, "Ferry", "2026-03-12")]


def test_a_run_that_breaks_leaves_the_file_as_it_was(path: Path) -> None:
    def broken() -> Iterable[Document]:
        yield document()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write(path, broken())
    assert not path.exists()
    write(path, [awkward()])
    before = dump(path)
    with pytest.raises(ZeroDivisionError):
        write(path, broken())
    assert dump(path) == before


def test_what_is_no_database_of_claimx_is_refused(path: Path) -> None:
    path.write_text("This is a text, and long enough that nobody takes it for an empty database." * 20)
    with pytest.raises(UsageError, match="not a database"):
        write(path, [])
    path.unlink()
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE documents (id)")
    with pytest.raises(UsageError, match="not those of this version"):
        write(path, [])
    with pytest.raises(UsageError, match="unable to open"):
        write(path.parent / "no" / "folder.db", [])
