"""The work of :mod:`~claimx.batch.pool` on a Ray cluster: actors that load the model once, answers in order.

Reading, order, duplicates and the ledger stay where the command runs; only extraction, which is nearly all of the work,
is spread. That is why these are actors and not a Ray Data pipeline: the output is the same bytes as without Ray.
https://docs.ray.io/en/latest/ray-core/actors.html
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from claimx.batch.pool import IN_FLIGHT, LEAD, Slot
from claimx.batch.worker import Outcome, late, outcome
from claimx.errors import ClaimxError, Failure, UsageError
from claimx.readers.article import Article
from claimx.trim import Trim


class Extractor:
    """An actor: one pipeline, one article at a time."""

    def __init__(self, trim: Trim) -> None:
        from claimx.api import load

        self.trim, self.nlp = trim, load()

    def extract(self, article: Article) -> Outcome:
        """The article's line, or why there is none."""
        return outcome(article, self.nlp, self.trim)


@dataclass(eq=False, slots=True)
class Pending:
    """An item in its place of the order; for an article, the number of its actor and the answer that is awaited."""

    slot: Slot
    actor: int | None = None
    answer: Any = None


class Cluster:
    """``jobs`` actors on the Ray cluster at hand (``RAY_ADDRESS``), or on this machine; used like a ``Pool``.

    Raises:
        UsageError: Ray is not installed.
    """

    def __init__(self, jobs: int, trim: Trim, timeout: float | None = None) -> None:
        try:
            import ray
        except ImportError as error:
            raise UsageError("--engine ray needs the extra 'ray'", "pip install 'claimx[ray]'") from error
        self.ray: Any = ray
        self.jobs, self.trim, self.timeout = jobs, trim, timeout
        self.actors: dict[int, Any] = {}
        self.ready: dict[int, Any] = {}

    def __enter__(self) -> "Cluster":
        """Join the cluster, and start the actors."""
        self.ray.init(ignore_reinit_error=True, log_to_driver=False, logging_level="error")
        self.load = dict.fromkeys(range(self.jobs), 0)
        for number in self.load:
            self._start(number)
        return self

    def __exit__(self, *_: object) -> None:
        """Leave it."""
        self.ray.shutdown()

    def run(self, items: Iterable[Any]) -> Iterator[Slot]:
        """Each item in its turn, articles with their outcome; whatever is no article passes through.

        Raises:
            ClaimxError: An actor cannot be started.
        """
        waiting: deque[Pending] = deque()
        for item in items:
            waiting.append(Pending(Slot(item)))
            if isinstance(item, Article):
                number = min(self.load, key=self.load.__getitem__)
                self.load[number] += 1
                self._send(waiting[-1], number)
            while len(waiting) > LEAD * self.jobs or sum(self.load.values()) > IN_FLIGHT * self.jobs * 4:
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def _start(self, number: int) -> None:
        self.actors[number] = self.ray.remote(Extractor).options(num_cpus=1).remote(self.trim)
        self.ready[number] = self.actors[number].__ray_ready__.remote()

    def _send(self, pending: Pending, number: int) -> None:
        pending.actor = number
        pending.answer = self.actors[number].extract.remote(pending.slot.item)

    def _next(self, waiting: deque[Pending]) -> Slot:
        first = waiting.popleft()
        if first.actor is not None:
            first.slot.outcome = self._outcome(first.slot.item, first.actor, first.answer)
            self.load[first.actor] -= 1
            if isinstance(first.slot.outcome, Failure) and first.slot.outcome.reason in ("timeout", "crashed"):
                self._replace(first.actor, waiting)
        return first.slot

    def _outcome(self, article: Article, number: int, answer: Any) -> Outcome:
        """The answer. An actor takes its articles in turn, so it is at this one when it is waited for."""
        try:
            self.ray.get(self.ready[number])
        except self.ray.exceptions.RayError as error:
            what = f"an actor could not start ({type(error).__name__})"
            raise ClaimxError(what, "install claimx on every machine of the cluster") from error
        try:
            found: Outcome = self.ray.get(answer, timeout=self.timeout)
        except self.ray.exceptions.GetTimeoutError:
            return late(article, self.timeout or 0)
        except self.ray.exceptions.RayError as error:
            what = f"the actor that worked on it died ({type(error).__name__}); run it alone, with more memory"
            return Failure(article.source, article.id, "crashed", what)
        return found

    def _replace(self, number: int, waiting: deque[Pending]) -> None:
        """Stop an actor, and hand the articles behind the one that it was at to a new one."""
        self.ray.kill(self.actors[number])
        self._start(number)
        for pending in waiting:
            if pending.actor == number:
                self._send(pending, number)
