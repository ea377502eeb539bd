"""schema.org: nodes of the right types that refer to each other."""

import json
from collections import Counter
from typing import Any

import pytest

from claimx.render.jsonld import graph
from claimx.schema import Document
from tests.render.documents import all_sorts, empty
from tests.sample import document


def nodes(document: Document) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = graph(document)["@graph"]
    return found


def references(value: Any) -> list[str]:
    """The ids that a node refers to."""
    if isinstance(value, list):
        return [id for item in value for id in references(item)]
    if isinstance(value, dict):
        return [value["@id"]] if set(value) == {"@id"} else references(list(value.values()))
    return []


def test_types() -> None:
    assert graph(document())["@context"] == "https://schema.org"
    types = Counter(node["@type"] for node in nodes(document()))
    assert types == {"NewsArticle": 1, "Person": 1, "Quotation": 2, "Claim": 3}
    assert [node["@type"] for node in nodes(empty())] == ["NewsArticle"]


@pytest.mark.parametrize("index", range(4))
def test_every_reference_leads_to_a_node(index: int) -> None:
    found = nodes(all_sorts()[index])
    ids = [node["@id"] for node in found]
    assert len(set(ids)) == len(ids)
    assert set(references(found)) <= set(ids)
    assert "null" not in json.dumps(found)


def test_who_said_it() -> None:
    _, lund, first, *_, last = nodes(document())
    assert (lund["name"], lund["jobTitle"]) == ("Ada Lund", "Harbour chief")
    assert first["spokenByCharacter"] == [{"@id": lund["@id"]}]
    assert first["text"] == document().quotes[0].text
    assert "author" not in last  # the article's own claim
