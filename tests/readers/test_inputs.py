"""INPUT arguments: files, folders, patterns, standard input."""

import os
from collections.abc import Collection
from pathlib import Path

import pytest

from claimx.errors import Failure
from claimx.readers.inputs import Input, find, is_single


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """news/ with three readable files, a hidden one and a picture; empty/ with a picture."""
    for name in (
        "b.txt",
        "a.md",
        "sub/c.JSONL",
        ".hidden.txt",
        ".git/d.txt",
        "picture.png",
        "../empty/p.png",
    ):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def sources(*arguments: str, skip: Collection[Path] = ()) -> list[str]:
    return [found.source if isinstance(found, Input) else f"!{found.reason}" for found in find(arguments, skip)]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        # nothing is standard input
        ([], ["-"]),
        (["-"], ["-"]),
        # a file under the name that was given, in the order given, twice if given twice
        (["./news/b.txt", "news/a.md", "news/a.md"], ["./news/b.txt", "news/a.md", "news/a.md"]),
        # a folder, walked and sorted; hidden files and other formats are no articles
        (["news"], ["news/a.md", "news/b.txt", "news/sub/c.JSONL"]),
        (["news/"], ["news/a.md", "news/b.txt", "news/sub/c.JSONL"]),
        # a file that is named is taken, whatever its name
        (["news/.hidden.txt", "news/picture.png"], ["news/.hidden.txt", "news/picture.png"]),
        # patterns, also over folders
        (["news/*.txt"], ["news/b.txt"]),
        (["**/*.[mt]*"], ["news/a.md", "news/b.txt"]),
        # that a file is missing turns out when it is opened
        (["nowhere.txt"], ["nowhere.txt"]),
        # nothing there
        (["empty"], ["!missing"]),
        (["*.docx", "news/a.md"], ["!missing", "news/a.md"]),
    ],
)
def test_find(folder: Path, arguments: list[str], expected: list[str]) -> None:
    assert sources(*arguments) == expected


def test_a_name_that_looks_like_a_pattern_is_a_name(folder: Path) -> None:
    (folder / "a[1].txt").write_text("x")
    assert sources("a[1].txt") == ["a[1].txt"]
    assert is_single(["a[1].txt"])


def test_the_output_is_not_among_the_inputs(folder: Path) -> None:
    assert "news/b.txt" not in sources("news", skip=[(folder / "news/b.txt").resolve()])


def test_links_are_followed_to_files_only(folder: Path) -> None:
    (folder / "news" / "loop").symlink_to(folder / "news")
    (folder / "news" / "z.txt").symlink_to(folder / "news" / "b.txt")
    assert sources("news") == ["news/a.md", "news/b.txt", "news/sub/c.JSONL", "news/z.txt"]


def test_pipes_in_a_folder_are_left_alone(folder: Path) -> None:
    os.mkfifo(folder / "news" / "pipe.txt")
    assert "news/pipe.txt" not in sources("news")


def test_a_folder_that_cannot_be_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    (failure,) = find(["news"])
    assert isinstance(failure, Failure)
    assert (failure.source, failure.reason) == ("news", "unreadable")


def test_names_that_are_no_unicode_are_shown_as_such(folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    (found,) = find([os.fsdecode(b"caf\xe9.txt")])
    assert isinstance(found, Input)
    assert found.source == "caf\ufffd.txt"
    assert isinstance(found.path, Path)
    assert found.path.read_text() == "x"


@pytest.mark.parametrize(
    ("arguments", "single"),
    [
        ([], True),
        (["-"], True),
        (["news/a.md"], True),
        (["nowhere.txt"], True),
        (["news"], False),
        (["news/*.md"], False),
        (["news/a.md", "news/b.txt"], False),
    ],
)
def test_is_single(folder: Path, arguments: list[str], single: bool) -> None:
    assert is_single(arguments) is single
