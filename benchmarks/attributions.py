"""Attributions looked at closely: ``python -m benchmarks.attributions ../shared``.

Prints, for the development files, how often the speaker is right by the way it was resolved and by type of quote,
and what ``--min-confidence`` gives on the articles that the confidence was not fitted on; draws that curve as
``docs/confidence.png``. Needs matplotlib: ``python -m pip install 'claimx[bench]'``.
"""

import importlib.util
import json
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.quality import extract

PICTURE = Path(__file__).parent.parent / "docs/confidence.png"
THRESHOLDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
ALIKE = 0.5  # intersection over union of characters from which two stretches are the same


@dataclass(frozen=True)
class Pair:
    """A quote of claimx, and the gold attribution with the same content, if any."""

    quote: dict[str, Any]
    gold: dict[str, Any] | None
    linked: bool


def scorer(shared: Path) -> ModuleType:
    """The workplace's ``score.py``: names are compared as it compares them."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools/score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def overlap(a: set[int], b: set[int]) -> float:
    """Intersection over union; 1 when both are empty."""
    return len(a & b) / len(a | b) if a | b else 1.0


def pairs(golds: list[dict[str, Any]], quotes: list[dict[str, Any]]) -> list[Pair]:
    """Match one to one, the best overlaps first."""
    wanted = [{c for s, e in g["content"] for c in range(s, e)} for g in golds]
    found = [{c for p in q["content"] for c in range(p["start"], p["end"])} for q in quotes]
    scored = [(overlap(w, f), i, j) for i, w in enumerate(wanted) for j, f in enumerate(found) if w & f]
    match: dict[int, int] = {}
    for score, i, j in sorted(scored, reverse=True):
        if score >= ALIKE and j not in match and i not in match.values():
            match[j] = i
    return [pair(golds[match[j]] if j in match else None, quote) for j, quote in enumerate(quotes)]


def pair(gold: dict[str, Any] | None, quote: dict[str, Any]) -> Pair:
    """Whether the source is the gold one too."""
    if gold is None:
        return Pair(quote, None, False)
    source = quote["source"]
    own = set(range(source["start"], source["end"])) if source else set()
    return Pair(quote, gold, overlap({c for s, e in gold["source"] for c in range(s, e)}, own) >= ALIKE)


def speaker_table(matched: list[Pair], same_name: Any) -> str:
    """Right speakers by resolution and by type, over the matched attributions with a named speaker."""
    counts: Counter[tuple[str, bool]] = Counter()
    for one in matched:
        names = (one.gold or {}).get("names")
        if not names:
            continue
        speaker = one.quote["speaker"]
        got = speaker["name"] if speaker else None
        right = got is not None and any(same_name(name, names[1:], got) for name in names)
        for row in (one.quote["resolution"], one.quote["type"]):
            counts[row, right] += 1
    rows = ["named", "alias", "pronoun", "nominal", "continued", "ambiguous", "none", "direct", "indirect", "mixed"]
    lines = [f"| {r} | {counts[r, True] + counts[r, False]} | {counts[r, True]} | {share(counts, r)} |" for r in rows]
    return "\n".join(["| resolution or type | named in gold | right | % |", "| --- | --- | --- | --- |", *lines])


def share(counts: Counter[tuple[str, bool]], row: str) -> str:
    """Per cent right, a dash for none."""
    total = counts[row, True] + counts[row, False]
    return f"{100 * counts[row, True] / total:.1f}" if total else "–"


def curve(matched: list[Pair], gold: int) -> list[tuple[float, float, float]]:
    """(threshold, precision, recall) of linked attributions, for every hundredth."""
    points = []
    for step in range(100):
        kept = [one.linked for one in matched if one.quote["confidence"] >= step / 100]
        if kept:
            points.append((step / 100, 100 * sum(kept) / len(kept), 100 * sum(kept) / gold))
    return points


def draw(points: list[tuple[float, float, float]], path: Path) -> None:
    """Precision over recall, the thresholds marked."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(6.4, 3.8), dpi=150)
    axes.plot([r for _, _, r in points], [p for _, p, _ in points], color="#0b6e99", linewidth=2)
    marked = [point for point in points if point[0] in THRESHOLDS]
    axes.scatter([r for _, _, r in marked], [p for _, p, _ in marked], color="#0b6e99", zorder=3)
    for threshold, precision, recall in marked:
        axes.annotate(f"{threshold:g}", (recall, precision), textcoords="offset points", xytext=(6, 5), fontsize=9)
    axes.set(xlabel="recall, %", ylabel="precision, %", xlim=(0, 100), ylim=(50, 100))
    axes.set_title("Attributions with content and source right, by --min-confidence", fontsize=10)
    axes.grid(alpha=0.3)
    figure.tight_layout()
    path.parent.mkdir(exist_ok=True)
    figure.savefig(path)


def read(path: Path) -> list[dict[str, Any]]:
    """JSON Lines."""
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def matched_file(gold: Path, folder: Path) -> list[tuple[dict[str, Any], list[Pair]]]:
    """Each gold article with the quotes that claimx finds in it."""
    target = folder / f"{gold.parent.name}.jsonl"
    extract(gold, target)
    found = {document["document"]["id"]: document["quotes"] for document in read(target)}
    articles = read(gold)
    for article in articles:
        marked = article["attributions"] if "attributions" in article else article["quotes"]
        article["golds"] = [gold for gold in marked if gold["content"]]
    return [(article, pairs(article["golds"], found[article["id"]])) for article in articles]


def name_politics(articles: list[tuple[dict[str, Any], list[Pair]]], speakers: Path) -> None:
    """Put the names of ``speakers/dev.jsonl`` on the attributions they belong to."""
    by_index = {(s["doc"], s["idx"]): s for s in read(speakers)}
    for article, _ in articles:
        for index, gold in enumerate(article["attributions"]):
            said = by_index.get((article["id"], index))
            if said is not None and said["name"] and said["kind"] in ("person", "organization", "group"):
                gold["names"] = [said["name"], *said.get("aliases", []), *said.get("also", [])]


def main(shared: Path) -> None:
    """Print the tables and draw the curve."""
    same_name = scorer(shared).same_name
    data = shared / "data"
    with tempfile.TemporaryDirectory() as name:
        politics = matched_file(data / "attribution/dev.jsonl", Path(name))
        newsroom = matched_file(data / "newsroom/dev.jsonl", Path(name))
    name_politics(politics, data / "speakers/dev.jsonl")
    for article, _ in newsroom:
        for gold in article["golds"]:
            gold["names"] = gold["speaker"]
    for title, articles in (("attribution/dev with speakers/dev", politics), ("newsroom/dev", newsroom)):
        print(f"\nSpeaker, {title}:\n\n{speaker_table([p for _, found in articles for p in found], same_name)}")
    unseen = politics[1::2]  # the articles that training/calibrate.py measures on
    points = curve([p for _, found in unseen for p in found], sum(len(article["golds"]) for article, _ in unseen))
    print("\n| --min-confidence | precision | recall |\n| --- | --- | --- |")
    for threshold, precision, recall in points:
        if threshold in THRESHOLDS:
            print(f"| {threshold:g} | {precision:.1f} | {recall:.1f} |")
    draw(points, PICTURE)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
