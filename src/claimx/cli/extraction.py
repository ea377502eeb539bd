"""The work of ``claimx extract``: read, extract, trim and write, one article at a time."""

import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import typer

from claimx.api import extract_articles
from claimx.cli.output import created, guarded, put, writing
from claimx.cli.talk import say
from claimx.errors import Failure
from claimx.readers.article import Reading
from claimx.readers.formats import InputFormat
from claimx.readers.inputs import STDIN
from claimx.readers.read import read_all
from claimx.render import Format, RecordKind, json
from claimx.render.writers import Target, check
from claimx.schema import Document
from claimx.trim import Trim


@dataclass(frozen=True)
class Options:
    """What the command line asked for."""

    format: Format | None
    records: RecordKind | None
    output: Path | None
    date: str | None
    trim: Trim
    text_key: str
    input_format: InputFormat | None
    errors: Path | None
    force: bool
    fail_fast: bool
    exit_status: bool
    jobs: int
    timeout: float | None
    quiet: bool
    verbose: bool


def run(arguments: Sequence[str], options: Options) -> int:
    """Extract from the inputs that the arguments name; the exit code."""
    if not options.quiet and set(arguments) <= {STDIN} and sys.stdin.isatty():
        say("reading from the terminal; end with Ctrl-D")
    target = Target.of(options.format, options.records, options.output)
    check(target, options.trim.text)
    with ExitStack() as stack:
        errors = stack.enter_context(created(options.errors, options.errors)) if options.errors else None
        write = stack.enter_context(writing(target))
        skip = [path.resolve() for path in (options.output, options.errors) if path]
        readings = read_all(
            arguments,
            text_key=options.text_key,
            input_format=options.input_format,
            skip=skip,
            force=options.force,
        )
        articles = stack.enter_context(closing(readings.articles))
        tally = Tally(options, errors)
        documents = tally.sift(_extracted(dated(articles, options.date), options))
        write(documents, readings.several)
        if readings.several:
            tally.sum_up()
        if tally.stopped or tally.exit_code == 3:
            raise typer.Exit(tally.exit_code)  # leaves the file of -o as it was
    return tally.exit_code


class Tally:
    """Counts what comes out and reports what failed."""

    def __init__(self, options: Options, errors: BinaryIO | None):
        self.options = options
        self.errors = errors
        self.read = self.failed = self.found = 0
        self.stopped = False

    def sift(self, results: Iterable[Document | Failure]) -> Iterator[Document]:
        """The documents, trimmed as asked; failures are reported."""
        for result in results:
            if isinstance(result, Document):
                yield self._count(self.options.trim(result))
                continue
            self._report(result)
            if self.options.fail_fast and not result.skipped:
                self.stopped = True
                return

    @property
    def exit_code(self) -> int:
        """0 all well, 1 some inputs failed, 3 nothing could be read, 4 nothing found."""
        if self.failed:
            return 1 if self.read else 3
        return 4 if self.options.exit_status and not self.found else 0

    def sum_up(self) -> None:
        """Say how many failed, if any did."""
        if self.failed and not self.options.quiet:
            say(f"{self.read} articles done, {self.failed} failed")

    def _count(self, document: Document) -> Document:
        kinds = [self.options.records] if self.options.records else ["quotes", "numbers", "hedges", "claims"]
        counts = {kind: len(getattr(document, kind)) for kind in kinds}
        self.read += 1
        self.found += sum(counts.values())
        if self.options.verbose:
            info = document.document
            say(f"{info.id}: {info.words} words, " + ", ".join(f"{n} {kind}" for kind, n in counts.items()))
            for notice in document.warnings:
                place = "" if notice.start is None else f" at {notice.start}"
                say(f"{info.id}: {notice.message} ({notice.code}{place})")
        return document

    def _report(self, failure: Failure) -> None:
        self.failed += not failure.skipped
        if not (failure.skipped and self.options.quiet):
            say(f"{failure.source}: {failure.error}")
        if failure.reason == "internal" and failure.cause and self.options.verbose:
            typer.echo("".join(traceback.format_exception(failure.cause)), err=True, nl=False)
        if self.errors:
            with guarded(self.options.errors):
                put(self.errors, json.line(failure.row()).encode())


def _extracted(articles: Iterable[Reading], options: Options) -> Iterator[Document | Failure]:
    """The results: from this process, or from workers where there are several or time is limited."""
    if options.jobs == 1 and options.timeout is None:
        yield from extract_articles(articles)
        return
    from claimx.batch.pool import Pool
    from claimx.batch.worker import Line

    first: dict[str, str] = {}
    with Pool(options.jobs, Trim(), options.timeout) as pool:
        for slot in pool.run(articles):
            if not isinstance(slot.outcome, Line):
                yield slot.outcome or slot.item
                continue
            document = Document.model_validate_json(slot.outcome.data)
            info = document.document
            same = info.model_copy(update={"duplicate_of": first.get(info.sha256)})
            first.setdefault(info.sha256, info.id)
            yield document.model_copy(update={"document": same})


def dated(articles: Iterable[Reading], date: str | None) -> Iterator[Reading]:
    """The articles, with ``date`` where their metadata have none."""
    for article in articles:
        if isinstance(article, Failure) or article.published:
            yield article
        else:
            yield replace(article, published=date)
