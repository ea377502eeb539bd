"""The words of a ``Doc`` as the encoder sees them: tokens without white space, and the breaks before them."""

from spacy.tokens import Doc

from claimx.models.pieces import LINE_BREAK, PARAGRAPH_BREAK
from claimx.pipeline.columns import integers, strings


def words_and_breaks(doc: Doc) -> tuple[list[str], list[int], list[int]]:
    """Texts, breaks (0, line, paragraph) and places of the tokens that are not white space."""
    words, breaks, places = [], [], []
    pending = 0
    for i, (text, space) in enumerate(zip(strings(doc, "ORTH"), integers(doc, "IS_SPACE"), strict=True)):
        if space:
            lines = text.count("\n")
            pending = max(pending, PARAGRAPH_BREAK if lines > 1 else LINE_BREAK if lines else 0)
            continue
        words.append(text)
        breaks.append(pending)
        places.append(i)
        pending = 0
    return words, breaks, places
