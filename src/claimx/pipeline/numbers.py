"""``claimx_numbers``: every number, sum of money, quantity, date and time of the text.

Reads ``doc.text`` and ``doc._.claimx_published`` and, where they are there, the tags (which way a weekday
lies, what is counted), the dependencies (what is counted at a distance) and the entities. Writes
``doc._.claimx_numbers``, a list of :class:`~claimx.pipeline.records.NumberRecord` in text order.

"About 1,500 workers" matches: 1500, about, workers. "Boeing 737" must not, nor the "one" of "one of them".
"""

from bisect import bisect_right
from collections.abc import Mapping

from spacy.language import Language
from spacy.tokens import Doc, Token

from claimx.pipeline import columns, records
from claimx.pipeline.records import NumberRecord
from claimx.quantities.amount import Amount
from claimx.quantities.carried import find_carried
from claimx.quantities.context import find_conversions
from claimx.quantities.counted import find_counted
from claimx.quantities.dating import find_times, hide
from claimx.quantities.lexemes import Lexemes, lex
from claimx.quantities.reading import find_amounts
from claimx.quantities.units import dimension
from claimx.quantities.when import Moment

records.register()


def find_numbers(doc: Doc) -> list[NumberRecord]:
    """Return the numbers and dates of a document, in text order."""
    text = columns.text(doc)
    lexemes = lex(text)
    tags = _tags(doc)
    times = list(find_times(lexemes, doc._.claimx_published, tags))
    visible = hide(lexemes, (moment for moment, _ in times))
    offsets = columns.integers(doc, "IDX")
    amounts = [
        amount
        for amount in find_amounts(text, visible)
        if not _is_part_of_name(doc, *_tokens(offsets, *_extent(lexemes, amount)), amount)
    ]
    found = [_dated(lexemes, moment, iso) for moment, iso in times]
    written = [_record(lexemes, amount) for amount in amounts]
    if tags:
        _count(doc, offsets, written, amounts)
    found += written
    return _ordered(found, find_conversions(visible, amounts), len(times))


def _tags(doc: Doc) -> Mapping[int, str]:
    """Return the Penn tag at each character where a token begins; nothing without a tagger."""
    if not doc.has_annotation("TAG"):
        return {}
    return dict(zip(columns.integers(doc, "IDX"), columns.strings(doc, "TAG"), strict=True))


def _extent(lexemes: Lexemes, found: Amount | Moment) -> tuple[int, int]:
    return lexemes[found.first].start, lexemes[found.stop - 1].end


def _tokens(offsets: list[int], start: int, end: int) -> tuple[int, int]:
    """Return the tokens that the characters ``[start, end)`` touch."""
    return bisect_right(offsets, start) - 1, bisect_right(offsets, end - 1)


def _is_part_of_name(doc: Doc, start: int, stop: int, amount: Amount) -> bool:
    """Whether the entities or the syntax say that a bare number is no number: "Boeing 737", "one must"."""
    if not (amount.bare or amount.kind == "ordinal") or amount.low is not None:
        return False
    token = doc[start]
    if token.ent_iob_ == "I":  # "Boeing 737"; the first token of a name may count, "27-nation bloc"
        return True
    if _is_numbered_name(doc, token):
        return True
    alone = stop >= len(doc) or doc[stop].pos_ not in ("NOUN", "PROPN", "ADJ")
    return token.lower_ == "one" and stop == start + 1 and token.tag_ in ("NN", "PRP") and alone


def _is_numbered_name(doc: Doc, token: Token) -> bool:
    """Whether the parse joins the figure to the name before it: "Apollo 11"; in "Arsenal 3 Chelsea 1" it is a score."""
    i = token.i
    if token.dep_ != "flat" or i == 0 or doc[i - 1].pos_ != "PROPN" or not token.text.isdigit():
        return False
    name = doc[i - 1].text
    beside = (k for k in range(max(1, i - 6), min(len(doc), i + 7)) if k != i)
    return not any(doc[k].pos_ == "NUM" and doc[k - 1].pos_ == "PROPN" and doc[k - 1].text != name for k in beside)


def _dated(lexemes: Lexemes, moment: Moment, iso: str | None) -> NumberRecord:
    start, end = _extent(lexemes, moment)
    return NumberRecord(
        start=start, end=end, kind="time" if moment.when.clock else "date", value=None, low=None, high=None,
        comparator="=", unit=None, of=None, iso=iso, converts=None,
    )  # fmt: skip


def _record(lexemes: Lexemes, amount: Amount) -> NumberRecord:
    start, end = _extent(lexemes, amount)
    return NumberRecord(
        start=start, end=end, kind=amount.kind, value=amount.value, low=amount.low, high=amount.high,
        comparator=amount.comparator, unit=amount.unit, of=None, iso=amount.iso, converts=None,
    )  # fmt: skip


def _count(doc: Doc, offsets: list[int], records: list[NumberRecord], amounts: list[Amount]) -> None:
    """Write into each record what it counts."""
    parsed = doc.has_annotation("DEP")
    for record, amount in zip(records, amounts, strict=True):
        record["of"] = _of(doc, offsets, record, amount, parsed)
    if not doc.has_annotation("SENT_START"):
        return
    bare = [record for record, amount in zip(records, amounts, strict=True) if amount.bare]
    counted = [(*_tokens(offsets, record["start"], record["end"]), record["of"]) for record in bare]
    for record, of in zip(bare, find_carried(doc, counted), strict=True):
        record["of"] = of


def _of(doc: Doc, offsets: list[int], record: NumberRecord, amount: Amount, parsed: bool) -> tuple[int, int] | None:
    direct = amount.kind in ("cardinal", "fraction")
    measure = dimension(amount.unit)
    if not (direct or amount.kind == "percent" or measure not in (None, "time")):
        return None
    first, stop = _tokens(offsets, record["start"], record["end"])
    if offsets[stop - 1] + len(doc[stop - 1]) != record["end"]:
        return None  # the noun is in the same token
    of = find_counted(doc, first, stop, direct, parsed)
    place = measure == "length" and of is not None and doc[of[1] - 1].pos_ == "PROPN"
    return None if place else of  # "within 40 miles of Earth"


def _ordered(found: list[NumberRecord], conversions: Mapping[int, int], dates: int) -> list[NumberRecord]:
    """Put the records in text order; ``conversions`` counts the numbers after the first ``dates`` records."""
    order = sorted(range(len(found)), key=lambda k: (found[k]["start"], found[k]["end"]))
    place = {k: position for position, k in enumerate(order)}
    for restated, original in conversions.items():
        found[restated + dates]["converts"] = place[original + dates]
    return [found[k] for k in order]


class NumbersComponent:
    """Writes what :func:`find_numbers` finds."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        doc._.claimx_numbers = find_numbers(doc)
        return doc


@Language.factory("claimx_numbers", assigns=["doc._.claimx_numbers"])
def create(nlp: Language, name: str) -> NumbersComponent:
    """Make the component; it has no settings."""
    return NumbersComponent()
