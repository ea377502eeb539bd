"""``docs/model-card.md``: the model card of the shipped model, ``model.json``, to be read by people."""

from collections.abc import Sequence
from typing import Any

from claimx.models.card import load_card
from scripts.docs.markdown import NOTICE, table

NUMBERS = """## Figures

Measured through `claimx.extract` by `python -m training.figures ../shared/data`, which wrote them into `model.json`, on
the development files of the workplace: nothing was trained on them, but choices were made by them, so that figures on
articles nobody has looked at will be somewhat lower. All in per cent. With peers, speed and memory:
[benchmarks/RESULTS.md](../benchmarks/RESULTS.md).

"""
ATTRIBUTIONS = """### Attributions, by genre

`content F1`: the content overlaps the annotator's by half or more; `content and source F1`: the source does too.
`speaker right`: of all attributions whose speaker has a name, those that got it. PolNeAR dev is US politics of 2015 and
2016; the newsroom articles are invented, one to six of a genre, so that single genres are hints, not more.

"""
TYPES = """
### Attributions, by type of quote

Shares of the annotator's attributions. PolNeAR has no types: there they follow from the marks, as in claimx.

"""
SYNTAX = """
### Syntax, by genre

On running text, on the dev parts of UD English EWT and GUM; a word that claimx splits otherwise counts as wrong.

"""


def page() -> str:
    """The page."""
    card = load_card()
    parts = (
        NOTICE.format(source="src/claimx/models/model.json"),
        f"# Model card: {card['name']} {card['version']}\n\n{card['what']}\n\nLicence: {card['licence']}.\n",
        "## Intended use\n\n" + _items(card["intended_use"]),
        "## Not to be used for\n\n" + _items(card["not_for"]),
        "## Trained on\n\n" + table(("data", "used for", "licence", "source"), _data(card)) + "\n" + _training(card),
        NUMBERS + _figures(card["figures"]),
        "## Limits\n\n" + _items(card["limits"]),
        "## Known failures\n\n" + _failures(card["failures"]),
    )
    return "\n".join(parts)


def _items(texts: Sequence[str]) -> str:
    return "".join(f"- {text}\n" for text in texts)


def _data(card: dict[str, Any]) -> list[tuple[str, ...]]:
    return [(one["name"], one["use"], one["licence"], one["source"]) for one in card["data"]]


def _training(card: dict[str, Any]) -> str:
    plan = ", ".join(f"{name} {value}" for name, value in card["training"].items())
    return f"How: [training/README.md](../training/README.md); {plan}.\n"


def _figures(figures: dict[str, Any]) -> str:
    headed = ((ATTRIBUTIONS, "attributions"), (TYPES, "quote types"), (SYNTAX, "syntax"))
    return "".join(head + _table(figures[name]) for head, name in headed)


def _table(rows: Sequence[dict[str, Any]]) -> str:
    """One column for each key; what has no genre is the whole."""
    return table(list(rows[0]), ([_cell(value) for value in row.values()] for row in rows))


def _cell(value: object) -> str:
    return "all" if value is None else f"{value:,}" if isinstance(value, int) else str(value)


def _failures(failures: Sequence[dict[str, str]]) -> str:
    """What goes wrong, each with an example in words of our own."""
    shown = (f"- **{one['what']}.** *{one['text']}* {one['instead']}\n" for one in failures)
    return "Counts by cause: [known-limits.md](known-limits.md).\n\n" + "".join(shown)
