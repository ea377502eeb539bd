"""Every date and time of a text with its ISO form, by ``moments``, ``tense`` and ``resolve``."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from claimx.quantities.calendar import parse
from claimx.quantities.lexemes import Lexemes
from claimx.quantities.moments import find_moments
from claimx.quantities.resolve import resolve, resolve_day
from claimx.quantities.tense import direction
from claimx.quantities.when import Moment


def hide(lexemes: Lexemes, moments: Iterable[Moment]) -> Lexemes:
    """Return the lexemes with those of ``moments`` made opaque, so that no reader of numbers sees a date."""
    hidden = list(lexemes)
    for moment in moments:
        for i in range(moment.first, moment.stop):
            hidden[i] = hidden[i]._replace(kind="x", low="")
    return hidden


def find_times(lexemes: Lexemes, published: str | None, tags: Mapping[int, str]) -> Iterator[tuple[Moment, str | None]]:
    """Yield the moments of a text in order, each with its ISO form or None.

    Args:
        lexemes: The text.
        published: The ISO date of publication, if it is known.
        tags: The Penn tag of the word at a character; empty without a tagger.
    """
    today = parse(published)
    mentioned: date | None = None
    paragraph = 0
    for moment in find_moments(lexemes):
        if any(lexemes[k].kind == "b" for k in range(paragraph, moment.first)):
            mentioned = None
        paragraph = moment.first
        way = direction(lexemes, moment, tags)
        yield moment, resolve(moment.when, today, way, mentioned)
        mentioned = resolve_day(moment.when, today, way, mentioned) or mentioned
