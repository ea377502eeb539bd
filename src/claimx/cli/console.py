"""rich's console, which leaves it to ``main`` what happens when nobody reads any more."""

from typing import NoReturn

from rich.console import Console


class Screen(Console):
    """A console on stdout."""

    def on_broken_pipe(self) -> NoReturn:
        """Called while the BrokenPipeError is handled; rich would exit with 1."""
        raise
