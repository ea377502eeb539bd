"""Where the boxes of ``docs/architecture.svg`` stand, and which way its arrows take: all that is laid out by hand."""

import re
from typing import NamedTuple

from scripts.layers import LAYERS

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
    _box(104, 150, 188, 72, "many articles", "batch"),
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
    _box(64, 896, 276, 44, "", "errors"),
    _box(364, 896, 276, 44, "", "schema"),
    _box(664, 896, 276, 44, "", "settings"),
    _box(964, 896, 276, 44, "", "start"),
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
"""Top and height of the strip of each layer, the highest first."""
