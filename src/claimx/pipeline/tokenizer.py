"""SpaCy's English tokenizer, made linear: it takes quadratic time over a run of marks without a blank.

It peels such a run mark by mark, and looks at all of the rest each time: 10,000 quotation marks take 16 seconds. Here a
long run is cut into pieces that are tokenised one by one. No text of news has one, so its tokens are spaCy's.
"""

import re
from itertools import pairwise
from typing import cast

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

PIECE = 64  # characters
RUN = re.compile(rf"[^\w\s]{{{4 * PIECE},}}")


class BoundedTokenizer(Tokenizer):  # type: ignore[misc]  # compiled, without stubs
    """The tokenizer of ``nlp``, with long runs of marks cut."""

    def __call__(self, string: str) -> Doc:
        """Tokenise a text."""
        cuts = [i for run in RUN.finditer(string) for i in range(run.start(), run.end(), PIECE)]
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
