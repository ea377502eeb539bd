"""The table in ``docs/architecture.md``: every part of the package, what it is, and what it imports."""

import ast
import re
from pathlib import Path

from scripts.docs.markdown import code, table
from scripts.layers import LAYERS, MODULES, imports_of_parts

PAGE = Path(__file__).parents[2] / "docs" / "architecture.md"


def page() -> str:
    """The page as it stands, with its table made anew."""
    text = PAGE.read_text(encoding="utf-8")
    between = re.compile(r"(?<=by hand -->\n).*?(?=<!-- end -->)", re.DOTALL)
    return between.sub(lambda _: f"\n{_layers()}\n", text)


def _layers() -> str:
    """The parts, highest layer first: what each is, and what it imports."""
    graph = imports_of_parts()
    rows = [
        (str(rank), code(_short(one)), _says(one), ", ".join(code(_short(target)) for target in sorted(graph[one])))
        for rank, layer in reversed(list(enumerate(LAYERS)))
        for one in sorted(layer)
    ]
    return table(("layer", "part", "is", "imports"), rows)


def _short(name: str) -> str:
    return name.removeprefix("claimx.").replace(".", "/")


def _says(name: str) -> str:
    """The first sentence of the docstring, as Markdown."""
    said = ast.get_docstring(ast.parse(MODULES[name].read_text(encoding="utf-8"))) or ""
    first = re.sub(r":\w+:`[~]?(?:claimx\.\w+\.)?([^`<]*?)(?: <[^>]*>)?`", r"`\1`", said.split("\n\n")[0])
    return " ".join(first.replace("``", "`").split())
