"""Speed and memory: ``python -m benchmarks.speed``, and beside spaCy's CNN ``python -m benchmarks.speed runs/cnn``.

Everything is measured in one run on one core over the sample articles, in processor time, the best of several rounds in
which all take turns. Start-up is a whole process; memory is the peak of a process. The folder is that of ``python -m
benchmarks.cnn``: spaCy's CNN pipeline, measured with textacy's and quantulum3's extraction on top; that needs the extra
``peers``. Start-up and memory are not measured with it: textacy hangs itself into every spaCy pipeline that starts.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is imported

import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from benchmarks import with_compiled_modules
from benchmarks.peers import quantulum3
from claimx.api import extract, load
from claimx.assemble import assemble
from claimx.models.encoder import Encoder
from claimx.models.layout import words_and_breaks
from claimx.models.pieces import Pieces
from claimx.readers.article import Article
from claimx.readers.text import read

SAMPLES = Path(__file__).parent.parent / "data/samples"
COMMAND = [sys.executable, "-m", "claimx"]
ROUNDS = 7
ARTICLE = 450  # words
DOLLARS = 0.04  # for an hour of a rented core: an assumption

Task = Callable[[], Any]


def texts_of(raw: list[bytes]) -> list[str]:
    """The texts of some files."""
    readings = [read(data, "-") for data in raw]
    return [reading.text for reading in readings if isinstance(reading, Article)]


def count(texts: list[str]) -> int:
    """Words as wc counts them."""
    return sum(len(text.split()) for text in texts)


def stages(nlp: Language, raw: bytes, spent: dict[str, float]) -> None:
    """Add up what each stage takes from the bytes of one article to its line of JSON."""

    def timed(name: str, task: Callable[..., Any], *args: Any) -> Any:
        begun = time.process_time()
        result = task(*args)
        spent[name] += time.process_time() - begun
        return result

    article = timed("read", read, raw, "-")
    doc = timed("tokenise", nlp.make_doc, article.text)
    for name, component in nlp.pipeline:
        doc = timed(name.removeprefix("claimx_"), component, doc)
    document = timed("assemble", partial(assemble, model="-"), doc, article)
    timed("write", document.model_dump_json)


class Listening(Encoder):
    """An encoder that keeps what it feeds to its session."""

    def __init__(self) -> None:
        super().__init__()
        self.fed: list[dict[str, Any]] = []

    def feed(self, pieces: Pieces, start: int, end: int) -> dict[str, Any]:
        """The session's input, kept."""
        self.fed.append(super().feed(pieces, start, end))
        return self.fed[-1]


def session_runs(texts: list[str]) -> Task:
    """The encoder's session runs alone, as claimx makes them for these texts."""
    blank, encoder = spacy.blank("en"), Listening()
    for text in texts:
        encoder.encode(*words_and_breaks(blank(text))[:2])
    return lambda: [encoder.session.run(None, feed) for feed in encoder.fed]


def cnn(folder: Path, texts: list[str]) -> Task:
    """SpaCy's CNN pipeline with textacy's quotations and quantulum3's quantities."""
    from textacy.extract import direct_quotations

    nlp, quantities = spacy.load(folder), quantulum3()

    def quotations(text: str) -> list[Any]:
        try:
            return list(direct_quotations(nlp(text)))
        except ValueError:  # it raises where marks do not pair
            return []

    return lambda: [(quotations(text), list(quantities(text))) for text in texts]


def best(tasks: dict[str, Task]) -> dict[str, float]:
    """The least processor time of each task; all take turns in each round."""
    least: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, task in tasks.items():
            begun = time.process_time()
            task()
            spent = time.process_time() - begun
            least[name] = min(spent, least.get(name, spent))
    return least


def stage_table(nlp: Language, raw: list[bytes], words: int) -> str:
    """Where the time goes."""
    rounds = []
    for _ in range(ROUNDS):
        spent: defaultdict[str, float] = defaultdict(float)
        for one in raw:
            stages(nlp, one, spent)
        rounds.append(spent)
    least = {name: min(spent[name] for spent in rounds) for name in rounds[0]}
    total = sum(least.values())
    rows = [f"| {name} | {words / s:,.0f} | {100 * s / total:.1f} % |" for name, s in least.items()]
    return "\n".join(["| stage | words/s | share |", "| --- | --- | --- |", *rows, f"| all | {words / total:,.0f} | |"])


def throughput_table(tasks: dict[str, Task], words: int) -> str:
    """Side by side, with claimx as the measure; and what a million articles cost."""
    least = best(tasks)
    own = least["claimx, text to JSON"]
    hours = 1e6 * ARTICLE * own / words / 3600
    cost = f"A million articles of {ARTICLE} words: {hours:.0f} core hours, {hours * DOLLARS:.2f} dollars."
    rows = [f"| {name} | {words / s:,.0f} | {s / own:.2f} |" for name, s in least.items()]
    return "\n".join(["| what | words/s | time, claimx = 1 |", "| --- | --- | --- |", *rows, "", cost])


def start_table() -> str:
    """Whole processes, cold but for the disk cache and compiled modules."""
    commands = {
        'python -c "import spacy"': [sys.executable, "-c", "import spacy"],
        "claimx --help": [*COMMAND, "--help"],
        "claimx extract, one article": [*COMMAND, "extract", str(SAMPLES / "port-strike.txt")],
    }
    run = partial(subprocess.run, check=True, capture_output=True)
    least: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            begun = time.perf_counter()
            run(command)
            least[name] = min(time.perf_counter() - begun, least.get(name, 1e9))
    spacy_alone = next(iter(least.values()))
    rows = [f"| `{name}` | {s:.2f} | {s / spacy_alone:.2f} |" for name, s in least.items()]
    return "\n".join(["| process | seconds | of `import spacy` |", "| --- | --- | --- |", *rows])


def peak(text: str, words: int) -> float:
    """Megabytes at most of ``claimx extract`` over an article of so many words."""
    longer = "\n\n".join([text] * (words // count([text]) + 1))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(" ".join(longer.split(" ")[:words]), encoding="utf-8")
        pid = subprocess.Popen([*COMMAND, "extract", str(path)], stdout=subprocess.DEVNULL).pid
        _, _, usage = os.wait4(pid, 0)
    return usage.ru_maxrss / 1024


def main(folder: Path | None) -> None:
    """Print the tables; beside a peer only the throughput."""
    with_compiled_modules()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    raw = [path.read_bytes() for path in sorted(SAMPLES.glob("*.txt"))]
    texts = texts_of(raw)
    words, nlp = count(texts), load()
    blank = spacy.blank("en")
    tasks: dict[str, Task] = {
        "claimx, text to JSON": lambda: [extract(text, nlp=nlp).model_dump_json() for text in texts],
        "claimx's encoder alone, same windows": session_runs(texts),
        "spaCy's tokenizer alone": lambda: [blank(text) for text in texts],
    }
    if folder is not None:
        tasks["spaCy CNN (tagger, parser, NER) + textacy + quantulum3"] = cnn(folder, texts)
        print(throughput_table(tasks, words))
        return
    print(stage_table(nlp, raw, words), throughput_table(tasks, words), start_table(), sep="\n\n")
    print("\n| article | peak memory |\n| --- | --- |")
    text = "\n\n".join(texts)
    for length in (1_000, 200_000):
        print(f"| {length:,} words | {peak(text, length):,.0f} MB |")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
