"""docs/formats.md says what is so."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import get_args

import pytest

from claimx.render import SUFFIXES, Format, csv
from claimx.render.marks import LABELS, RELATIONS
from claimx.render.sqlite import opened
from claimx.render.writers import EXTRAS
from tests.sample import document

DOC = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def block(language: str, containing: str = "") -> str:
    (found,) = (text for text in re.findall(rf"```{language}\n(.*?)```", DOC, re.S) if containing in text)
    return str(found)


def test_every_format_has_a_line_with_its_suffixes_and_extra() -> None:
    for format in get_args(Format):
        (line,) = re.findall(rf"^\| `{format}` \|.*$", DOC, re.M)
        assert [suffix for suffix, of in SUFFIXES.items() if f"`{suffix}`" in line] == [
            suffix for suffix, of in SUFFIXES.items() if of == format
        ]
        assert ("pip install" in line) is (format in EXTRAS)


@pytest.mark.parametrize("text", ["=1", "'=1", "'tis", "\tx", "  -1", "1-1", ""])
def test_the_rule_for_formulas_undoes_them(text: str) -> None:
    rule = re.search(r'r"(\^.*?)"', block("python"))
    assert rule
    assert re.sub(rule[1], "", csv.cell(text)) == text


def test_query_and_facets_fit_the_database(tmp_path: Path) -> None:
    with opened(tmp_path / "found.db") as write:
        write([document()])
    with closing(sqlite3.connect(tmp_path / "found.db")) as database:
        database.execute(block("sql").replace("ferry", "boats"))
        for table, about in json.loads(block("json"))["databases"]["found"]["tables"].items():
            columns = {column[0] for column in database.execute(f"SELECT * FROM {table}").description}
            facets = {facet["array"] if isinstance(facet, dict) else facet for facet in about["facets"]}
            assert facets <= columns


def test_the_labelling_configuration_has_all_labels() -> None:
    assert re.findall(r'<Label value="(\w+)"', block("xml")) == list(LABELS)
    assert {relation for relation, *_ in RELATIONS} | {"piece"} == set(
        re.findall(r'<Relation value="(\w+)"', block("xml"))
    )
