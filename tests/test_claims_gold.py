"""The claims gold fits its articles: what is annotated is what the offsets point at."""

import hashlib
import json
from pathlib import Path
from typing import Any, get_args

import pytest

from claimx import schema

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "data/samples"
ARTICLES = [json.loads(line) for line in (ROOT / "tests/gold/claims.jsonl").read_text(encoding="utf-8").splitlines()]
FIELDS = {"start", "end", "speaker", "certainty", "polarity", "verification", "checkable"}


def text_of(article: dict[str, Any]) -> str:
    return (SAMPLES / str(article["id"])).read_bytes().decode("utf-8")


def test_four_articles_are_annotated() -> None:
    assert len({article["id"] for article in ARTICLES}) == 4
    assert sum(len(article["claims"]) for article in ARTICLES) == 111


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["id"])
class TestArticle:
    def test_is_the_text_that_was_annotated(self, article: dict[str, Any]) -> None:
        assert hashlib.sha256(text_of(article).encode()).hexdigest() == article["sha256"]

    def test_spans_are_distinct_and_in_text_order(self, article: dict[str, Any]) -> None:
        spans = [(claim["start"], claim["end"]) for claim in article["claims"]]
        assert spans == sorted(set(spans))

    def test_spans_stand_on_whole_words_without_the_final_mark(self, article: dict[str, Any]) -> None:
        text = text_of(article)
        for claim in article["claims"]:
            start, end = claim["start"], claim["end"]
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
            assert not text[start - 1 : start].isalnum() or start == 0
            assert not text[end : end + 1].isalnum()
            assert text[end - 1] not in ".,;:?!"

    def test_values_are_those_of_the_contract(self, article: dict[str, Any]) -> None:
        for claim in article["claims"]:
            assert set(claim) == FIELDS
            assert claim["certainty"] in get_args(schema.Certainty)
            assert claim["polarity"] in get_args(schema.Polarity)
            assert claim["verification"] in (None, *get_args(schema.Verification))
            assert isinstance(claim["checkable"], bool)
