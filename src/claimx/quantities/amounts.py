"""A numeral and what it measures → one :class:`Amount`: "$1.5bn", "40 kilometres", "46-year-old", "half a mile".

The span is the number with its sign or unit, without "about" (that is for ``comparators``).
"""

from dataclasses import dataclass, replace

from claimx.quantities.fractions import read_fraction
from claimx.quantities.lexemes import Lexemes, is_hyphen
from claimx.quantities.money import NOTES, Currency, Purse, read_name, read_sign
from claimx.quantities.numerals import Numeral, read_numeral
from claimx.quantities.units import ONE, TIME_UNITS, Unit, dimension, duration, read_compound, read_unit
from claimx.schema import Comparator, NumberKind


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its lexemes ``[first, stop)``. ``value`` set means ``low`` and ``high`` are not."""

    first: int
    stop: int
    kind: NumberKind
    value: float | None
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    comparator: Comparator = "="
    iso: str | None = None
    scale: float = 1.0  # the million of "4 million", for "2 to 4 million"
    factor: float = 1.0  # the 0.01 of "4 cents", for "2 to 4 cents"
    signed: bool = False  # the currency stands before the figure
    spelled: bool = False
    age: bool = False

    @property
    def bare(self) -> bool:
        """Whether nothing says what is measured."""
        return self.unit is None and self.kind in ("cardinal", "fraction")


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article as a whole says about its amounts."""

    purse: Purse = Purse()
    percents: bool = False  # it speaks of per cent, so that "six points" are percentage points


def read_amount(lexemes: Lexemes, i: int, setting: Setting) -> Amount | None:
    """Read the amount that begins at lexeme ``i``."""
    negative = _is_minus(lexemes, i)
    if negative:
        found = read_amount(lexemes, i + 1, setting)
        if found is None or found.value is None:
            return None
        return replace(found, first=i, value=-found.value, iso=None)
    return _read_signed(lexemes, i, setting) or _read_article(lexemes, i) or _read_measured(lexemes, i, setting)


def _is_minus(lexemes: Lexemes, i: int) -> bool:
    """Whether a minus sign stands at ``i``: "-18 °C", "minus 41"; in "10-15" it is glued to the ten."""
    lexeme, after = lexemes[i], lexemes[i + 1]
    if lexeme.low == "minus":
        return lexemes[i - 1].low != "or"
    return lexeme.low in ("-", "−") and not lexeme.glued and after.glued and after.kind == "n"


def _read_signed(lexemes: Lexemes, i: int, setting: Setting) -> Amount | None:
    currency = read_sign(lexemes, i, setting.purse)
    numeral = read_numeral(lexemes, currency.stop, money=True) if currency else None
    if currency is None or numeral is None or numeral.ordinal:
        return None
    return Amount(
        i, numeral.stop, "money", numeral.value, currency.code, scale=numeral.scale, signed=True
    )  # fmt: skip


# "It took an hour": what may stand before a span of time that means one. "€20,000 a year" is a rate.
_BEFORE_ONE = frozenset(
    "in within for after inside over under than nearly almost about around roughly of least lasted lasts once every "
    "takes took past another spent".split()
)
_AFTER_ONE = frozenset({"later", "away", "long", "apart", "after", "before"})


def _read_article(lexemes: Lexemes, i: int) -> Amount | None:
    """Read "an hour", "a mile and a half", "the past decade", "week-long" and "a fiver"."""
    word = lexemes[i].low
    if word in ("a", "an") and lexemes[i + 1].low in NOTES:
        note = NOTES[lexemes[i + 1].low]
        return Amount(i, i + 2, "money", float(note["value"]), str(note["unit"]))
    if lexemes[i + 1].low == "-" and lexemes[i + 2].low == "long":
        unit = read_unit(lexemes, i)
        return _one(i, unit) if unit and unit.name in TIME_UNITS else None
    if word not in ("a", "an"):
        return None
    unit = read_unit(lexemes, i + 1)
    if unit is None or unit.name == "second" or dimension(unit.name) not in ("time", "length"):
        return None
    half = read_numeral_half(lexemes, unit.stop)
    if half:
        return Amount(i, half.stop, "quantity", half.value, unit.name, iso=duration(half.value, unit.name))
    stands = lexemes[i - 1].low in _BEFORE_ONE or lexemes[unit.stop].low in _AFTER_ONE
    return _one(i, unit) if stands and lexemes[unit.stop].low != "ago" else None


