"""A numeral and what it measures → one :class:`Amount`: "$1.5bn", "40 kilometres", "half a mile".

The span is the number with its sign or unit; "about" is left to ``comparators``.
"""

from dataclasses import replace

from claimx.lexicons import words
from claimx.quantities.amount import Amount, Setting
from claimx.quantities.durations import duration, read_compound
from claimx.quantities.forms import read_article, read_form
from claimx.quantities.fractions import read_fraction
from claimx.quantities.lexemes import Lexemes, is_hyphen
from claimx.quantities.money import Currency, read_name, read_sign
from claimx.quantities.numerals import Numeral, read_numeral
from claimx.quantities.units import TIME_UNITS, Unit, read_unit
from claimx.schema import NumberKind


def read_amount(lexemes: Lexemes, i: int, setting: Setting) -> Amount | None:
    """Read the amount that begins at lexeme ``i``."""
    sign = _sign(lexemes, i)
    if sign:
        found = read_amount(lexemes, i + 1, setting)
        if found is None or found.value is None:
            return None
        return replace(found, first=i, value=sign * found.value, iso=None)
    found = _read_signed(lexemes, i, setting) or read_article(lexemes, i)
    return found or _read_measured(lexemes, i, setting)


def _sign(lexemes: Lexemes, i: int) -> int:
    """The sign at ``i``, -1 or 1: "-18 °C", "minus 41", "+10.5"; 0 for none: in "10-15" it is glued to the ten."""
    lexeme, after = lexemes[i], lexemes[i + 1]
    if lexeme.low == "minus":
        return -1 if lexemes[i - 1].low != "or" and after.low != "minus" else 0
    written = {"-": -1, "−": -1, "+": 1}.get(lexeme.low, 0)
    return written if not lexeme.glued and after.glued and after.kind == "n" else 0


def _read_signed(lexemes: Lexemes, i: int, setting: Setting) -> Amount | None:
    currency = read_sign(lexemes, i, setting.purse)
    numeral = read_numeral(lexemes, currency.stop, money=True) if currency else None
    if currency is None or numeral is None or numeral.ordinal:
        return None
    return replace(_plain(i, numeral), kind="money", unit=currency.code, signed=True)


def _read_measured(lexemes: Lexemes, i: int, setting: Setting) -> Amount | None:
    form = read_form(lexemes, i)
    if form:
        return form
    numeral = read_fraction(lexemes, i) or read_numeral(lexemes, i)
    if numeral is None:
        return None
    if numeral.ordinal:
        return Amount(i, numeral.stop, "ordinal", numeral.value)
    j = numeral.stop
    if numeral.fraction and lexemes[j].low == "of" and lexemes[j + 1].low in ("a", "an"):
        j += 1
    if numeral.fraction and lexemes[j].low in ("a", "an"):
        j += 1  # "half a mile", "a quarter of an hour"
    if numeral.fraction and lexemes[j].low == "of" and lexemes[j + 1].low in ("1", "one"):
        j += 2  # "half of 1 percent"
    return _measure(lexemes, i, j, numeral, setting) or _plain(i, numeral)


def _plain(i: int, numeral: Numeral) -> Amount:
    kind: NumberKind = "fraction" if numeral.fraction else "cardinal"
    return Amount(i, numeral.stop, kind, numeral.value, scale=numeral.scale)


def _measure(lexemes: Lexemes, i: int, j: int, numeral: Numeral, setting: Setting) -> Amount | None:
    """Read what the numeral of ``[i, numeral.stop)`` measures, from lexeme ``j`` on."""
    plain = _plain(i, numeral)
    percent = _read_percent(lexemes, j, numeral, setting)
    if percent:
        return replace(plain, stop=percent.stop, kind="percent", unit=percent.name)
    currency = read_name(lexemes, j, setting.purse)
    if currency:
        value, stop = _with_cents(lexemes, numeral.value, currency, setting)
        return replace(
            plain, stop=stop, kind="money", value=value, unit=currency.code, factor=currency.factor
        )  # fmt: skip
    unit = _read_times(lexemes, j) or read_unit(lexemes, _over_more(lexemes, j))
    return _of_unit(lexemes, plain, unit) if unit else None


def _of_unit(lexemes: Lexemes, plain: Amount, unit: Unit) -> Amount:
    """Turn the bare number into a quantity of ``unit``, of two units ("5 ft 2 in") or into an age."""
    value = plain.value or 0.0
    compound = read_compound(lexemes, value, unit)
    if compound:
        return Amount(plain.first, compound.stop, "quantity", compound.value, compound.unit, iso=compound.iso)
    stop = _stop_of_age(lexemes, unit)
    age = stop != unit.stop
    iso = None if age else duration(value, unit.name)
    return replace(plain, stop=stop, kind="quantity", unit=unit.name, iso=iso, age=age)


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
    if word in ("%", "percent", "pct") or (lexemes[j].raw == "pc" and after != "s"):
        return Unit("%", j + 1)
    if word == "per" and after == "cent":
        points = lexemes[j + 2].low in ("point", "points")
        return Unit("percentage point", j + 3) if points else Unit("%", j + 2)
    if word in ("pp", "ppt", "ppts") and lexemes[j].raw.islower():
        return Unit("percentage point", j + 1)
    if word == "point" and lexemes[j - 1].low == "one" and lexemes[j - 2].low == "at":
        return None  # "at one point"
    if word in ("point", "points") and numeral.value <= 60 and _are_shares(lexemes, j, setting):
        return Unit("percentage point", j + 1)
    return None


def _are_shares(lexemes: Lexemes, j: int, setting: Setting) -> bool:
    """Whether the "points" at ``j`` are of per cent: the article speaks of per cent, or of a swing or poll here.

    Those of a share index are not, whatever else the article speaks of.
    """
    before = {lexeme.low for lexeme in lexemes[j - 7 : j]}
    return (setting.percents and _BOARDS.isdisjoint(before)) or not _SWINGS.isdisjoint(before)


_SWINGS = words("number_context", "swings")
_BOARDS = words("number_context", "boards")
_MORE = words("number_context", "more")


def _over_more(lexemes: Lexemes, j: int) -> int:
    """Step over the word between numeral and unit in "three more weeks" and "30-odd years"."""
    if is_hyphen(lexemes, j) and lexemes[j + 1].low in ("odd", "plus"):
        return j + 2
    return j + 1 if lexemes[j].low in _MORE and lexemes[j + 1].kind == "w" else j


_COMPARED = words("number_context", "compared")


def _read_times(lexemes: Lexemes, j: int) -> Unit | None:
    """Read "times" of a multiple ("three times the limit"), not "asked three times"; and "-fold"."""
    after = lexemes[j + 1 if is_hyphen(lexemes, j) else j]
    if lexemes[j].raw in ("x", "X") and lexemes[j].glued and not lexemes[j + 1].glued:
        return Unit("times", j + 1)
    if after.low == "fold":
        return Unit("times", j + 2 if is_hyphen(lexemes, j) else j + 1)
    if lexemes[j].low == "times" and lexemes[j + 1].low in _COMPARED:
        return Unit("times", j + 1)
    return None


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
