"""``docs/architecture.svg``: the import graph of ``src/claimx`` as it is.

Which boxes there are, what is in them and every arrow come from :mod:`scripts.layers`; only places are by hand
(:mod:`scripts.docs.boxes`). An arrow goes down from who imports to what is imported. Boxes of the lowest layer are
imported from nearly everywhere: in place of arrows each box names those that it imports.
"""

from collections.abc import Iterator
from html import escape

from claimx.pipeline.build import ORDER
from scripts.docs.boxes import BANDS, BOXES, COLOURS, HEIGHT, OTHERS, ROUTES, WIDTH, Box
from scripts.layers import LAYERS, imports_of_parts

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
