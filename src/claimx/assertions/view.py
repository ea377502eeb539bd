"""An annotated text as the claim rules read it: records by token, sentences, lines.

Everything is a list looked up by place or a sorted list to bisect, so that claims are found in linear time.
"""

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise
from typing import Literal

from spacy.tokens import Doc, Token

from claimx.assertions.lexicon import cue_verbs, words
from claimx.pipeline import columns
from claimx.pipeline.records import Attribution, HedgeRecord, NumberRecord, Span
from claimx.pipeline.spans import owners

STOPS = frozenset({".", "!", "?", "...", "…"})
DATES = frozenset({"date", "time"})
UNCOUNTED = DATES | {"ordinal"}
QUESTION_MARKS = frozenset("?؟")


class View:
    """The text with what the earlier components wrote on it."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.parsed = doc.has_annotation("DEP")
        self.attributions: list[Attribution] = doc._.claimx_attributions
        self.hedges: list[HedgeRecord] = doc._.claimx_hedges
        self.numbers: list[NumberRecord] = doc._.claimx_numbers
        self.lows = columns.lows(doc)
        self.heads = columns.heads(doc)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences; the whole text is one where nothing split it."""
        if not self.doc.has_annotation("SENT_START"):
            return [(0, len(self.doc))] if len(self.doc) else []
        return [(sentence.start, sentence.end) for sentence in self.doc.sents]

    @cached_property
    def text(self) -> str:
        """The text itself."""
        return columns.text(self.doc)

    @cached_property
    def _token_starts(self) -> list[int]:
        return columns.integers(self.doc, "IDX")

    @cached_property
    def content_owner(self) -> list[int | None]:
        """For each token the attribution in whose content it stands; what that one quotes is its own."""
        return owners(
            len(self.doc),
            [[] if i in self.nested else a["content"] for i, a in enumerate(self.attributions)],
        )

    @cached_property
    def nested(self) -> frozenset[int]:
        """The attributions that stand inside another one's content: "My father was told it was safe," she said."""
        innermost = owners(len(self.doc), [attribution["content"] for attribution in self.attributions])
        found = set()
        for i, attribution in enumerate(self.attributions):
            cue, content = attribution["cue"], attribution["content"]
            outer = innermost[cue[0]] if cue is not None and content else None
            if outer is not None and outer != i:
                pieces = self.attributions[outer]["content"]
                if all(any(a <= start and end <= b for a, b in pieces) for start, end in content):
                    found.add(i)
        return frozenset(found)

    @cached_property
    def cue_owner(self) -> list[int | None]:
        """For each token the attribution in whose cue it stands."""
        return self._owners_of("cue")

    @cached_property
    def source_owner(self) -> list[int | None]:
        """For each token the attribution in whose source it stands."""
        return self._owners_of("source")

    def _owners_of(self, role: Literal["cue", "source"]) -> list[int | None]:
        spans = [a[role] if a["content"] and i not in self.nested else None for i, a in enumerate(self.attributions)]
        return owners(len(self.doc), [[span] if span else [] for span in spans])

    def cue_verb(self, quote: int | None) -> str:
        """Return the base form of the cue's verb, if a lexicon knows it; else its lemma, or nothing."""
        cue = self.attributions[quote]["cue"] if quote is not None else None
        if quote is None or cue is None:
            return ""
        lemma = self.attributions[quote]["cue_lemma"] or ""
        verbs = [
            verb
            for i in range(*cue)
            if (verb := cue_verbs().get(self.lows[i])) and (i == cue[0] or self.doc[i - 1].tag_ != "IN")
        ]  # "conceded under questioning" asks nothing
        return verbs[-1] if verbs and lemma not in verbs else lemma

    def commits(self, quote: int) -> bool:
        """Say whether the cue turns an infinitive into a claim: "vowed to rebuild", "expects prices to fall"."""
        verb = self.cue_verb(quote)
        return any(verb in words("cue", kind) for kind in ("vowing", "intending", "predicting"))

    def is_unsaid(self, quote: int | None) -> bool:
        """Say whether the cue is negated: "did not say", "stopped short of saying"."""
        cue = self.attributions[quote]["cue"] if quote is not None else None
        return cue is not None and not words("words", "unsaid").isdisjoint(self.lows[cue[0] : cue[1]])

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _number_starts(self) -> list[int]:
        return [number["start"] for number in self.numbers]

    @cached_property
    def _hedge_starts(self) -> list[int]:
        return [hedge["cue"][0] for hedge in self.hedges]

    def token(self, i: int) -> Token:
        """Return one token."""
        return self.doc[i]

    def place_of(self, character: int) -> int:
        """Return the token that holds a character."""
        return max(0, bisect_right(self._token_starts, character) - 1)

    def sentence_at(self, i: int) -> int:
        """Return the index of the sentence that holds token ``i``."""
        return max(0, bisect_right(self._sentence_starts, i) - 1)

    def split(self, span: Span) -> list[tuple[Span, int]]:
        """Cut a span at the ends of sentences; each part comes with the index of its sentence.

        A full stop before a capital cuts, too: where a quotation runs on, the parser may have missed it.
        """
        parts: list[tuple[Span, int]] = []
        start, end = span
        for index in range(self.sentence_at(start), len(self.sentences)):
            first, last = max(self.sentences[index][0], start), min(self.sentences[index][1], end)
            if first >= end:
                break
            stops = [i + 1 for i in range(first, last - 1) if self._stops(i)]
            parts += [(part, index) for part in pairwise([first, *stops, last]) if part[0] < part[1]]
        return parts

    def _stops(self, i: int) -> bool:
        """Say whether a sentence ends at token ``i`` and a new one begins right after it."""
        if self.lows[i] not in STOPS:
            return False
        after = self.doc[i + 1]
        if after.is_quote and i + 2 < len(self.doc):
            after = self.doc[i + 2]
        return after.text[:1].isupper()

    def numbers_in(self, span: Span) -> list[int]:
        """Return the indices of the number records inside a token span."""
        start, end = self.chars(span)
        first, last = (bisect_left(self._number_starts, place) for place in (start, end))
        return [i for i in range(first, last) if self.numbers[i]["end"] <= end]

    @cached_property
    def _name_starts(self) -> list[int]:
        return [name.start for name in self.doc.ents]

    def names_in(self, span: Span) -> bool:
        """Say whether a name begins inside a token span."""
        return bisect_left(self._name_starts, span[0]) < bisect_left(self._name_starts, span[1])

    def hedges_in(self, span: Span) -> list[int]:
        """Return the indices of the hedges whose cue begins inside a token span."""
        return list(range(*(bisect_left(self._hedge_starts, place) for place in span)))

    def chars(self, span: Span) -> Span:
        """Return a non-empty token span as characters."""
        last = self.doc[span[1] - 1]
        return self.doc[span[0]].idx, last.idx + len(last)

    def tops(self, part: Span, owner: int | None) -> list[int]:
        """Return the words of ``part`` that depend on none of its words and belong to ``owner``'s content."""
        start, end = part
        return [
            i
            for i in range(start, end)
            if self.content_owner[i] == owner
            and (not start <= self.heads[i] < end or self.heads[i] == i or self._leaves(i, owner))
            and not self.doc[i].is_space
            and not self.doc[i].is_punct
        ]

    def _leaves(self, i: int, owner: int | None) -> bool:
        """Say whether a word of a content depends on one of the frame that interrupts it."""
        return owner is not None and self.content_owner[self.heads[i]] != owner

    def asks(self, span: Span) -> bool:
        """Say whether the words of a span are closed by a question mark."""
        i = span[1]
        while i < len(self.doc) and (self.doc[i].is_quote or self.doc[i].is_space):
            i += 1
        return i < len(self.doc) and QUESTION_MARKS.issuperset(self.lows[i])
