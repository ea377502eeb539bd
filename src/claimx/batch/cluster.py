"""The work of :mod:`~claimx.batch.pool` on a Ray cluster: actors that load the model once, answers in order.

Reading, order, duplicates and the ledger stay where the command runs; only extraction, which is nearly all of the work,
is spread. That is why these are actors and not a Ray Data pipeline: the output is the same bytes as without Ray.
https://docs.ray.io/en/latest/ray-core/actors.html
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from claimx.batch.pool import IN_FLIGHT, LEAD, Slot
from claimx.batch.worker import Line, Outcome, Trim
from claimx.errors import Failure, UsageError
from claimx.readers.article import Article


class Extractor:
    """An actor: one pipeline, one article at a time."""

    def __init__(self, trim: Trim) -> None:
        from claimx.api import load

        self.trim, self.nlp = trim, load()

    def extract(self, article: Article) -> Outcome:
        """The article's line, or why there is none."""
        from claimx.api import extract_articles

        with self.nlp.memory_zone():
            result = next(extract_articles([article], self.nlp))
        return replace(result, cause=None) if isinstance(result, Failure) else Line.of(self.trim(result))


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

    def __enter__(self) -> "Cluster":
        """Join the cluster; actors are restarted where they die."""
        self.ray.init(ignore_reinit_error=True, log_to_driver=False, logging_level="error")
        actor = self.ray.remote(Extractor).options(max_restarts=-1, num_cpus=1)
        self.actors = [actor.remote(self.trim) for _ in range(self.jobs)]
        self.load = dict.fromkeys(range(self.jobs), 0)
        return self

    def __exit__(self, *_: object) -> None:
        """Leave it."""
        self.ray.shutdown()

    def run(self, items: Iterable[Any]) -> Iterator[Slot]:
        """Each item in its turn, articles with their outcome; whatever is no article passes through."""
        slots: deque[tuple[Slot, Any, int]] = deque()
        for item in items:
            slot, answer, actor = Slot(item), None, -1
            if isinstance(item, Article):
                actor = min(self.load, key=self.load.__getitem__)
                self.load[actor] += 1
                answer = self.actors[actor].extract.remote(item)
            slots.append((slot, answer, actor))
            while len(slots) > LEAD * self.jobs or sum(self.load.values()) > IN_FLIGHT * self.jobs * 4:
                yield self._next(slots)
        while slots:
            yield self._next(slots)

    def _next(self, slots: deque[tuple[Slot, Any, int]]) -> Slot:
        slot, answer, actor = slots.popleft()
        if answer is not None:
            slot.outcome = self._outcome(slot.item, answer)
            self.load[actor] -= 1
        return slot

    def _outcome(self, article: Article, answer: Any) -> Outcome:
        try:
            outcome: Outcome = self.ray.get(answer, timeout=self.timeout and self.timeout * IN_FLIGHT * 4)
        except self.ray.exceptions.GetTimeoutError:
            self.ray.cancel(answer, force=False)
            what = f"it took longer than {self.timeout:g} seconds; raise --timeout"
            return Failure(article.source, article.id, "timeout", what)
        except self.ray.exceptions.RayError as error:
            what = f"the actor that worked on it died ({type(error).__name__}); run it alone, with more memory"
            return Failure(article.source, article.id, "crashed", what)
        return outcome
