"""Results with their failures taken out: named on stderr, and counted for the exit code."""

from collections.abc import Iterable, Iterator

from claimx.cli.talk import say
from claimx.errors import Failure
from claimx.schema import Document


class Sieve:
    """``failed`` counts what :meth:`documents` left out so far."""

    def __init__(self) -> None:
        self.failed = 0

    def documents(self, results: Iterable[Document | Failure]) -> Iterator[Document]:
        """The documents, in order."""
        for result in results:
            if isinstance(result, Failure):
                self.refuse(result.source, result.error)
            else:
                yield result

    def refuse(self, source: str, error: str) -> None:
        """Name something that is left out."""
        self.failed += 1
        say(f"{source}: {error}")
