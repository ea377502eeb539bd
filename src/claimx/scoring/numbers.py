"""Scores of numbers: found, with the right value, and with the right kind and unit as well.

Each gold number takes, of those found that overlap it, the one whose value is right, else that which overlaps most.
Gold that is ``optional`` or to be ignored neither counts nor makes anything spurious.
"""

from collections import Counter
from collections.abc import Sequence

from claimx.scoring.figures import Figures, overlap, percent
from claimx.scoring.found import Findings
from claimx.scoring.found import Number as Found
from claimx.scoring.gold import Article
from claimx.scoring.gold import Number as Gold
from claimx.scoring.units import DOLLARS, plain

DATES = ("date", "time")
TOLERANCE = 1e-4


def score(articles: Sequence[Article], findings: Findings) -> Figures:
    """The figures over all articles; where values are not stated, of places and kinds only."""
    counts: Counter[str] = Counter()
    bare = False
    for article in articles:
        document = findings.get(article.id, article.digest)
        found = [number for number in (document.numbers if document else ()) if number.kind not in DATES]
        gold = article.numbers or ()
        bare = bare or any(number.bare for number in gold) or any(number.bare for number in found)
        used = _match(gold, found, counts)
        if article.complete:
            counts["right"] += len(used)
            counts["spurious"] += sum(
                _is_spurious(number, article) for index, number in enumerate(found) if index not in used
            )
    return _places(counts) | (_kinds(counts) if bare else _values(counts))


def _match(gold: Sequence[Gold], found: Sequence[Found], counts: Counter[str]) -> set[int]:
    """Count what is right; which of those found belong to a gold number."""
    used: set[int] = set()
    for number in gold:
        readings = [number, *(number.model_copy(update=other) for other in number.alt)]
        candidates = [
            (any(value_fits(reading, one) for reading in readings), overlap(number, one), -index)
            for index, one in enumerate(found)
            if index not in used and overlap(number, one)
        ]
        counts["gold"] += not number.optional
        if candidates:
            index = -max(candidates)[2]
            used.add(index)
            if not number.optional:
                _compare(number, readings, found[index], counts)
    return used


def _compare(number: Gold, readings: Sequence[Gold], found: Found, counts: Counter[str]) -> None:
    right = [reading for reading in readings if value_fits(reading, found)]
    counts["found"] += 1
    counts["kind"] += number.kind == found.kind
    counts["value"] += bool(right)
    counts["all"] += any(unit_fits(reading, found) and kind_fits(reading, number.base_kind, found) for reading in right)
    counts["comparator"] += number.comparator == found.comparator
    if number.of:
        counts["of gold"] += 1
        counts["of"] += number.of.lower().split()[-1] in (found.of or "").lower()


def _is_spurious(number: Found, article: Article) -> bool:
    kinds = article.annotated_kinds
    return not any(overlap(number, place) for place in article.ignore) and (not kinds or number.kind in kinds)


def _places(counts: Counter[str]) -> Figures:
    return {
        "gold": counts["gold"],
        "recall": percent(counts["found"], counts["gold"]),
        "precision": percent(counts["right"], counts["right"] + counts["spurious"]),
    }


def _kinds(counts: Counter[str]) -> Figures:
    return {"kind right given found": percent(counts["kind"], counts["found"])}


def _values(counts: Counter[str]) -> Figures:
    out = {
        "value right": percent(counts["value"], counts["gold"]),
        "kind+value+unit right": percent(counts["all"], counts["gold"]),
        "comparator right given found": percent(counts["comparator"], counts["found"]),
    }
    if counts["of gold"]:
        out["counted noun right"] = percent(counts["of"], counts["of gold"])
    return out


def value_fits(gold: Gold, found: Found) -> bool:
    """The value is right, or for a range both ends; an open range may be found as a value, and the other way."""
    if gold.lenient:
        return True
    if gold.value is not None:
        ends = [end for end in (found.low, found.high) if end is not None]
        readings = [found.value] if found.value is not None else ends if len(ends) == 1 else []
        return any(_close(gold.value, reading) for reading in readings)
    if gold.low is not None and gold.high is not None:
        return _close(gold.low, found.low) and _close(gold.high, found.high)
    return _close(gold.low, found.low) if gold.low is not None else _close(gold.high, found.high)


def unit_fits(gold: Gold, found: Found) -> bool:
    """The unit is right, or stands in what is counted."""
    wanted, got = plain(gold.unit), plain(found.unit)
    if wanted == got or (gold.kind == "percent" and got in ("%", None)):
        return True
    if gold.unit_ambiguous and wanted in DOLLARS and got in DOLLARS:
        return True
    of = (found.of or "").lower()
    return bool(wanted and of and (wanted in of or any(word in of.split() for word in wanted.split())))


def kind_fits(gold: Gold, base_kind: str | None, found: Found) -> bool:
    """The kind is right; multiples and percentage points go by several."""
    kinds = {gold.kind, base_kind}
    if plain(gold.unit) == "percentage point" or gold.unit in ("times", "time"):
        kinds |= {"percent", "quantity", "cardinal"}
    return found.kind in kinds or (gold.kind == "range" and not base_kind)


def _close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= TOLERANCE * max(1e-9, abs(a), abs(b))
