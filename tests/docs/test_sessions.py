"""Every command and program in the pages runs, from top to bottom, and prints what the page shows."""

import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from scripts.docs import sessions
from scripts.docs.sessions import PAGES, ROOT, Outcome, filled, furnish, run, steps

STEPS = {page: steps((ROOT / page).read_text(encoding="utf-8")) for page in PAGES}


@cache
def outcomes(page: str) -> tuple[list[Outcome], str]:
    with TemporaryDirectory() as folder:
        furnish(Path(folder))
        return run(STEPS[page], Path(folder))


@pytest.mark.parametrize(
    ("page", "number"),
    [
        pytest.param(page, number, id=f"{page}: {step.shown[:60]}")
        for page, todo in STEPS.items()
        for number, step in enumerate(todo)
    ],
)
def test_step(page: str, number: int) -> None:
    step = STEPS[page][number]
    if step.missing:
        pytest.skip(f"{', '.join(step.missing)} is not installed")
    done, said = outcomes(page)
    assert done[number].code == 0, said
    assert not step.output or done[number].output == step.output


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        # a command with its output, and one that shows none
        ("```console\n$ echo 1\n1\n$ true\n```\n", [("echo 1", "1\n"), ("true", "")]),
        # a program with its output below
        ("```python\nprint(1)\n```\n\n```text\n1\n```\n", [("print(1)\n", "1\n")]),
        # a program, and a text that is not its output
        ("```python\nprint(1)\n```\n\nIt prints:\n\n```text\n1\n```\n", [("print(1)\n", "")]),
        # a file of the package, an entry at the end of one, a change of some
        ("```python\n# src/a.py\nx = 1\n```\n", [("# src/a.py\nx = 1\n", "")]),
        ("```toml\n# src/a.toml\nx = 1\n```\n", [("# src/a.toml\nx = 1\n", "")]),
        ("```diff\n--- a/f\n+++ b/f\n```\n", [("--- a/f\n+++ b/f\n", "")]),
        # settings that are shown, and stand in no file of the package
        ("```toml\nthreads = 2\n```\n", []),
        # no session: another language, a text, prose
        ("```jq\n.claims\n```\n", []),
        ("```text\n$ echo 1\n```\n", []),
        ("$ echo 1\n", []),
        # one that says that it is not run
        ("<!-- not run: it takes hours -->\n```console\n$ false\n```\n", []),
    ],
)
def test_steps(page: str, expected: list[tuple[str, str]]) -> None:
    assert [(step.shown, step.output) for step in steps(page)] == expected


def test_the_quick_start_runs_to_the_letter() -> None:
    assert "not run" not in (ROOT / "docs/quick-start.md").read_text(encoding="utf-8")


def test_a_step_sees_what_earlier_ones_left(tmp_path: Path) -> None:
    page = "```console\n$ x=3; echo a > f\n$ echo $x\n$ false\n```\n\n```python\nprint(open('f').read(), end='')\n```\n"
    done, _ = run(steps(page), tmp_path)
    assert done == [Outcome(0, ""), Outcome(0, "3\n"), Outcome(1, ""), Outcome(0, "a\n")]


def test_files_are_written_appended_to_and_changed(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    page = (
        "```python\n# src/a.py\nx = 1\n```\n\n```python\n# src/a.py\nx = '$HOME'\n```\n\n"
        "```toml\n# src/b.toml\nx = 1\n```\n\n```toml\n# src/b.toml\ny = 2\n```\n\n"
        "```diff\n--- a/src/b.toml\n+++ b/src/b.toml\n@@ -1,2 +1,2 @@\n-x = 1\n+x = 3\n y = 2\n```\n"
    )
    done, said = run(steps(page), tmp_path)
    assert [one.code for one in done] == [0] * 5, said
    assert (tmp_path / "src/a.py").read_text() == "x = '$HOME'\n"
    assert (tmp_path / "src/b.toml").read_text() == "x = 3\ny = 2\n"


def test_output_is_written_anew_where_there_is_some_and_the_step_went_well() -> None:
    page = "```console\n$ echo 1\nold\n$ echo 2\n$ false\nold\n```\n"
    done = [Outcome(0, "1\n"), Outcome(0, "2\n"), Outcome(1, "x\n")]
    assert filled(page, done) == "```console\n$ echo 1\n1\n$ echo 2\n$ false\nold\n```\n"


def test_a_step_without_its_tool_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "TOOLS", ("no-such-tool",))
    (step,) = steps("```console\n$ echo 1 | no-such-tool\n```\n")
    assert step.missing == ["no-such-tool"]
    assert run([step], tmp_path)[0] == [Outcome(127, "")]


def test_the_furnished_folder_has_samples_a_copy_and_an_installed_environment(tmp_path: Path) -> None:
    furnish(tmp_path)
    assert (tmp_path / "data" / "samples" / "port-strike.txt").is_file()
    code = "import claimx; print(claimx.__file__)"
    ran, said = run(steps(f"```python\n{code}\n```\n"), tmp_path)
    assert ran == [Outcome(0, f"{tmp_path}/src/claimx/__init__.py\n")], said
    planned = subprocess.run(["make", "-n", "demo"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert "pip" not in planned
    assert "claimx extract" in planned
