"""Measure everything and write ``RESULTS.md``: ``python -m benchmarks ../shared [SECTION …]``.

Each section is the output of one command, with the command, the machine and the date. With sections named, only these
are measured anew and the others stay as they are. Needs the extra ``bench``; the sections in ``PEERS`` need the extra
``peers`` too, in an environment of their own: what textacy hangs into spaCy slows every start. Without it they are
left out, with it the others are. The speed sections want a machine that does nothing else.
"""

import platform
import re
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from claimx import __version__
from claimx.models.card import full_name, load_card

HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS.md"
# Title, and the module with its arguments; "shared" stands for the folder of the workplace.
SECTIONS = {
    "quality": ("Quality on the gold files", "benchmarks.quality shared"),
    "syntax": ("Syntax", "training.evaluate shared/data/ud/ewt.dev.conllu shared/data/ud/gum.dev.conllu"),
    "attributions": ("Speakers and confidence", "benchmarks.attributions shared"),
    "claims": ("Claims", "benchmarks.claims shared"),
    "numbers": ("Numbers beside quantulum3 and Recognizers-Text", "benchmarks.peers shared"),
    "textacy": ("Quotes beside textacy", "benchmarks.textacy_quotes shared"),
    "speed": ("Speed and memory", "benchmarks.speed"),
    "first": ("Speed against model 1.1.0", "benchmarks.against 8d0f035"),
    "cnn": ("Speed beside spaCy's CNN, textacy and quantulum3", "benchmarks.speed runs/cnn"),
    "growth": ("Growth", "benchmarks.growth"),
    "batch": ("Batches", "benchmarks.batch"),
}
PEERS = ("numbers", "textacy", "cnn")
HEAD = """# Results

claimx {version}, model {model}. Written by `python -m benchmarks ../shared`; each section says its command, day and
machine. Dev files were looked at while choosing, and errors on them were read while rules were written: expect less on
other articles. Figures in bold miss what was asked. What was tried: [notes.md](notes.md).
"""


def machine() -> str:
    """The processor and the Python of this run."""
    try:
        found = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    except OSError:
        found = None
    return f"{found.group(1) if found else platform.processor()}, Python {platform.python_version()}"


def measure(title: str, module: str, shared: str) -> str:
    """One section: the output of its command below what it was."""
    arguments = module.replace("shared", shared).split()
    done = subprocess.run([sys.executable, "-m", *arguments], check=True, stdout=subprocess.PIPE, text=True)
    shown = f"`python -m {' '.join(arguments)}`, {time.strftime('%Y-%m-%d')}, {machine()}"
    return f"## {title}\n\n{shown}\n\n{done.stdout.strip()}\n"


def parts(text: str) -> dict[str, str]:
    """The sections of a ``RESULTS.md`` by title."""
    return {part.partition("\n")[0]: f"## {part}" for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]}


def main(shared: str, wanted: list[str]) -> None:
    """Measure the sections that are asked for, by default those of this environment, and write the file after each.

    Raises:
        SystemExit: A section is not known.
    """
    if unknown := set(wanted) - set(SECTIONS):
        sys.exit(f"no such section: {', '.join(sorted(unknown))}. There are: {', '.join(SECTIONS)}")
    with_peers = find_spec("textacy") is not None
    found = parts(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    for name in wanted or [name for name in SECTIONS if (name in PEERS) == with_peers]:
        title, module = SECTIONS[name]
        print(f"{title} …", file=sys.stderr, flush=True)
        found[title] = measure(title, module, shared)
        RESULTS.write_text(written(found), encoding="utf-8")


def written(found: dict[str, str]) -> str:
    """The file: its sections, by title, in their order."""
    head = HEAD.format(version=__version__, model=full_name(load_card()))
    body = [found[title].strip() + "\n" for title, _ in SECTIONS.values() if title in found]
    return "\n".join([head, *body])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
