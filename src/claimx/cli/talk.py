"""What claimx tells its user, on stderr. Data goes to stdout and never through here."""

from contextlib import suppress

import typer


def say(message: str) -> None:
    """One message, as one line; where stderr is full or closed, the work goes on without it."""
    with suppress(OSError):
        typer.echo("claimx: " + " ".join(message.splitlines()), err=True)
