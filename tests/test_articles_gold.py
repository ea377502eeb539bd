"""The gold of whole articles is well-formed: spans stand on whole words, values are those of the contract."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from claimx import schema

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "data/samples"
ARTICLES = [json.loads(line) for line in (ROOT / "tests/gold/articles.jsonl").read_text(encoding="utf-8").splitlines()]
ISO = re.compile(r"(\d{4}|\d{3}X|\d{4}-\d\d|\d{4}-W\d\d|\d{4}-\d\d-\d\d|(\d{4}-\d\d-\d\d)?T\d\d:\d\d)")
LAYERS = ("quotes", "numbers", "dates", "hedges")
Article = dict[str, Any]


def spans(article: Article) -> Iterator[tuple[int, int]]:
    """Every stretch that is annotated."""
    for quote in article["quotes"]:
        yield from (tuple(piece) for role in ("source", "cue", "content") for piece in quote[role])
    for layer in LAYERS[1:]:
        yield from ((one["start"], one["end"]) for one in article[layer])


def test_enough_is_annotated() -> None:
    assert len({article["id"] for article in ARTICLES}) == len(ARTICLES) >= 6
    counts = {layer: sum(len(article[layer]) for article in ARTICLES) for layer in LAYERS}
    assert counts == {"quotes": 152, "numbers": 140, "dates": 55, "hedges": 106}
    assert {quote["type"] for article in ARTICLES for quote in article["quotes"]} == {"direct", "indirect", "mixed"}
    marks = "".join(article["text"] for article in ARTICLES)
    assert all(mark in marks for mark in '"“‘')


def test_samples_are_annotated_as_they_are() -> None:
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in SAMPLES.glob("*.txt")}
    annotated = {article["id"]: article["text"] for article in ARTICLES if article["id"] in texts}
    assert len(annotated) == 4
    assert annotated == {id: texts[id] for id in annotated}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["id"])
class TestArticle:
    def test_spans_stand_on_whole_words(self, article: Article) -> None:
        text = article["text"]
        for start, end in spans(article):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
            assert not (text[start - 1 : start].isalnum() and text[start].isalnum())
            assert not (text[end : end + 1].isalnum() and text[end - 1].isalnum())

    def test_every_attribution_has_content_and_a_known_type(self, article: Article) -> None:
        for quote in article["quotes"]:
            assert quote["content"]
            assert quote["type"] in get_args(schema.QuoteType)
            assert quote["kind"] in get_args(schema.SpeakerKind)

    def test_values_are_those_of_the_contract(self, article: Article) -> None:
        for number in article["numbers"]:
            assert number["kind"] in get_args(schema.NumberKind)
            assert number["comparator"] in get_args(schema.Comparator)
            assert (number["value"] is None) is (number["low"] is not None or number["high"] is not None)
        for hedge in article["hedges"]:
            assert hedge["type"] in get_args(schema.HedgeType)
        for date in article["dates"]:
            assert all(ISO.fullmatch(part) for part in date["iso"].split("/"))
