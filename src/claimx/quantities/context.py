"""What a bare number measures, by what stands around it: ages, and units said only once.

"Ruiz, 41, said" and "dies at 88" are ages. In "down from 3.11 billion" after "2.94 billion euros" the money
is that of the number before, in "from 3.4% to 2.9" the per cent. A number in brackets restates the one before
it in another unit: "700 million euros ($824 million)".
"""

from collections.abc import Sequence
from dataclasses import replace

from claimx.lexicons import load, words
from claimx.quantities.amount import Amount
from claimx.quantities.lexemes import Lexemes, is_hyphen
from claimx.quantities.units import dimension

_AGES = load("ages")
_SUBJECTS = words("ages", "subjects")
_VERBS = frozenset(_AGES["subjects"]["verbs"])
_ALWAYS = frozenset(_AGES["subjects"]["always"])
_CONTRACTED = words("ages", "contracted")
_AT = words("ages", "at")
_PERSONS = words("ages", "persons")
_NOBODY = words("number_context", "nobody")
_PEOPLE = words("ages", "people")
_OLDEST = 115
_ELDER = frozenset({"older", "younger", "over", "under", "up"})
_CLOSING = frozenset(",.;:!?)]\"'”’—–-")
_ENDS = frozenset(".!?")
_FUNCTION = words("number_context", "function")


def complete(lexemes: Lexemes, amounts: Sequence[Amount]) -> list[Amount]:
    """Return the amounts with the units that the context gives to the bare ones."""
    done: list[Amount] = []
    for amount, following in zip(amounts, [*amounts[1:], None], strict=False):
        if amount.bare and amount.kind == "cardinal":
            amount = (
                _as_age(lexemes, amount, done)
                or _ahead(lexemes, amount, following)
                or _inherit(lexemes, amount, done)
                or amount
            )
        done.append(amount)
    return done


def _as_age(lexemes: Lexemes, amount: Amount, done: Sequence[Amount]) -> Amount | None:
    value = amount.value if amount.value is not None else amount.high
    if amount.scale != 1.0 or value is None or not 0 < value <= _OLDEST or not value.is_integer():
        return None
    if not (_is_age(lexemes, amount) or _goes_on(lexemes, amount, done)):
        return None
    return replace(amount, kind="quantity", unit="year", age=True)


def _ahead(lexemes: Lexemes, amount: Amount, following: Amount | None) -> Amount | None:
    """Give "27" the years of the age that follows in "27 and 29 years old"."""
    joined = following and following.age and following.first == amount.stop + 1 and lexemes[amount.stop].low == "and"
    return replace(amount, kind="quantity", unit=following.unit, age=True) if joined and following else None


def _goes_on(lexemes: Lexemes, amount: Amount, done: Sequence[Amount]) -> bool:
    """Whether "11" goes on from the age in "aged 8 and 11"."""
    before = done[-1] if done else None
    return before is not None and before.age and before.stop == amount.first - 1 and lexemes[before.stop].low == "and"


def _is_age(lexemes: Lexemes, amount: Amount) -> bool:
    before = lexemes[amount.first - 1]
    if before.low in (",", "("):
        return _is_apposed(lexemes, amount)
    if before.low in _ALWAYS or (before.low in _CONTRACTED and _closes(lexemes, amount.stop)):
        return True
    if before.low in _VERBS and _closes(lexemes, amount.stop):
        return _is_somebody(lexemes, amount.first - 2)
    return _is_aged(lexemes, amount)


def _is_apposed(lexemes: Lexemes, amount: Amount) -> bool:
    """Read "Ruiz, 41, said" and "Ana Ruiz (41)"."""
    before, earlier, after = lexemes[amount.first - 1], lexemes[amount.first - 2], lexemes[amount.stop].low
    if before.low == "(":
        return earlier.raw[:1].isupper() and after in (")", ",")
    somebody = earlier.kind == "w" and (earlier.raw[0].isupper() or earlier.low in _PERSONS)
    return earlier.kind == "w" and (after in (",", "—", "–", "―") or (after in (".", ":", ";") and somebody))


def _is_somebody(lexemes: Lexemes, i: int) -> bool:
    """Whether the word at ``i``, before "is" or "was", names a person: "she", "Baretz", "Baretz, who"."""
    word, verb = lexemes[i], lexemes[i + 1].low
    named = word.raw[:1].isupper() and word.low not in _NOBODY and verb not in ("are", "were")
    return named or word.low in _SUBJECTS or (word.low == "," and verb in ("is", "was"))


