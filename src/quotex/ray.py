"""Archives on a Ray cluster: the same work as that of the processes of one machine, as Ray tasks.

    >>> from quotex.archive import Job, run
    >>> from quotex.ray import RayEngine
    >>> run(["news/"], "out", Job(), engine=RayEngine)  # doctest: +SKIP

Within a job of your own, ``read_batch`` is the function to make a task of.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from attrs import frozen

from quotex.archive import Batch, Died, Given, Item, Job, Output, read_all, read_apart, warm_up
from quotex.errors import MissingExtraError, QuotexError

_MOMENT = 1.0
"""How long ``wait`` waits, in seconds."""


def read_batch(items: Sequence[Item], job: Job, *, apart: bool = True) -> list[Output]:
    """One output for each document, in order: the function that runs as a Ray task.

    With ``apart`` a process is started for the batch, and nothing that a document does harms the Ray worker. Without
    it the worker reads them itself, which saves the start and the memory of the process; a document that crashes or
    takes longer than ``job.seconds`` ends the worker then. Under a limit of memory it is always ``apart``.
    """
    if apart or job.megabytes:
        return list(read_apart(items, job))
    warm_up()
    return list(read_all(items, job))


@frozen(eq=False)
class _Task:
    batch: Batch
    apart: bool


class RayEngine:
    """An ``Engine`` of Ray tasks, at most ``tasks`` at a time, by default two for each processor of the cluster.

    Joins the cluster that Ray is connected to, that of ``RAY_ADDRESS`` or one that runs on this machine; else it starts
    Ray here, without dashboard and reports of usage. What it started ends with it. Every node needs the same
    version of quotex. A batch whose worker dies is read again ``apart``, so that faults are the
    same as those of a ``Pool``.

    Raises ``MissingExtraError`` where Ray is not installed.
    """

    def __init__(self, job: Job, tasks: int | None = None) -> None:
        self._ray = _ray()
        self._started = not self._ray.is_initialized()
        if self._started:
            os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # Ray has no other way to say so
            self._ray.init(include_dashboard=False, log_to_driver=False, logging_level="error")
        self._tasks = tasks or 2 * max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        self._read = self._ray.remote(max_retries=0, num_cpus=1)(read_batch)
        self._job = self._ray.put(job)
        self._under_way: dict[Any, _Task] = {}

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
        self._start(_Task(batch, apart=False))

    def wait(self) -> list[Given | Died]:
        """What has come of the tasks; see ``Engine``."""
        done, _ = self._ray.wait(list(self._under_way), num_returns=1, timeout=_MOMENT)
        events: list[Given | Died] = []
        for reference in done:
            events += self._result(reference, self._under_way.pop(reference))
        return events

    def close(self) -> None:
        """Drop all tasks, and end Ray if this started it.

        On a cluster that was joined, tasks under way run to their end (a batch each) or to that of this process: Ray's
        cancelling may come as a task ends, and then aborts the process that asked (Ray's pull request 54785).
        """
        self._under_way.clear()
        if self._started:
            self._ray.shutdown()

    def _start(self, task: _Task) -> None:
        self._under_way[self._read.remote(task.batch.items, self._job, apart=task.apart)] = task

    def _result(self, reference: Any, task: _Task) -> list[Given | Died]:
        errors = self._ray.exceptions
        try:
            outputs = self._ray.get(reference)
        except errors.RayTaskError as error:
            if isinstance(error.cause, QuotexError):
                raise error.cause from None
            if not isinstance(error.cause, MemoryError):
                raise
            code, message = "memory", "there was not enough memory to read it"
        except errors.OutOfMemoryError:
            code, message = "memory", "Ray ended the worker that read it, as its node ran out of memory"
        except (errors.WorkerCrashedError, errors.NodeDiedError, errors.LocalRayletDiedError, errors.ObjectLostError):
            code, message = "crash", "the Ray worker that read it died"
        else:
            return [Given(task.batch, index, output) for index, output in enumerate(outputs)]
        if task.apart:
            return [Died(task.batch, code, message, None)]
        self._start(_Task(task.batch, apart=True))
        return []


def _ray() -> Any:
    try:
        import ray
    except ImportError as error:
        raise MissingExtraError('the Ray engine needs Ray: pip install "quotex[ray]"') from error
    return ray
