"""Marks in any text, on any tokens, tags and tree, with the contents that an encoder might give."""

import random
from collections.abc import Iterator

from spacy.tokens import Doc

from claimx.assemble import without_marks
from claimx.people.text import read
from claimx.pipeline.attribution import attribution, refine
from claimx.pipeline.linking import Group
from claimx.pipeline.pairing import pair_marks
from claimx.pipeline.quotation import find_quotations
from claimx.pipeline.records import Span
from fuzzing.invariants import check_nesting, check_pairing
from fuzzing.parses import MOST, at_random
from fuzzing.spelling import spelled, unspelled
from fuzzing.vocabularies import QUOTES

LONGEST = 120
NEWS = (
    '"We sail," said Ana Ruiz. "No."', "‘We don't,’ she said.", "“He told us ‘no’ and said so.\n\n“We sail.”",
    "RIVERA: We sail\n", "the novel “The tenants”", "„We sail“, said »Rivera«", "``no''", "workers’ ‘no’ 6'2\" '90s",
    "We sail\n— Ana Ruiz @ana May 3", "a report titled “No” said “May 3”", "'He said: 'No.''",
)  # fmt: skip


def check(data: bytes) -> int:
    """The first byte draws syntax and contents (0: none), the others spell the text."""
    text = spelled(data[1:], QUOTES)
    seed = data[0] if data else 0
    check_pairing(pair_marks(text))
    doc = at_random(text, seed)
    quotations = find_quotations(doc)
    check_nesting(quotations.regions)
    assert all(0 <= region.start < region.end <= len(doc) for region in quotations.regions)
    assert text.strip() == "" or isinstance(without_marks(text), str)
    if seed and 0 < len(doc) <= MOST:
        look = read(doc)
        for group in refine(doc, look, groups_at_random(doc, seed), quotations):
            check_content(group.content, len(doc))
            attribution(doc, look, group, quotations)
    return len(text)


def check_content(content: list[Span], length: int) -> None:
    """Pieces in order and apart, inside the document."""
    end = 0
    assert content
    for start, stop in content:
        assert end <= start < stop <= length, content
        end = stop


def groups_at_random(doc: Doc, seed: int) -> list[Group]:
    """Attributions whose contents are apart, as the encoder's are; cues and sources lie anywhere."""
    draw = random.Random(seed)
    words = [token.i for token in doc if not token.is_space]
    edges = sorted(draw.sample(range(len(words)), min(len(words), 2 * draw.randint(0, 6))))
    contents = [(words[a], words[b - 1] + 1) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    groups: list[Group] = []
    for content in contents:
        if groups and draw.random() < 0.3:
            groups[-1].content.append(content)
        else:
            groups.append(Group(_anywhere(draw, words), _anywhere(draw, words), [content]))
    return groups


def _anywhere(draw: random.Random, words: list[int]) -> Span | None:
    if draw.random() < 0.3:
        return None
    first = draw.randrange(len(words))
    return words[first], words[min(len(words) - 1, first + draw.randint(0, 3))] + 1


def seeds() -> Iterator[bytes]:
    """Quotations as news sets them."""
    for k, text in enumerate(NEWS):
        yield bytes([k]) + unspelled(text, QUOTES)
