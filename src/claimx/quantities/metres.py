"""Whether a bare "m" is metres or millions in this article: "stood at 7.54m in March", "cleared 2.04m in Doha".

Before a noun it is million ("3m homes"), before "tall" metres; between those two the rest of the article
decides: sums and counts in millions speak for the one, metres and races for the other. Without either, metres.
"""

from claimx.lexicons import words
from claimx.quantities.lexemes import Lexemes
from claimx.quantities.numerals import counts

_MEASURED = words("number_context", "measured_in_metres")
_MILLIONS = frozenset({"million", "bn", "billion", "mn"})
_TALL = words("number_context", "dimensions_alone")


def settle_millions(lexemes: Lexemes) -> Lexemes:
    """Return the lexemes with every "m" that is million by its article written "mn", which nothing else is."""
    letters = [i for i, lexeme in enumerate(lexemes) if lexeme.raw == "m" and _is_open(lexemes, i)]
    if not letters or not _speaks_of_millions(lexemes):
        return lexemes
    settled = list(lexemes)
    for i in letters:
        settled[i] = settled[i]._replace(low="mn", raw="mn")
    return settled


def _is_open(lexemes: Lexemes, i: int) -> bool:
    """Whether the "m" at ``i`` follows a figure that is no money, and nothing behind it tells what it is."""
    figure, after = lexemes[i - 1], lexemes[i + 1]
    if not lexemes[i].glued or figure.kind != "n" or "," in figure.raw or lexemes[i - 2].kind == "c":
        return False
    return not (after.glued and after.kind in "wn") and not counts(lexemes, i + 1) and after.low not in _TALL


def _speaks_of_millions(lexemes: Lexemes) -> bool:
    votes = 0
    for i, lexeme in enumerate(lexemes):
        if lexeme.low in _MEASURED:
            votes -= 1
        elif lexeme.low in _MILLIONS or (lexeme.raw == "m" and lexeme.glued and _is_million(lexemes, i)):
            votes += 1
    return votes > 0


def _is_million(lexemes: Lexemes, i: int) -> bool:
    return lexemes[i - 2].kind == "c" or (lexemes[i - 1].kind == "n" and counts(lexemes, i + 1))