def read_numeral_half(lexemes: Lexemes, i: int) -> Numeral | None:
    """Read "and a half" after "a mile", as 1.5."""
    if lexemes[i].low == "and" and lexemes[i + 1].low in ("a", "one") and lexemes[i + 2].low == "half":
        return Numeral(1.5, i + 3)
    return None


def _one(i: int, unit: Unit) -> Amount:
    count, name = ONE.get(unit.name, (1.0, unit.name))
    return Amount(i, unit.stop, "quantity", float(count), name, iso=duration(float(count), name), spelled=True)


def _read_measured(lexemes: Lexemes, i: int, setting: Setting) -> Amount | None:
    special = _read_magnitude(lexemes, i) or _read_rank(lexemes, i) or _read_race_time(lexemes, i)
    if special:
        return special
    numeral = read_fraction(lexemes, i) or read_numeral(lexemes, i)
    if numeral is None:
        return None
    if numeral.ordinal:
        return Amount(i, numeral.stop, "ordinal", numeral.value, spelled=numeral.spelled)
    j = numeral.stop
    if numeral.fraction and lexemes[j].low == "of" and lexemes[j + 1].low in ("a", "an"):
        j += 1
    if numeral.fraction and lexemes[j].low in ("a", "an"):
        measured = _measure(lexemes, i, j + 1, numeral, setting)
        return measured or _plain(i, numeral)
    return _measure(lexemes, i, numeral.stop, numeral, setting) or _plain(i, numeral)


def _plain(i: int, numeral: Numeral) -> Amount:
    kind: NumberKind = "fraction" if numeral.fraction else "cardinal"
    return Amount(i, numeral.stop, kind, numeral.value, scale=numeral.scale, spelled=numeral.spelled)


def _read_magnitude(lexemes: Lexemes, i: int) -> Amount | None:
    """Read "magnitude 6.1" and "magnitude-6.1"."""
    if lexemes[i].low != "magnitude":
        return None
    numeral = read_numeral(lexemes, i + 2 if is_hyphen(lexemes, i + 1) else i + 1)
    if numeral is None or numeral.ordinal or not 0 < numeral.value <= 10:
        return None
    return Amount(i, numeral.stop, "quantity", numeral.value, "magnitude")


def _read_rank(lexemes: Lexemes, i: int) -> Amount | None:
    """Read "No. 1" as an ordinal; No. 10 is a house."""
    figure = lexemes[i + 2]
    if lexemes[i].raw != "No" or lexemes[i + 1].low != "." or figure.kind != "n" or not figure.raw.isdigit():
        return None
    return Amount(i, i + 3, "ordinal", float(figure.raw)) if figure.raw != "10" and len(figure.raw) < 5 else None


def _read_race_time(lexemes: Lexemes, i: int) -> Amount | None:
    """Read "2:21:48", hours, minutes and seconds, in seconds."""
    parts = [lexemes[i + k] for k in range(5)]
    if parts[1].low != ":" or parts[3].low != ":" or not all(part.glued for part in parts[1:]):
        return None
    if [len(part.raw) for part in parts[2::2]] != [2, 2] or not all(part.raw.isdigit() for part in parts[::2]):
        return None
    hours, minutes, seconds = (int(part.raw) for part in parts[::2])
    if minutes > 59 or seconds > 59 or hours > 99:
        return None
    total = 3600.0 * hours + 60 * minutes + seconds
    return Amount(i, i + 5, "quantity", total, "second", iso=f"PT{hours}H{minutes}M{seconds}S")


