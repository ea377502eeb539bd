"""What the tests of this folder share: a text read into short rows, without any model."""

from claimx.quantities.dating import find_times, hide
from claimx.quantities.lexemes import lex
from claimx.quantities.reading import find_amounts

Row = tuple[str, str, float | tuple[float | None, float | None] | None, str | None, str]


def amounts(text: str) -> list[Row]:
    """The numbers of a text: words, kind, value or bounds, unit, comparator."""
    lexemes = lex(text)
    visible = hide(lexemes, (moment for moment, _ in find_times(lexemes, None, {})))
    return [
        (
            text[lexemes[found.first].start : lexemes[found.stop - 1].end],
            found.kind,
            (found.low, found.high) if found.value is None else round(found.value, 6),
            found.unit,
            found.comparator,
        )
        for found in find_amounts(text, visible)
    ]


def times(text: str, published: str | None = "2026-03-12") -> list[tuple[str, str | None]]:
    """The dates and times of a text: words, ISO form. 12 March 2026 is a Thursday."""
    lexemes = lex(text)
    return [
        (text[lexemes[moment.first].start : lexemes[moment.stop - 1].end], iso)
        for moment, iso in find_times(lexemes, published, {})
    ]


def brief(text: str, published: str | None = "2026-03-12") -> list[str]:
    """Everything in a text, in order and in short: "~300", ">2 times", "4..6 %", "#3" third, "@2026-03-10"."""
    lexemes = lex(text)
    moments = list(find_times(lexemes, published, {}))
    found = [(lexemes[moment.first].start, f"@{iso or '?'}") for moment, iso in moments]
    for amount in find_amounts(text, hide(lexemes, (moment for moment, _ in moments))):
        sign = "" if amount.comparator in ("=", "between", "vague") else amount.comparator
        value = _plain(amount.value) if amount.value is not None else f"{_plain(amount.low)}..{_plain(amount.high)}"
        rank = "#" if amount.kind == "ordinal" else ""
        unit = f" {amount.unit}" if amount.unit else ""
        found.append((lexemes[amount.first].start, f"{rank}{sign}{value}{unit}"))
    return [short for _, short in sorted(found)]


def _plain(value: float | None) -> str:
    """All digits up to the sixth behind the point."""
    return "" if value is None else f"{round(value, 6):,}".replace(",", "").removesuffix(".0")
