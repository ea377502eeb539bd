"""Overlap and pairing, names, units: the small rules that all figures rest on."""

import pytest

from claimx.scoring.attributions import calibration_error
from claimx.scoring.figures import Piece, f_score, likeness, paired, percent, prf
from claimx.scoring.names import same_name
from claimx.scoring.units import plain


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        # the same, and half of it
        ([(0, 10)], [(0, 10)], 1.0),
        ([(0, 10)], [(0, 5)], 0.5),
        # pieces count by their characters, not by their ends
        ([(0, 2), (8, 10)], [(0, 10)], 0.4),
        # half-open: neighbours share nothing
        ([(0, 5)], [(5, 9)], 0.0),
        # nothing is like nothing
        ([], [], 0.0),
        ([], [(0, 5)], 0.0),
    ],
)
def test_likeness(a: list[Piece], b: list[Piece], expected: float) -> None:
    assert likeness(a, b) == expected


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        # the better overlap wins, whatever the order
        ([[(0, 10)]], [[(0, 6)], [(0, 9)]], {0: 1}),
        # one to one
        ([[(0, 10)], [(20, 30)]], [[(20, 28)], [(0, 10)]], {0: 1, 1: 0}),
        # one find serves one gold only
        ([[(0, 10)], [(0, 9)]], [[(0, 10)]], {0: 0}),
        # less than half
        ([[(0, 10)]], [[(0, 4)]], {}),
        ([], [[(0, 4)]], {}),
    ],
)
def test_paired(gold: list[list[Piece]], found: list[list[Piece]], expected: dict[int, int]) -> None:
    assert paired(gold, found) == expected


def test_shares() -> None:
    assert prf(1, 2, 4) == {"P": 50.0, "R": 25.0, "F1": 33.3}
    assert prf(0, 0, 0) == {"P": 0.0, "R": 0.0, "F1": 0.0}
    assert f_score(100, 50)["F1"] == 66.7
    assert (percent(1, 3), percent(0, 0)) == (33.3, 0.0)


@pytest.mark.parametrize(
    ("name", "aliases", "found", "same"),
    [
        # titles and capitals do not count
        ("Ada Lund", [], "Dr ada LUND", True),
        # the end of a longer name
        ("Ada Maria Lund", [], "Maria Lund", True),
        # an alias
        ("Ada Lund", ["Lund"], "Lund", True),
        # a surname alone is not enough: there may be two
        ("Ada Lund", [], "Lund", False),
        ("Ada Lund", [], "Ada", False),
        ("Ada Lund", [], "", False),
    ],
)
def test_same_name(name: str, aliases: list[str], found: str, same: bool) -> None:
    assert same_name(name, aliases, found) is same


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        # spellings
        ("Meter", "metre"),
        ("kilometers", "kilometre"),
        # plural, but not of 'glass'
        ("barrels", "barrel"),
        ("glass", "glass"),
        # multiples have none
        ("times", None),
        (None, None),
    ],
)
def test_plain_unit(unit: str | None, expected: str | None) -> None:
    assert plain(unit) == expected


def test_calibration_error_is_the_gap_between_trust_and_truth() -> None:
    assert calibration_error([(1.0, True), (0.0, False)]) == 0
    assert calibration_error([(0.95, False)]) == 0.95
    assert calibration_error([]) == 0
