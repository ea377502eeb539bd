"""A ``Doc`` as the hedge frames read it: words around a place, sentence ends, starts of figures.

Nothing here needs a tagger or a parser; where the ``Doc`` has tags, :meth:`Text.tag` gives them.
"""

from functools import cached_property

from spacy.tokens import Doc, Token

from claimx.hedging.lexicon import words
from claimx.pipeline.clauses import BULLETS
from claimx.pipeline.columns import lows
from claimx.pipeline.records import Span
from claimx.pipeline.spans import owners

# A window reaches this far from the anchor; no phrase of the lexicon is longer.
BEFORE, AFTER = 22, 14
LONGEST_WORD = 40
ENDS = frozenset(".!?;")
CURRENCY = frozenset("$£€¥₹")


class Text:
    """The words of a text by place; whatever lies outside reads as empty."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.size = len(doc)
        self._lows = [word[:LONGEST_WORD] for word in lows(doc)]
        self.tagged = doc.has_annotation("TAG")
        self.parsed = doc.has_annotation("DEP")

    def token(self, i: int) -> Token | None:
        """Return the token, or ``None`` outside of the text."""
        return self.doc[i] if 0 <= i < self.size else None

    def low(self, i: int) -> str:
        """Return the lower-case word with straight apostrophes."""
        return self._lows[i] if 0 <= i < self.size else ""

    def tag(self, i: int) -> str:
        """Return the Penn tag, empty where the text has none."""
        return self.doc[i].tag_ if self.tagged and 0 <= i < self.size else ""

    @cached_property
    def innermost(self) -> list[Span | None]:
        """The smallest piece of attributed content over each token."""
        pieces = [piece for attribution in self.doc._.claimx_attributions for piece in attribution["content"]]
        return [None if i is None else pieces[i] for i in owners(self.size, [[piece] for piece in pieces])]

    def is_noun(self, i: int) -> bool:
        """Say whether the word is tagged as a noun."""
        return self.tag(i).startswith("NN")

    def is_verb(self, i: int) -> bool:
        """Say whether the word is tagged as a verb."""
        return self.tag(i).startswith("VB")

    def ends(self, i: int) -> bool:
        """Say whether a sentence cannot go on over this token."""
        return not 0 <= i < self.size or self.low(i) in ENDS or "\n" in self.doc[i].text

    def starts(self, i: int) -> bool:
        """Say whether a sentence begins here, an opening quotation mark or a bullet aside."""
        before = self.token(i - 1)
        opened = before is not None and (before.is_quote or before.text in BULLETS)
        return self.ends(i - 1) or (opened and self.ends(i - 2))

    def is_figure(self, i: int) -> bool:
        """Say whether a figure or date begins here: "40", "$3bn", "two", "a third", "an hour", "May"."""
        word = self.low(i)
        if word in words("article"):
            return word == "one" or self.low(i + 1) in words("after_article")
        if word in words("months"):
            return self.doc[i].is_title
        return word[:1].isdigit() or word in words("figures") or (bool(word) and word[-1] in CURRENCY)

    def window(self, i: int) -> tuple[int, int]:
        """Return the span of the words around ``i``, within its sentence."""
        start, end = i, i + 1
        while start > i - BEFORE and not self.ends(start - 1):
            start -= 1
        while end < i + AFTER and not self.ends(end):
            end += 1
        return start, end

    def lows(self, start: int, end: int) -> list[str]:
        """Return the lower-case words of a span."""
        return self._lows[start:end]
