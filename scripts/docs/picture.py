"""``docs/architecture.svg`` and the table in ``docs/architecture.md``: the import graph of ``src/claimx`` as it is.

Which boxes there are, what is in them and every arrow come from :mod:`scripts.layers`; only where a box stands and
which way an arrow takes is written here. An arrow goes down from who imports to what is imported. Boxes of the
lowest layer are imported from nearly everywhere: in place of arrows each box names those that it imports.
"""

import ast
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

from claimx.pipeline.build import ORDER
from scripts.docs.markdown import code, table
from scripts.layers import LAYERS, MODULES, imports_of_parts

PAGE = Path(__file__).parents[2] / "docs" / "architecture.md"
WIDTH, HEIGHT = 1280, 990
Route = tuple[int, ...]
"""(x,): straight down; (x, lane, x): down to the lane, along it, down; (): across to the neighbour."""


class Box(NamedTuple):
    """A box: its place in pixels, what it does in a few words, and the parts of the package that it shows."""

    x: int
    y: int
    width: int
    height: int
    does: str
    parts: tuple[str, ...]

    @property
    def name(self) -> str:
        """The first part, without the package."""
        return self.parts[0].removeprefix("claimx.")

    @property
    def title(self) -> str:
        """The parts, the name of their package said once."""
        first, *others = (one.removeprefix("claimx.") for one in self.parts)
        return ", ".join([first.replace(".", "/"), *(one.rpartition(".")[2] for one in others)])


def _box(x: int, y: int, width: int, height: int, does: str, *parts: str) -> Box:
    return Box(x, y, width, height, does, tuple(f"claimx.{one}" for one in parts))


SHARED = sorted(one.removeprefix("claimx.") for one in LAYERS[1] if re.match(r"claimx\.pipeline\.(?!spans)", one))
"""Modules of the pipeline that lie in the layer of the rules, beside spans: one box shows them all."""

BOXES = (
    _box(64, 28, 1176, 62, "one command per file; the only place that exits", "cli", "__main__"),
    _box(120, 150, 156, 72, "many articles", "batch"),
    _box(316, 150, 150, 72, "checks results", "validation"),
    _box(496, 150, 196, 72, "documents → files", "render"),
    _box(772, 150, 156, 72, "counts", "statistics"),
    _box(958, 150, 176, 72, "figures against gold", "scoring"),
    _box(450, 288, 436, 62, "extract(), load()", "api"),
    _box(450, 404, 206, 62, "tokens → characters", "assemble"),
    _box(680, 404, 206, 62, "the order of stages", "pipeline.build"),
    _box(426, 526, 610, 94, "the spaCy components", "pipeline"),
    _box(426, 676, 134, 66, "who speaks", "people"),
    _box(588, 676, 134, 66, "hedges", "hedging"),
    _box(750, 676, 134, 66, "claims", "assertions"),
    _box(912, 676, 124, 66, "numbers, dates", "quantities"),
    _box(64, 776, 196, 66, "bytes → articles", "readers"),
    _box(284, 776, 92, 66, "cuts results", "trim"),
    _box(400, 776, 408, 66, "what the stages share", "pipeline.spans", *SHARED),
    _box(836, 776, 200, 66, "word lists", "lexicons"),
    _box(1070, 776, 170, 66, "the encoder", "models"),
    _box(64, 896, 376, 44, "", "errors"),
    _box(464, 896, 376, 44, "", "schema"),
    _box(864, 896, 376, 44, "", "settings"),
)  # fmt: skip