def _is_aged(lexemes: Lexemes, amount: Amount) -> bool:
    """Read the prepositions: "died at 88", "a man of 22", "as young as nine", "older than 60", "those 12 and over"."""
    before, earlier, after = lexemes[amount.first - 1].low, lexemes[amount.first - 2].low, lexemes[amount.stop]
    closed = _closes(lexemes, amount.stop)
    if before == "at" and after.low in ("he", "she"):
        return True  # "even now, at 86 she swims"
    if before == "at" and closed:
        return any(lexemes[amount.first - k].low in _AT for k in range(2, 9))
    if before in ("from", "of") and earlier in ("age", "ages", "aged", "from"):
        return True
    if before == "from":
        return any(lexemes[amount.first - k].low in ("age", "ages", "aged") for k in range(2, 5))
    if after.low in ("and", "or") and lexemes[amount.stop + 1].low in _ELDER:
        return lexemes[amount.stop + 1].low in ("older", "younger") or before in _PEOPLE
    told = {"of": closed and earlier in _PERSONS, "than": earlier in ("older", "younger"), "as": earlier in _AGED}
    over = earlier in _PEOPLE and (closed or earlier == "people")
    return (told | {"over": over, "under": over}).get(before, False)


_AGED = frozenset({"young", "old"})


def _closes(lexemes: Lexemes, stop: int) -> bool:
    """Whether nothing that could be counted follows."""
    after = lexemes[stop]
    if is_hyphen(lexemes, stop):
        return False
    return after.kind in "bx" or after.low in _CLOSING or after.low in _FUNCTION


_CARRIED = words("number_context", "carried")
_REACH = 30


def _inherit(lexemes: Lexemes, amount: Amount, done: Sequence[Amount]) -> Amount | None:
    """Give a bare number that nothing is counted with the percent or money of a number shortly before."""
    value = amount.value
    if value is None or not value or not _closes(lexemes, amount.stop):
        return None
    for earlier in reversed(done[-3:]):
        if earlier.bare and earlier.kind == "cardinal" and not _closes(lexemes, earlier.stop):
            return None  # "5 cases against 90": they count the same
        if amount.first - earlier.stop > _REACH or not _alike(earlier, amount) or _is_aside(lexemes, earlier, amount):
            continue
        same_sentence = not any(
            lexemes[k].low in _ENDS or lexemes[k].kind == "b" for k in range(earlier.stop, amount.first)
        )
        carried = same_sentence and lexemes[amount.first - 1].low in _CARRIED
        if carried or (amount.scale >= 1e6 and earlier.kind == "money" and earlier.scale == amount.scale):
            return replace(amount, kind=earlier.kind, unit=earlier.unit)
    return None


def _is_aside(lexemes: Lexemes, earlier: Amount, amount: Amount) -> bool:
    """Whether ``earlier`` stands in brackets that close before ``amount``: what it restates is meant."""
    return lexemes[earlier.first - 1].low == "(" and any(
        lexemes[k].low == ")" for k in range(earlier.stop, amount.first)
    )  # fmt: skip


def _alike(earlier: Amount, amount: Amount) -> bool:
    """Whether ``earlier`` is money, a percentage or a measure of about the same size."""
    size = earlier.value if earlier.value is not None else earlier.high
    measured = earlier.kind in ("money", "percent") or dimension(earlier.unit) not in (None, "time")
    return bool(measured and size and amount.value and 0.2 <= abs(amount.value / size) <= 5)


def find_conversions(lexemes: Lexemes, amounts: Sequence[Amount]) -> dict[int, int]:
    """Return which number restates which: "700 million euros ($824 million)", "35 kilometres (22 miles)"."""
    return {
        i: i - 1
        for i in range(1, len(amounts))
        if _restates(lexemes, amounts[i - 1], amounts[i])
    }  # fmt: skip


def _restates(lexemes: Lexemes, original: Amount, other: Amount) -> bool:
    between = [lexeme.low for lexeme in lexemes[original.stop : other.first]]
    same_kind = original.kind == other.kind and original.unit != other.unit and None not in (original.unit, other.unit)
    if not same_kind or len(between) > 4:
        return False
    if original.kind == "money" and "or" in between[:2]:
        return True  # "1.5 trillion yen, or about $10 billion"
    if "(" not in between or lexemes[other.stop].low not in (")", ";", ","):
        return False
    return original.kind == "money" or dimension(original.unit) == dimension(other.unit) is not None
