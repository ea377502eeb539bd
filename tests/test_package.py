"""The package's front door: what it offers, that looking at it costs nothing, and what is packed and locked."""

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import claimx
from scripts.bare import build

ROOT = Path(__file__).parents[1]
FILES = {
    str(path.relative_to(ROOT / "src"))
    for path in (ROOT / "src/claimx").rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
LOCKED = dict(re.findall(r"^([a-z0-9._-]+)(?:\[.*\])?==([^ ;]+)", LOCK, re.M))


def test_offers_what_it_lists() -> None:
    assert claimx.__all__ == ["Document", "__version__", "extract", "extract_many", "load"]
    assert all(getattr(claimx, name) for name in claimx.__all__)


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        claimx.extrakt  # noqa: B018


def test_import_is_light() -> None:
    code = "import claimx, sys; print([m for m in ('spacy', 'numpy', 'onnxruntime') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    assert [archive.suffix for archive in build(folder)] == [".whl", ".gz"]
    return folder


@pytest.fixture
def wheel(dist: Path) -> Iterator[zipfile.ZipFile]:
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as archive:
        yield archive


@pytest.fixture
def sdist(dist: Path) -> set[str]:
    with tarfile.open(next(dist.glob("*.gz"))) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


class TestArchives:
    def test_wheel_holds_the_package_and_nothing_else(self, wheel: zipfile.ZipFile) -> None:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
        assert names == FILES

    @pytest.mark.parametrize(
        "suffix", [".onnx", ".npz", ".toml", ".html", ".css", ".js", "py.typed", "LICENSE", "NOTICE"]
    )
    def test_wheel_holds_more_than_code(self, wheel: zipfile.ZipFile, suffix: str) -> None:
        assert any(name.endswith(suffix) for name in wheel.namelist())

    def test_packed_model_is_the_one_that_its_card_names(self, wheel: zipfile.ZipFile) -> None:
        card = json.loads(wheel.read("claimx/models/model.json"))
        packed = {name: hashlib.sha256(wheel.read(f"claimx/models/{name}")).hexdigest() for name in card["sha256"]}
        assert packed == card["sha256"]
        assert "encoder.onnx" in packed

    def test_sdist_holds_what_building_and_testing_need(self, sdist: set[str]) -> None:
        assert {f"src/{name}" for name in FILES} <= sdist
        assert {"pyproject.toml", "requirements.lock", "Makefile", "LICENSE", "tests/test_package.py"} <= sdist
        assert not any(name.startswith((".venv", "runs/", "dist/")) for name in sdist)


def required(extra: str | None) -> Iterator[Requirement]:
    """What ``pyproject.toml`` asks for with an extra, extras of claimx itself followed."""
    for line in PROJECT["optional-dependencies"][extra] if extra else PROJECT["dependencies"]:
        requirement = Requirement(line)
        if requirement.name == "claimx":
            for other in requirement.extras:
                yield from required(other)
        else:
            yield requirement


class TestLock:
    @pytest.mark.parametrize("requirement", [*required(None), *required("test")], ids=lambda one: one.name)
    def test_holds_each_requirement_within_its_range(self, requirement: Requirement) -> None:
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        assert requirement.specifier.contains(LOCKED[name], prereleases=True)

    def test_every_entry_has_hashes(self) -> None:
        entries = re.findall(r"^[a-z0-9].*(?:\n +.*)*", LOCK, re.M)
        assert len(entries) > 100
        assert all("--hash=sha256:" in entry for entry in entries)
