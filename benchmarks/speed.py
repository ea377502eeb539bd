"""Speed and memory, with pytest-benchmark: ``python -m benchmarks.speed``.

Throughput is measured on one core over the sample articles, in one run: spaCy's tokenizer alone, the bare
encoder (the session runs that claimx makes, on prepared input), and everything from text to JSON. Start-up is
a whole process; memory is the peak of a process.
"""

import json
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from pytest_benchmark.fixture import BenchmarkFixture

from claimx.api import extract, load
from claimx.models.encoder import Encoder
from claimx.models.layout import words_and_breaks
from claimx.models.pieces import PARAGRAPH_BREAK

SAMPLES = Path(__file__).parent.parent / "data/samples"
COMMAND = [sys.executable, "-m", "claimx"]


@cache
def articles() -> list[str]:
    """The sample articles."""
    return [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]


def count(texts: list[str]) -> int:
    """Words as wc counts them."""
    return sum(len(text.split()) for text in texts)


@pytest.fixture(autouse=True)
def one_core() -> None:
    """What is measured here shares one core with nothing it starts itself."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def per_second(benchmark: Any) -> None:
    """Note the throughput beside the times."""
    words = count(articles())
    benchmark.extra_info["words/s"] = round(words / benchmark.stats.stats.min)


def test_tokenizer(benchmark: BenchmarkFixture) -> None:
    """A blank spaCy pipeline."""
    nlp = spacy.blank("en")
    benchmark.pedantic(lambda: [nlp(text) for text in articles()], rounds=5, warmup_rounds=1)
    per_second(benchmark)


def test_encoder(benchmark: BenchmarkFixture) -> None:
    """The encoder's session runs alone, over the windows that claimx makes."""
    nlp, encoder = spacy.blank("en"), Encoder()
    runs = []
    for text in articles():
        words, breaks, _ = words_and_breaks(nlp(text))
        pieces = encoder.pieces(words, breaks)
        forced = np.array(breaks) == PARAGRAPH_BREAK
        runs += [encoder.feed(pieces, s, e) for s, e, _, _ in encoder.windows(pieces, forced)]
    benchmark.pedantic(lambda: [encoder.session.run(None, feed) for feed in runs], rounds=5, warmup_rounds=1)
    per_second(benchmark)


def test_extract(benchmark: BenchmarkFixture) -> None:
    """From text to JSON."""
    nlp = load()
    benchmark.pedantic(
        lambda: [extract(text, nlp=nlp).model_dump_json() for text in articles()], rounds=5, warmup_rounds=1
    )
    per_second(benchmark)


@pytest.mark.parametrize(
    "command",
    [
        [sys.executable, "-c", "import spacy"],
        [*COMMAND, "--help"],
        [*COMMAND, "extract", str(SAMPLES / "port-strike.txt")],
    ],
    ids=["import spacy", "claimx --help", "claimx extract"],
)
def test_start(benchmark: BenchmarkFixture, command: list[str]) -> None:
    """A whole process, cold but for the disk cache."""
    benchmark.pedantic(lambda: subprocess.run(command, check=True, capture_output=True), rounds=5, warmup_rounds=1)


@pytest.mark.parametrize("words", [1_000, 200_000])
def test_memory(benchmark: BenchmarkFixture, words: int) -> None:
    """Peak memory of one ``claimx extract`` over an article of about this length."""
    text = "\n\n".join(articles())
    text = "\n\n".join([text] * (words // count([text]) + 1))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(" ".join(text.split(" ")[:words]), encoding="utf-8")
        code = (
            "import resource, subprocess, sys;"
            "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        )
        run = [sys.executable, "-c", code, *COMMAND, "extract", str(path)]
        done = benchmark.pedantic(lambda: subprocess.run(run, check=True, capture_output=True, text=True), rounds=1)
    benchmark.extra_info["peak MB"] = round(int(done.stdout) / 1024)


def main() -> int:
    """Run everything and print one line for each measurement."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        code = pytest.main([__file__, "-q", "--no-header", "-p", "no:cacheprovider", f"--benchmark-json={report}"])
        results: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))["benchmarks"]
    for result in results:
        notes = ", ".join(f"{value:,} {unit}" for unit, value in result["extra_info"].items())
        print(f"| {result['name']} | {result['stats']['min']:.3f} s | {notes} |")
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
