"""Attributions looked at closely: ``python -m benchmarks.attributions ../shared``.

Prints, for the development files, how often the speaker is right by the way it was resolved and by type of quote,
and what ``--min-confidence`` gives on the articles that the confidence was not fitted on; draws that curve as
``docs/confidence.png``. Needs matplotlib: ``python -m pip install 'claimx[bench]'``.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality import extract
from claimx.schema import Document, Quote
from claimx.scoring import gold
from claimx.scoring.attributions import Pair, pair_up
from claimx.scoring.found import of_document

PICTURE = Path(__file__).parent.parent / "docs/confidence.png"
THRESHOLDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
ROWS = ("named", "alias", "pronoun", "nominal", "continued", "ambiguous", "none", "direct", "indirect", "mixed")


class Compared(NamedTuple):
    """An article: gold attributions with the quotes found for them, and every quote with whether it is linked right."""

    pairs: list[tuple[Pair, Quote | None]]
    quotes: list[tuple[Quote, bool]]


def compared(path: Path, speakers: gold.Speakers | None = None) -> Iterator[Compared]:
    """What claimx finds in each article of a gold file."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "found.jsonl"
        extract(path, target)
        documents = map(Document.model_validate_json, target.open(encoding="utf-8"))
        for article, document in zip(gold.read(path), documents, strict=True):
            found = of_document(document).attributions
            pairs, right = pair_up(article, found, speakers)
            quote_of = {id(one): quote for one, quote in zip(found, document.quotes, strict=True)}
            yield Compared(
                [(pair, quote_of.get(id(pair.found))) for pair in pairs],
                [(quote, index in right) for index, quote in enumerate(document.quotes)],
            )


def speaker_table(articles: list[Compared]) -> str:
    """Right speakers by resolution and by type, over the matched attributions with a named speaker."""
    counts: Counter[tuple[str, bool]] = Counter()
    for pair, quote in (both for article in articles for both in article.pairs):
        if quote is not None and pair.wanted:
            counts.update((row, pair.named) for row in (quote.resolution, quote.type))
    lines = [f"| {r} | {counts[r, True] + counts[r, False]} | {counts[r, True]} | {share(counts, r)} |" for r in ROWS]
    return "\n".join(["| resolution or type | named in gold | right | % |", "| --- | --- | --- | --- |", *lines])


def share(counts: Counter[tuple[str, bool]], row: str) -> str:
    """Per cent right, a dash for none."""
    total = counts[row, True] + counts[row, False]
    return f"{100 * counts[row, True] / total:.1f}" if total else "–"


def curve(articles: list[Compared]) -> list[tuple[float, float, float]]:
    """(threshold, precision, recall) of linked attributions, for every hundredth."""
    quotes = [both for article in articles for both in article.quotes]
    wanted = sum(len(article.pairs) for article in articles)
    points = []
    for step in range(100):
        kept = [right for quote, right in quotes if quote.confidence >= step / 100]
        if kept:
            points.append((step / 100, 100 * sum(kept) / len(kept), 100 * sum(kept) / wanted))
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


def main(shared: Path) -> None:
    """Print the tables and draw the curve."""
    data = shared / "data"
    politics = list(compared(data / "attribution/dev.jsonl", gold.read_speakers(data / "speakers/dev.jsonl")))
    newsroom = list(compared(data / "newsroom/dev.jsonl"))
    for title, articles in (("attribution/dev with speakers/dev", politics), ("newsroom/dev", newsroom)):
        print(f"\nSpeaker, {title}:\n\n{speaker_table(articles)}")
    points = curve(politics[1::2])  # the articles that training/calibrate.py measures on
    print("\n| --min-confidence | precision | recall |\n| --- | --- | --- |")
    for threshold, precision, recall in points:
        if threshold in THRESHOLDS:
            print(f"| {threshold:g} | {precision:.1f} | {recall:.1f} |")
    draw(points, PICTURE)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
