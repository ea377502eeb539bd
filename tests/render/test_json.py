"""JSON: one object, an array, lines."""

import json

import pytest

from claimx.render.json import Row, array, indented, line
from claimx.schema import Document
from tests.sample import document

ROW: Row = {"text": "“é”\u2028", "value": 1, "list": [], "none": None}


def test_one_line_each() -> None:
    for item in (document(), ROW):
        assert line(item).count("\n") == 1
        assert line(item).endswith("}\n")
    assert json.loads(line(document())) == json.loads(document().model_dump_json())
    # as in a document: no blanks, and letters as they are
    assert line(ROW) == '{"text":"“é”\u2028","value":1,"list":[],"none":null}\n'


def test_indented() -> None:
    assert indented(document()).startswith('{\n  "schema_version": "1.0",\n')
    assert indented(document()).endswith("\n}\n")
    assert json.loads(indented(ROW)) == ROW


@pytest.mark.parametrize("count", [0, 1, 3])
def test_array(count: int) -> None:
    whole = "".join(array([ROW] * count))
    assert json.loads(whole) == [ROW] * count
    assert whole == json.dumps([ROW] * count, ensure_ascii=False, indent=2) + "\n"


def test_array_is_written_as_it_comes() -> None:
    items: list[Document | Row] = [ROW, document()]
    pieces = array(iter(items))
    assert next(pieces).startswith("[\n  {")
    assert next(pieces).startswith(",\n  {")
