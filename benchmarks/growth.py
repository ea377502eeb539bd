"""Whether time per word stays flat as articles and batches grow: ``python -m benchmarks.growth``.

Measures one article of 500 to 200,000 words, in processor time without start-up, and batches of 100 to 20,000 short
articles, in seconds less those of a batch of one. Draws both as ``benchmarks/growth.png``; needs the extra ``bench``.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is imported

import gc
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.batch import COMMAND, generate
from benchmarks.speed import SAMPLES, count
from claimx.api import extract, load

PICTURE = Path(__file__).with_name("growth.png")
WORDS = (500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000)
ARTICLES = (100, 300, 1_000, 3_000, 20_000)
ROUNDS = 3

Points = list[tuple[int, float]]


def lengths() -> Points:
    """(words, microseconds a word) for one article of each length."""
    gc.set_threshold(50_000)  # as the command line has it
    nlp = load()
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    words = "\n\n".join(texts * (max(WORDS) // count(texts) + 1)).split(" ")
    points = []
    for length in WORDS:
        text = " ".join(words[:length])
        size, least = count([text]), float("inf")
        for _ in range(ROUNDS if length <= 20_000 else 1):
            begun = time.process_time()
            extract(text, nlp=nlp).model_dump_json()
            least = min(least, time.process_time() - begun)
        points.append((size, 1e6 * least / size))
    return points


def batch_seconds(folder: Path, articles: int) -> float:
    """What a batch of so many articles takes, with its start."""
    generate(folder / "articles.jsonl", articles)
    command = [*COMMAND, "articles.jsonl", "-o", "out.jsonl", "--no-resume", "-q"]
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True)
    return time.perf_counter() - begun


def batches() -> Points:
    """(articles, milliseconds an article) for batches of each size."""
    with tempfile.TemporaryDirectory() as name:
        start = min(batch_seconds(Path(name), 1) for _ in range(ROUNDS))
        return [(size, 1e3 * (batch_seconds(Path(name), size) - start) / size) for size in ARTICLES]


def draw(words: Points, articles: Points) -> None:
    """Both curves, from zero up."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(1, 2, figsize=(9, 3.2), layout="constrained")
    for axis, points, size, unit in (
        (axes[0], words, "words of one article", "µs a word"),
        (axes[1], articles, "articles of a batch", "ms an article"),
    ):
        sizes, values = zip(*points, strict=True)
        axis.plot(sizes, values, color="#2a6f97", marker="o")
        axis.set(xscale="log", ylim=(0, 1.1 * max(values)), xlabel=size, ylabel=unit)
        axis.grid(alpha=0.3)
    figure.savefig(PICTURE, dpi=110)


def table(points: Points, size: str, unit: str) -> str:
    """One row per size."""
    rows = [f"| {n:,} | {value:.1f} |" for n, value in points]
    return "\n".join([f"| {size} | {unit} |", "| --- | --- |", *rows])


if __name__ == "__main__":
    by_length, by_number = lengths(), batches()
    print(table(by_length, "words", "µs a word"), table(by_number, "articles", "ms an article"), sep="\n\n")
    draw(by_length, by_number)
