"""Half-open intervals of tokens, and the one place where they become characters."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

Interval = tuple[int, int]


def to_chars(doc: Doc, span: Interval) -> Interval:
    """Character offsets of the tokens ``span``, without white space at its edges."""
    start, end = span
    while end - start > 1 and doc[end - 1].is_space:
        end -= 1
    while end - start > 1 and doc[start].is_space:
        start += 1
    last = doc[end - 1]
    return doc[start].idx, last.idx + len(last)


def owners(length: int, groups: Sequence[Iterable[Interval]]) -> list[int | None]:
    """For each of ``length`` positions, the index of the smallest group with an interval over it.

    A group is the content pieces of one attribution, say; inside nested quotations the inner one owns.
    """
    pieces = sorted(
        ((end - start, index, start, end) for index, group in enumerate(groups) for start, end in group),
        reverse=True,
    )
    owner: list[int | None] = [None] * length
    for _, index, start, end in pieces:
        owner[start:end] = [index] * (end - start)
    return owner
