"""The tables of the SQLite database: their columns, read off the contract, and the SQL that makes them.

A field is a column of its name. A span is its text, with ``_start``, ``_end`` and what else it has beside it
(``cue``, ``cue_start``, ``cue_end``, ``cue_lemma``); a reference to a speaker is the speaker's id; a list is JSON.
Records are known by ``(document_id, id)``, the ids being those of the contract.
"""

import json
from typing import Any, NamedTuple

from claimx.render.fields import element, fields
from claimx.schema import ArticleInfo, Claim, Hedge, Model, Number, Quote, Span, Speaker, SpeakerRef

RECORDS: dict[str, type[Model]] = {
    "speakers": Speaker,
    "quotes": Quote,
    "numbers": Number,
    "hedges": Hedge,
    "claims": Claim,
}
REFERENCES = {"speaker": "speakers", "quote": "quotes", "denied_by": "quotes", "converts": "numbers"}
SEARCHED = {"quotes": ("text", "source"), "claims": ("text",)}
DEFERRED = "DEFERRABLE INITIALLY DEFERRED"  # a number may restate one that comes after it
SQL_TYPES = {int: "INTEGER", float: "REAL", bool: "INTEGER"}  # all others are text


class Column(NamedTuple):
    """A column and the SQL type of it."""

    name: str
    type: str


def columns(model: type[Model]) -> list[Column]:
    """The columns of a record or article."""
    found = []
    for name, annotation in fields(model):
        if isinstance(annotation, type) and issubclass(annotation, Span):
            inner = [column for column in columns(annotation) if column.name != "text"]
            found += [Column(name, "TEXT"), *(Column(f"{name}_{part}", type) for part, type in inner)]
        else:
            found.append(Column(name, SQL_TYPES.get(annotation, "TEXT")))
    return found


def values(record: Model) -> list[Any]:
    """The values of a record, one for each of its columns."""
    found: list[Any] = []
    for name, annotation in fields(type(record)):
        value = getattr(record, name)
        if isinstance(annotation, type) and issubclass(annotation, Span):
            parts = [part for part, _ in fields(annotation) if part != "text"]
            found += [getattr(value, part, None) for part in ("text", *parts)]
        elif isinstance(value, SpeakerRef):
            found.append(value.id)
        else:
            found.append(_json(value) if element(annotation) else value)
    return found


def _json(items: tuple[Any, ...]) -> str:
    plain = [item.model_dump(mode="json") if isinstance(item, Model) else item for item in items]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def ddl() -> str:
    """The SQL that makes the tables, indexes, full-text search and views, unless they are there."""
    described = ", ".join(f'"{name}" {type}' for name, type in columns(ArticleInfo) if name != "id")
    parts = [f"CREATE TABLE IF NOT EXISTS documents (id TEXT PRIMARY KEY, {described}, generator TEXT, warnings TEXT);"]
    parts += [_table(name, columns(model)) for name, model in RECORDS.items()]
    parts += [_search(name, searched) for name, searched in SEARCHED.items()]
    return "\n".join([*parts, VIEWS])


def upsert(table: str, names: list[str], key: tuple[str, ...]) -> str:
    """The SQL that inserts a row, or replaces what is known under its key and leaves its place."""
    quoted = ", ".join(f'"{name}"' for name in names)
    changed = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name not in key)
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {table} ({quoted}) VALUES ({marks}) ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changed}"


def _table(table: str, found: list[Column]) -> str:
    lines = ["key INTEGER PRIMARY KEY", "document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE"]
    lines += [f'"{name}" {type}' + (" NOT NULL" if name == "id" else "") for name, type in found]
    lines.append("UNIQUE (document_id, id)")
    referring = [name for name, _ in found if name in REFERENCES]
    lines += [
        f"FOREIGN KEY (document_id, {name}) REFERENCES {REFERENCES[name]} (document_id, id) {DEFERRED}"
        for name in referring
    ]
    indexes = [f"CREATE INDEX IF NOT EXISTS {table}_{name} ON {table} (document_id, {name});" for name in referring]
    return "\n".join([f"CREATE TABLE IF NOT EXISTS {table} (\n  " + ",\n  ".join(lines) + "\n);", *indexes])


def _search(table: str, searched: tuple[str, ...]) -> str:
    """Full-text search over columns of a table, kept in step with it by triggers (SQLite, FTS5, 4.4.3)."""
    names = ", ".join(searched)
    old, new = (", ".join(f"{row}.{name}" for name in ("key", *searched)) for row in ("old", "new"))
    index = f"{table}_fts"
    forget = f"INSERT INTO {index} ({index}, rowid, {names}) VALUES ('delete', {old});"
    learn = f"INSERT INTO {index} (rowid, {names}) VALUES ({new});"
    tokenize = "porter unicode61 remove_diacritics 2"
    return f"""
CREATE VIRTUAL TABLE IF NOT EXISTS {index}
  USING fts5({names}, content="{table}", content_rowid="key", tokenize="{tokenize}");
CREATE TRIGGER IF NOT EXISTS {table}_ai AFTER INSERT ON {table} BEGIN {learn} END;
CREATE TRIGGER IF NOT EXISTS {table}_ad AFTER DELETE ON {table} BEGIN {forget} END;
CREATE TRIGGER IF NOT EXISTS {table}_au AFTER UPDATE ON {table} BEGIN {forget} {learn} END;"""


_ATTRIBUTED = """
CREATE VIEW IF NOT EXISTS attributed_{table} AS
  SELECT record.*, speakers.label AS speaker_label, speakers.kind AS speaker_kind, documents.title, documents.published,
    documents.url
  FROM {table} AS record
  JOIN documents ON documents.id = record.document_id
  LEFT JOIN speakers ON speakers.document_id = record.document_id AND speakers.id = record.speaker;"""
VIEWS = "".join(_ATTRIBUTED.format(table=table) for table in ("quotes", "numbers", "hedges", "claims"))
