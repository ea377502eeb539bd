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
