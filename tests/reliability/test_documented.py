"""docs/reliability.md names tests that are there, and every test of a fault is named in it."""

import ast
import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
NAMED = re.findall(r"`([\w/]+\.py)(?:::(\w+))?`", (TESTS.parent / "docs/reliability.md").read_text(encoding="utf-8"))


def functions(path: Path) -> set[str]:
    """The tests in a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


def test_every_named_test_exists() -> None:
    assert len(NAMED) > 20
    for file, name in NAMED:
        assert (TESTS / file).is_file(), file
        assert not name or name in functions(TESTS / file), name


def test_every_test_of_a_fault_is_named() -> None:
    for path in Path(__file__).parent.glob("test_*_faults.py"):
        named = {name for file, name in NAMED if file == f"reliability/{path.name}"}
        assert functions(path) == named


def test_every_row_names_its_proof() -> None:
    text = (TESTS.parent / "docs/reliability.md").read_text(encoding="utf-8")
    rows = [row for row in text.partition("## No network")[0].splitlines() if row.startswith("| ")][2:]
    assert len(rows) > 15
    assert [row for row in rows if ".py" not in row] == []
