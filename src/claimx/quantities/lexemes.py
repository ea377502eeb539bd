"""Text → lexemes: the words, figures and signs that the readers of this package step over.

"A$1.5bn" is the currency sign "A$", the figure "1.5" and the word "bn", the last two glued to what is before
them. Addresses, handles, telephone numbers and version strings become one opaque lexeme each, so that no
reader sees the figures in "@desk2024" or "+44 20 7946 0018".
"""

import re
from typing import NamedTuple

PADDING = 8

_LEXEME = re.compile(
    r"""
    (?P<x> https?://\S+ | www\.\S+ | [\w.+-]{1,64}@[\w-]+\.[\w.]+ | [@#]\w+
         | \+[0-9][0-9 ()-]{7,18}[0-9] | \(?\b[0-9]{3}\)?[ -][0-9]{3}-[0-9]{4}\b
         | \b0[0-9]{2,4}[ -][0-9]{3,4}[ -]?[0-9]{3,4}\b
         | \b1-[0-9]{3}-[0-9]{3}-[0-9]{4}\b | \b[0-9]+(?:-[0-9]+){3,}\b | \b[0-9](?:-[0-9]){2}\b | \b10\.[0-9]{4,}/\S+
         | \b0[38]00[ ][0-9]{4,7}\b | \b555-[0-9]{4}\b
         | \b[vV]?[0-9]+(?:\.[0-9]+){2,} | \b[vV][0-9]+(?:\.[0-9]+)+ )
  | (?P<n> [0-9]{1,3}(?:,[0-9]{2,3}){0,8},[0-9]{3}(?:\.[0-9]+)?(?![0-9])
         | (?<![0-9.,])[1-9][0-9]{0,2}(?:[ \u00a0\u2009\u202f][0-9]{3}){1,6}(?![0-9,]|[ ][A-Z]{2})(?:\.[0-9]+)?
         | [0-9]+(?:\.[0-9]+)? | (?<!\w)\.[0-9]+ )
  | (?P<c> (?:\b(?:US|AU|CA|HK|NZ|NT|MX|Z|A|C|S|R|T|J|us|hk|nz|a|c))?\$ | \bRs\b\.? | [£€¥₹₩₽₦₱฿₫₪₺₴₵₸₾₡₲] )
  | (?P<f> [½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞] )
  | (?P<w> [^\W\d_]+ (?: ' (?!s\b) [^\W\d_]+ )? )
  | (?P<b> \n\s*\n )
  | (?P<s> \S )
    """,
    re.VERBOSE,
)


class Lexeme(NamedTuple):
    """A piece of text with its characters.

    Kinds: w word, n figure, f written fraction, c currency sign, s other sign, x opaque, b paragraph break.
    """

    kind: str
    low: str
    raw: str
    start: int
    end: int
    glued: bool  # nothing stands between it and the lexeme before


Lexemes = list[Lexeme]

_PAD = Lexeme("b", "", "", 0, 0, False)


def lex(text: str) -> Lexemes:
    """Return the lexemes of ``text`` with :data:`PADDING` breaks at either end, so no reader can step out.

    A curly apostrophe is read as a straight one and the Greek letter mu as the micro sign, which are as long.
    """
    lexemes = [_PAD] * PADDING
    last = -1
    for match in _LEXEME.finditer(text.replace("’", "'").replace("\u03bc", "\u00b5")):
        raw = match.group()
        start, end = match.span()
        lexemes.append(Lexeme(match.lastgroup or "s", raw.lower(), raw, start, end, start == last))
        last = end
    lexemes.extend([_PAD] * PADDING)
    return lexemes


def phrase(lexemes: Lexemes, start: int, stop: int) -> str:
    """Return the lexemes of ``[start, stop)`` in lower case, a blank wherever the text has white space."""
    first = lexemes[start].low
    return first + "".join(x.low if x.glued else " " + x.low for x in lexemes[start + 1 : stop])


def is_dash(lexeme: Lexeme) -> bool:
    """Whether the lexeme can join two figures: hyphen, non-breaking hyphen or en dash."""
    return lexeme.low in ("-", "‐", "‑", "–")


def is_hyphen(lexemes: Lexemes, i: int) -> bool:
    """Whether lexeme ``i`` is a dash glued to what stands on both sides ("46-year")."""
    return is_dash(lexemes[i]) and lexemes[i].glued and lexemes[i + 1].glued
