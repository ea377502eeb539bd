"""SpaCy's English tokenizer, made linear: it takes quadratic time over marks without a blank between them.

It peels what has no blank mark by mark, and looks at all of the rest each time: 10,000 quotation marks take 16 seconds,
10,000 characters of "US$US$US$…" seven. Here such a stretch is cut into pieces that are tokenised one by one. Hardly a
text of news has one (the address of a page may be as long), so its tokens are spaCy's.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

NAME = "claimx.bounded.v1"
PIECE = 64  # characters
STRETCH = re.compile(rf"\S{{{8 * PIECE},}}")
MARK = re.compile(r"[^\w\s]|_")  # nothing is peeled off letters and figures: a line of them is one token


class BoundedTokenizer(Tokenizer):  # type: ignore[misc]  # compiled, without stubs
    """SpaCy's tokenizer, with long stretches of marks cut."""

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


@registry.tokenizers(NAME)  # type: ignore[untyped-decorator]  # of spaCy, untyped
def create() -> Callable[[Language], BoundedTokenizer]:
    """The tokenizer of a new ``nlp``, with the rules of its language."""

    def make(nlp: Language) -> BoundedTokenizer:
        rules = nlp.Defaults
        return BoundedTokenizer(
            nlp.vocab,
            rules=rules.tokenizer_exceptions,
            prefix_search=compile_prefix_regex(rules.prefixes or ()).search,
            suffix_search=compile_suffix_regex(rules.suffixes or ()).search,
            infix_finditer=compile_infix_regex(rules.infixes or ()).finditer,
            token_match=rules.token_match,
            url_match=rules.url_match,
        )

    return make
