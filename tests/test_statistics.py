"""Who is quoted how often, counted by hand over the sample document (two quotes by Ada Lund, one hedge)."""

from typing import Any

from claimx.schema import Document
from claimx.statistics import UNKNOWN, statistics
from tests import sample


def variant(id: str = "ferry", **fields: Any) -> Document:
    """The sample with other fields; ``name`` and ``label`` are its speaker's."""
    dumped = sample.document().model_dump(mode="json")
    dumped["document"] |= {"id": id, "duplicate_of": fields.pop("duplicate_of", None)}
    dumped["speakers"][0] |= {key: fields.pop(key) for key in ("name", "label") if key in fields}
    for quote in dumped["quotes"]:
        quote |= fields
    return Document.model_validate(dumped)


def test_a_name_is_one_speaker_across_articles() -> None:
    counts = statistics([sample.document(), variant("b", name="ADA LUND")])
    assert counts.rows() == [
        {
            "speaker": "Ada Lund", "kind": "person", "documents": 2, "quotes": 4, "words": 30,
            "direct": 0, "indirect": 2, "mixed": 2, "hedges": 2,
        }
    ]  # fmt: skip


def test_totals() -> None:
    assert statistics([sample.document()]).summary() == {
        "documents": 1, "quotes": 2, "words": 15, "unnamed_share": 0.0, "unknown_share": 0.0,
        "types": {"direct": 0, "indirect": 1, "mixed": 1},
    }  # fmt: skip


def test_without_a_name_the_description_is_the_speaker() -> None:
    counts = statistics([variant(name=None, label="Two officials"), variant("b", name=None, label="two officials")])
    assert [(row["speaker"], row["quotes"]) for row in counts.rows()] == [("Two officials", 4)]
    assert counts.summary()["unnamed_share"] == 1


def test_nobody_found_is_a_row_of_its_own_and_not_unnamed() -> None:
    counts = statistics([variant(speaker=None, resolution="none")])
    # the hedge keeps its speaker
    assert [(row["speaker"], row["quotes"], row["hedges"]) for row in counts.rows()] == [
        (UNKNOWN, 2, 0),
        ("Ada Lund", 0, 1),
    ]
    assert (counts.summary()["unnamed_share"], counts.summary()["unknown_share"]) == (0, 1)


def test_a_joint_statement_counts_for_each_but_is_one_quote() -> None:
    dumped = sample.document().model_dump(mode="json")
    dumped["speakers"].append(dumped["speakers"][0] | {"id": "s2", "name": "Bo Rask", "label": "Bo Rask"})
    dumped["quotes"][1]["co_speakers"] = [{"id": "s2", "name": "Bo Rask"}]
    counts = statistics([Document.model_validate(dumped)])
    assert [(row["speaker"], row["quotes"]) for row in counts.rows()] == [("Ada Lund", 2), ("Bo Rask", 1)]
    assert counts.summary()["quotes"] == 2


def test_repeated_articles_are_left_out() -> None:
    counts = statistics([sample.document(), variant("b", duplicate_of="ferry")])
    assert counts.summary()["documents"] == 1


def test_top() -> None:
    counts = statistics([sample.document(), variant("b"), variant("c", speaker=None, resolution="none")])
    assert [row["speaker"] for row in counts.rows(1)] == ["Ada Lund"]


def test_nothing() -> None:
    counts = statistics([])
    assert (counts.rows(), counts.summary()["unnamed_share"]) == ([], None)
