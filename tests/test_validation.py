"""What ``validate`` sees in a file: each form, and each way in which a document does not hold together."""

import hashlib
import json
from typing import Any

import pytest

from claimx.render.records import rows
from claimx.schema import Document
from claimx.validation import Problem, check
from tests import sample


def good() -> dict[str, Any]:
    dumped: dict[str, Any] = sample.document().model_dump(mode="json")
    dumped["document"]["sha256"] = hashlib.sha256(sample.TEXT.encode()).hexdigest()
    return dumped


def problems(data: str) -> list[Problem]:
    return [problem for record in check(data.encode().splitlines(keepends=True)) for problem in record.problems]


@pytest.mark.parametrize(
    ("place", "value", "field"),
    [
        (("document", "characters"), 3, "document.characters"),
        (("document", "sha256"), "0" * 64, "document.sha256"),
        (("document", "sentences", 1, "end"), 4000, "document.sentences[1]"),
        (("speakers", 0, "mentions", 1, "text"), "He", "speakers[0].mentions[1].text"),
        (("quotes", 0, "content", 1, "start"), 0, "quotes[0].content[1].text"),
        # a field of another type, and one outside its list of words
        (("numbers", 0, "value"), "many", "numbers[0].value"),
        (("hedges", 0, "type"), "doubt", "hedges[0].type"),
        # ids that lead nowhere, and one that is there twice
        (("claims", 0, "numbers"), ["n9"], "claims[0].numbers"),
        (("claims", 2, "denied_by"), "q9", "claims[2].denied_by"),
        (("claims", 1, "id"), "c3", "claims[2].id"),
    ],
)
def test_a_spoilt_field_is_named(place: tuple[str | int, ...], value: Any, field: str) -> None:
    document = good()
    holder: Any = document
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value
    assert field in [problem.field for problem in problems(json.dumps(document))]


def test_without_its_text_a_document_is_valid() -> None:
    document = good()
    document["document"]["text"] = None
    assert problems(json.dumps(document)) == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        # the line on which an item of an array begins, its brackets in strings notwithstanding
        ('[\n {"a": "]\\n["},\n\n {}\n]', {2, 4}),
        ("[]", set()),
        # the line of JSON Lines, blank ones counted
        ("\n{}\n\n{}\n", {2, 4}),
        # the line at which JSON breaks
        ('{\n "a": 1,\n oops\n}', {3}),
        ('{"a": 1\n', {1}),
        ("[" * 100_000, {1}),
        ("", set()),
    ],
)
def test_the_line_is_named(data: str, expected: set[int]) -> None:
    assert {problem.line for problem in problems(data)} == expected


@pytest.mark.parametrize("kind", ["quotes", "claims", "numbers", "hedges", "speakers"])
def test_flat_rows(kind: Any) -> None:
    written = list(rows(Document.model_validate(good()), kind))
    assert written
    assert problems("".join(json.dumps(row) + "\n" for row in written)) == []
    del written[0]["context"]
    written[0]["colour"] = "red"
    assert [problem.field for problem in problems(json.dumps(written[0]))] == ["context", "colour"]
