"""Claims against our own gold: ``python -m benchmarks.claims ../shared``.

Scores what ``extract`` finds in the twelve articles of ``benchmarks/claims.gold.jsonl`` (their texts are in
``newsroom/dev.jsonl`` of the workplace) and in the four samples of ``tests/gold/claims.jsonl``. Claims are matched
one to one, the best overlaps first, where their characters overlap by half (intersection over union); certainty,
polarity and the rest are judged on the matched. ``--errors`` also prints every claim missed, invented or judged
otherwise. How the gold was made: ``docs/claims-guidelines.md``.
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language

from claimx import Document
from claimx.api import extract, load

ROOT = Path(__file__).parent.parent
ARTICLES = ROOT / "benchmarks/claims.gold.jsonl"
SAMPLES = ROOT / "tests/gold/claims.jsonl"
ALIKE = 0.5
FIELDS = ("certainty", "polarity", "verification", "checkable")

Found = dict[str, Any]


@dataclass
class Score:
    """Counts over articles; ``right`` counts by field the matched claims that agree."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    right: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Span F1 in per cent."""
        return 200 * self.matched / (self.gold + self.found) if self.matched else 0.0

    def accuracy(self, name: str) -> float:
        """Per cent of the matched claims that agree on a field, or on the speaker."""
        return 100 * self.right[name] / self.matched if self.matched else 0.0


def read(path: Path) -> list[dict[str, Any]]:
    """JSON Lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def overlap(a: Found, b: Found) -> float:
    """Intersection over union of two stretches of characters."""
    shared = max(0, min(a["end"], b["end"]) - max(a["start"], b["start"]))
    return float(shared / (a["end"] - a["start"] + b["end"] - b["start"] - shared))


def match(golds: list[Found], claims: list[Found]) -> dict[int, int]:
    """Gold index → claim index, one to one, the best overlaps first."""
    scored = [(overlap(g, c), -i, -j) for i, g in enumerate(golds) for j, c in enumerate(claims)]
    pairs: dict[int, int] = {}
    for score, i, j in sorted(scored, reverse=True):
        if score >= ALIKE and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def same_speaker(gold: str | None, claim: Found) -> bool:
    """Whether the claim is the gold source's: null is the article, "?" a source without a name."""
    if gold is None or claim["quote"] is None:
        return gold is None and claim["quote"] is None
    name = claim["speaker"]["name"] if claim["speaker"] else None
    if gold == "?" or name is None:
        return gold == "?" and name is None
    return gold.lower() == name.lower() or f" {gold.lower()}".endswith(f" {name.lower()}")


def score(gold: dict[str, Any], document: Document) -> Score:
    """Score one article."""
    text = document.document.text or ""
    claims = document.model_dump(mode="json")["claims"]
    golds = gold["claims"]
    pairs = match(golds, claims)
    result = Score(len(golds), len(claims), len(pairs))
    for i, j in pairs.items():
        result.right["speaker"] += same_speaker(golds[i]["speaker"], claims[j])
        for name in FIELDS:
            result.right[name] += golds[i][name] == claims[j][name]
    result.errors = list(_errors(text, golds, claims, pairs))
    return result


def _errors(text: str, golds: list[Found], claims: list[Found], pairs: dict[int, int]) -> Iterable[str]:
    """One line per claim that is missed, invented or judged otherwise."""
    for i, gold in enumerate(golds):
        shown = text[gold["start"] : gold["end"]]
        if i not in pairs:
            yield f"missed: {shown} [{gold['speaker']}]"
            continue
        claim = claims[pairs[i]]
        for name in FIELDS:
            if gold[name] != claim[name]:
                signals = ", ".join(claim["signals"])
                yield f"{name}: {claim[name]}, gold {gold[name]}: {claim['text']} [{signals}]"
        if not same_speaker(gold["speaker"], claim):
            yield f"speaker: {claim['speaker']}, {claim['quote']}, gold {gold['speaker']}: {claim['text']}"
    for j in sorted(set(range(len(claims))) - set(pairs.values())):
        yield f"invented: {claims[j]['text']} [{claims[j]['quote']}]"


def total(scores: Iterable[Score]) -> Score:
    """Add the counts up."""
    result = Score()
    for one in scores:
        result.gold += one.gold
        result.found += one.found
        result.matched += one.matched
        result.right += one.right
        result.errors += one.errors
    return result


def sample_score(nlp: Language) -> Score:
    """Score the four samples, which need no workplace."""
    golds = read(SAMPLES)
    return total(_article(gold, _sample(gold["id"]), None, nlp) for gold in golds)


def _sample(name: str) -> str:
    return (ROOT / "data/samples" / name).read_text(encoding="utf-8")


def _article(gold: dict[str, Any], text: str, published: str | None, nlp: Language) -> Score:
    if hashlib.sha256(text.encode()).hexdigest() != gold["sha256"]:
        raise ValueError(f"{gold['id']}: not the text that was annotated")
    return score(gold, extract(text, id=gold["id"], published=published, nlp=nlp))


def article_score(shared: Path, nlp: Language) -> Score:
    """Score the twelve articles of the workplace."""
    texts = {article["id"]: article for article in read(shared / "data/newsroom/dev.jsonl")}
    rows = [(gold, texts[gold["id"]]) for gold in read(ARTICLES)]
    return total(_article(gold, article["text"], article["date"], nlp) for gold, article in rows)


def main(shared: Path, errors: bool) -> None:
    """Print the figures of both golds."""
    nlp = load()
    names = (*FIELDS, "speaker")
    print(f"| gold | claims | found | span F1 | {' | '.join(names)} |\n|{' --- |' * (4 + len(names))}")
    results = {"newsroom/dev, 12 articles": article_score(shared, nlp), "4 samples": sample_score(nlp)}
    for title, result in results.items():
        shares = " | ".join(f"{result.accuracy(name):.1f}" for name in names)
        print(f"| {title} | {result.gold} | {result.found} | {result.f1:.1f} | {shares} |")
    for result in results.values() if errors else ():
        print("", *sorted(result.errors), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--errors" in sys.argv[2:])
