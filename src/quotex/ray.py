"""Archives on a Ray cluster: the same work as that of the processes of one machine, as Ray tasks.

    >>> from quotex.archive import Job, run
    >>> from quotex.ray import RayEngine
    >>> run(["news/"], "out", Job(), engine=RayEngine)  # doctest: +SKIP

Within a job of your own, ``read_batch`` is the function to make a task of.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from quotex.archive import Batch, Died, Given, Item, Job, Output, read_all
from quotex.errors import MissingExtraError, ModelError

_MOMENT = 1.0
"""How long ``wait`` waits, in seconds."""


def read_batch(items: Sequence[Item], job: Job) -> list[Output]:
    """One output for each document, in order: the function that runs as a Ray task."""
    return list(read_all(items, job))


class RayEngine:
    """An ``Engine`` of Ray tasks, at most ``tasks`` at a time, by default two for each processor of the cluster.

    Joins the cluster that Ray is connected to, else that of ``RAY_ADDRESS``, else starts Ray on this machine, and ends
    what it started. Every node needs the same version of quotex. Where a worker dies, Ray does not tell over which
    document, so its batch is read again in halves. ``job.megabytes`` is left to Ray, which watches the memory of nodes.

    Raises ``MissingExtraError`` where Ray is not installed.
    """

    def __init__(self, job: Job, tasks: int | None = None) -> None:
        self._ray = _ray()
        self._started = not self._ray.is_initialized()
        if self._started:
            self._ray.init(log_to_driver=False, logging_level="warning")
        self._tasks = tasks or 2 * max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        self._read = self._ray.remote(max_retries=0, num_cpus=1)(read_batch)
        self._job = self._ray.put(job)
        self._under_way: dict[Any, Batch] = {}

    @property
    def free(self) -> int:
        """How many batches it takes now."""
        return self._tasks - len(self._under_way)

    @property
    def busy(self) -> int:
        """How many batches are under way."""
        return len(self._under_way)

    def send(self, batch: Batch) -> None:
        """Make a task of a batch."""
        self._under_way[self._read.remote(batch.items, self._job)] = batch

    def wait(self) -> list[Given | Died]:
        """What has come of the tasks; see ``Engine``."""
        done, _ = self._ray.wait(list(self._under_way), num_returns=1, timeout=_MOMENT)
        events: list[Given | Died] = []
        for task in done:
            batch = self._under_way.pop(task)
            try:
                outputs = self._ray.get(task)
            except self._ray.exceptions.RayTaskError as error:
                cause = error.cause
                if isinstance(cause, MemoryError):
                    events.append(Died(batch, "memory", "there was not enough memory to read it", None))
                    continue
                if isinstance(cause, ModelError | MissingExtraError):
                    raise cause from None
                raise
            except self._ray.exceptions.OutOfMemoryError:
                events.append(Died(batch, "memory", "Ray ended the process that read it for the memory it took", None))
            except self._ray.exceptions.RayError as error:
                events.append(Died(batch, "crash", f"the Ray worker that read it died ({type(error).__name__})", None))
            else:
                events += (Given(batch, index, output) for index, output in enumerate(outputs))
        return events

    def close(self) -> None:
        """End all tasks, and Ray if this started it."""
        for task in self._under_way:
            self._ray.cancel(task, force=True)
        self._under_way.clear()
        if self._started:
            self._ray.shutdown()


def _ray() -> Any:
    try:
        import ray
    except ImportError as error:
        raise MissingExtraError('the Ray engine needs Ray: pip install "quotex[ray]"') from error
    return ray
