"""Years and spans of the calendar: "2024", "1950-1953", "the 1990s", "last week", "two weeks ago".

Four figures are a year unless something is counted or paid with them: "in 1998", "the 2012 blaze", not "1998
tickets were sold" nor "$1998".
"""

from claimx.lexicons import load, words
from claimx.quantities.calendar import HOLIDAYS, SEASONS
from claimx.quantities.dates import SHIFTS, read_year
from claimx.quantities.lexemes import Lexemes, is_dash, phrase
from claimx.quantities.numerals import read_numeral
from claimx.quantities.units import read_unit
from claimx.quantities.when import Moment, When

_TABLES = load("calendar")
DAYS: dict[str, int] = _TABLES["days"]
_DECADES: dict[str, int] = _TABLES["decades"]
_FEAST_WORDS = frozenset(name.split()[0] for name in HOLIDAYS)
_UNITS = frozenset({"week", "month", "year", "weekend", "decade", "century", *SEASONS})
_STAGES = frozenset({"end", "start", "beginning", "middle"})
_SPANS = frozenset({"week", "month", "year", "decade", "century"})
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening"})
_THIS_CENTURY = 40  # '39 is 2039, '40 is 1940
_SURE = words("number_context", "before_year")


def read_period(lexemes: Lexemes, i: int) -> Moment | None:
    """Read the year, decade or relative period that begins at lexeme ``i``."""
    lexeme, word = lexemes[i], lexemes[i].low
    if lexeme.kind == "n":
        found = _read_decade(lexemes, i) or _read_years(lexemes, i) or _read_ago(lexemes, i)
        return found or _read_century(lexemes, i)
    if word in DAYS:
        return _read_days(lexemes, i)
    if word in SHIFTS:
        return _read_shifted(lexemes, i) or _read_feast(lexemes, i)
    if word == "the":
        return _read_the(lexemes, i)
    if word in _FEAST_WORDS and (feast := _read_feast(lexemes, i)):
        return feast
    if word in ("'", "‘") and lexemes[i + 1].kind == "n":
        return _read_decade(lexemes, i) or _read_short_year(lexemes, i)
    if word in ("q", "h"):
        return _read_short_quarter(lexemes, i)
    return _read_ago(lexemes, i) or _read_quarter(lexemes, i) or _read_century(lexemes, i)


