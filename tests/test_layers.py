"""Layers import downwards only, components never import each other, and nothing imports in circles."""

import ast
from graphlib import TopologicalSorter

import pytest

from scripts.layers import COMPONENTS, LAYERS, MODULES, imported, layer, part


@pytest.mark.parametrize("name", [name for name in MODULES if name != "claimx"])
def test_imports_point_downwards(name: str) -> None:
    assert [target for target in imported(name) if layer(target) > layer(name)] == []


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("claimx.pipeline.")])
def test_no_module_of_the_pipeline_imports_a_component(name: str) -> None:
    if name != "claimx.pipeline.build":
        assert COMPONENTS.intersection(imported(name)) == set()


def test_every_part_of_the_layers_is_there() -> None:
    assert {part(name) for name in MODULES} - {"claimx"} == set().union(*LAYERS)


def test_pipeline_package_imports_nothing() -> None:
    tree = ast.parse(MODULES["claimx.pipeline"].read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]


def test_nothing_imports_in_circles() -> None:
    graph = {name: set(imported(name)) - {name, "claimx"} for name in MODULES if name != "claimx"}
    TopologicalSorter(graph).prepare()
