"""Bytes → text: one byte, one piece of a text, so that the fuzzer's small changes are changes of words.

A byte below 128 is that character, one above a word of the target's vocabulary; the last six repeat what stands right
before them, because some trouble shows in long runs only.
"""

from collections.abc import Sequence

MOST = 1000  # characters
REPEATS = ((1, 4), (1, 20), (1, 200), (2, 10), (2, 100), (4, 20))  # of how many pieces, how often
FIRST_WORD = 128
FIRST_REPEAT = 256 - len(REPEATS)


def spelled(data: bytes, vocabulary: Sequence[str]) -> str:
    """The text that ``data`` stands for, at most :data:`MOST` characters."""
    pieces: list[str] = []
    size = 0
    for byte in data:
        if byte >= FIRST_REPEAT:
            last, times = REPEATS[byte - FIRST_REPEAT]
            unit = pieces[-last:]
            width = sum(map(len, unit))
            added = unit * min(times, (MOST - size) // width if width else 0)
        elif byte >= FIRST_WORD:
            added = [vocabulary[(byte - FIRST_WORD) % len(vocabulary)]]
        else:
            added = [chr(byte)]
        pieces += added
        size += sum(map(len, added))
        if size >= MOST:
            break
    return "".join(pieces)[:MOST]


def unspelled(text: str, vocabulary: Sequence[str]) -> bytes:
    """Bytes that stand for ``text``, as far as the vocabulary has its words: seeds for a corpus."""
    words = sorted(vocabulary[: FIRST_REPEAT - FIRST_WORD], key=len, reverse=True)
    data = bytearray()
    at = 0
    while at < len(text):
        word = next((w for w in words if w and text.startswith(w, at)), "")
        if word:
            data.append(FIRST_WORD + vocabulary.index(word))
        elif text[at].isascii():
            data.append(ord(text[at]))
        at += len(word) or 1
    return bytes(data)
