"""What holds whatever the input: of articles that were read, pairs of marks, numbers, documents.

Each function raises AssertionError with what is wrong; the tests and the fuzzing targets share them.
"""

import json
import math
import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

import jsonschema  # type: ignore[import-untyped]

from claimx import schema
from claimx.errors import Failure
from claimx.pipeline.marks import MARKS
from claimx.pipeline.pairing import Pairing, Region
from claimx.pipeline.records import NumberRecord
from claimx.readers.article import Reading
from claimx.schema import Claim, Document, Hedge, Number, misplaced_spans
from claimx.validation import check

ZONE = r"(?:Z|[+-]\d\d:\d\d)?"
DAY = r"\d{4}-\d\d-\d\d"
TIME = rf"T(?:[01]\d|2[0-3]):[0-5]\d{ZONE}"
POINT = rf"(?:(?:{DAY})?{TIME}|{DAY}|\d{{4}}-W\d\d|\d{{4}}-(?:0[1-9]|1[0-2])|\d{{4}}|\d{{3}}X|\d\dXX)"
PART = r"\d+(?:\.\d+)?"
DURATION = rf"P(?=.)(?:{PART}[YMWD])*(?:T(?:{PART}[HMS])+)?"
ISO = re.compile(rf"{POINT}(?:/{POINT})?|{DURATION}", re.ASCII)


def check_reading(reading: Reading) -> None:
    """An article or a failure whose strings can all be written, with a day that exists."""
    assert reading.source, "it has no name"
    assert reading.id, "it has no id"
    if isinstance(reading, Failure):
        json.dumps(reading.row(), ensure_ascii=False).encode()
        assert reading.error.strip(), "a failure without a reason"
        return
    assert reading.text.strip(), "an article without text"
    for field in ("id", "source", "text", "title", "author", "url"):
        value = getattr(reading, field)
        assert value is None or (isinstance(value, str) and value.encode()), f"{field}: {value!r}"
    assert reading.published is None or date.fromisoformat(reading.published).isoformat() == reading.published


def check_pairing(pairing: Pairing) -> None:
    """Regions begin and end at marks, in the text, in order; troubles stand where a mark is."""
    text = pairing.text
    assert [*pairing.regions] == sorted(pairing.regions, key=lambda region: (region.start, -region.end))
    for region in pairing.regions:
        assert 0 <= region.start < region.end <= len(text), region
        assert text[region.start] in MARKS, region
        assert not region.closed or text[region.end - 1] in MARKS, region
    for start, end, message in pairing.troubles:
        assert text[start:end] in MARKS, (start, end, message)


def check_nesting(regions: Sequence[Region]) -> None:
    """One region stands inside another, or outside it."""
    around: list[int] = []
    for region in regions:
        while around and around[-1] <= region.start:
            around.pop()
        assert not around or region.end <= around[-1], region
        around.append(region.end)


def check_numbers(text: str, records: Sequence[NumberRecord]) -> None:
    """Numbers in order, none over another, on no white space, with a finite value or bounds and a valid ISO form."""
    end = 0
    for number in records:
        assert end <= number["start"] < number["end"] <= len(text), number
        span = text[number["start"] : number["end"]]
        assert span == span.strip(), number
        end = number["end"]
        check_value(number["kind"], number["value"], number["low"], number["high"])
        check_iso(number["iso"])
        assert number["converts"] is None or 0 <= number["converts"] < len(records), number


def check_value(kind: str, value: float | None, low: float | None, high: float | None) -> None:
    """Finite, and either a value or bounds; dates and times have neither."""
    assert all(bound is None or math.isfinite(bound) for bound in (value, low, high)), (value, low, high)
    if kind in ("date", "time"):
        assert value is low is high is None, (value, low, high)
    else:
        assert (value is None) != (low is None and high is None), (value, low, high)


def check_iso(iso: str | None) -> None:
    """Null, or one of the forms of the contract, with days and weeks that exist."""
    if iso is None:
        return
    assert ISO.fullmatch(iso), iso
    for day in re.findall(DAY, iso):
        date.fromisoformat(day)
    for year, week in re.findall(r"(\d{4})-W(\d\d)", iso):
        date.fromisocalendar(int(year), int(week), 1)


def check_document(document: Document, text: str) -> None:
    """The contract: valid and strict JSON, offsets that are right, ids that count up, references that lead on."""
    assert document.document.text == text
    assert misplaced_spans(document) == []
    line = document.model_dump_json()
    strict = json.loads(line, parse_constant=_refuse)
    assert list(validator().iter_errors(strict)) == []
    assert [problem for checked in check([line.encode()]) for problem in checked.problems] == []
    assert Document.model_validate_json(line) == document
    for records in (document.quotes, document.numbers, document.hedges, document.claims, document.speakers):
        assert [r.id[1:] for r in records] == [str(i + 1) for i in range(len(records))]
    for number in document.numbers:
        check_value(number.kind, number.value, number.low, number.high)
        check_iso(number.iso)
    _check_owners(document)


def _check_owners(document: Document) -> None:
    """A record's speaker is that of its quote; a claim's sentence is there."""
    speakers = {s.id: s.name for s in document.speakers}
    quotes = {q.id: q for q in document.quotes}
    for quote in document.quotes:
        for ref in (quote.speaker, *quote.co_speakers):
            assert ref is None or speakers[ref.id] == ref.name
    items: list[Number | Hedge | Claim] = [*document.numbers, *document.hedges, *document.claims]
    for item in items:
        owner = quotes[item.quote].speaker if item.quote else None
        assert item.speaker == owner, item
    for claim in document.claims:
        assert claim.sentence < len(document.document.sentences)


@cache
def validator() -> Any:
    """The validator of the published JSON Schema."""
    return jsonschema.Draft202012Validator(schema.json_schema())


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")
