"""claimx beside quantulum3 and Recognizers-Text on the same sentences: ``python -m benchmarks.peers ../shared``.

Each reads the gold files in the same run and is scored by the workplace's ``score.py``. What a peer gives is put
into claimx's form as kindly as it can be: names of units are mapped, bounds and comparators kept where it has
them. Neither says what a number counts, and dates are not compared. A peer that is not installed is passed over
with a word on how to install it: the extra ``peers``.
"""

import json
import re
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.quality import extract, score

GOLD = ["bench/numbers.dev.jsonl", "newsroom/dev.jsonl"]
INSTALL = "python -m pip install 'claimx[peers]'"
Reader = Callable[[str], Iterator[dict[str, Any]]]


def number(start: int, end: int, kind: str, /, **fields: Any) -> dict[str, Any]:
    """Return a number as claimx writes it, as far as ``score.py`` looks at it."""
    empty = {"value": None, "low": None, "high": None, "unit": None, "comparator": "=", "of": None, "iso": None}
    return empty | {"start": start, "end": end, "kind": kind} | fields


def quantulum3() -> Reader:
    """Return a reader that calls quantulum3."""
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # it comes pickled for a scikit-learn of old, and does not load with today's

    def read(text: str) -> Iterator[dict[str, Any]]:
        for quantity in parser.parse(text):
            unit, entity = quantity.unit.name, quantity.unit.entity.name
            kind = {"currency": "money", "dimensionless": "cardinal"}.get(entity, "quantity")
            if unit == "percentage":
                kind, unit = "percent", "%"
            value: dict[str, Any] = {"value": float(quantity.value)}
            if quantity.uncertainty:  # its form of a range
                low, high = quantity.value - quantity.uncertainty, quantity.value + quantity.uncertainty
                value = {"value": None, "low": low, "high": high, "comparator": "between"}
            bare = kind == "cardinal"
            start, end = quantity.span
            yield number(start, end, kind, unit=None if bare else CURRENCIES.get(unit, unit), **value)

    return read


CURRENCIES = {
    "dollar": "USD", "united states dollar": "USD", "pound sterling": "GBP", "british pound": "GBP", "euro": "EUR",
    "indian rupee": "INR", "japanese yen": "JPY", "swiss franc": "CHF", "canadian dollar": "CAD",
    "australian dollar": "AUD", "hong kong dollar": "HKD", "cent": "USD", "pence": "GBP",
}  # fmt: skip


def recognizers_text() -> Reader:
    """Return a reader that calls the models of Recognizers-Text, those with a unit first. Its Python has no ranges."""
    from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )

    models = [
        (recognize_currency, "money"), (recognize_age, "quantity"), (recognize_temperature, "quantity"),
        (recognize_dimension, "quantity"), (recognize_percentage, "percent"),
        (recognize_ordinal, "ordinal"), (recognize_number, "cardinal"),
    ]  # fmt: skip

    def read(text: str) -> Iterator[dict[str, Any]]:
        taken: set[int] = set()
        for recognize, kind in models:
            for found in recognize(text, "en-us"):
                span = set(range(found.start, found.end + 1))
                if taken & span:
                    continue
                taken |= span
                yield _recognized(found.start, found.end + 1, kind, found.resolution)

    return read


def _recognized(start: int, end: int, kind: str, resolution: dict[str, str]) -> dict[str, Any]:
    stated = resolution.get("value") or ""
    digits = re.search(r"-?[0-9.]+(?:E[+-]?[0-9]+)?", stated)
    unit = resolution.get("isoCurrency") or resolution.get("unit")
    unit = "%" if kind == "percent" else unit and CURRENCIES.get(unit.lower(), unit.lower())
    return number(start, end, kind, value=float(digits.group()) if digits else None, unit=unit)


PEERS: dict[str, Callable[[], Reader]] = {"quantulum3": quantulum3, "Recognizers-Text": recognizers_text}


def predict(read: Reader, gold: Path, target: Path) -> float:
    """Write what ``read`` finds in every text of a gold file; return the seconds it took."""
    begun = time.perf_counter()
    with target.open("w", encoding="utf-8") as out:
        for line in gold.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            numbers = sorted(_read(read, row["text"]), key=lambda found: int(found["start"]))
            out.write(
                json.dumps({"document": {"id": row["id"]}, "quotes": [], "hedges": [], "numbers": numbers}) + "\n"
            )
    return time.perf_counter() - begun


def _read(read: Reader, text: str) -> list[dict[str, Any]]:
    try:
        return list(read(text))
    except Exception as error:  # a peer that fails on one text goes on with the next
        print(f"failed on {text[:60]!r}: {error!r}", file=sys.stderr)
        return []


def figures(shared: Path, gold: str, predicted: Path) -> dict[str, dict[str, float]]:
    """Return the figures for numbers, one row for each suite of the gold file."""
    scored = score(shared, gold, predicted)
    if "numbers" in scored:
        return {gold.partition("/")[0]: scored["numbers"]}
    return {suite: figure for suite, figure in scored.items() if isinstance(figure, dict)}


SHOWN = ["value right", "precision", "kind+value+unit right", "comparator right given found"]


def report(shared: Path) -> None:
    """Print one line for each tool and suite."""
    readers: dict[str, Reader] = {}
    for name, make in PEERS.items():
        try:
            readers[name] = make()
        except ImportError as error:
            print(f"{name} is passed over: {error}. Install it with {INSTALL}", file=sys.stderr)
    print(f"| suite | tool | {' | '.join(SHOWN)} | seconds |\n|{' --- |' * (len(SHOWN) + 3)}")
    with tempfile.TemporaryDirectory() as folder:
        for gold in GOLD:
            path, target = shared / "data" / gold, Path(folder) / "predicted.jsonl"
            begun = time.perf_counter()
            extract(path, target)
            show("claimx", time.perf_counter() - begun, figures(shared, gold, target))
            for name, read in readers.items():
                show(name, predict(read, path, target), figures(shared, gold, target))


def show(tool: str, seconds: float, rows: dict[str, dict[str, float]]) -> None:
    """Print the lines of one tool."""
    for suite, figure in rows.items():
        print(f"| {suite} | {tool} | {' | '.join(str(figure[key]) for key in SHOWN)} | {seconds:.1f} |", flush=True)


if __name__ == "__main__":
    warnings.filterwarnings("ignore")  # quantulum3 asks for its optional classifier at every start
    report(Path(sys.argv[1]))
