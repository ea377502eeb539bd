"""Golden articles: three samples with their whole output beside them, reviewed whenever they change.

After a change that is meant: ``python -m tests.test_golden`` writes the files anew; read the diff.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from claimx.api import extract, load

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
NAMES = ("port-strike", "water-interview", "nasty-quotes")


def output(name: str, nlp: Language) -> dict[str, Any]:
    """The document of a sample, without the text, which stands in the sample."""
    source = f"data/samples/{name}.txt"
    text = (ROOT / source).read_text(encoding="utf-8")
    document = extract(text, id=source, published="2026-03-12", nlp=nlp).model_dump(mode="json")
    document["document"]["text"] = None
    return document


@pytest.mark.parametrize("name", NAMES)
def test_golden(nlp: Language, name: str) -> None:
    expected = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    found = output(name, nlp)
    # int8 arithmetic differs between processors with and without VNNI; confidence shows it first
    pairs = zip(found["quotes"], expected["quotes"], strict=True)
    assert all(a.pop("confidence") == pytest.approx(b.pop("confidence"), abs=0.15) for a, b in pairs)
    assert found == expected


def main() -> None:
    """Write the golden files."""
    nlp = load()
    for name in NAMES:
        shown = json.dumps(output(name, nlp), ensure_ascii=False, indent=1)
        (GOLDEN / f"{name}.json").write_text(shown + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
