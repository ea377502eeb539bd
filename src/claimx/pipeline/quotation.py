"""Quotation marks: which stretches of a text stand between them.

One pass over the marks of the whole article, paragraph by paragraph. A mark that never closes reaches to the
end of its paragraph and no further; when the next paragraph opens with a mark too, that is the convention
for quotations of several paragraphs, else it becomes a warning. Never raises.

``She said: "No."`` has one; ``a 6'2" centre`` and ``the workers' strike`` have none.
"""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from claimx.pipeline.records import Span, WarningRecord

CLOSING = {"“": "”", "„": "“”", "‘": "’", "«": "»", "``": "''", '"': '"', "'": "'"}
MARKS = frozenset(CLOSING) | {"”", "’", "»", "''"}
SINGLE = frozenset("'’‘")


@dataclass
class Quotations:
    """Token spans between marks, the marks included, outer before inner; and what had to be mended."""

    regions: list[Span] = field(default_factory=list)
    warnings: list[WarningRecord] = field(default_factory=list)


@dataclass
class Open:
    """A mark that waits for its partner."""

    mark: str
    at: int


def find_quotations(doc: Doc) -> Quotations:
    """Pair the marks of a document."""
    found = Quotations()
    waiting: list[Open] = []
    for token in doc:
        if token.is_space:
            if waiting and ends_paragraph(token):
                following = doc[token.i + 1].text if token.i + 1 < len(doc) else ""
                end_paragraph(found, waiting, token.i, continues=following in CLOSING)
        elif token.text in MARKS:
            take(found, waiting, token)
    end_paragraph(found, waiting, len(doc), continues=False)
    found.regions.sort(key=lambda r: (r[0], -r[1]))
    return found


def ends_paragraph(space: Token) -> bool:
    """A blank line; or a line break after the end of a sentence, since lines may be wrapped."""
    lines = space.text.count("\n")
    return lines > 1 or (lines == 1 and space.i > 0 and space.nbor(-1).text[-1] in ".!?:\"”»’'")


def take(found: Quotations, waiting: list[Open], token: Token) -> None:
    """Open, close, or leave alone."""
    partner = next((k for k in range(len(waiting) - 1, -1, -1) if token.text in CLOSING[waiting[k].mark]), None)
    opens = token.text in CLOSING and looks_open(token)
    if partner is not None and not (opens and token.text in "\"'" and not looks_closed(token)):
        for lost in waiting[partner + 1 :]:
            if lost.mark not in SINGLE:  # a lone single mark is an apostrophe more often than not
                warn(found, lost.at)
        found.regions.append((waiting[partner].at, token.i + 1))
        del waiting[partner:]
    elif opens:
        if waiting and waiting[-1].mark == token.text:  # the earlier one was never closed
            found.regions.append((waiting[-1].at, token.i))
            warn(found, waiting.pop().at)
        waiting.append(Open(token.text, token.i))
    elif token.text not in SINGLE and not after_digit(token):
        warn(found, token.i)


def looks_open(token: Token) -> bool:
    """White space, a bracket, a dash or another mark before it, and something right after it."""
    if token.text in "“„‘«``" and token.text not in "\"'":
        return True
    if token.whitespace_ or token.i + 1 == len(token.doc) or token.nbor().is_space:
        return False
    return token.i == 0 or (bool(before(token)) and (before(token).isspace() or before(token) in "([{—–-“‘\"'/"))


def looks_closed(token: Token) -> bool:
    """Something right before it."""
    return bool(before(token)) and not before(token).isspace() and before(token) not in "([{—–“‘"


def before(token: Token) -> str:
    """The character before a token. Not through ``doc.text``, which is put together anew at every call."""
    if token.i == 0:
        return ""
    previous = token.nbor(-1)
    return " " if previous.whitespace_ else previous.text[-1]


def after_digit(token: Token) -> bool:
    """Inches and minutes."""
    return before(token).isdigit()


def end_paragraph(found: Quotations, waiting: list[Open], end: int, continues: bool) -> None:
    """Whatever is open ends before token ``end``; a lone single mark was an apostrophe."""
    for mark in waiting:
        if mark.mark not in SINGLE:
            found.regions.append((mark.at, end))
            if not continues:
                warn(found, mark.at)
    waiting.clear()


def warn(found: Quotations, at: int) -> None:
    """Record a mark without a partner."""
    message = "This quotation mark has no partner; it was taken to end with its paragraph."
    found.warnings.append({"code": "unbalanced_quote", "message": message, "span": (at, at + 1)})
