"""A document for the eye in a terminal: the article with its marks, then its claims.

Colours where the terminal has them, brackets where not: [quote], {source}, <number>, ~hedge~. What would steer the
terminal is not sent to it.
"""

import unicodedata

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from claimx.render.marks import Label, marks
from claimx.render.segments import segments
from claimx.render.wording import KINDS, whose
from claimx.schema import Claim, Document

STYLES: dict[Label, str] = {
    "Content": "cyan", "Source": "bold green", "Cue": "italic", "Number": "bold magenta", "Hedge": "underline yellow",
}  # fmt: skip
BRACKETS: dict[Label, tuple[str, str]] = {
    "Content": ("[", "]"), "Source": ("{", "}"), "Number": ("<", ">"), "Hedge": ("~", "~"),
}  # fmt: skip
WIDE = 72  # columns from which the claims are a table
DIRECTIONS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
"""Bidi classes (UAX 9) of characters that turn the direction of what follows."""


def rendered(document: Document, console: Console) -> RenderableType:
    """The whole document, for the width and the colours of the console. Without its text only the claims are shown."""
    coloured = console.color_system is not None and not console.no_color
    title = Text(_line(document.document.title or document.document.id))
    parts: list[RenderableType] = [Rule(title, align="left", style="dim")]
    if document.document.text is not None:
        parts += [legend(coloured), Text(), article(document, document.document.text, coloured), Text()]
    parts.append(claims(document, console.width))
    return Group(*parts)


def legend(coloured: bool) -> Text:
    """What the marks mean."""
    if coloured:
        return Text("  ").join(Text(name, STYLES[label]) for label, name in KINDS.items())
    return Text("  ".join(name.join(BRACKETS[label]) for label, name in KINDS.items()))


def article(document: Document, text: str, coloured: bool) -> Text:
    """The article with its marks."""
    shown = Text()
    wanted = {(mark.label, mark.pieces): mark for mark in marks(document) if mark.label in STYLES}
    for segment in segments(len(text), wanted.values()):  # two quotes may share one source
        piece = printable(text[segment.start : segment.end])
        if coloured:
            shown.append(piece, " ".join(dict.fromkeys(STYLES[mark.label] for mark in segment.marks)))
        else:
            before = "".join(BRACKETS[mark.label][0] for mark in segment.opens if mark.label in BRACKETS)
            after = "".join(BRACKETS[mark.label][1] for mark in segment.closes if mark.label in BRACKETS)
            shown.append(before + piece + after)
    return shown


def claims(document: Document, width: int) -> RenderableType:
    """The claims: who, what, how certain, and whether it can be checked."""
    if not document.claims:
        return Text("no claims")
    rows = [(claim, _line(whose(claim, document))) for claim in document.claims]
    if width < WIDE:
        return Group(*(_narrow(claim, who) for claim, who in rows))
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    table.expand = True
    for name, ratio in (("", None), ("who", 2), ("claim", 5), ("certainty", None), ("checkable", None)):
        table.add_column(name, ratio=ratio, no_wrap=ratio is None)
    for claim, who in rows:
        table.add_row(
            claim.id, Text(who), Text(_line(claim.text)), "\n".join(_standing(claim)), "yes" if claim.checkable else ""
        )
    return table


def _narrow(claim: Claim, who: str) -> RenderableType:
    head = Text(f"{claim.id} {who}", "bold")
    tail = ", ".join([*_standing(claim), *(["checkable"] if claim.checkable else [])])
    return Group(head, Padding(Text(_line(claim.text)), (0, 0, 0, 2)), Padding(Text(tail, "dim"), (0, 0, 0, 2)))


def printable(text: str) -> str:
    """The text with a sign in place of each control character: escape sequences, turns of the writing direction."""
    return "".join("\ufffd" if char not in "\n\t" and _controls(char) else char for char in text.replace("\r\n", "\n"))


def _controls(char: str) -> bool:
    return unicodedata.category(char) == "Cc" or unicodedata.bidirectional(char) in DIRECTIONS


def _line(text: str) -> str:
    return printable(" ".join(text.split()))


def _standing(claim: Claim) -> list[str]:
    return [
        claim.certainty,
        *(["negative"] if claim.polarity == "negative" else []),
        *filter(None, [claim.verification]),
    ]
