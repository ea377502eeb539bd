"""The words of a ``Doc`` as the encoder sees them: tokens without white space, and the breaks before them."""

from spacy.tokens import Doc

from claimx.models.pieces import LINE_BREAK, PARAGRAPH_BREAK


def words_and_breaks(doc: Doc) -> tuple[list[str], list[int], list[int]]:
    """Texts, breaks (0, line, paragraph) and character offsets of the tokens that are not white space."""
    words, breaks, starts = [], [], []
    pending = 0
    for token in doc:
        if token.is_space:
            lines = token.text.count("\n")
            pending = max(pending, PARAGRAPH_BREAK if lines > 1 else LINE_BREAK if lines else 0)
            continue
        words.append(token.text)
        breaks.append(pending if words else 0)
        starts.append(token.idx)
        pending = 0
    return words, breaks, starts