ROUTES: dict[tuple[str, str], Route] = {
    ("cli", "batch"): (198,),
    ("cli", "validation"): (391,),
    ("cli", "render"): (594,),
    ("cli", "statistics"): (850,),
    ("cli", "scoring"): (1046,),
    ("cli", "api"): (732,),
    ("cli", "readers"): (88,),
    ("cli", "trim"): (296,),
    ("cli", "models"): (1200,),
    ("validation", "render"): (),
    ("validation", "readers"): (360, 258, 172),
    ("batch", "readers"): (144,),
    ("batch", "trim"): (252, 240, 330),
    ("batch", "api"): (226, 270, 480),
    ("batch", "models"): (204, 249, 1166),
    ("api", "readers"): (470, 376, 204),
    ("api", "assemble"): (553,),
    ("api", "pipeline.build"): (783,),
    ("assemble", "readers"): (470, 488, 236),
    ("assemble", "pipeline.spans"): (486, 506, 413),
    ("assemble", "pipeline"): (553,),
    ("pipeline.build", "pipeline"): (783,),
    ("pipeline.build", "models"): (840, 496, 1132),
    ("pipeline", "models"): (1020, 646, 1098),
    ("pipeline", "people"): (493,),
    ("pipeline", "pipeline.spans"): (574,),
    ("pipeline", "hedging"): (655,),
    ("pipeline", "assertions"): (817,),
    ("pipeline", "lexicons"): (898,),
    ("pipeline", "quantities"): (974,),
    ("people", "pipeline.spans"): (472,),
    ("people", "lexicons"): (520, 764, 848),
    ("hedging", "pipeline.spans"): (630,),
    ("hedging", "lexicons"): (690, 753, 862),
    ("assertions", "pipeline.spans"): (779,),
    ("assertions", "lexicons"): (876,),
    ("quantities", "lexicons"): (974,),
}

COLOURS = {
    "readers": "#0f766e",
    "models": "#b45309",
    "lexicons": "#4d7c0f",
    "pipeline.spans": "#6d28d9",
    "trim": "#be123c",
}
OTHERS = "#475569"
BANDS = ((12, 94), (134, 104), (280, 80), (396, 80), (518, 112), (660, 196), (884, 70))
LEGEND = "An arrow goes from who imports to what is imported; a blue label is an import from layer 0."
STYLE = """
text { font-family: "DejaVu Sans", Verdana, sans-serif; fill: #0f172a; text-anchor: middle; }
.title { font-weight: bold; }
.does { font-size: 11.5px; fill: #475569; }
.chip { font-size: 10px; fill: #334155; }
.pill { font-size: 11px; }
.layer { font-size: 12px; fill: #94a3b8; }
path.arrow { fill: none; stroke-width: 1.6; }
"""


def drawing() -> str:
    """The picture.

    Raises:
        ValueError: A part of the package has no box.
    """
    graph = imports_of_parts()
    unplaced = set(graph) - {one for box in BOXES for one in box.parts}
    if unplaced:
        raise ValueError(f"no box shows {', '.join(sorted(unplaced))}: place it in BOXES")
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="Layers of claimx and their imports">',
        f"<style>{STYLE}</style>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        *_bands(),
        *_heads(),
        *(_arrow(source, target) for source, target in _arrows(graph)),
        *(line for box in BOXES for line in _drawn(box, graph)),
        f'<text class="does" x="{WIDTH // 2}" y="{HEIGHT - 14}">{LEGEND}</text>',
        "</svg>\n",
    ]
    return "\n".join(lines)


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


def _layer_of(box: Box) -> int:
    return next(rank for rank, layer in enumerate(LAYERS) if box.parts[0] in layer)


def _arrows(graph: dict[str, set[str]]) -> Iterator[tuple[Box, Box]]:
    """The boxes that import one another, but for those of the lowest layer."""
    for source in BOXES:
        reached = set().union(*(graph[one] for one in source.parts))
        yield from (
            (source, target)
            for target in BOXES
            if target is not source and reached.intersection(target.parts) and _layer_of(target)
        )


def _arrow(source: Box, target: Box) -> str:
    tip = f"tip-{target.name}" if target.name in COLOURS else "tip"
    title = f"<title>{source.title} imports {target.title}</title>"
    colour = COLOURS.get(target.name, OTHERS)
    return f'<path class="arrow" d="{_way(source, target)}" stroke="{colour}" marker-end="url(#{tip})">{title}</path>'


