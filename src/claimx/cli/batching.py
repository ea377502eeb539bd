"""The work of ``claimx batch``: run the job, show how far it is, report what failed."""

import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from claimx.batch.cluster import Cluster
from claimx.batch.files import Files
from claimx.batch.job import Done, Shard, generator
from claimx.batch.job import run as run_job
from claimx.batch.ledger import Entry
from claimx.batch.pool import Pool
from claimx.batch.worker import Line
from claimx.cli.ending import Stopped
from claimx.cli.extraction import dated
from claimx.cli.talk import say
from claimx.errors import Failure
from claimx.readers.formats import InputFormat
from claimx.readers.inputs import STDIN, find
from claimx.readers.read import read_all
from claimx.trim import Trim


@dataclass(frozen=True)
class Options:
    """What the command line asked for."""

    output: Path
    jobs: int
    resume: bool
    retry_failed: bool
    shard: Shard | None
    dedupe: bool
    timeout: float
    engine: Literal["local", "ray"]
    date: str | None
    trim: Trim
    text_key: str
    input_format: InputFormat | None
    force: bool
    fail_fast: bool
    quiet: bool

    def identity(self) -> dict[str, object]:
        """What must be the same for one run to go on with another's output."""
        return {
            "generator": generator().model_dump(),
            "trim": asdict(self.trim),
            "shard": asdict(self.shard) if self.shard else None,
            **{key: getattr(self, key) for key in ("dedupe", "date", "text_key", "input_format", "force")},
        }


class Tally:
    """Counts what was done."""

    def __init__(self, earlier: Sequence[Entry]) -> None:
        self.before = sum(entry.done for entry in earlier)
        self.failed_before = len(earlier) - self.before
        self.start = time.monotonic()
        self.done = self.failed = self.words = self.quotes = 0

    def add(self, done: Done) -> None:
        """Count one article."""
        if done.earlier:
            self.before += 1
        elif isinstance(done.outcome, Line):
            self.done += 1
            self.words += done.outcome.words
            self.quotes += done.outcome.quotes
        else:
            self.failed += not done.outcome.skipped

    @property
    def exit_code(self) -> int:
        """0 all well, 1 some failed, 3 all did."""
        return (1 if self.done or self.before else 3) if self.failed or self.failed_before else 0

    @property
    def rate(self) -> float:
        """Words per second."""
        return self.words / max(time.monotonic() - self.start, 1e-9)

    def __str__(self) -> str:
        earlier = f"; before: {self.before} articles, {self.failed_before} failed" if self.before else ""
        return (
            f"{self.done} articles, {self.words} words ({self.rate:.0f} words/s), {self.quotes} quotes, "
            f"{self.failed} failed{earlier}"
        )


def run(arguments: Sequence[str], options: Options) -> int:
    """Do the batch; the exit code."""
    with ExitStack() as stack:
        files = stack.enter_context(Files(options.output, options.resume, options.identity(), options.retry_failed))
        if files.lost:
            say(f"{options.output}: its end is lost (a power cut?); {files.lost} articles of it are done again")
        tally = Tally(files.entries)
        skip = [path.resolve() for path in (files.output_path, files.errors_path)]
        readings = read_all(
            arguments,
            text_key=options.text_key,
            input_format=options.input_format,
            skip=skip,
            force=options.force,
        )
        articles = stack.enter_context(closing(readings.articles))
        show = stack.enter_context(_progress(arguments, skip, tally, options.quiet))
        try:
            pool: Pool | Cluster = _engine(options)
            stack.enter_context(pool)
            for done in run_job(dated(articles, options.date), pool, files, options.shard, options.dedupe):
                tally.add(done)
                show(done)
                if isinstance(done.outcome, Failure) and not done.outcome.skipped and options.fail_fast:
                    break
        except Stopped as signal:
            say(f"{signal}: {tally}; the same command goes on from here")
            return signal.exit_code
    if not options.quiet:
        say(f"{options.output}: {tally}")
    return tally.exit_code


def _engine(options: Options) -> Pool | Cluster:
    engine = Cluster if options.engine == "ray" else Pool
    return engine(options.jobs, options.trim, options.timeout)


class Shown:
    """Says what failed, and moves the bar on when a file is done."""

    def __init__(self, progress: Progress, total: int | None, tally: Tally) -> None:
        self.progress, self.tally = progress, tally
        self.task = progress.add_task("", total=total, counted="")
        self.source = ""

    def __call__(self, done: Done) -> None:
        """Show one article."""
        if isinstance(done.outcome, Failure):
            say(f"{done.outcome.source}: {done.outcome.error}")
        file = done.item.source.split("#")[0]
        counted = f"{self.tally.done} articles, {self.tally.rate:.0f} words/s"
        self.progress.update(self.task, advance=file != self.source, counted=counted)
        self.source = file


@contextmanager
def _progress(arguments: Sequence[str], skip: Collection[Path], tally: Tally, quiet: bool) -> Iterator[Shown]:
    """A bar over the inputs with rate and time left, on a terminal only."""
    console = Console(stderr=True)
    files = (TextColumn("claimx"), BarColumn(), MofNCompleteColumn(), TextColumn("files"))
    columns = (*files, TextColumn("{task.fields[counted]}"), TimeRemainingColumn())
    progress = Progress(*columns, console=console, disable=quiet or not console.is_terminal, transient=True)
    with progress:
        unknown = progress.disable or STDIN in arguments
        total = None if unknown else sum(1 for _ in find(arguments, skip))
        yield Shown(progress, total, tally)
