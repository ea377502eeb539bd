"""Layers import downwards only, components never import each other, and nothing imports in circles."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"
COMPONENTS = {
    f"claimx.pipeline.{name}"
    for name in (
        "encoder", "syntax", "entities", "attribution", "speakers", "numbers", "hedges", "claims",
    )
}  # fmt: skip

# Lowest first; the longest name that fits a module decides. Whatever else is in pipeline/ helps a component.
LAYERS: list[set[str]] = [
    {"claimx.errors", "claimx.schema", "claimx.settings"},
    {
        "claimx.lexicons", "claimx.models", "claimx.readers", "claimx.trim", "claimx.people",
        "claimx.quantities", "claimx.assertions", "claimx.hedging", "claimx.pipeline.spans", "claimx.pipeline.records",
        "claimx.pipeline.marks", "claimx.pipeline.clauses",
    },
    {"claimx.pipeline"},
    {"claimx.pipeline.build", "claimx.assemble"},
    {"claimx.api"},
    {"claimx.batch", "claimx.render", "claimx.scoring", "claimx.statistics", "claimx.validation"},
    {"claimx.cli", "claimx.__main__"},
]  # fmt: skip


def modules() -> dict[str, Path]:
    """Every module of the package, by its dotted name."""
    found = {}
    for path in sorted(SOURCE.glob("claimx/**/*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def imported(name: str) -> Iterator[str]:
    """The modules of the package that a module imports, wherever in its code."""
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively"
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                if full in MODULES or node.module in MODULES:
                    yield full if full in MODULES else str(node.module)


def layer(name: str) -> int:
    """The layer of a module; -1 for the package itself, of which others may take the version."""
    fitting = {
        prefix: rank
        for rank, prefixes in enumerate(LAYERS)
        for prefix in prefixes
        if name == prefix or name.startswith(prefix + ".")
    }
    assert fitting or name == "claimx", f"{name} has no layer: add it to LAYERS"
    return fitting[max(fitting, key=len)] if fitting else -1


@pytest.mark.parametrize("name", [name for name in MODULES if name != "claimx"])
def test_imports_point_downwards(name: str) -> None:
    assert [target for target in imported(name) if layer(target) > layer(name)] == []


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("claimx.pipeline.")])
def test_no_module_of_the_pipeline_imports_a_component(name: str) -> None:
    if name != "claimx.pipeline.build":
        assert COMPONENTS.intersection(imported(name)) == set()


def test_pipeline_package_imports_nothing() -> None:
    tree = ast.parse(MODULES["claimx.pipeline"].read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]


def test_nothing_imports_in_circles() -> None:
    graph = {name: set(imported(name)) - {name, "claimx"} for name in MODULES if name != "claimx"}
    TopologicalSorter(graph).prepare()
