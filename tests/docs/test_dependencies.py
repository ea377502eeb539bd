"""The list of run-time dependencies is what pyproject and the lock say, and no licence in it is unknown."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.docs.dependencies import PERMISSIVE, closure, permissive

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
PAGE = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| ([a-z0-9-]+) \| ([^|]+) \| (?!needed|---)", PAGE, re.M))
ENTRY = r"^([a-z0-9._-]+)(?:\[.*\])?==[^ ]+ (?:; (.*) )?\\\n((?: .*\n)+)"
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
HERE = [entry for entry in re.findall(ENTRY, LOCK, re.M) if not entry[1] or Marker(entry[1]).evaluate()]


def direct() -> set[str]:
    """What pyproject asks for at run time, with every extra of `all`."""
    extras = {one for line in EXTRAS["all"] for one in Requirement(line).extras}
    lines = [*PROJECT["dependencies"], *(line for extra in extras for line in EXTRAS[extra])]
    return {str(canonicalize_name(Requirement(line).name)) for line in lines} - {"claimx"}


def transitive() -> set[str]:
    """The same with what those need, as the lock tells it: each entry says what it came with."""
    needed_by = {name: set(re.findall(r"[a-z0-9][a-z0-9._-]+", via.rpartition("# via")[2])) for name, _, via in HERE}
    found = direct()
    while more := {name for name, parents in needed_by.items() if parents & found} - found:
        found |= more
    return found


def test_every_dependency_of_the_project_is_listed() -> None:
    assert len(direct()) > 15
    assert direct() <= set(ROWS)


def test_the_lock_knows_the_same_dependencies() -> None:
    assert set(ROWS) == transitive()


def test_core_is_marked() -> None:
    for line in PROJECT["dependencies"]:
        assert re.search(rf"^\| {canonicalize_name(Requirement(line).name)} \| .* \| core \|$", PAGE, re.M)


def test_every_licence_is_known() -> None:
    terms = {one for licence in ROWS.values() for one in re.split(" AND | OR ", licence)}
    assert terms - PERMISSIVE == {"MPL-2.0", "MPL-1.1", "GPL-2.0-only", "LGPL-2.1-or-later"}


def test_what_is_not_permissive_is_flagged() -> None:
    flagged = re.findall(r"^- ([a-z0-9-]+): ", PAGE, re.M)
    assert flagged == ["certifi", "tld", "tqdm"]
    assert not any(permissive(ROWS[name]) for name in flagged)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ("MIT", True),
        # one may choose
        ("Apache-2.0 OR GPL-3.0-only", True),
        # both hold
        ("MPL-2.0 AND MIT", False),
        ("BSD-3-Clause AND 0BSD", True),
        # AND binds more closely
        ("MIT AND GPL-2.0-only OR ISC", True),
        # not known
        ("", False),
    ],
)
def test_permissive(terms: str, expected: bool) -> None:
    assert permissive(terms) is expected


def test_requirements_for_elsewhere_bring_nothing() -> None:
    assert closure(["certifi; sys_platform == 'nowhere'", "certifi; extra == 'other'"]) == set()
