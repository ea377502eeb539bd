"""Marks one by one: which can open, close, or do either, and which are no quotation marks at all."""

import pytest

from claimx.pipeline.marks import Role, find_marks

LETTERS = {Role.OPENS: "(", Role.CLOSES: ")", Role.TURNS: "?"}

CASES: list[tuple[str, str]] = [
    # straight marks, by the blanks beside them
    ('She said, "We sail," twice.', "()"),
    # in brackets, behind a dash or glued to a colon
    ('("We sail")', "()"),
    ('she said:"We sail"', "?)"),
    # a run of marks opens or closes together
    ("\"'We sail,' she said\"", "(()" + ")"),
    ("“‘We sail.’”", "(())"),
    # alone between blanks it depends on what is open
    ('" We sail "', "??"),
    # typewriter and TeX doubles are one mark each
    ("``We sail''", "()"),
    ("''We sail''", "()"),
    # German and French marks, in both directions
    ("„Wir segeln“", "(?"),
    ("»Wir segeln«", "??"),
    ("« Nous partons »", "()"),
    # a closing curly mark that opens a line (Swedish, or a slip)
    ("” … we sail", "?"),
    # a quotation that opens with a figure is no year
    ("He said '40 boats sailed'", "()"),
    # apostrophes inside words, of names and of contractions
    ("don't O'Brien don’t O’Brien isn‘t", ""),
    # something left out before a word
    ("rock 'n roll, ’tis 'twas 'em", ""),
    ("the '90s, the ‘90s, in '04, summer of ’69", ""),
    # feet and inches, also without a blank
    ("a 6'2\" centre and a 5' 10\" guard on a 40'x60' court", ""),
    # no marks at all
    ("We sail at noon – or never.", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "roles"), CASES)
def test_find_marks(text: str, roles: str) -> None:
    marks = find_marks(text)
    assert "".join(LETTERS[mark.role] for mark in marks) == roles
    assert all(text[mark.start : mark.end] == mark.text for mark in marks)


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        # a plural possessive goes on with its noun
        ("the workers' strike", True),
        ("the workers’ strike", True),
        # a clipped word
        ("we was fishin' there", True),
        ("rock 'n' roll", True),
        # inches
        ('a 6" gun', True),
        # closed twice: the first is the possessive
        ("the inspectors'.'", True),
        # the end of a quotation, with its comma or without
        ("we sail,' she", False),
        ("called it 'mad' once", False),
        ('in 2016." She', False),
    ],
)
def test_weak_marks(text: str, weak: bool) -> None:
    marks = find_marks(text)
    assert marks
    closing = next(mark for mark in marks if mark.role is Role.CLOSES)
    assert closing.weak is weak
