"""Tables read back: CSV, XLSX, Parquet."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from claimx.render import RecordKind, parquet, xlsx
from claimx.render import csv as csv_writer
from claimx.render.columns import COLUMNS, KINDS
from claimx.render.records import rows
from claimx.schema import Document
from tests.render.documents import all_sorts, awkward, empty


def expected(kind: RecordKind, documents: list[Document]) -> list[dict[str, Any]]:
    return [row for document in documents for row in rows(document, kind)]


def as_cell(value: Any) -> Any:
    """A value as it is found in a cell that can hold no lists."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def in_csv(value: Any) -> str:
    """A value as the text of a cell."""
    return "" if value is None else json.dumps(value) if isinstance(value, bool) else str(as_cell(value))


# CSV -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "written"),
    [
        # what spreadsheets run
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@A1", "'@A1"), ("＝1", "'＝1"),
        # blanks in front do not help against them all
        ("  =1", "'  =1"), ("\t=1", "'\t=1"), ("\rx", "'\rx"), ("\nx", "'\nx"),
        # what looks as if it had been made safe is made safe as well, so that it can be undone
        ("'=1", "''=1"), ("''-x", "'''-x"),
        # nothing to do
        ("1+1", "1+1"), ("'tis", "'tis"), ("'", "'"), ("", ""), (" x", " x"), ("a=b", "a=b"), ("🦜", "🦜"),
    ],
)  # fmt: skip
def test_a_formula_is_defused_and_can_be_restored(text: str, written: str) -> None:
    assert csv_writer.cell(text) == written
    assert csv_writer.restored(written) == text


@pytest.mark.parametrize(
    ("value", "written"), [(-2, -2), (None, None), (True, "true"), (["=1", "é"], '["=1", "é"]'), ([], "[]")]
)
def test_other_values_in_a_cell(value: Any, written: Any) -> None:
    assert csv_writer.cell(value) == written


@pytest.mark.parametrize("kind", KINDS)
def test_csv_is_read_back(kind: RecordKind) -> None:
    table = io.StringIO("".join(csv_writer.pieces(all_sorts(), kind)), newline="")
    found = [{name: csv_writer.restored(cell) for name, cell in row.items()} for row in csv.DictReader(table)]
    assert found == [{name: in_csv(value) for name, value in row.items()} for row in expected(kind, all_sorts())]


def test_csv_of_nothing_has_its_columns() -> None:
    assert "".join(csv_writer.pieces([], "hedges")) == ",".join(COLUMNS["hedges"]) + "\r\n"
    assert list(csv_writer.pieces([empty()], "hedges"))[1:] == [""]


def test_a_folder_of_csv_holds_what_the_single_files_hold(tmp_path: Path) -> None:
    csv_writer.write_folder(all_sorts(), tmp_path)
    assert {path.name: path.read_bytes().decode() for path in tmp_path.iterdir()} == {
        f"{kind}.csv": "".join(csv_writer.pieces(all_sorts(), kind)) for kind in KINDS
    }


# XLSX ------------------------------------------------------------------------------------------------------


def sheets(**options: Any) -> dict[str, list[tuple[Any, ...]]]:
    """The cells of a workbook of all sorts of documents, by sheet."""
    stream = io.BytesIO()
    xlsx.write(all_sorts(), stream, **options)
    workbook = openpyxl.load_workbook(stream)
    assert not [cell for sheet in workbook for row in sheet for cell in row if cell.data_type == "f" or cell.hyperlink]
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in workbook}


def test_xlsx_is_read_back() -> None:
    found = sheets()
    assert list(found) == list(KINDS)
    for kind in KINDS:
        head, *body = found[kind]
        assert head == COLUMNS[kind]
        assert body == [tuple(map(as_cell, row.values())) for row in expected(kind, all_sorts())]


def test_xlsx_of_one_kind() -> None:
    assert list(sheets(kind="numbers")) == ["numbers"]


def test_a_full_sheet_is_followed_by_another() -> None:
    found = sheets(kind="quotes", most_rows=4)
    assert [len(sheet) for sheet in found.values()] == [4, 4]
    assert list(found) == ["quotes", "quotes 2"]
    assert found["quotes"][0] == found["quotes 2"][0] == COLUMNS["quotes"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # as much as a cell holds, counted as Excel counts: two for an astral character
        ("x" * 32_767, "x" * 32_767),
        ("x" * 32_768, "x" * 32_766 + "…"),
        ("🦜" * 16_384, "🦜" * 16_383 + "…"),
        ("", ""),
    ],
    ids=["fits", "too long", "astral", "empty"],
)
def test_what_fits_in_a_cell(text: str, expected: str) -> None:
    assert xlsx.fitting(text) == expected


# Parquet ---------------------------------------------------------------------------------------------------


def read(documents: list[Document], kind: RecordKind | None = None) -> list[dict[str, Any]]:
    stream = io.BytesIO()
    parquet.write(documents, stream, kind)
    return pq.read_table(stream).to_pylist()


@pytest.mark.parametrize("kind", KINDS)
def test_flat_parquet_is_read_back(kind: RecordKind) -> None:
    assert read(all_sorts(), kind) == expected(kind, all_sorts())


def test_nested_parquet_holds_whole_documents() -> None:
    assert [Document.model_validate(row) for row in read(all_sorts())] == all_sorts()


def test_parquet_has_types_even_without_rows() -> None:
    stream = io.BytesIO()
    parquet.write([], stream, "claims")
    schema = pq.read_schema(stream)
    assert tuple(schema.names) == COLUMNS["claims"]
    assert [str(schema.field(name).type) for name in ("start", "text", "checkable", "numbers")] == [
        "int64", "string", "bool", "list<element: string>",
    ]  # fmt: skip


def test_parquet_is_written_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP", 2)
    stream = io.BytesIO()
    parquet.write([awkward()] * 5, stream)
    assert pq.ParquetFile(stream).num_row_groups == 3
