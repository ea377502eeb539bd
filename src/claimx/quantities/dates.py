"""Days and months: "March 3, 1974", "on the 12th", "Sept. 14 to 18", "last May", "on Tuesday".

"May" and "March" are months with a capital and where a month can stand: not in "May I?" nor "Theresa May".
"""

from dataclasses import replace

from claimx.lexicons import load, words
from claimx.quantities.lexemes import Lexemes, is_dash, phrase
from claimx.quantities.numerals import ORDINALS, read_numeral
from claimx.quantities.when import Moment, When

_TABLES = load("calendar")
MONTHS: dict[str, int] = _TABLES["months"]
WEEKDAYS: dict[str, int] = _TABLES["weekdays"]
SHIFTS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_FULL = frozenset(
    word for word in (*MONTHS, *WEEKDAYS) if len(word) > 5 or word in ("july", "june", "april", "may", "march")
)
_BEFORE_MONTH = words("number_context", "before_month")
_OPENING = words("number_context", "opening")
_PEOPLE = words("number_context", "month_names")


def read_date(lexemes: Lexemes, i: int) -> Moment | None:
    """Read the day or month that begins at lexeme ``i``."""
    word = lexemes[i].low
    if lexemes[i].kind == "n" or word in ORDINALS or word == "the":
        return _read_numeric(lexemes, i) or _read_day_first(lexemes, i)
    if word in MONTHS:
        return _read_month(lexemes, i)
    if word in WEEKDAYS:
        return _read_weekday(lexemes, i)
    if word in SHIFTS:
        return _read_shifted(lexemes, i)
    if word == "a" and phrase(lexemes, i + 1, i + 3) == "week on" and lexemes[i + 3].low in WEEKDAYS:
        return Moment(i, i + 4, When(weekday=WEEKDAYS[lexemes[i + 3].low], part="week", shift=1))
    if word in ("mid", "early", "late") and (is_dash(lexemes[i + 1]) or word != "mid"):
        return _read_part(lexemes, i)
    return None


def read_year(lexemes: Lexemes, i: int) -> int | None:
    """Return the year at lexeme ``i`` if four plain figures stand there that can be one."""
    raw, after = lexemes[i].raw, lexemes[i + 1]
    if lexemes[i].kind != "n" or len(raw) != 4 or not raw.isdecimal() or raw[0] not in "12":
        return None
    year = int(raw)
    return year if 1000 <= year <= 2199 and not (after.glued and after.kind in "wn") else None


def _day(lexemes: Lexemes, i: int) -> tuple[int, int] | None:
    """Return the day of the month at lexeme ``i`` ("3", "3rd", "third") and where it ends."""
    numeral = read_numeral(lexemes, i) if lexemes[i].kind == "n" or lexemes[i].low in ORDINALS else None
    if numeral is None or not numeral.value.is_integer() or not 1 <= numeral.value <= 31:
        return None
    if lexemes[i].kind == "n" and (len(lexemes[i].raw) > 2 or numeral.scale != 1.0):
        return None
    return int(numeral.value), numeral.stop