def _measure(lexemes: Lexemes, i: int, j: int, numeral: Numeral, setting: Setting) -> Amount | None:
    """Read what the numeral of ``[i, numeral.stop)`` measures, from lexeme ``j`` on."""
    shared = {"scale": numeral.scale, "spelled": numeral.spelled}
    percent = _read_percent(lexemes, j, numeral, setting)
    if percent:
        return Amount(i, percent.stop, "percent", numeral.value, percent.name, **shared)
    currency = read_name(lexemes, j, setting.purse)
    if currency:
        value, stop = _with_cents(lexemes, numeral.value, currency, setting)
        return Amount(i, stop, "money", value, currency.code, factor=currency.factor, **shared)
    unit = _read_times(lexemes, j) or _read_pounds(lexemes, j) or read_unit(lexemes, _over_more(lexemes, j))
    if unit is None:
        return None
    compound = read_compound(lexemes, numeral.value, unit)
    if compound:
        return Amount(i, compound.stop, "quantity", compound.value, compound.unit, iso=compound.iso)
    stop = _stop_of_age(lexemes, unit)
    age = stop != unit.stop
    iso = None if age else duration(numeral.value, unit.name)
    return Amount(i, stop, "quantity", numeral.value, unit.name, iso=iso, age=age, **shared)


def _with_cents(lexemes: Lexemes, count: float, currency: Currency, setting: Setting) -> tuple[float, int]:
    """Return value and end of "thirteen dollars", or of "thirteen dollars and forty-five cents"."""
    value, j = count * currency.factor, currency.stop
    minor = read_numeral(lexemes, j + 1) if currency.factor == 1.0 and lexemes[j].low == "and" else None
    cents = read_name(lexemes, minor.stop, setting.purse) if minor and minor.value < 100 else None
    if minor and cents and cents.factor < 1.0:
        return round(value + minor.value * cents.factor, 10), cents.stop
    return round(value, 10), j


def _read_percent(lexemes: Lexemes, j: int, numeral: Numeral, setting: Setting) -> Unit | None:
    if is_hyphen(lexemes, j):
        j += 1
    word, after = lexemes[j].low, lexemes[j + 1].low
    if word in ("percentage", "%", "percent") and after in ("point", "points"):
        return Unit("percentage point", j + 2)
    if word in ("%", "percent", "pct"):
        return Unit("%", j + 1)
    if word == "per" and after == "cent":
        points = lexemes[j + 2].low in ("point", "points")
        return Unit("percentage point", j + 3) if points else Unit("%", j + 2)
    if word in ("pp", "ppt", "ppts") and lexemes[j].raw.islower():
        return Unit("percentage point", j + 1)
    if word in ("point", "points") and setting.percents and numeral.value <= 60:
        return Unit("percentage point", j + 1)
    return None


_MORE = frozenset({"more", "further", "extra", "additional", "other", "straight", "consecutive", "full", "long"})


def _over_more(lexemes: Lexemes, j: int) -> int:
    """Step over the word between numeral and unit in "three more weeks"."""
    return j + 1 if lexemes[j].low in _MORE and lexemes[j + 1].kind == "w" else j


_COMPARED = frozenset(
    "as the what that its their his her more higher lower larger bigger greater faster longer likelier worse better "
    "above over last this normal".split()
)


def _read_times(lexemes: Lexemes, j: int) -> Unit | None:
    """Read "times" of a multiple ("three times the 20"), not of a count ("asked three times"), and "-fold"."""
    after = lexemes[j + 1 if is_hyphen(lexemes, j) else j]
    if after.low == "fold":
        return Unit("times", j + 2 if is_hyphen(lexemes, j) else j + 1)
    if lexemes[j].low == "times" and lexemes[j + 1].low in _COMPARED:
        return Unit("times", j + 1)
    return None


def _read_pounds(lexemes: Lexemes, j: int) -> Unit | None:
    """Read "pounds" that the money reader has left: they are weighed."""
    j = j + 1 if is_hyphen(lexemes, j) else j
    return Unit("pound", j + 1) if lexemes[j].low in ("pound", "pounds") else None


def _stop_of_age(lexemes: Lexemes, unit: Unit) -> int:
    """Return the end of "-old", "old" or "of age" after a span of time, or the end of the unit."""
    j = unit.stop
    if unit.name not in TIME_UNITS:
        return j
    if is_hyphen(lexemes, j) and lexemes[j + 1].low in ("old", "olds"):
        return j + 2
    if lexemes[j].low == "old":
        return j + 1
    return j + 2 if lexemes[j].low == "of" and lexemes[j + 1].low == "age" else j
