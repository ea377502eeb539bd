"""Results read back: in any layout, and what is none of them."""

import io
import json
from typing import Any

import pytest

from claimx.errors import Failure
from claimx.readers.results import read, references
from claimx.render.json import array, indented, line
from tests.sample import document


def changed(**values: Any) -> str:
    """The sample as a line, with other values: ``quotes__0__speaker`` is the speaker of the first quote."""
    found: dict[str, Any] = document().model_dump(mode="json")
    for path, value in values.items():
        *way, last = path.split("__")
        inner: Any = found
        for step in way:
            inner = inner[int(step) if step.isdigit() else step]
        inner[last] = value
    return json.dumps(found)


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (line(document()) * 2, 2), (line(document()).strip(), 1), (indented(document()), 1),
        ("".join(array([document()] * 3)), 3), ("[" + line(document()) + "]", 1), ("\n" + indented(document()), 1),
        ("", 0), ("\n\n", 0), ("[]", 0),
    ],
)  # fmt: skip
def test_layouts(data: str, count: int) -> None:
    assert list(read(io.BytesIO(data.encode()), "x")) == [document()] * count


@pytest.mark.parametrize(
    ("data", "source", "error"),
    [
        ("no json", "x#1", "it is no result of claimx (Invalid JSON"),
        ("\n{}", "x#2", "it is no result of claimx (schema_version: Field required)"),
        ("[{", "x", "it is no JSON"),
        ("[" * 100_000, "x", "it is no JSON"),
        (changed(claims__1__certainty="sure"), "x#1", "(claims.1.certainty: Input should be"),
        # what would break a table or an annotation
        (changed(claims__0__numbers=["n9"]), "x#1", "it refers to n9, which is not in it"),
        (changed(quotes__1__co_speakers=[{"id": "s7", "name": None}]), "x#1", "it refers to s7"),
        (changed(numbers__0__converts="n8"), "x#1", "it refers to n8"),
        (changed(hedges__0__start=1), "x#1", "hedges[0] is not what stands at its place"),
    ],
)
def test_what_is_no_result(data: str, source: str, error: str) -> None:
    (found,) = read(io.BytesIO(data.encode()), "x")
    assert isinstance(found, Failure)
    assert (found.source, found.reason) == (source, "bad_line")
    assert error in found.error


def test_what_the_sample_refers_to() -> None:
    assert {reference.id for reference in references(document())} == {"s1", "q1", "q2", "n1", "n2", "h1", "c1", "c2"}
