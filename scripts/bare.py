"""Wheel and sdist where there is nothing else: ``python -m scripts.bare`` (``make bare``; needs the package index).

Builds both, the wheel from the sdist, and installs each into a new environment outside of the checkout, without extras
and with whatever versions the ranges in ``pyproject.toml`` give today. There it extracts a sample, validates the
result and makes a page of it. Both must give the same bytes.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from claimx.schema import Document

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "data/samples/port-strike.txt"


def build(target: Path) -> list[Path]:
    """The sdist of the checkout and the wheel of that sdist, in ``target``; with the backend installed here."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    return sorted(target.glob("claimx-*"))


def try_out(archive: Path, folder: Path) -> str:
    """Install an archive into an environment in ``folder`` and use it there; what ``claimx extract`` printed.

    Raises:
        CalledProcessError: It cannot be installed, or a command fails.
    """

    def run(*command: str) -> str:
        done = subprocess.run(command, cwd=folder, env=bare, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout

    bare = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "CLAIMX_"))}
    folder.mkdir()
    shutil.copy(SAMPLE, folder)
    run(sys.executable, "-m", "venv", "env")
    run("env/bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(archive))
    output = run("env/bin/claimx", "extract", SAMPLE.name, "--date", "2026-03-12")
    (folder / "found.json").write_text(output, encoding="utf-8")
    run("env/bin/claimx", "validate", "found.json")
    run("env/bin/claimx", "report", "found.json", "-o", "page.html")
    return output


def main() -> None:
    """Build, try out, compare."""
    with tempfile.TemporaryDirectory(prefix="claimx-bare-") as name:
        outputs = set()
        for archive in build(Path(name)):
            outputs.add(output := try_out(archive, Path(name) / archive.suffix[1:]))
            document = Document.model_validate(json.loads(output))
            print(f"{archive.name}: installed; {len(document.quotes)} quotes in {SAMPLE.name}")
    if len(outputs) != 1:
        sys.exit("wheel and sdist do not give the same output: look at what the sdist lacks")


if __name__ == "__main__":
    main()
