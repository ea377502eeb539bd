"""The work of ``claimx convert``: read results and write them anew, one at a time."""

from collections.abc import Iterator, Sequence

import typer

from claimx.cli.output import writing
from claimx.cli.talk import say
from claimx.errors import Failure
from claimx.readers.results import read_all
from claimx.render.writers import NEED_TEXT, Target, check
from claimx.schema import Document


def run(names: Sequence[str], target: Target) -> int:
    """Convert the results in the files; the exit code."""
    check(target)
    tally = Tally(target)
    with writing(target) as write:
        write(tally.sift(names), True)
        if tally.failed and not tally.done:
            raise typer.Exit(3)  # leaves the file of -o as it was
    return 1 if tally.failed else 0


class Tally:
    """Counts what is converted and names what cannot be."""

    def __init__(self, target: Target):
        self.target = target
        self.done = self.failed = 0

    def sift(self, names: Sequence[str]) -> Iterator[Document]:
        """The results that the target can hold."""
        for result in read_all(names):
            if isinstance(result, Failure):
                self._report(result.source, result.error)
            elif result.document.text is None and self.target.format in NEED_TEXT:
                self._report(result.document.id, f"{self.target.format} needs its text; extract it without --no-text")
            else:
                self.done += 1
                yield result

    def _report(self, source: str, error: str) -> None:
        self.failed += 1
        say(f"{source}: {error}")
