"""Words and digits → value: "1,204", "1.1 million", "a hundred and two", "12 lakh", "twenty-first".

A figure takes one word of scale after another ("3 lakh crore"); number words are added up as long as each
fits into the room the one before has left ("forty" leaves room for units, "hundred" for tens). A word that
does not fit begins something else: "one fifth" is not an ordinal, "two three" are two numbers.
"""

from decimal import Decimal
from typing import NamedTuple

from claimx.lexicons import load, words
from claimx.quantities.lexemes import Lexemes, is_hyphen

_TABLES: dict[str, dict[str, float]] = {
    name: {word: float(value) for word, value in table.items()} for name, table in load("numbers").items()
}
SMALL = _TABLES["small"]
TENS = _TABLES["tens"]
SCALES = _TABLES["scales"]
ORDINALS = _TABLES["ordinals"]
GLYPHS = _TABLES["glyphs"]
_SHORT = {**SCALES, **_TABLES["short_scales"]}
_GLUED = _TABLES["glued_scales"]
HUGE = 1e18  # beyond this nothing in the news is a number


class Numeral(NamedTuple):
    """A value and where its lexemes end."""

    value: float
    stop: int
    scale: float = 1.0  # what the last word of scale multiplied by, 1 without one
    ordinal: bool = False
    fraction: bool = False


def read_numeral(lexemes: Lexemes, i: int, money: bool = False) -> Numeral | None:
    """Read the numeral that begins at lexeme ``i``. After a currency sign (``money``) "m" is million."""
    kind = lexemes[i].kind
    if kind == "n":
        found: Numeral | None = _read_figure(lexemes, i, money)
    elif kind == "f":
        found = _read_scales(lexemes, i + 1, GLYPHS[lexemes[i].low])._replace(fraction=True)
    elif kind == "w":
        found = _read_words(lexemes, i)
    else:
        found = None
    return found if found and found.value < HUGE else None


def _read_figure(lexemes: Lexemes, i: int, money: bool) -> Numeral | None:
    raw = lexemes[i].raw
    if len(raw) > 24:
        return None
    value = float("".join(c for c in raw if c in "0123456789."))
    following = lexemes[i + 1]
    if following.glued and following.low == _suffix(value):
        return Numeral(value, i + 2, ordinal=True)
    if following.low == "/" and following.glued and lexemes[i + 2].kind == "n" and lexemes[i + 2].glued:
        return _read_quotient(lexemes, i, value)
    mixed = _read_mixed(lexemes, i, value)
    return mixed or _read_scales(lexemes, i + 1, value, money)


def _suffix(value: float) -> str:
    """Return what makes ``value`` an ordinal: "st" for 21, but not for 11 ("11st" is a weight)."""
    return "th" if 11 <= value % 100 <= 13 else {1.0: "st", 2.0: "nd", 3.0: "rd"}.get(value % 10, "th")


def _read_quotient(lexemes: Lexemes, i: int, low: float) -> Numeral | None:
    """Read "3/4"; "24/7" and "9/11" are names."""
    high = _plain(lexemes[i + 2].raw)
    proper = 0 < low < high and high in _DENOMINATORS and lexemes[i + 3].low != "/"
    return Numeral(low / high, i + 3, fraction=True) if proper else None


def _read_mixed(lexemes: Lexemes, i: int, value: float) -> Numeral | None:
    """Read "10 1/2" and "2½" as one value each."""
    one, two, three = lexemes[i + 1], lexemes[i + 2], lexemes[i + 3]
    if one.kind == "f":
        return _read_scales(lexemes, i + 2, value + GLYPHS[one.low])
    quotient = one.kind == "n" and two.low == "/" and two.glued and three.kind == "n" and three.glued
    if quotient and 0 < _plain(one.raw) < _plain(three.raw) <= 64:
        return _read_scales(lexemes, i + 4, value + _plain(one.raw) / _plain(three.raw))
    return None


_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 40, 50, 64, 100})  # not 11: "9/11"


def _plain(raw: str) -> float:
    return float(raw.replace(",", "")) if len(raw) < 8 and raw[-1].isdecimal() and " " not in raw else 0.0


def _read_scales(lexemes: Lexemes, i: int, value: float, money: bool = False) -> Numeral:
    """Multiply by the words of scale at ``i``: "bn", "lakh crore", "million and a half"."""
    scale = _glued_scale(lexemes, i, value, money)
    if scale != 1.0:
        return Numeral(times(value, scale), i + 1, scale)
    while (factor := _scale_at(lexemes, i)) is not None and scale < HUGE:
        scale *= factor
        i += 2 if is_hyphen(lexemes, i) else 1
    return _read_and_a_half(lexemes, i, Numeral(times(value, scale), i, scale))


def times(value: float, scale: float) -> float:
    """Return the product without the noise of binary fractions: 16.4 and a billion give 16400000000."""
    return float(Decimal(repr(value)) * Decimal(repr(scale)))


def _scale_at(lexemes: Lexemes, i: int) -> float | None:
    """Return the factor of the word of scale at ``i``, or after a hyphen there ("2-lakh")."""
    return _SHORT.get(lexemes[i + 1].low if is_hyphen(lexemes, i) else lexemes[i].low)


