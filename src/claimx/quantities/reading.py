"""Walks over a text and reads every number in it, longest and most certain reading first.

Only lexemes that can begin a number are looked at: figures, signs of money and the words in the lexicons.
"""

from collections.abc import Iterator

from claimx.lexicons import load
from claimx.quantities.amount import Amount, Setting
from claimx.quantities.comparators import compare
from claimx.quantities.context import complete
from claimx.quantities.lexemes import PADDING, Lexemes
from claimx.quantities.metres import settle_millions
from claimx.quantities.money import read_purse
from claimx.quantities.names import is_code, is_list_mark, is_name
from claimx.quantities.ranges import read_amounts
from claimx.quantities.units import TIME_UNITS
from claimx.quantities.vague import read_multiple, read_vague

_TABLES = load("numbers")
_NUMBER_WORDS = frozenset(word for name, table in _TABLES.items() if name != "glued_scales" for word in table)
_OPENERS = _NUMBER_WORDS | TIME_UNITS | {
    "a", "an", "magnitude", "minus", "no", "number", "tens", "several", "few",
    *(code.lower() for code in load("currencies")["codes"]["iso"]),
    *(code.lower() for code in load("currencies")["codes"]["others"]),
}  # fmt: skip
_PERCENTS = frozenset({"%", "percent", "percentage", "pct", "cent"})


def read_setting(lexemes: Lexemes) -> Setting:
    """Find out what the article as a whole says about its amounts."""
    return Setting(read_purse(lexemes), any(lexeme.low in _PERCENTS for lexeme in lexemes))


def find_amounts(text: str, lexemes: Lexemes) -> list[Amount]:
    """Return the numbers of ``text`` in order. Dates in ``lexemes`` must have been hidden before."""
    setting = read_setting(lexemes)
    lexemes = settle_millions(lexemes)
    found: list[Amount] = []
    i, end = PADDING, len(lexemes) - PADDING
    while i < end:
        lexeme = lexemes[i]
        if (lexeme.kind == "w" and lexeme.low not in _OPENERS) or lexeme.kind in "xb":
            i += 1
            continue
        amounts = list(_read(text, lexemes, i, setting))
        found.extend(compare(lexemes, amount) for amount in amounts)
        i = amounts[-1].stop if amounts else i + 1
    return complete(lexemes, [amount for amount in found if amount.value is not None or amount.low is not None])


def _read(text: str, lexemes: Lexemes, i: int, setting: Setting) -> Iterator[Amount]:
    """Yield the amounts that begin at lexeme ``i``; an amount without value says: pass over this name."""
    if is_code(lexemes, i):
        yield Amount(i, i + 1, "cardinal", None)
        return
    single = read_vague(lexemes, i, setting.purse) or read_multiple(lexemes, i)
    if single:
        yield single
        return
    for amount in read_amounts(lexemes, i, setting):
        named = is_name(lexemes, amount) or is_list_mark(text, lexemes, amount)
        yield Amount(amount.first, amount.stop, "cardinal", None) if named else amount
