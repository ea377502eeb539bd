"""The contract: its schema file, what it refuses, and the check that spans stand where they say."""

import json
import typing
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pydantic
import pytest

from claimx import schema
from tests.sample import document

SCHEMA_FILE = Path(__file__).parents[1] / "schema" / "claimx-1.0.schema.json"
MODELS = [model for model in vars(schema).values() if isinstance(model, type) and issubclass(model, schema.Model)]


def test_schema_file_is_what_the_code_says() -> None:
    # Made by: claimx schema > schema/claimx-1.0.schema.json
    assert json.loads(SCHEMA_FILE.read_text(encoding="utf-8")) == schema.json_schema()


def test_schema_is_valid_and_accepts_the_sample() -> None:
    contract = schema.json_schema()
    jsonschema.Draft202012Validator.check_schema(contract)
    jsonschema.Draft202012Validator(contract).validate(json.loads(document().model_dump_json()))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_described_required_and_fixed(model: type[schema.Model]) -> None:
    assert model.model_config["frozen"]
    assert model.model_config["extra"] == "forbid"
    for name, field in model.model_fields.items():
        assert field.description, name
        assert field.is_required(), name


def test_document_survives_its_json() -> None:
    assert schema.Document.model_validate_json(document().model_dump_json()) == document()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        # an unknown field
        (("extra",), 1),
        # another version of the contract
        (("schema_version",), "2.0"),
        # a word outside a closed set
        (("quotes", 0, "type"), "spoken"),
        # an id of another kind of record
        (("numbers", 0, "quote"), "s1"),
        # not JSON: infinity
        (("numbers", 0, "value"), float("inf")),
        # a day without its month
        (("document", "published"), "2026"),
        # a quote without content
        (("quotes", 0, "content"), []),
        # a place before the text
        (("hedges", 0, "start"), -1),
    ],
)
def test_refuses(path: tuple[str | int, ...], value: object) -> None:
    dumped = document().model_dump()
    target: typing.Any = dumped
    for step in path[:-1]:
        if isinstance(step, str):
            target[step] = list(target[step]) if isinstance(target[step], tuple) else target[step]
        target = target[step]
    target[path[-1]] = value
    with pytest.raises(pydantic.ValidationError):
        schema.Document.model_validate(dumped)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        # whole numbers are written as such
        (1500.0, "1500"),
        # parts are kept
        (0.45, "0.45"),
        # beyond 2**53 neighbours fall together: left as the float it is
        (1e300, "1e+300"),
        # no minus zero
        (-0.0, "0"),
    ],
)
def test_values_are_written_as_short_as_they_are(value: float, written: str) -> None:
    number = document().numbers[0].model_copy(update={"value": value})
    assert json.dumps(json.loads(number.model_dump_json())["value"]) == written


def test_no_span_of_the_sample_is_misplaced() -> None:
    assert schema.misplaced_spans(document()) == []


def test_misplaced_spans_are_found_wherever_they_are() -> None:
    right = document()
    quote = right.quotes[0]
    assert quote.cue
    cue = quote.cue.model_copy(update={"start": quote.cue.start + 1})
    number = right.numbers[1].model_copy(update={"text": "13"})
    wrong = right.model_copy(
        update={
            "quotes": (quote.model_copy(update={"cue": cue}), right.quotes[1]),
            "numbers": (right.numbers[0], number),
        }
    )
    assert schema.misplaced_spans(wrong) == [("quotes[0].cue", cue), ("numbers[1]", number)]


def test_without_text_nothing_can_be_misplaced() -> None:
    article = document().document.model_copy(update={"text": None})
    assert schema.misplaced_spans(document().model_copy(update={"document": article})) == []
