"""The command line. Each command is a file; ``app`` collects them, ``main`` is the console script.

Nothing here imports spaCy, numpy or the model before a command needs them, so that ``--help`` and
completion answer at once.
"""

import logging
import sys
import traceback
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from claimx import __version__
from claimx.cli import batch, convert, eval, extract, info, report, schema, show, stats, validate
from claimx.cli.ending import TODO, UNREAD, Stopped, catch_signals, complete_streams, forget_stdout, unwritable
from claimx.cli.talk import say
from claimx.errors import ClaimxError, UsageError
from claimx.start import start_lightly


class Commands(TyperGroup):
    """The commands, with one place where errors become a line on stderr and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except ClaimxError as error:
            say(str(error))
            raise typer.Exit(2 if isinstance(error, UsageError) else 1) from error
        except Stopped as signal:
            say(str(signal))
            raise typer.Exit(signal.exit_code) from signal
        except BrokenPipeError as error:
            forget_stdout()
            raise typer.Exit(UNREAD) from error


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("extract")(extract.extract)
app.command("batch")(batch.batch)
app.command("convert")(convert.convert)
app.command("show")(show.show)
app.command("report")(report.report)
app.command("schema")(schema.schema)
app.command("validate")(validate.validate)
app.command("eval")(eval.evaluate)
app.command("stats")(stats.stats)
app.command("info")(info.info)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimx {__version__}")
        raise typer.Exit


@app.callback()
def claimx(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read news articles and write who said what: quotes, speakers, numbers, hedges and claims.

    \b
    claimx extract article.txt
    claimx extract articles/ -o found.jsonl
    """  # noqa: D301


def main() -> None:
    """Run the command line; ``| head`` ends it quietly, and no traceback shows without ``-v``."""
    complete_streams()
    catch_signals()
    logging.disable(logging.CRITICAL)  # what libraries log over broken input is said in our own words
    start_lightly()
    try:
        app(prog_name="claimx")
    except Exception as error:
        if {"-v", "--verbose"} & set(sys.argv):
            traceback.print_exc()
        say(_told(error))
        sys.exit(1)


def _told(error: Exception) -> str:
    """What to say of an error that no command expects; one without the name of a file is that stdout is full."""
    if isinstance(error, OSError) and error.errno in TODO and error.filename is None:
        return str(unwritable(error, None))
    return f"{type(error).__name__}: {error}; this should not happen: run it with -v and report it"