def _read_short_year(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "in '98": two figures behind an apostrophe where a word says that a year comes; not "said '40 died'"."""
    mark, figure, behind = lexemes[i : i + 3]
    joined = figure.glued and not mark.glued and not (behind.glued and behind.kind in "wnx") and behind.low != "%"
    if not joined or len(figure.raw) != 2 or lexemes[i - 1].low not in _SURE:
        return None
    year = int(figure.raw)
    return Moment(i, i + 2, When(fixed=str(year + (1900 if year >= _THIS_CENTURY else 2000))))


def _read_short_quarter(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "Q1 2024" and "H1 2025"; "Q3" alone says no year."""
    letter, figure = lexemes[i], lexemes[i + 1]
    length, part = (3, "quarter") if letter.raw == "Q" else (6, "half")
    year = read_year(lexemes, i + 2)
    if letter.raw not in ("Q", "H") or not figure.glued or year is None or figure.raw not in "1234"[: 12 // length]:
        return None
    return Moment(i, i + 3, When(part=part, month=length * (int(figure.raw) - 1) + 1, year=year))


def _read_quarter(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "first quarter of 2027" and "first-quarter"; a bare "third quarter" is a rank."""
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(lexemes[i].low)
    joined = is_dash(lexemes[i + 1])
    part = lexemes[i + 2 if joined else i + 1]
    months = {"quarter": 3, "half": 6}.get(part.low)
    if number is None or months is None or number * months > 12:
        return None
    j = i + 3 if joined else i + 2
    year = read_year(lexemes, j + 1 if lexemes[j].low == "of" else j)
    if year is None and not (joined and months == 3):
        return None
    stop = j if year is None else j + 1 + (lexemes[j].low == "of")
    return Moment(i, stop, When(part=part.low, month=months * (number - 1) + 1, year=year))


def _read_days(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "yesterday", "tomorrow evening", not the name in "on the Today programme"."""
    if lexemes[i].raw == "Today" and lexemes[i - 1].kind == "w":
        return None
    stop = i + 2 if lexemes[i + 1].low in (*_PARTS_OF_DAY, "night") else i + 1
    return Moment(i, stop, When(part="day", shift=DAYS[lexemes[i].low]))


# "This past weekend" is that of this week when it lies behind, which the tense tells; else the one before.
_THIS = {("past", True): None, ("past", False): -1, ("coming", True): 0, ("coming", False): 1}


def _read_shifted(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "last week", "this month", "next summer", "last night", "this morning", "this past weekend"."""
    word, unit = lexemes[i].low, lexemes[i + 1].low
    if lexemes[i].raw.istitle() and lexemes[i + 1].raw.istitle() and lexemes[i - 1].kind == "w":
        return None  # the programme "This Morning"
    if word == "this" and unit in ("past", "coming") and lexemes[i + 2].low in _UNITS:
        return Moment(i, i + 3, When(part=lexemes[i + 2].low, shift=_THIS[unit, lexemes[i + 2].low == "weekend"]))
    if unit == "night" and word == "last":
        return Moment(i, i + 2, When(part="day", shift=-1))
    if unit in _PARTS_OF_DAY and word == "this":
        return Moment(i, i + 2, When(part="day", shift=0))
    if unit not in _UNITS or word == "past" or lexemes[i - 1].low == "the":
        return None
    return Moment(i, i + 2, When(part=unit, shift=SHIFTS[word]))


def _read_the(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "the weekend", "the same day", "the 1990s", "the nineties", "the 20th century"."""
    words = phrase(lexemes, i + 1, i + 3)
    if lexemes[i + 1].low == "weekend":
        return Moment(i, i + 2, When(part="weekend"))
    if words == "same day":
        return Moment(i, i + 3, When(part="day", shift=0, anchored=True))
    if words in ("coming weekend", "coming week", "coming year"):
        return Moment(i, i + 3, When(part=lexemes[i + 2].low, shift=1))
    if lexemes[i + 1].low in _STAGES and phrase(lexemes, i + 2, i + 4) == "of the" and lexemes[i + 4].low in _SPANS:
        return Moment(i, i + 5, When(part=lexemes[i + 4].low, shift=0))
    decade = _DECADES.get(lexemes[i + 1].low)
    if decade:
        return Moment(i, i + 2, When(fixed=f"{decade}X"))
    found = _read_decade(lexemes, i + 1) or _read_century(lexemes, i + 1)
    return Moment(i, found.stop, found.when) if found else None


def _read_decade(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "1990s" and "'90s"."""
    j = i + 1 if lexemes[i].low in ("'", "‘") else i
    figure, letter = lexemes[j], lexemes[j + 1]
    raw = figure.raw
    if letter.low != "s" and not (letter.low in ("'",) and lexemes[j + 2].low == "s" and raw.endswith("0")):
        return None
    if not letter.glued or not raw.isdecimal() or raw[-1] != "0":
        return None
    stop = j + 2 if letter.low == "s" else j + 3
    if len(raw) == 4 and raw[0] in "12":
        return Moment(i, stop, When(fixed=f"{raw[:3]}X"))
    return Moment(i, stop, When(fixed=f"19{raw[0]}X")) if len(raw) == 2 and j > i else None


def _read_century(lexemes: Lexemes, i: int) -> Moment | None:
    numeral = read_numeral(lexemes, i)
    if numeral is None or not numeral.ordinal or not 10 <= numeral.value <= 21:
        return None
    j = numeral.stop + 1 if is_dash(lexemes[numeral.stop]) else numeral.stop
    return Moment(i, j + 1, When(fixed=f"{int(numeral.value) - 1}XX")) if lexemes[j].low == "century" else None


def _read_years(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "2024", "1950-1953", "2024-25" and the two years after "between" or "from"."""
    year = read_year(lexemes, i)
    if year is None or lexemes[i - 1].kind == "c" or not _is_year(lexemes, i, year):
        return None
    joint, end = lexemes[i + 1], lexemes[i + 2]
    if (
        (is_dash(joint) or joint.low == "/")
        and joint.glued
        and end.glued
        and end.raw.isdecimal()
        and len(end.raw) in (2, 4)
    ):
        last = int(end.raw) if len(end.raw) == 4 else year - year % 100 + int(end.raw)
        return Moment(i, i + 3, When(fixed=f"{year}/{last}")) if last > year else None
    before = lexemes[i - 1].low
    spanning = joint.low in ("to", "through", "until") or (before, joint.low) == ("between", "and")
    if spanning and (last_year := read_year(lexemes, i + 2)):
        return Moment(i, i + 3, When(fixed=f"{year}/{last_year}"))
    return Moment(i, i + 1, When(fixed=str(year)))


def _is_year(lexemes: Lexemes, i: int, year: int) -> bool:
    before, after = lexemes[i - 1], lexemes[i + 1]
    if after.low in ("%", "per", "percent", "million", "billion", "hours", "hrs", "gmt") or read_unit(lexemes, i + 1):
        return False
    sure = before.low in _SURE or before.kind == "b"
    plural = after.raw.islower() and after.low.endswith("s") and after.low not in _SINGULAR
    if after.low in _OF_A_YEAR and 1900 <= year <= 2099:
        return True
    if not sure and (plural or after.low in ("people", "men", "women", "children")):
        return False
    return sure or 1900 <= year <= 2099


_OF_A_YEAR = words("number_context", "of_a_year")
_SINGULAR = frozenset({"was", "is", "has", "as", "this", "its", "his", "us", "vs", "versus"})


_AGO = {"ago": -1, "earlier": -1, "hence": 1}


def _read_ago(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "two weeks ago", "a year earlier", "an hour ago"."""
    article = lexemes[i].low in ("a", "an")
    numeral = None if article else read_numeral(lexemes, i)
    if not article and (numeral is None or numeral.ordinal):
        return None
    unit = read_unit(lexemes, i + 1 if numeral is None else numeral.stop)
    if unit is None or lexemes[unit.stop].low not in _AGO:
        return None
    count = 1.0 if numeral is None else numeral.value
    if count > 9999:
        return None  # geology: a number of years, not a date
    return Moment(i, unit.stop + 1, When(part=unit.name, ago=count * _AGO[lexemes[unit.stop].low]))


def _is_place(lexemes: Lexemes, stop: int) -> bool:
    """Whether a feast gives its name to what follows: "Easter Island", "Christmas trees"."""
    after = lexemes[stop]
    return after.low in _FEASTIVE or (after.low in ("island", "islands", "rising") and after.raw[0].isupper())


_FEASTIVE = words("number_context", "named_after_feasts")


def _read_feast(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "Christmas", "New Year's Eve", "last Easter", "Thanksgiving 2025"."""
    shift = SHIFTS.get(lexemes[i].low)
    j = i if shift is None else i + 1
    if not lexemes[j].raw[:1].isupper():
        return None
    for length in (5, 4, 3, 2, 1):
        name = phrase(lexemes, j, j + length)
        if name in HOLIDAYS and not _is_place(lexemes, j + length):
            year = read_year(lexemes, j + length)
            return Moment(i, j + length + (year is not None), When(part=name, shift=shift, year=year))
    return None