def _read_numeric(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "2026-03-11" and "25/12/2025"; with both figures up to 12 nobody knows which is the month."""
    mark = lexemes[i + 1].low
    parts = [lexemes[i + k] for k in range(5)]
    if mark not in ("-", "/") or parts[3].low != mark or any(not x.glued for x in parts[1:]):
        return None
    figures = [x.raw for x in parts[::2]]
    if not all(raw.isdecimal() and len(raw) <= 4 for raw in figures):
        return None
    one, two, three = map(int, figures)
    if mark == "-" and len(figures[0]) == 4:
        return Moment(i, i + 5, When(year=one, month=two, day=three))
    if mark == "/" and len(figures[2]) == 4 and max(one, two) <= 31 and min(one, two) <= 12:
        if one > 12 or two > 12:
            return Moment(i, i + 5, When(year=three, month=min(one, two), day=max(one, two)))
        return Moment(i, i + 5, When(year=three, month=one, day=one) if one == two else When())
    return None


def _read_day_first(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "9 May 2024", "the 5th of November", "17-18 December", "the 3rd" of a month named elsewhere."""
    article = lexemes[i].low == "the"
    start = _day(lexemes, i + 1 if article else i)
    if start is None:
        return None
    day, j = start
    until = None
    if is_dash(lexemes[j]) or lexemes[j].low in ("to", "and"):
        end = _day(lexemes, j + 1)
        named = end[1] + (lexemes[end[1]].low == "of") if end else 0
        if end and lexemes[named].low in MONTHS and end[0] > day:
            until, j = end
    if lexemes[j].low == "of":
        j += 1
    if lexemes[j].low in MONTHS and lexemes[j].raw[0].isupper():
        month = _close(lexemes, i, j + 1, When(month=MONTHS[lexemes[j].low], day=day, until_day=until))
        return _with_year(lexemes, month)
    ordinal = lexemes[j - 1].raw in ("st", "nd", "rd", "th")
    between = lexemes[i - 1].low == "between" and lexemes[j].low == "and"
    if article and ordinal and (between or (lexemes[i - 1].low == "on" and not _is_noun(lexemes, j))):
        return Moment(i, j, When(day=day, anchored=True))
    return None


_FUNCTION = words("number_context", "after_day")


def _is_noun(lexemes: Lexemes, i: int) -> bool:
    return lexemes[i].low == "-" or (lexemes[i].kind == "w" and lexemes[i].low not in _FUNCTION)


def _close(lexemes: Lexemes, first: int, stop: int, when: When) -> Moment:
    """End a moment after the dot of an abbreviation ("Sept.") if there is one."""
    dot = lexemes[stop].low == "." and lexemes[stop].glued and lexemes[stop - 1].low not in _FULL
    return Moment(first, stop + dot, when)


def _read_month(lexemes: Lexemes, i: int) -> Moment | None:
    if not lexemes[i].raw[0].isupper():
        return None
    month = _close(lexemes, i, i + 1, When(month=MONTHS[lexemes[i].low]))
    j = month.stop
    start = _day(lexemes, j)
    timed = start and lexemes[start[1]].low == ":" and lexemes[start[1] + 1].glued  # "June 11:30"
    if start and not timed and lexemes[start[1]].low not in ("%", "per", "percent"):
        return _read_days(lexemes, month, *start)
    dated = _with_year(lexemes, month)
    if dated.when != month.when:
        return dated
    return month if _is_month(lexemes, i, j) else None


def _read_days(lexemes: Lexemes, month: Moment, day: int, j: int) -> Moment:
    """Read "14", "14 to 18" or "17-18" after a month."""
    until = None
    if is_dash(lexemes[j]) or lexemes[j].low in ("to", "and"):
        end = _day(lexemes, j + 1)
        range_of_days = end and end[0] > day and (lexemes[j].low != "and" or lexemes[end[1]].kind != "w")
        if end and range_of_days:
            until, j = end
    return _with_year(lexemes, Moment(month.first, j, replace(month.when, day=day, until_day=until)))


def _with_year(lexemes: Lexemes, moment: Moment) -> Moment:
    """Add ", 2026", " of 2026", " last year" or " this year" to a day or month."""
    j = moment.stop
    if lexemes[j].low in (",", "of"):
        j += 1
    year = read_year(lexemes, j)
    if year:
        return Moment(moment.first, j + 1, replace(moment.when, year=year))
    k = j if lexemes[j - 1].low == "of" else moment.stop  # "March of next year"
    word = lexemes[k].low
    if word in ("last", "this", "next") and lexemes[k + 1].low == "year":
        return Moment(moment.first, k + 2, replace(moment.when, part="year", shift=SHIFTS[word]))
    return moment


def _is_month(lexemes: Lexemes, i: int, stop: int) -> bool:
    """Whether the bare name at ``i`` is a month: full, and no modal verb or person."""
    word, before, after = lexemes[i], lexemes[i - 1], lexemes[stop]
    if word.low not in _FULL:
        return False
    if before.low in _BEFORE_MONTH:
        listed = before.low in ("and", "or") and after.kind == "w"  # "Ann and June Marsh", "and May said"
        return not listed or (word.low not in _PEOPLE) or (word.low != "may" and after.raw.islower())
    if word.low not in _PEOPLE:
        return True
    opens = before.kind != "w" and before.low not in (",", ";", "'")
    named = before.raw[:1].isupper() and before.low not in _OPENING
    return not (opens or named or after.raw[:1].isupper())


def _read_weekday(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "Tuesday", "Tuesday night" and "Friday week"."""
    word = lexemes[i]
    if not word.raw[0].isupper() or (lexemes[i + 1].low == "-" and lexemes[i + 2].raw[:1].isupper()):
        return None
    if word.low not in _FULL and lexemes[i + 1].low != "." and lexemes[i + 1].kind != "n":
        return None
    moment = _close(lexemes, i, i + 1, When(weekday=WEEKDAYS[word.low]))
    after = lexemes[moment.stop].low
    if after == "week":
        return Moment(i, moment.stop + 1, replace(moment.when, part="week", shift=1))
    if after in ("night", "evening", "morning", "afternoon"):
        return replace(moment, stop=moment.stop + 1)
    return _with_day_of_month(lexemes, moment) or moment


def _with_day_of_month(lexemes: Lexemes, moment: Moment) -> Moment | None:
    """Read on from "Thursday" to "Thursday, March 5", "Thursday 5 March" or "Thursday, the 5th of March"."""
    j = moment.stop + 1 if lexemes[moment.stop].low == "," else moment.stop
    found = _read_month(lexemes, j) if lexemes[j].low in MONTHS else _read_day_first(lexemes, j)
    return replace(found, first=moment.first) if found and found.when.month and found.when.day else None


def _read_shifted(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "last Tuesday", "next May", "this Friday"."""
    shift, name = SHIFTS[lexemes[i].low], lexemes[i + 1]
    if not name.raw[:1].isupper() or name.low not in _FULL:
        return None
    if name.low in WEEKDAYS:
        return Moment(i, i + 2, When(weekday=WEEKDAYS[name.low], shift=shift))
    if name.low in MONTHS and lexemes[i].low != "past":
        return Moment(i, i + 2, When(month=MONTHS[name.low], shift=shift))
    return None


def _read_part(lexemes: Lexemes, i: int) -> Moment | None:
    """Read "mid-May", "late October"."""
    j = i + 2 if is_dash(lexemes[i + 1]) else i + 1
    found = _read_month(lexemes, j) if lexemes[j].low in MONTHS else None
    return replace(found, first=i) if found else None
