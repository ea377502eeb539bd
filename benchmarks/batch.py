"""Batches: ``python -m benchmarks.batch [articles]``: two jobs against one, memory and time over a long run, kills.

Articles are generated: short, each with a text of its own. Memory is the proportional set size (PSS) of the command and
its workers, read from ``/proc`` (Linux). Draws ``benchmarks/batch.png``.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks import with_compiled_modules

COMMAND = [sys.executable, "-m", "claimx", "batch"]
PICTURE = Path(__file__).with_name("batch.png")
NAMES = ["Ana Ruiz", "Tomas Oyelade", "Senna Valk", "Mark Orr", "Ida Crane", "Paolo Brandt", "Noor Haddad"]
THINGS = ["houses", "ferries", "teachers", "bridges", "tonnes of rice", "beds", "tickets", "ships"]
CUES = ["said", "warned", "denied", "told reporters", "suggested", "wrote"]


class Point(NamedTuple):
    """A moment of a run: seconds since its start, articles done, megabytes held."""

    seconds: float
    articles: int
    megabytes: float


def generate(path: Path, count: int) -> None:
    """``count`` articles as JSON Lines."""
    import json

    rng = random.Random(7)
    with path.open("w", encoding="utf-8") as file:
        for i in range(count):
            sentences = [
                f"{rng.choice(NAMES)} {rng.choice(CUES)} that about {rng.randint(2, 9000)} {rng.choice(THINGS)} "
                f"may be lost by {rng.randint(2027, 2049)}."
                for _ in range(rng.randint(1, 4))
            ]
            sentences.append(f"“Nobody asked us,” said {rng.choice(NAMES)}, who sold the {i}th lot on Friday.")
            file.write(json.dumps({"id": f"a{i}", "text": " ".join(sentences)}) + "\n")


def held(pid: int) -> float:
    """Megabytes of a process and its children."""
    family = [pid, *(int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]
    total = 0
    for member in family:
        try:
            rollup = Path(f"/proc/{member}/smaps_rollup").read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue
        total += int(rollup.split("Pss:")[1].split()[0])
    return total / 1024


def watched(folder: Path, out: str, jobs: int) -> list[Point]:
    """Run a batch, and look at it once a second."""
    start, points, done, place = time.monotonic(), [], 0, 0
    command = [*COMMAND, "articles.jsonl", "-o", out, "--jobs", str(jobs), "--no-resume", "-q"]
    process = subprocess.Popen(command, cwd=folder)
    while process.poll() is None:
        time.sleep(1)
        ledger = folder / f"{out}.ledger"
        if ledger.exists():
            with ledger.open("rb") as file:
                file.seek(place)
                new = file.read()
            done, place = done + new.count(b"\n"), place + len(new)
        try:
            now = Point(time.monotonic() - start, done, held(process.pid))
            points += [now] if now.megabytes else []  # nothing is held at the very end
        except (FileNotFoundError, ProcessLookupError, IndexError):
            break
    process.wait()
    return points


def killed(folder: Path, times: int) -> int:
    """How many of ``times`` runs were still at work when they were killed, before one was left to its end."""
    rng, alive = random.Random(3), 0
    for _ in range(times):
        process = subprocess.Popen([*COMMAND, "articles.jsonl", "-o", "killed.jsonl", "-q"], cwd=folder)
        time.sleep(rng.uniform(2, 9))
        alive += process.poll() is None
        process.kill()
        process.wait()
    subprocess.run([*COMMAND, "articles.jsonl", "-o", "killed.jsonl", "-q"], cwd=folder, check=True)
    return alive


def draw(points: list[Point]) -> None:
    """Memory and pace over the run."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, (memory, pace) = plt.subplots(1, 2, figsize=(9, 3.2), layout="constrained")
    memory.plot([p.articles for p in points], [p.megabytes for p in points], color="#2a6f97")
    memory.set(xlabel="articles done", ylabel="MB, all processes", ylim=(0, None), title="memory")
    pace.plot([p.articles for p in points], [p.seconds for p in points], color="#2a6f97")
    pace.set(xlabel="articles done", ylabel="seconds", ylim=(0, None), title="time")
    figure.savefig(PICTURE, dpi=110)


def main(count: int) -> None:
    """All measurements."""
    with_compiled_modules()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate(folder / "articles.jsonl", 2000)
        seconds = {jobs: watched(folder, f"jobs{jobs}.jsonl", jobs)[-1].seconds for jobs in (1, 2)}
        one, two = seconds[1], seconds[2]
        print(f"- 2,000 articles: {one:.1f} s with one job, {two:.1f} s with two: {one / two:.2f} times as fast")
        kills = killed(folder, 5)
        same = (folder / "killed.jsonl").read_bytes() == (folder / "jobs1.jsonl").read_bytes()
        print(
            f"- killed {kills} times and resumed: {'the same bytes' if same else 'NOT THE SAME'} as an undisturbed run"
        )
        generate(folder / "articles.jsonl", count)
        points = watched(folder, "long.jsonl", 2)
        settled = [p.megabytes for p in points if p.articles > count // 10]
        print(f"- {count:,} articles: {points[-1].seconds:.0f} s, {settled[0]:.0f} MB, at most {max(settled):.0f} MB")
        draw(points)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
