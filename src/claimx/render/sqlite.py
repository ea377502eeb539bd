"""A SQLite database that can be written to again: a document's records replace those of an earlier run.

All documents of a run come in with one transaction: a run that is stopped leaves the file as it was.
"""

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from claimx.errors import ClaimxError, UsageError
from claimx.render.tables import RECORDS, columns, ddl, upsert, values
from claimx.schema import ArticleInfo, Document, Model

LAYOUT = zlib.crc32(ddl().encode()) >> 1
"""Version of the tables, as 31 bits: another one whenever they change."""

DOCUMENT = upsert("documents", [*(column.name for column in columns(ArticleInfo)), "generator", "warnings"], ("id",))
RECORD = {
    table: upsert(table, ["document_id", *(column.name for column in columns(model))], ("document_id", "id"))
    for table, model in RECORDS.items()
}

ID = {table: [column.name for column in columns(model)].index("id") for table, model in RECORDS.items()}
"""Where the id is among the values of a record."""


NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
"""Primary error codes of a disk that takes no more."""


@contextmanager
def opened(path: Path) -> Iterator[Callable[[Iterable[Document]], None]]:
    """A function that writes documents; they are in the database once the block ends well.

    Raises:
        UsageError: The file is no database, or one with other tables of the same names.
        ClaimxError: There is no room for it.
    """
    fresh = not path.exists()
    done = False
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("PRAGMA foreign_keys = ON")
            database.execute("BEGIN IMMEDIATE")
            _prepare(database)
            yield lambda documents: _write(documents, database)
            database.execute("COMMIT")
            done = True
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in NO_ROOM:
            raise ClaimxError(f"cannot write {path}: {error}", "make room and run the same command again") from error
        raise UsageError(f"cannot write {path}: {error}", "name a new file or a database of claimx") from error
    finally:
        if fresh and not done:
            path.unlink(missing_ok=True)


def _prepare(database: sqlite3.Connection) -> None:
    (layout,) = database.execute("PRAGMA user_version").fetchone()
    (taken,) = database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'documents'").fetchone()
    if taken and layout != LAYOUT:
        raise sqlite3.DatabaseError("its tables are not those of this version of claimx")
    for statement in _statements(ddl()):
        database.execute(statement)
    database.execute(f"PRAGMA user_version = {LAYOUT}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: ``executescript`` would end the transaction."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _write(documents: Iterable[Document], database: sqlite3.Connection) -> None:
    for document in documents:
        about = [document.generator.model_dump_json(), json.dumps(document.model_dump(mode="json")["warnings"])]
        database.execute(DOCUMENT, [*values(document.document), *about])
        for table in RECORDS:
            _replace(table, document.document.id, getattr(document, table), database)


def _replace(table: str, id: str, records: Iterable[Model], database: sqlite3.Connection) -> None:
    rows = [[id, *values(record)] for record in records]
    kept = json.dumps([row[1 + ID[table]] for row in rows])
    gone = f"DELETE FROM {table} WHERE document_id = ? AND id NOT IN (SELECT value FROM json_each(?))"
    database.execute(gone, [id, kept])
    database.executemany(RECORD[table], rows)
