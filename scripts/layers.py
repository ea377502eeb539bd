"""The layers of ``src/claimx``, and what really imports what.

``tests/test_layers.py`` compares the two, and ``scripts.docs`` draws them.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from claimx.pipeline.build import ORDER

SOURCE = Path(__file__).parents[1] / "src"
COMPONENTS = {name.replace("claimx_", "claimx.pipeline.") for name in ORDER}

# Lowest first; the longest name that fits a module decides. Whatever else is in pipeline/ helps a component.
LAYERS: list[set[str]] = [
    {"claimx.errors", "claimx.schema", "claimx.settings", "claimx.start"},
    {
        "claimx.lexicons", "claimx.models", "claimx.readers", "claimx.trim", "claimx.people",
        "claimx.quantities", "claimx.assertions", "claimx.hedging", "claimx.pipeline.spans", "claimx.pipeline.records",
        "claimx.pipeline.marks", "claimx.pipeline.clauses", "claimx.pipeline.columns",
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
    """The modules of the package that a module imports, wherever in its code.

    Raises:
        ValueError: It imports relatively.
    """
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                raise ValueError(f"{name} imports relatively")
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                if full in MODULES or node.module in MODULES:
                    yield full if full in MODULES else str(node.module)


def part(name: str) -> str:
    """The entry of :data:`LAYERS` that a module belongs to; the package itself, which all may ask for the version.

    Raises:
        ValueError: It belongs to none.
    """
    fitting = [one for layer in LAYERS for one in layer if name == one or name.startswith(one + ".")]
    if not fitting and name != "claimx":
        raise ValueError(f"{name} has no layer: add it to LAYERS in scripts/layers.py")
    return max(fitting, key=len, default=name)


def layer(name: str) -> int:
    """The layer of a module; -1 for the package itself."""
    return next((rank for rank, parts in enumerate(LAYERS) if part(name) in parts), -1)


def imports_of_parts() -> dict[str, set[str]]:
    """The import graph between the parts: each with the other parts that a module of it imports."""
    graph: dict[str, set[str]] = {one: set() for layer in LAYERS for one in layer}
    for name in MODULES:
        if name != "claimx":
            graph[part(name)].update(part(target) for target in imported(name) if target != "claimx")
    return {one: targets - {one} for one, targets in graph.items()}
