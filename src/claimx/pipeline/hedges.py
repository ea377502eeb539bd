"""``claimx_hedges``: words that weaken a statement, into ``doc._.claimx_hedges``.

Reads the words, and tags, lemmas, heads and ``doc._.claimx_numbers`` where they are there. "The strike may
idle about 1,500 workers" has two hedges: "may", which weakens the whole clause, and "about", which weakens
its number; "residents may keep two hens under the law" and "a book about ten ships" have none. What is a cue
is data (``lexicons/hedges.toml``), in which surroundings is :mod:`claimx.hedging.frames`, and what it
weakens :mod:`claimx.hedging.targets`.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from claimx.hedging.frames import FRAMES
from claimx.hedging.lexicon import Entry, anchors
from claimx.hedging.targets import find_target
from claimx.hedging.text import Text
from claimx.pipeline import records
from claimx.pipeline.columns import strings
from claimx.pipeline.records import HedgeRecord, Span

Cue = tuple[Span, Entry]


def find_hedges(doc: Doc) -> list[HedgeRecord]:
    """Return the hedges of the text in their order."""
    text = Text(doc)
    cues = sorted(_longest(_candidates(text)), key=lambda cue: cue[0])
    return [{"cue": span, "type": entry.type, "target": find_target(text, span, entry.type)} for span, entry in cues]


def _candidates(text: Text) -> Iterator[Cue]:
    """Yield the first matching entry of every anchor word."""
    for i in _anchor_tokens(text.doc):
        for entry in anchors().get(text.low(i), ()):
            if text.low(i - 1) in entry.unless_prev or text.low(i + 1) in entry.unless_next:
                continue
            span = FRAMES[entry.frame](text, i, entry)
            if span and (not entry.next or text.low(span[1]) in entry.next):
                yield span, entry
                break


def _anchor_tokens(doc: Doc) -> list[int]:
    """Return the places of all anchor words."""
    known = anchors()
    return [i for i, word in enumerate(strings(doc, "LOWER")) if word in known]


def _longest(cues: Iterator[Cue]) -> Iterator[Cue]:
    """Drop cues that overlap a longer one."""
    taken: set[int] = set()
    for cue in sorted(cues, key=lambda cue: (cue[0][0] - cue[0][1], cue[0])):
        tokens = range(*cue[0])
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            yield cue


class HedgeFinder:
    """The component: writes ``doc._.claimx_hedges``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the hedges of one text."""
        doc._.claimx_hedges = find_hedges(doc)
        return doc


records.register()


@Language.factory("claimx_hedges", assigns=["doc._.claimx_hedges"])
def create(nlp: Language, name: str) -> HedgeFinder:
    """Make the component for ``nlp.add_pipe("claimx_hedges")``."""
    return HedgeFinder()
