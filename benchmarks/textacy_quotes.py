"""textacy's direct quotations beside claimx's attributions: ``python -m benchmarks.textacy_quotes ../shared``.

textacy gets claimx's own tokens, tags, parse and sentences, so that only its rules are compared. It finds direct
quotations alone; the gold has indirect and mixed ones too, so that its recall says little and its precision much.
Needs the extra ``peers``.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.quality import score
from claimx.api import extract, load

Quote = dict[str, Any]
GOLD = ("newsroom/dev.jsonl", "attribution/dev.jsonl")
SHOWN = ("content50", "linked")


def span(tokens: Any) -> dict[str, int] | None:
    """The characters of some tokens."""
    members = list(tokens)
    return {"start": members[0].idx, "end": members[-1].idx + len(members[-1])} if members else None


def readers() -> dict[str, Callable[[str], list[Quote]]]:
    """Both tools, each as a function from a text to quotes as ``score.py`` reads them."""
    from textacy.extract import direct_quotations

    nlp = load()

    def claimx(text: str) -> list[Quote]:
        return [quote.model_dump(mode="json") for quote in extract(text, nlp=nlp).quotes]

    def textacy(text: str) -> list[Quote]:
        try:
            found = list(direct_quotations(nlp(text)))
        except ValueError:  # it raises where the marks do not pair
            return []
        return [
            {"type": "direct", "source": span(one.speaker), "cue": span(one.cue), "content": [span(one.content)]}
            | {"speaker": None, "co_speakers": [], "confidence": 1.0}
            for one in found
        ]

    return {"claimx": claimx, "textacy": textacy}


def main(shared: Path) -> None:
    """Print a row for each tool and gold file."""
    heads = [f"{name} {part}" for name in SHOWN for part in ("P", "R", "F1")]
    print(f"| file | tool | {' | '.join(heads)} |\n|{' --- |' * (len(heads) + 2)}")
    with tempfile.TemporaryDirectory() as folder:
        for gold in GOLD:
            rows = [json.loads(line) for line in (shared / "data" / gold).open(encoding="utf-8")]
            for tool, read in readers().items():
                target = Path(folder) / "predicted.jsonl"
                with target.open("w", encoding="utf-8") as out:
                    for row in rows:
                        found = {
                            "document": {"id": row["id"]},
                            "quotes": read(row["text"]),
                            "numbers": [],
                            "hedges": [],
                        }
                        out.write(json.dumps(found) + "\n")
                report = score(shared, gold, target)["attribution"]
                shown = [f"{report[name][part]:.1f}" for name in SHOWN for part in ("P", "R", "F1")]
                print(f"| {gold.removesuffix('.jsonl')} | {tool} | {' | '.join(shown)} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
