"""``claimx batch``: folders of articles. The options are here, the work is in ``batching.py``."""

import os
import re
from pathlib import Path
from typing import Annotated, Literal

import typer

from claimx.cli.options import Date, FailFast, Force, MinConfidence, Quiet, ReadAs, TextKey, time_limit


def _shard(value: str | None) -> str | None:
    parts = re.fullmatch(r"([0-9]+)/([0-9]+)", value or "")
    if value is not None and not (parts and 1 <= int(parts[1]) <= int(parts[2])):
        raise typer.BadParameter(f"{value!r} is no shard; write the second of eight as 2/8")
    return value


def _cores() -> int:
    """The cores that this process may use, which a job scheduler or a container may have bounded."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def batch(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="Files, folders or patterns; '-' is stdin.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT", help="JSON Lines file; with --shard the shard is added.")
    ],
    jobs: Annotated[int | None, typer.Option(min=1, help="Worker processes; by default one per usable core.")] = None,
    resume: Annotated[
        bool, typer.Option("--resume/--no-resume", help="Go on where the same command stopped, or begin anew.")
    ] = True,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Go on as with --resume, but try again what failed.")
    ] = False,
    shard: Annotated[
        str | None, typer.Option(metavar="I/N", callback=_shard, help="Do only the I-th of N parts.")
    ] = None,
    dedupe: Annotated[
        bool, typer.Option("--dedupe/--no-dedupe", help="Extract a text that comes twice once, and refer to it.")
    ] = True,
    timeout: Annotated[float | None, time_limit("the setting timeout holds")] = None,
    engine: Annotated[
        Literal["local", "ray"], typer.Option("--engine", help="Processes here, or actors on a Ray cluster.")
    ] = "local",
    date: Date = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the text of the articles out.")] = False,
    min_confidence: MinConfidence = None,
    text_key: TextKey = None,
    input_format: ReadAs = None,
    force: Force = False,
    fail_fast: FailFast = False,
    quiet: Quiet = False,
) -> None:
    """Extract from many articles, in parallel, to one JSON Lines file.

    Documents come in the order of the inputs. Whatever ends the run, OUT holds whole lines, and the same command
    goes on where it stopped; OUT.ledger remembers how far it came. Failures are in OUT.errors.jsonl. Other formats:
    claimx convert OUT -o found.xlsx.

    \b
    claimx batch articles/ -o found.jsonl
    claimx batch articles/ -o found.jsonl --retry-failed --timeout 600
    claimx batch articles/ -o found.jsonl --shard 2/8
    claimx batch news.jsonl.gz -o found.jsonl --jobs 4 --timeout 60

    \b
    Exit codes: 0 all well, 1 some articles failed or OUT cannot be written, 2 wrong usage, 3 nothing could be read,
    130 interrupted, 143 terminated.
    """  # noqa: D301
    from claimx import settings
    from claimx.batch.job import Shard
    from claimx.cli.batching import Options, run
    from claimx.trim import Trim

    defaults = settings.load()
    part = Shard(*map(int, shard.split("/"))) if shard else None
    options = Options(
        output=output if part is None else output.with_stem(f"{output.stem}-{part.number}-of-{part.count}"),
        jobs=jobs or _cores(),
        resume=resume,
        retry_failed=retry_failed,
        shard=part,
        dedupe=dedupe,
        timeout=defaults.timeout if timeout is None else timeout,
        engine=engine,
        date=date,
        trim=Trim(defaults.min_confidence if min_confidence is None else min_confidence, not no_text),
        text_key=text_key or defaults.text_key,
        input_format=input_format,
        force=force,
        fail_fast=fail_fast,
        quiet=quiet,
    )
    raise typer.Exit(run(inputs, options))
