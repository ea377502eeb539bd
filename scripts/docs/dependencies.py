"""``docs/dependencies.md``: what claimx needs when it runs, and under which licences.

Names come from ``pyproject.toml`` and, beyond the first step, from the metadata of the packages that are installed
here; licences from the same metadata, in SPDX's spelling (https://spdx.org/licenses/). Versions are left to
``requirements.lock``.
"""

import tomllib
from collections.abc import Iterable
from importlib.metadata import distribution
from itertools import product
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.docs.markdown import NOTICE, code, table

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
EXTRAS = "all"
"""The extra whose packages count as run-time dependencies."""

PERMISSIVE = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "PSF-2.0",
        "Zlib",
    }
)  # fmt: skip
SPDX = {
    "Apache 2.0": "Apache-2.0", "Apache Software License": "Apache-2.0", "MIT License": "MIT", "ISC License": "ISC",
    "BSD License": "BSD", "3-Clause BSD License": "BSD-3-Clause", "The BSD 2-Clause License": "BSD-2-Clause",
    "PSFL": "PSF-2.0",
}  # fmt: skip
"""What metadata says in words of its own."""

HEAD = """# Dependencies

What claimx installs to run, with the packages that those need in turn. `core` comes with every installation; the others
with an extra (`warc` brings `html` as well); `pip install 'claimx[{extra}]'` brings them all. `ray` and `train`, for
clusters and for training, are no part of it. The versions that are tested, with their hashes, are in
[requirements.lock](../requirements.lock). Nothing of these packages is copied into claimx's own archives; compiled
libraries that they carry have their licences beside them. The model and its data: [model-card.md](model-card.md).

"""
FLAGGED = """
## Not permissive

All others may be passed on under conditions as light as claimx's own. These ask for more; none of it touches programs
that only use them, as claimx does: whoever passes on a changed copy of their files must pass on the source of the
change as well.

"""


def page() -> str:
    """The page."""
    found = needed()
    rows = [(name, licence(name), ", ".join(sorted(by, key=_core_first))) for name, by in sorted(found.items())]
    flagged = "".join(f"- {name}: {terms}\n" for name, terms, _ in rows if not permissive(terms))
    head = NOTICE.format(source="pyproject.toml and the metadata of the packages") + "\n" + HEAD.format(extra=EXTRAS)
    return head + table(("package", "licence", "needed by"), rows) + FLAGGED + flagged


def needed() -> dict[str, set[str]]:
    """Every package that is needed at run time → ``core``, or the extras that need it."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {"core": project["dependencies"]} | {code(name): extras[name] for name in _own(extras, EXTRAS)}
    by_whom = {who: closure(lines) for who, lines in wanted.items()}
    core = by_whom["core"]
    names = set().union(*by_whom.values())
    return {
        name: {"core"} if name in core else {who for who, some in by_whom.items() if name in some} for name in names
    }


def _own(extras: dict[str, list[str]], extra: str) -> set[str]:
    """The extras of claimx that an extra stands for, which itself names no package."""
    return {one for line in extras[extra] for one in Requirement(line).extras}


def closure(lines: Iterable[str]) -> set[str]:
    """The packages that requirements bring here, in canonical spelling, with what those need in turn."""
    seen: set[tuple[Requirement, str]] = set()
    todo = [(Requirement(line), "") for line in lines]
    while todo:
        requirement, extra = step = todo.pop()
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": extra})
        if wanted and requirement.name != "claimx" and step not in seen:
            seen.add(step)
            inner = map(Requirement, distribution(requirement.name).requires or ())
            todo += product(inner, ("", *requirement.extras))
    return {canonicalize_name(requirement.name) for requirement, _ in seen}


def licence(name: str) -> str:
    """The licence of an installed package: its SPDX expression, else a short statement, else its classifier."""
    metadata = distribution(name).metadata
    classifiers = [one for one in metadata.get_all("Classifier") or [] if one.startswith("License ::")]
    stated = [metadata["License-Expression"], metadata["License"], *(one.split(" :: ")[-1] for one in classifiers)]
    short: str = next(one for one in stated if one and "\n" not in one)
    return SPDX.get(short, short)


def permissive(terms: str) -> bool:
    """Whether one alternative of an SPDX expression has permissive licences only."""
    return any(PERMISSIVE.issuperset(one.split(" AND ")) for one in terms.split(" OR "))


def _core_first(who: str) -> tuple[bool, str]:
    return who != "core", who
