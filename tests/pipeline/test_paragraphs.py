"""Paragraphs: which line breaks end one."""

import pytest

from claimx.pipeline.paragraphs import find_paragraphs

LONG = (
    "The ferry to the outer islands sailed at noon with forty passengers on board, and most of them were asleep before "
)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        # a blank line, also with blanks in it or in Windows' way
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\n  \nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        # a blank line ends a paragraph in the middle of a sentence, too
        ("One and\n\ntwo.", ["One and", "two."]),
        # one break after the end of a sentence, in a text that is not wrapped
        (f"{LONG}it left.\nTwo.", [f"{LONG}it left.", "Two."]),
        # the next word had found room on a wrapped line
        (
            "Rain fell on the harbour.\nIt fell all day on the empty piers of the town.",
            ["Rain fell on the harbour.", "It fell all day on the empty piers of the town."],
        ),
        # white space around it all
        ("\n One. \n", ["One."]),
        # one break inside a sentence
        ("One\ntwo.", ["One\ntwo."]),
        # wrapped: there was no room for the next word
        (
            "The ferry to the outer islands sailed at noon.\nExtraordinary numbers came.",
            ["The ferry to the outer islands sailed at noon.\nExtraordinary numbers came."],
        ),
        # nothing
        ("", []),
        (" \n\n ", []),
    ],
)
def test_find_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert [text[start:end] for start, end in find_paragraphs(text)] == paragraphs