def _way(source: Box, target: Box) -> str:
    """The way of an arrow: its route, else from middle to middle; below the boxes between two in one row."""
    bottom, top = source.y + source.height, target.y - 2
    start, end = source.x + source.width // 2, target.x + target.width // 2
    match ROUTES.get((source.name, target.name)):
        case ():
            return f"M{source.x + source.width} {source.y + source.height // 2}H{target.x - 2}"
        case (x,):
            return f"M{x} {bottom}V{top}"
        case (x, lane, to):
            return _bent(x, bottom, lane, to, top)
    if source.y == target.y:
        turn = 5 if end > start else -5
        return f"M{start} {bottom}v3q0 5 {turn} 5H{end - turn}q{turn} 0 {turn} -5v-1"
    return _bent(start, bottom, top - 20, end, top)


def _bent(start: int, bottom: int, lane: int, end: int, top: int) -> str:
    turn = 7 if end > start else -7
    return f"M{start} {bottom}V{lane - 7}q0 7 {turn} 7H{end - turn}q{turn} 0 {turn} 7V{top}"


def _heads() -> Iterator[str]:
    """Heads of arrows, one per colour."""
    for id_, colour in {"tip": OTHERS, **{f"tip-{name}": colour for name, colour in COLOURS.items()}}.items():
        yield (
            f'<marker id="{id_}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
            f'<path d="M0 0L8 4L0 8z" fill="{colour}"/></marker>'
        )


def _bands() -> Iterator[str]:
    """A strip for each layer, the highest on top."""
    for rank, (y, height) in zip(reversed(range(len(LAYERS))), BANDS, strict=True):
        yield f'<rect x="12" y="{y}" width="{WIDTH - 24}" height="{height}" rx="10" fill="#f1f5f9"/>'
        yield f'<text class="layer" x="36" y="{y + height // 2 + 4}">{rank}</text>'


def _drawn(box: Box, graph: dict[str, set[str]]) -> Iterator[str]:
    """A box with its title, what it does, and what of the lowest layer it imports."""
    middle = box.x + box.width // 2
    colour = COLOURS.get(box.name, OTHERS)
    yield (
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="8" fill="#ffffff" '
        f'stroke="{colour}" stroke-width="1.5"/>'
    )
    top = box.y + (20 if box.does else 27)
    size = min(15, box.width / len(box.title) * 1.5)
    yield f'<text class="title" x="{middle}" y="{top}" font-size="{size:.1f}">{escape(box.title)}</text>'
    yield f'<text class="does" x="{middle}" y="{top + 17}">{escape(box.does)}</text>'
    if box.name == "pipeline":
        yield from _pills(box)
    lowest = sorted({one for name in box.parts for one in graph[name]} & LAYERS[0]) if box.does else []
    yield from _chips([name.removeprefix("claimx.") for name in lowest], middle, box.y + box.height - 17)


def _pills(box: Box) -> Iterator[str]:
    """The components, in the order in which they run."""
    width = (box.width - 24) // len(ORDER)
    for index, name in enumerate(ORDER):
        x = box.x + 12 + index * width
        yield f'<rect x="{x + 2}" y="{box.y + 46}" width="{width - 4}" height="22" rx="11" fill="#e2e8f0"/>'
        yield f'<text class="pill" x="{x + width // 2}" y="{box.y + 61}">{name.removeprefix("claimx_")}</text>'


def _chips(names: list[str], middle: int, y: int) -> Iterator[str]:
    """Small labels in a row around the middle."""
    widths = [7 * len(name) + 12 for name in names]
    x = middle - (sum(widths) + 6 * (len(names) - 1)) // 2
    for name, width in zip(names, widths, strict=True):
        yield f'<rect x="{x}" y="{y - 2}" width="{width}" height="15" rx="4" fill="#dbeafe"/>'
        yield f'<text class="chip" x="{x + width // 2}" y="{y + 9}">{name}</text>'
        x += width + 6
