"""Arguments → files of results: a folder stands for the JSON and JSON Lines files in it, sorted, none hidden."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimx.readers.formats import suffix_of
from claimx.readers.inputs import STDIN

SUFFIXES = (".json", ".jsonl", ".ndjson")


def result_files(arguments: Sequence[str]) -> Iterator[str]:
    """The names of the files; anything but a folder is passed on as it is."""
    for argument in arguments:
        folder = Path(argument)
        if argument == STDIN or not folder.is_dir():
            yield argument
        else:
            yield from (str(path) for path in sorted(folder.rglob("*")) if _holds_results(path, folder))


def _holds_results(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return suffix_of(path.name) in SUFFIXES and path.is_file() and not hidden
