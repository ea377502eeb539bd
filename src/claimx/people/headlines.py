"""Names in headlines, where every word has a capital and entity recognisers run on.

"Rip Donald Trump As A Fraud" names Donald Trump, as the article below it does, and no "Rip Donald Trump"; a
"Website" that the article writes small is no name.
"""

from claimx.people.names import Name, key_of, make, spellings
from claimx.people.text import Text

_LONGEST = 30


def title_case(text: Text) -> bytearray:
    """Flag the tokens of short paragraphs in title case."""
    flags = bytearray(len(text))
    start = 0
    for i in range(1, len(text) + 1):
        if i < len(text) and text.paragraph[i] == text.paragraph[start]:
            continue
        if i - start <= _LONGEST and _mostly_capitals(text.words[start:i]):
            flags[start:i] = b"\x01" * (i - start)
        start = i
    return flags


def _mostly_capitals(words: list[str]) -> bool:
    words = [word for word in words if len(word) > 3 and word.isalpha()]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def written_small(text: Text) -> frozenset[str]:
    """Words that the article writes without a capital somewhere."""
    return frozenset(low for low, word in zip(text.lows, text.words, strict=True) if word == low)


def settle(text: Text, names: list[Name], flags: bytearray, small: frozenset[str]) -> list[Name]:
    """Cut names in headlines down to the spellings of the text below; ``small`` are the words it writes small."""
    firm = [name for name in names if not flags[name.start]]
    known = spellings(firm)
    settled = list(firm)
    for name in names:
        if not flags[name.start]:
            continue
        spans = [
            (i, j)
            for i in range(name.start, name.end)
            for j in range(name.end, i, -1)
            if key_of(text.chars(i, j)) in known
        ]
        best = max(spans, key=lambda span: span[1] - span[0], default=None)
        ordinary = all(low in small for low in text.lows[name.start : name.end])
        short = name if name.end - name.start < 3 and not ordinary else None
        cut = make(text, *best, known[key_of(text.chars(*best))]) if best is not None else short
        if cut is not None:
            settled.append(cut)
    return sorted(settled)
