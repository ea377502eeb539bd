"""What claimx tells its user, on stderr. Data goes to stdout and never through here."""

import typer


def say(message: str) -> None:
    """One message, as one line."""
    typer.echo("claimx: " + " ".join(message.splitlines()), err=True)
