"""Measure everything and write ``RESULTS.md``: ``python -m benchmarks ../shared [SECTION …]``.

Each section is the output of one command, with the command, the machine and the date. With sections named, only these
are measured anew and the others stay as they are. What was tried and why stands in ``notes.md``, which is put at the
end. Needs the extra ``bench``; the speed sections want a machine that does nothing else.
"""

import platform
import re
import subprocess
import sys
import time
from pathlib import Path

from claimx import __version__
from claimx.models.card import full_name, load_card

HERE = Path(__file__).parent
RESULTS, NOTES = HERE / "RESULTS.md", HERE / "notes.md"
# Title, and the module with its arguments; "shared" stands for the folder of the workplace.
SECTIONS = {
    "quality": ("Quality on the gold files", "quality shared"),
    "attributions": ("Speakers and confidence", "attributions shared"),
    "claims": ("Claims", "claims shared"),
    "peers": ("Numbers beside quantulum3 and Recognizers-Text", "peers shared"),
    "textacy": ("Quotes beside textacy", "textacy_quotes shared"),
    "speed": ("Speed and memory", "speed"),
    "cnn": ("Speed beside spaCy's CNN, textacy and quantulum3", "speed runs/cnn"),
    "growth": ("Growth", "growth"),
    "batch": ("Batches", "batch"),
}
HEAD = """# Results

claimx {version}, model {model}. Written by `python -m benchmarks ../shared`; each section says its command, day and
machine. Dev files were looked at while choosing, and errors on them were read while rules were written: expect less on
other articles. Figures in bold miss what was asked.
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
    arguments = [shared if word == "shared" else word for word in module.split()]
    command = [sys.executable, "-m", f"benchmarks.{arguments[0]}", *arguments[1:]]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    shown = " ".join(["python -m", f"benchmarks.{arguments[0]}", *arguments[1:]])
    return f"## {title}\n\n`{shown}`, {time.strftime('%Y-%m-%d')}, {machine()}\n\n{done.stdout.strip()}\n"


def parts(text: str) -> dict[str, str]:
    """The sections of a ``RESULTS.md`` by title."""
    return {part.partition("\n")[0]: f"## {part}" for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]}


def main(shared: str, wanted: list[str]) -> None:
    """Measure the sections that are asked for, all by default, and write the file after each.

    Raises:
        SystemExit: A section is not known.
    """
    if unknown := set(wanted) - set(SECTIONS):
        sys.exit(f"no such section: {', '.join(sorted(unknown))}. There are: {', '.join(SECTIONS)}")
    found = parts(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    for name in wanted or SECTIONS:
        title, module = SECTIONS[name]
        print(f"{title} …", file=sys.stderr, flush=True)
        found[title] = measure(title, module, shared)
        write(found)


def write(found: dict[str, str]) -> None:
    """The file, its sections in their order."""
    head = HEAD.format(version=__version__, model=full_name(load_card()))
    body = [found[title].strip() + "\n" for title, _ in SECTIONS.values() if title in found]
    RESULTS.write_text("\n".join([head, *body, NOTES.read_text(encoding="utf-8")]), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
