"""What each component costs of the time from text to JSON: ``python -m benchmarks.share``.

Over the sample articles, in processor time, the best of three rounds, with one thread as the command line has. The
issue of numbers asks that they and the dates stay below 15 %.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is imported

import time
from collections import defaultdict
from pathlib import Path

from spacy.language import Language

from claimx.api import extract, load

SAMPLES = Path(__file__).parent.parent / "data/samples"


def spend(nlp: Language, texts: list[str]) -> dict[str, float]:
    """Return the seconds that each component takes over the texts, and "text to JSON" for everything."""
    spent: defaultdict[str, float] = defaultdict(float)
    for text in texts:
        doc = nlp.make_doc(text)
        for name, component in nlp.pipeline:
            begun = time.process_time()
            doc = component(doc)
            spent[name] += time.process_time() - begun
        begun = time.process_time()
        extract(text, nlp=nlp).model_dump_json()
        spent["text to JSON"] += time.process_time() - begun
    return spent


def report() -> None:
    """Print one line for each component."""
    nlp = load()
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    rounds = [spend(nlp, texts) for _ in range(4)][1:]  # the first one warms up
    best = {name: min(round_[name] for round_ in rounds) for name in rounds[0]}
    for name, seconds in best.items():
        print(f"| {name} | {seconds:.3f} s | {100 * seconds / best['text to JSON']:.1f} % |")


if __name__ == "__main__":
    report()
