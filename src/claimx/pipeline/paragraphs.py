r"""Paragraphs as characters: blank lines end one, and so does a line break that is not for want of room.

``"First.\nSecond."`` are two; a text wrapped at 72 columns has line breaks that end nothing.
"""

import re

BREAK = re.compile(r"(?:\r\n|[\n\r\v\f\x85\u2028\u2029])\s*")
LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
WIDEST = 100  # columns; no text is wrapped wider
NARROWEST = 40
SENTENCE_END = frozenset(".!?:…\"”»’'")


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of each paragraph, without the white space around it; none is empty."""
    width = max((len(line) for line in LINE_END.split(text)), default=0)
    wrapped = NARROWEST <= width <= WIDEST
    found = []
    start = len(text) - len(text.lstrip())
    for match in BREAK.finditer(text, start):
        stop = match.start()
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if stop > start and ends_paragraph(text, stop, match, width if wrapped else 0):
            found.append((start, stop))
            start = match.end()
    end = len(text.rstrip())
    return [*found, (start, end)] if end > start else found


def ends_paragraph(text: str, stop: int, space: re.Match[str], width: int) -> bool:
    """A blank line; or a line break after the end of a sentence where the next word had found room.

    Args:
        text: The whole text.
        stop: Where the words before the break end.
        space: The break and the white space behind it.
        width: Of a wrapped text; else 0.
    """
    if len(LINE_END.findall(space.group())) > 1:
        return True
    if text[stop - 1] not in SENTENCE_END:
        return False
    if not width:
        return True
    line = text[max(0, stop - width) : stop]
    word = text[space.end() : space.end() + width].split(maxsplit=1)
    used = len(LINE_END.split(line)[-1])
    return used + 1 + len(word[0] if word else "") <= width
