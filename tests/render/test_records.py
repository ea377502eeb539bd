"""Flat rows: their columns in order, and what is in them."""

import typing

import pytest

from claimx.render import RecordKind
from claimx.render.columns import COLUMNS
from claimx.render.records import rows
from claimx.trim import without_text
from tests.sample import TEXT, document

FIRST, SECOND = TEXT.split("\n\n")


@pytest.mark.parametrize("kind", typing.get_args(RecordKind))
def test_columns_and_count(kind: RecordKind) -> None:
    found = list(rows(document(), kind))
    assert len(found) == len(getattr(document(), kind)) > 0
    assert all(tuple(row) == COLUMNS[kind] for row in found)
    assert {row["document_id"] for row in found} == {"ferry"}


@pytest.mark.parametrize(
    ("kind", "index", "expected"),
    [
        # a quote in two pieces: first to last
        (
            "quotes", 0,
            {
                "start": TEXT.index("the ferry"), "end": TEXT.index(" days.") + 5, "cue": "said",
                "source_text": "Harbour chief Ada Lund", "speaker": "Ada Lund",
                "speaker_label": "Harbour chief Ada Lund", "speaker_kind": "person",
                "speaker_role": "Harbour chief", "speaker_affiliation": None, "co_speakers": [],
                "context": FIRST,
            },
        ),
        # a claim with all that hangs on it
        (
            "claims", 0,
            {
                "when": "about 30 days", "when_iso": "P30D", "numbers": ["30 days"], "hedges": ["may"],
                "values": [
                    {
                        "text": "30 days", "value": 30, "low": None, "high": None, "comparator": "~",
                        "unit": "day", "of": None,
                    },
                ],
            },
        ),
        # the article's own claim has no speaker
        (
            "claims", 2,
            {"speaker": None, "speaker_label": None, "when": None, "when_iso": None, "values": []},
        ),
        ("numbers", 1, {"value": 12, "of": "boats", "speaker": "Ada Lund", "context": SECOND}),
        ("hedges", 0, {"type": "modal", "target": "the ferry “may stay in port”", "context": FIRST}),
        # a speaker stands in the sentences that mention it
        ("speakers", 0, {"name": "Ada Lund", "role": "Harbour chief", "context": f"{FIRST} {SECOND}"}),
    ],
)  # fmt: skip
def test_values(kind: RecordKind, index: int, expected: dict[str, object]) -> None:
    row = list(rows(document(), kind))[index]
    assert {name: row[name] for name in expected} == expected


def test_whole_values_are_whole() -> None:
    assert [repr(row["value"]) for row in rows(document(), "numbers")] == ["30", "12"]


@pytest.mark.parametrize("kind", typing.get_args(RecordKind))
def test_without_text_there_is_no_context(kind: RecordKind) -> None:
    assert {row["context"] for row in rows(without_text(document()), kind)} == {None}


def test_no_records_no_rows() -> None:
    assert list(rows(document().model_copy(update={"hedges": ()}), "hedges")) == []
