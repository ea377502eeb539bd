"""The figures of a small gold file, counted by hand, and on the workplace's files the same as its own tool's."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claimx.api import extract_many
from claimx.errors import InputError
from claimx.readers.article import Article as Read
from claimx.schema import Document
from claimx.scoring import gold
from claimx.scoring.figures import Figures
from claimx.scoring.found import Findings, of_document
from claimx.scoring.report import report
from tests import sample

SHARED = Path(__file__).parents[3] / "shared"
TEXT = sample.TEXT


def at(quoted: str) -> list[int]:
    found = sample.span(quoted)
    return [found["start"], found["end"]]


def place(quoted: str, **more: Any) -> dict[str, Any]:
    return sample.span(quoted) | more


def attribution(source: str, cue: str, content: str, **more: Any) -> dict[str, Any]:
    return {"source": [at(source)], "cue": [at(cue)], "content": [at(content)], **more}


def figures(article: dict[str, Any], documents: list[Document] | None = None) -> Figures:
    read = gold.Article.model_validate({"id": "ferry", "text": TEXT, **article})
    found = [sample.document()] if documents is None else documents
    return report([read], Findings(map(of_document, found)))


def test_attributions() -> None:
    """One right in all, one with another source, and one that was missed."""
    out = figures(
        {
            "quotes": [
                attribution(
                    "Harbour chief Ada Lund",
                    "said",
                    "the ferry “may stay in port” for about 30 days",
                    type="mixed",
                    speaker=["Ada Lund"],
                ),
                attribution("12 boats", "denied", "that 12 boats had sunk", type="direct", speaker=["Ada Lund"]),
                attribution("Ada Lund", "said", "Harbour chief", type="direct", speaker=["Ada Lund"]),
            ]
        }
    )["attribution"]
    assert out["content50"] == {"P": 100.0, "R": 66.7, "F1": 80.0}
    assert out["linked"] == {"P": 50.0, "R": 33.3, "F1": 40.0}
    assert out["type given content50"] == 50.0
    assert out["speaker given content50"] == 100.0
    assert out["speaker of all named"] == 66.7
    assert out["exact cue"] == {"P": 100.0, "R": 100.0, "F1": 100.0}
    # confidences 0.9 (linked) and 0.4 (not): gaps of 0.1 and 0.4
    assert out["calibration error (10 bins)"] == 0.25


def test_trimmed_spans_forgive_outer_marks() -> None:
    out = figures({"quotes": [attribution("She", "denied", "that 12 boats had sunk.")]})["attribution"]
    assert out["exact content"]["R"] == 0
    assert out["trimmed content"]["R"] == 100


def test_an_attribution_without_source_is_linked_when_none_was_found() -> None:
    bare = sample.document().model_dump(mode="json")
    bare["quotes"][1]["source"] = None
    article = {"quotes": [{"source": [], "cue": [], "content": [at("that 12 boats had sunk")]}]}
    assert figures(article, [Document.model_validate(bare)])["attribution"]["linked"]["R"] == 100
    assert figures(article)["attribution"]["linked"]["R"] == 0


def test_numbers() -> None:
    """A right one, a wrong value; then a miss, and a find that nobody asked for."""
    right = place("30 days", kind="quantity", value=30, comparator="~", unit="days")
    out = figures({"numbers": [right, place("12", kind="cardinal", value=13, of="boats")]})["numbers"]
    assert (out["recall"], out["precision"], out["value right"]) == (100.0, 100.0, 50.0)
    assert out["kind+value+unit right"] == 50.0
    assert out["counted noun right"] == 100.0
    assert out["comparator right given found"] == 100.0
    out = figures({"numbers": [place("Ada", kind="cardinal", value=1)]})["numbers"]
    assert (out["recall"], out["precision"]) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("number", "right"),
    [
        # another right reading
        ({"value": 1, "alt": [{"value": 12}]}, 100.0),
        # any value will do
        ({"value": 1, "lenient": True}, 100.0),
        # a range is not a value
        ({"value": None, "low": 10, "high": 14}, 0.0),
        ({"value": 12.1}, 0.0),
    ],
)
def test_readings_of_a_number(number: dict[str, Any], right: float) -> None:
    assert figures({"numbers": [place("12", kind="cardinal", **number)]})["numbers"]["value right"] == right


def test_optional_and_ignored_numbers_count_for_nothing() -> None:
    article = {
        "numbers": [place("30 days", kind="quantity", value=1, optional=True)],
        "ignore": [place("12")],
    }
    out = figures(article)["numbers"]
    assert (out["gold"], out["precision"]) == (0, 100.0)


def test_dates() -> None:
    number = sample.document().model_dump(mode="json")
    number["numbers"][1] |= {"kind": "date", "iso": "2026-03-12", "value": None}
    document = Document.model_validate(number)
    out = figures({"dates": [place("12", iso="2026-03-12"), place("She", iso="2026")]}, [document])["dates"]
    assert (out["gold"], out["recall"], out["precision"], out["iso right"]) == (2, 50.0, 100.0, 50.0)


def test_hedges() -> None:
    out = figures({"hedges": [place("may", type="modal"), place("about", type="approximator")]})["hedges"]
    assert out["cue"] == {"P": 100.0, "R": 50.0, "F1": 66.7}
    assert out["type given hit"] == 100.0
    assert out["recall by type"] == {"approximator": "0/1", "modal": "1/1"}


def test_a_whole_clause_is_no_hedge_cue() -> None:
    long = sample.document().model_dump(mode="json")
    long["hedges"][0] |= sample.span("the ferry “may stay in port” for about 30 days")
    assert (
        figures({"hedges": [place("may", type="modal")]}, [Document.model_validate(long)])["hedges"]["cue"]["F1"] == 0
    )


def test_sentences_of_a_collection_are_scored_by_collection() -> None:
    sentence = {"source": "ours/1", "cues": [place("may", type="modal")], "uncertain": True}
    assert figures(sentence)["ours"]["sentence"] == {"P": 100.0, "R": 100.0, "F1": 100.0}


def test_claims() -> None:
    claims = [
        place(
            "the ferry “may stay in port”",
            speaker="Lund Ada",
            certainty="possible",
            polarity="positive",
            checkable=True,
        ),
        place("12 boats had sunk", speaker="Dr Ada Lund", certainty="certain", polarity="positive", checkable=True),
        place("Harbour chief", speaker=None, certainty="certain", polarity="positive", checkable=True),
    ]
    out = figures({"claims": claims})["claims"]
    assert out["span50"] == {"P": 66.7, "R": 66.7, "F1": 66.7}
    assert (out["certainty given span50"], out["polarity given span50"]) == (100.0, 50.0)
    assert out["speaker given span50"] == 50.0


def test_an_article_that_was_not_read_is_counted() -> None:
    out = figures({"hedges": [place("may", type="modal")]}, [])["hedges"]
    assert (out["documents without output"], out["cue"]["R"]) == (1, 0.0)


def test_articles_are_matched_by_text_where_ids_differ() -> None:
    other = sample.document()
    digest = gold.Article(id="x", text=TEXT).digest
    info = other.document.model_copy(update={"id": "folder/ferry.txt", "sha256": digest})
    renamed = other.model_copy(update={"document": info})
    assert figures({"hedges": [place("may", type="modal")]}, [renamed])["hedges"]["cue"]["R"] == 100


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        # no JSON at all
        ("oops", "#2: "),
        # a field of another type, named
        ('{"id": "a", "numbers": [{"start": "x", "end": 2}]}', "#2: numbers.0.start: "),
        ('{"text": "no id"}', "#2: id: "),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "fine", "text": ""}\n' + line + "\n")
    with pytest.raises(InputError, match=str(path) + complaint):
        gold.read(path)


@pytest.mark.skipif(not SHARED.exists(), reason="needs the corpora of the workplace, ../shared")
def test_the_figures_are_those_of_the_tool_of_the_workplace(tmp_path: Path) -> None:
    path = SHARED / "data/newsroom/dev.jsonl"
    articles = gold.read(path)
    results = list(extract_many(Read(id=a.id, source=a.id, text=a.text or "", published=a.date) for a in articles[:8]))
    documents = [result for result in results if isinstance(result, Document)]
    few, found = tmp_path / "gold.jsonl", tmp_path / "found.jsonl"
    few.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:8]), encoding="utf-8")
    found.write_text("".join(document.model_dump_json() + "\n" for document in documents), encoding="utf-8")
    command = [sys.executable, str(SHARED / "tools/score.py"), str(few), str(found), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    ours = report(gold.read(few), Findings(map(of_document, documents)))
    assert len(documents) == 8
    assert set(theirs) <= set(ours)
    assert theirs == {layer: {name: ours[layer].get(name) for name in table} for layer, table in theirs.items()}
