"""Articles spread over worker processes, answers in the order of the articles.

A worker that takes too long over an article is killed, and one that dies is replaced. The article gets a second try
after a death, whose reason may have lain elsewhere (memory was short, somebody killed it); no other article is
concerned. Workers are replaced now and then in any case, so that memory stays flat whatever a library keeps.
"""

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any

from claimx.batch.worker import READY, Outcome, late, work
from claimx.errors import ClaimxError, Failure
from claimx.readers.article import Article
from claimx.trim import Trim

IN_FLIGHT = 2  # articles per worker: the next lies ready when one is done
LARGE = 2000  # characters; a longer article may fill a pipe, so it goes to an idle worker only
LEAD = 64  # articles per worker that may wait for a slow one before them
RECYCLE = 2000  # articles until a worker is replaced
TRIES = 2  # workers that may die at an article before it is given up
STARTS = 3  # workers that may die one after the other before they are ready

END = object()
CONTEXT = multiprocessing.get_context("spawn")  # onnxruntime's threads do not survive a fork


@dataclass(eq=False, slots=True)
class Slot:
    """An item in its place of the order; ``outcome`` comes later where the item is an article."""

    item: Any
    outcome: Outcome | None = None
    deaths: int = 0  # of workers that were at it

    @property
    def is_done(self) -> bool:
        """Whether nothing is awaited."""
        return self.outcome is not None or not isinstance(self.item, Article)


@dataclass(eq=False)
class Worker:
    """A worker process, and the articles that it has been given."""

    trim: Trim
    given: deque[Slot] = field(default_factory=deque)
    since: float | None = None  # when it began with its first article; None before it is ready
    count: int = 0

    def __post_init__(self) -> None:
        """Start the process."""
        self.pipe, theirs = CONTEXT.Pipe()
        self.process = CONTEXT.Process(target=work, args=(theirs, self.trim), daemon=True)
        with _signals_held():
            self.process.start()
        theirs.close()  # so that the death of the worker ends the pipe

    def has_room(self, article: Article | None = None) -> bool:
        """Whether it may be given the article, or any at all.

        A pipe that is full blocks whoever writes: were a long article sent to a worker that is busy, both could
        wait for each other to read, and no time limit would end it.
        """
        room = 1 if article and len(article.text) > LARGE else IN_FLIGHT
        return len(self.given) < room and self.count < RECYCLE

    def give(self, slot: Slot) -> None:
        """Send an article."""
        self.given.append(slot)
        self.count += 1
        with suppress(OSError):  # a worker that died is noticed where its answer is awaited
            self.pipe.send(slot.item)
        if self.since is not None and len(self.given) == 1:
            self.since = time.monotonic()

    def end(self) -> None:
        """Stop the process, whatever it is at."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


class Pool:
    """``jobs`` workers; use it as a context manager.

    Args:
        jobs: Number of processes.
        trim: What is left out of the documents.
        timeout: Seconds that an article may take; None for as long as it takes.
    """

    def __init__(self, jobs: int, trim: Trim, timeout: float | None = None) -> None:
        self.jobs, self.trim, self.timeout = jobs, trim, timeout
        self.workers: list[Worker] = []
        self.false_starts = 0

    def __enter__(self) -> "Pool":
        """Workers start with the first article."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop them."""
        for worker in self.workers:
            worker.end()

    def run(self, items: Iterable[Any]) -> Iterator[Slot]:
        """Each item in its turn, articles with their outcome; whatever is no article passes through.

        Raises:
            ClaimxError: No worker can be started.
        """
        source, slots, ended = iter(items), deque[Slot](), False
        while not ended or slots:
            while not ended and len(slots) < LEAD * self.jobs and (self._free() or not self.workers):
                item = next(source, END)
                ended = item is END
                if not ended:
                    slots.append(Slot(item))
                if isinstance(item, Article):
                    self._give(slots[-1])
            while slots and slots[0].is_done:
                yield slots.popleft()
            if slots:
                self._await()

    def _give(self, slot: Slot) -> None:
        if not self.workers:
            self.workers = [Worker(self.trim) for _ in range(self.jobs)]
        while not (free := self._free(slot.item)):
            self._await()
        free.give(slot)

    def _free(self, article: Article | None = None) -> Worker | None:
        """The least busy worker with room for the article, or for any; None when there is none."""
        return min((w for w in self.workers if w.has_room(article)), key=lambda w: len(w.given), default=None)

    def _await(self) -> None:
        """Wait for an answer, a death or the end of an article's time."""
        ready = wait([worker.pipe for worker in self.workers], self._patience())
        for worker in list(self.workers):
            if worker.pipe in ready:
                self._receive(worker, worker.pipe)
            elif self.timeout is not None and self._is_late(worker, self.timeout):
                self._fail(worker, late(worker.given[0].item, self.timeout))
            if worker.count >= RECYCLE and not worker.given and worker in self.workers:
                self._renew(worker)

    def _patience(self) -> float | None:
        begun = [w.since for w in self.workers if w.since is not None and w.given]
        if self.timeout is None or not begun:
            return None
        return max(0.0, min(begun) + self.timeout - time.monotonic())

    def _is_late(self, worker: Worker, seconds: float) -> bool:
        if worker.since is None or not worker.given:
            return False
        return time.monotonic() - worker.since >= seconds

    def _receive(self, worker: Worker, pipe: Connection) -> None:
        try:
            answer = pipe.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if isinstance(answer, str):
            if answer != READY:
                raise ClaimxError(f"a worker process could not start ({answer})", "run claimx info")
            self.false_starts = 0
        else:
            worker.given.popleft().outcome = answer
        worker.since = time.monotonic()

    def _bury(self, worker: Worker) -> None:
        """Replace a worker that died; its article is given up where others have died at it."""
        if worker.since is None:
            self.false_starts += 1
            if self.false_starts == STARTS:
                raise ClaimxError("worker processes die before they are ready", "free some memory, or lower --jobs")
        elif worker.given:
            worker.given[0].deaths += 1
            if worker.given[0].deaths == TRIES:
                article: Article = worker.given[0].item
                what = f"the process that worked on it died, {TRIES} times; it may need more memory: run it alone"
                self._fail(worker, Failure(article.source, article.id, "crashed", what))
                return
        self._renew(worker)

    def _fail(self, worker: Worker, failure: Failure) -> None:
        """Give up the article that the worker is at, and replace the worker."""
        worker.given.popleft().outcome = failure
        self._renew(worker)

    def _renew(self, worker: Worker) -> None:
        """Put another worker in the place of one, and hand it the articles."""
        worker.end()
        fresh = Worker(self.trim)
        self.workers[self.workers.index(worker)] = fresh
        for slot in worker.given:
            fresh.give(slot)


@contextmanager
def _signals_held() -> Iterator[None]:
    """Processes that are started in the block never see the signals that end a run; this one sees them behind it.

    They come to the whole group (Ctrl-C, a closing terminal, a service manager): a worker that died of one would look
    as if its article had killed it. The parent ends its workers itself.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # it would let the signals through again when it starts
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
