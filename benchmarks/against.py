"""This version against an earlier one: ``python -m benchmarks.against COMMIT``.

Checks the commit out into a folder of its own, and measures in turn, in processes of their own on one core: the
encoder's session runs alone, on the windows that each version makes, and everything from text to JSON.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROUNDS = 3
MEASURE = """
import json, time
from pathlib import Path
import spacy
from claimx.api import extract, load
from claimx.models.encoder import Encoder
from claimx.models.layout import words_and_breaks

class Listening(Encoder):
    fed = []
    def feed(self, *arguments):
        self.fed.append(super().feed(*arguments))
        return self.fed[-1]

texts = [path.read_text(encoding="utf-8") for path in sorted(Path("data/samples").glob("*.txt"))]
words, blank, encoder, nlp = sum(len(t.split()) for t in texts), spacy.blank("en"), Listening(), load()
for text in texts:
    encoder.encode(*words_and_breaks(blank(text))[:2])
tasks = {
    "encoder alone": lambda: [encoder.session.run(None, feed) for feed in encoder.fed],
    "text to JSON": lambda: [extract(text, nlp=nlp).model_dump_json() for text in texts],
}
found = {name: [] for name in tasks}
for _ in range(5):
    for name, task in tasks.items():
        begun = time.process_time()
        task()
        found[name].append(time.process_time() - begun)
print(json.dumps({name: words / min(seconds) for name, seconds in found.items()}))
"""
"""Runs with either version: it uses what both have, and is given the same articles."""


def speeds(checkout: Path) -> dict[str, float]:
    """Words a second of a checkout, by task."""
    environment = os.environ | {"PYTHONPATH": str(checkout / "src"), "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-c", MEASURE]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main(commit: str) -> None:
    """Print the best of several rounds for both."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    best: dict[tuple[str, str], float] = {}
    with tempfile.TemporaryDirectory() as folder:
        earlier = Path(folder) / "earlier"
        subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(earlier), commit], cwd=ROOT, check=True)
        try:
            for _ in range(ROUNDS):
                for name, checkout in (("earlier", earlier), ("now", ROOT)):
                    for task, speed in speeds(checkout).items():
                        best[task, name] = max(speed, best.get((task, name), 0.0))
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(earlier)], cwd=ROOT, check=True)
    print(f"| words/s | {commit} | now | times as fast |\n| --- | --- | --- | --- |")
    for task in dict.fromkeys(task for task, _ in best):
        before, now = best[task, "earlier"], best[task, "now"]
        print(f"| {task} | {before:,.0f} | {now:,.0f} | {now / before:.2f} |")


if __name__ == "__main__":
    main(sys.argv[1])
