"""SpaCy's English tokenizer, made linear: it takes quadratic time over marks without a blank between them.

It peels what has no blank mark by mark, and looks at all of the rest each time: 10,000 quotation marks take 16 seconds,
10,000 characters of "US$US$US$…" seven. Here such a stretch is cut into pieces that are tokenised one by one. Hardly a
text of news has one (the address of a page may be as long), so its tokens are spaCy's.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

PIECE = 64  # characters
STRETCH = re.compile(rf"\S{{{8 * PIECE},}}")
MARK = re.compile(r"[^\w\s]|_")  # nothing is peeled off letters and figures: a line of them is one token


class BoundedTokenizer(Tokenizer):  # type: ignore[misc]  # compiled, without stubs
    """The tokenizer of ``nlp``, with long stretches of marks cut."""

    def __call__(self, string: str) -> Doc:
        """Tokenise a text."""
        cuts = list(find_cuts(string))
        if not cuts:
            whole: Doc = super().__call__(string)
            return whole
        words: list[str] = []
        spaces: list[bool] = []
        for start, end in pairwise(sorted({0, *cuts, len(string)})):
            piece = super().__call__(string[start:end])
            words += [token.text for token in piece]
            spaces += [bool(token.whitespace_) for token in piece]
        return Doc(self.vocab, words=words, spaces=spaces)


def find_cuts(text: str) -> Iterator[int]:
    """Where the long stretches without a blank are cut: behind a mark, a piece or more apart."""
    for stretch in STRETCH.finditer(text):
        last = stretch.start()
        for mark in MARK.finditer(text, stretch.start(), stretch.end()):
            if mark.end() - last >= PIECE:
                last = mark.end()
                yield last


def bounded(nlp: Language) -> BoundedTokenizer:
    """The tokenizer that replaces that of ``nlp``, with the same rules."""
    own = cast(Tokenizer, nlp.tokenizer)
    return BoundedTokenizer(
        nlp.vocab,
        rules=own.rules,
        prefix_search=own.prefix_search,
        suffix_search=own.suffix_search,
        infix_finditer=own.infix_finditer,
        token_match=own.token_match,
        url_match=own.url_match,
    )