def _glued_scale(lexemes: Lexemes, i: int, value: float, money: bool) -> float:
    """Return the factor of a one-letter scale glued to a figure.

    "828m" is metres unless a noun follows, "10,000m" always; "2.4 m" is, unless that noun is a plural.
    """
    letter, noun = lexemes[i], lexemes[i + 1].low
    if letter.raw == "m" and not letter.glued and value < 1000 and counts(lexemes, i + 1):
        return _GLUED["m"] if noun in _MANY or (noun.endswith("s") and not noun.endswith("ss")) else 1.0
    if not letter.glued or (letter.low not in _GLUED and letter.raw != "T") or (letter.raw == "B" and not money):
        return 1.0
    if letter.raw == "T":
        return 1e12 if money else 1.0
    if letter.raw == "m" and not money and (value >= 1000 or not counts(lexemes, i + 1)):
        return 1.0
    return _GLUED[letter.low]


_DIMENSIONS = words("number_context", "dimensions")
_MANY = frozenset({"people", "children", "women", "men", "sheep", "cattle", "poultry"})


def counts(lexemes: Lexemes, i: int) -> bool:
    """Whether a noun that can be counted follows: "3m homes", not "a 100m sprint" or "828m tall"."""
    word = lexemes[i]
    return word.kind == "w" and not word.glued and word.low not in _DIMENSIONS


_HALVES = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "fourth": 0.25}


def _read_and_a_half(lexemes: Lexemes, i: int, numeral: Numeral) -> Numeral:
    """Add "and a half" at ``i``, in "two million and a half" half a million."""
    j = _over_hyphen(lexemes, i)
    article = _over_hyphen(lexemes, j + 1)
    k = _over_hyphen(lexemes, article + 1)
    share = _HALVES.get(lexemes[k].low)
    if share is None or lexemes[j].low != "and" or lexemes[article].low not in ("a", "one"):
        return numeral
    value = numeral.value + share * numeral.scale
    if numeral.scale == 1.0:
        scaled = _read_scales(lexemes, k + 1, value)
        return scaled._replace(fraction=scaled.scale == 1.0)
    return numeral._replace(value=value, stop=k + 1)


def _over_hyphen(lexemes: Lexemes, i: int) -> int:
    """Step over the hyphens of "two-and-a-half"."""
    return i + 1 if is_hyphen(lexemes, i) else i


class _Count:
    """Number words added up, with the room that is left for the next one."""

    def __init__(self, current: float = 0.0) -> None:
        self.total = 0.0
        self.current = current
        self.room = float("inf")
        self.scale = 1.0  # the last factor, while nothing has been added after it
        self.largest = float("inf")  # the next scale from a thousand up must be below this

    @property
    def value(self) -> float:
        return self.total + self.current

    def add(self, word: str) -> bool:
        """Add a unit or a ten, if there is room for it."""
        value = SMALL.get(word, TENS.get(word))
        if value is None or value >= self.room or (value == 0 and self.room != float("inf")):
            return False
        self.current += value
        self.room, self.scale = (10.0 if word in TENS else 0.0), 1.0
        return True

    def multiply(self, word: str) -> bool:
        """Multiply by a dozen, a hundred, a thousand …, if there is something to multiply."""
        factor = SCALES.get(word)
        if factor is None or not self.value:
            return False
        if self.scale > 100:
            self.total *= factor
        elif factor <= 100:
            if not 0 < self.current < 100:
                return False
            self.current *= factor
        elif self.current and factor < self.largest:
            self.total, self.current = self.total + self.current * factor, 0.0
        else:
            return False
        self.room = 0.0 if factor == 12 else min(factor, 1e3)
        self.scale = factor
        if factor >= 1e3:
            self.largest = min(self.largest, factor)
        return True

    def ordinal(self, word: str) -> float | None:
        """Return the value that an ordinal closes the count with: "twenty-first", "two hundredth"."""
        value = ORDINALS.get(word)
        if value is None or not self.value:
            return None
        if value >= 100:
            return self.total + self.current * value if 0 < self.current < 100 else None
        return self.value + value if value < self.room else None


_BEFORE_BARE_SCALE = words("number_context", "before_bare_scale")


def _read_words(lexemes: Lexemes, i: int) -> Numeral | None:
    word, following = lexemes[i].low, lexemes[i + 1].low
    if word in ORDINALS:
        return Numeral(ORDINALS[word], i + 1, ordinal=True)
    if word in SMALL or word in TENS:
        return _add_words(lexemes, i, _Count())
    if word in ("a", "an") and following in SCALES:
        return _add_words(lexemes, i + 1, _Count(1.0))
    if word in SCALES and (following in SCALES or lexemes[i - 1].low in _BEFORE_BARE_SCALE):
        return _add_words(lexemes, i, _Count(1.0))
    return None


def _add_words(lexemes: Lexemes, i: int, count: _Count) -> Numeral:
    stop = j = i
    while True:
        word = lexemes[j].low
        ordinal = count.ordinal(word) if stop > i else None
        if ordinal is not None:
            return Numeral(ordinal, j + 1, ordinal=True)
        if count.value > HUGE or not (count.add(word) or count.multiply(word)):
            break
        stop = j + 1
        j = _step(lexemes, stop, count)
    return _read_and_a_half(lexemes, stop, Numeral(count.value, stop, count.scale))


def _step(lexemes: Lexemes, j: int, count: _Count) -> int:
    """Step over the hyphen of "forty-two" and the "and" of "a hundred and two"."""
    if is_hyphen(lexemes, j) and lexemes[j + 1].kind == "w":
        return j + 1
    word = lexemes[j + 1].low
    goes_on = (word in SMALL or word in TENS) and lexemes[j + 2].low not in _HALVES
    return j + 1 if count.scale >= 100 and lexemes[j].low == "and" and goes_on else j
