"""Whatever the bytes, a reader gives articles or failures; what a format can hold is read back as it was written."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.readers.article import Article, Reading
from claimx.readers.read import read_all
from fuzzing.files import sound
from fuzzing.invariants import check_reading
from tests.strategies import LIGHT, NASTY

NAMES = sorted(sound())
WITHOUT_ZERO = NASTY.filter(lambda text: "\0" not in text)  # a zero byte is refused in text, but not in JSON


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files")


def read(path: Path, data: bytes) -> list[Reading]:
    path.write_bytes(data)
    return list(read_all([str(path)], text_key="text", force=True).articles)


def texts(readings: list[Reading]) -> list[str]:
    return [reading.text for reading in readings if isinstance(reading, Article)]


@LIGHT
@given(st.sampled_from(NAMES), st.binary(max_size=200), st.integers(0, 3000), st.integers(0, 400))
def test_a_file_with_other_bytes_in_it(folder: Path, name: str, other: bytes, start: int, gone: int) -> None:
    for data in sound()[name]:
        place = start % (len(data) + 1)
        readings = read(folder / name, data[:place] + other + data[place + gone :])
        assert readings
        for reading in readings:
            check_reading(reading)


@LIGHT
@given(WITHOUT_ZERO, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_plain_text_is_read_to_the_letter(folder: Path, text: str, encoding: str) -> None:
    if not text.startswith("\ufeff"):  # which is a byte order mark there
        assert texts(read(folder / "a.txt", text.encode(encoding))) == [text]


@LIGHT
@given(st.lists(NASTY, min_size=1, max_size=4), st.booleans())
def test_texts_in_json_are_read_to_the_letter(folder: Path, written: list[str], escaped: bool) -> None:
    records = [{"text": text} for text in written]
    lines = "\n".join(json.dumps(record, ensure_ascii=escaped) for record in records)
    assert texts(read(folder / "a.jsonl", lines.encode())) == written
    assert texts(read(folder / "a.json", json.dumps(records, ensure_ascii=escaped).encode())) == written


@LIGHT
@given(st.lists(WITHOUT_ZERO, min_size=1, max_size=4), st.sampled_from(["utf-8", "utf-8-sig"]))
def test_texts_in_a_table_are_read_to_the_letter(folder: Path, written: list[str], encoding: str) -> None:
    table = io.StringIO(newline="")
    csv.writer(table, quoting=csv.QUOTE_ALL).writerows([["text"], *([text] for text in written)])
    assert texts(read(folder / "a.csv", table.getvalue().encode(encoding))) == written
