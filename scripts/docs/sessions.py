"""The sessions in the pages: commands with what they print. Tests run them; this writes their output anew.

    python -m scripts.docs.sessions     run the sessions of the pages and write what they print; read the diff

A block of type ``console`` holds lines ``$ command``, each with its output below. One of type ``python`` is a program,
and a block of type ``text`` right after it is its output; but if it begins with ``# src/…``, it is that file, as a
``toml`` block that begins so stands at the end of one, and a ``diff`` changes files. Where no output stands, the step
must only end well. What stands below a comment ``<!-- not run: why -->`` is not run. A page runs from top to bottom in
one shell, in a folder with the samples, a copy of the package, and an environment that is installed.
"""

import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import claimx

ROOT = Path(__file__).parents[2]
PACKAGE = Path(claimx.__file__).parent
PAGES = ("README.md", "docs/quick-start.md", "docs/recipes.md", "docs/extending.md", "docs/retraining.md")
TOOLS = ("jq", "sqlite3", "datasette", "duckdb", "pandas")
"""Programs and libraries that claimx does without; a step that needs one runs where there is one."""

BLOCK = re.compile(
    r"(?<! -->\n)^```(?P<language>console|python|toml|diff)\n(?P<code>.*?)^```$(?:\n\n^```text\n(?P<output>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)
COMMAND = re.compile(r"^\$ (?P<command>.*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
FILE = re.compile(r"# (src/\S+)\n")
MARK = "\x1e"


class Step(NamedTuple):
    """What is shown and what runs; ``output`` and ``span`` are what it prints and where that stands, if it does."""

    shown: str
    script: str
    output: str = ""
    span: tuple[int, int] = (0, 0)

    @property
    def missing(self) -> list[str]:
        """The tools that it needs and that are not here."""
        needed = [tool for tool in TOOLS if re.search(rf"(^|\| |import ){tool}\b", self.script, re.MULTILINE)]
        return [tool for tool in needed if not (shutil.which(tool, path=_path()) or find_spec(tool))]


class Outcome(NamedTuple):
    """How a step went: its exit code and what it printed."""

    code: int
    output: str


def steps(page: str) -> list[Step]:
    """The steps of a page, in order."""
    return [step for block in BLOCK.finditer(page) for step in _steps(block)]


def _steps(block: re.Match[str]) -> Iterator[Step]:
    code, file = block["code"], FILE.match(block["code"])
    match block["language"]:
        case "console":
            base = block.start("code")
            for one in COMMAND.finditer(code):
                start, end = one.span("output")
                yield Step(one["command"], one["command"], one["output"], (base + start, base + end))
        case "python" if not file:
            yield Step(code, _given("python -", code), block["output"] or "", block.span("output"))
        case "diff":
            yield Step(code, _given("git apply", code))
        case _ if file:
            sign = ">" if block["language"] == "python" else ">>"
            yield Step(code, _given(f"cat {sign} {file[1]}", code.removeprefix(file[0])))


def _given(command: str, text: str) -> str:
    return f"{command} <<'END'\n{text}END"


def run(todo: Sequence[Step], folder: Path) -> tuple[list[Outcome], str]:
    """Run the steps in one shell, and return how each went, and what all said on stderr.

    A step that needs a missing tool is left out: its outcome is 127, "command not found".
    """
    shell = ["set -o pipefail", f"export PATH={shlex.quote(_path())} PYTHONPATH=$PWD/src"]
    for step in todo:
        shell += ["(exit 127)" if step.missing else step.script, f"printf '{MARK}%s{MARK}' $?"]
    done = subprocess.run(["bash", "-c", "\n".join(shell)], cwd=folder, capture_output=True, text=True, check=False)
    parts = done.stdout.split(MARK)
    return [Outcome(int(code), output) for output, code in zip(parts[::2], parts[1::2], strict=False)], done.stderr


def furnish(folder: Path) -> None:
    """Put into a folder what the pages begin with: a checkout whose environment is installed, this one."""
    for name in ("Makefile", "pyproject.toml", "data"):
        (folder / name).symlink_to(ROOT / name)
    copied = folder / "src" / "claimx"
    shutil.copytree(PACKAGE, copied, ignore=shutil.ignore_patterns("*.onnx"))
    (copied / "models" / "encoder.onnx").symlink_to(PACKAGE / "models" / "encoder.onnx")
    (folder / ".venv").mkdir()
    (folder / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    (folder / ".venv" / "installed").touch()


def filled(page: str, outcomes: Sequence[Outcome]) -> str:
    """The page with what its steps print, where an output stands and the step went well."""
    for step, outcome in reversed(list(zip(steps(page), outcomes, strict=True))):
        if step.output and not outcome.code:
            page = page[: step.span[0]] + outcome.output + page[step.span[1] :]
    return page


def _path() -> str:
    return f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin"


def main() -> int:
    """Write the output of all pages; 1 if a step failed."""
    failed = 0
    for name in PAGES:
        page = (ROOT / name).read_text(encoding="utf-8")
        todo = steps(page)
        with tempfile.TemporaryDirectory() as folder:
            furnish(Path(folder))
            outcomes, said = run(todo, Path(folder))
        for step, outcome in zip(todo, outcomes, strict=True):
            if outcome.code:
                failed += 1
                print(f"{name}: exit code {outcome.code}: {step.shown}\n{said}", file=sys.stderr)
        (ROOT / name).write_text(filled(page, outcomes), encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
