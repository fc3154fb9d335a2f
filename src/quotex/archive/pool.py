"""The engine of one machine: spawned processes, each with a pipe of its own.

Not ``concurrent.futures`` or spaCy's ``n_process``: there, a worker that dies takes the whole pool or its batch along,
or leaves a lock that the others wait for. With a pipe for each worker nothing is shared, so nothing can be left locked.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from attrs import define, field

from quotex.archive.batches import Batch, Died, Given
from quotex.archive.work import Item, Job, read_all, warm_up
from quotex.errors import ArchiveError, MissingExtraError, ModelError

_OUT_OF_MEMORY = 70
"""The exit code of a worker that had no memory left."""
_MOMENT = 1.0
"""How long ``wait`` waits, in seconds."""
_GRACE = 10.0
"""How much longer than its time a document may take before the worker is ended from here."""
_START = 300.0
"""How long a worker may take to load, in seconds."""
_STILLBORN = 5
"""So many workers in a row may die while they start before that is taken for a fault that will not go away."""
_READY = "ready"

_spawn = multiprocessing.get_context("spawn")


@define(eq=False)
class _Worker:
    process: BaseProcess
    pipe: Connection
    batch: Batch | None = None
    given: int = 0
    ready: bool = False
    since: float = field(factory=time.monotonic)
    """When it last gave something, or was given something."""


class Pool:
    """As many processes as ``workers``, each reading one batch at a time; those that die are replaced.

    Under ``spawn`` the main module is imported again by each process: a script that makes a pool has to do it under
    ``if __name__ == "__main__":``.
    """

    def __init__(self, job: Job, workers: int) -> None:
        self._job = job
        self._count = workers
        self._workers: list[_Worker] = []
        self._stillborn = 0
        """How many workers in a row have died while they started."""

    @property
    def free(self) -> int:
        """How many batches it takes now."""
        return self._count - self.busy

    @property
    def busy(self) -> int:
        """How many batches are being read."""
        return sum(worker.batch is not None for worker in self._workers)

    def send(self, batch: Batch) -> None:
        """Give a batch to a worker that has none, starting one where all that are there have."""
        worker = next((worker for worker in self._workers if worker.batch is None), None)
        if worker is None:
            worker = _start(self._job)
            self._workers.append(worker)
        worker.batch, worker.given, worker.since = batch, 0, time.monotonic()
        with suppress(OSError):  # its death is told by ``wait``
            worker.pipe.send(batch.items)

    def wait(self) -> list[Given | Died]:
        """What the workers have given, and which have died; see ``Engine``."""
        events: list[Given | Died] = []
        wait([handle for worker in self._workers for handle in (worker.pipe, worker.process.sentinel)], _MOMENT)
        for worker in list(self._workers):
            alive = worker.process.is_alive()
            events += _received(worker)
            if worker.ready:
                self._stillborn = 0
            if alive and self._is_late(worker):
                worker.process.kill()
                worker.process.join()
                alive = False
            if not alive:
                self._workers.remove(worker)
                worker.process.join()
                worker.pipe.close()
                if worker.batch is not None and worker.ready:
                    events.append(self._death(worker, worker.batch))
                elif worker.batch is not None:
                    self._start_again(worker, worker.batch)
        return events

    def _start_again(self, worker: _Worker, batch: Batch) -> None:
        """Give the batch of a worker that died before it could read anything to another one: it is not to blame."""
        self._stillborn += 1
        if self._stillborn >= _STILLBORN:
            raise ArchiveError(
                f"workers die before they have read anything ({_how(worker.process.exitcode)}); a script has to start "
                'them under `if __name__ == "__main__":`'
            )
        self.send(batch)

    def close(self) -> None:
        """End all processes at once."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()
        self._workers.clear()

    def _is_late(self, worker: _Worker) -> bool:
        if worker.batch is None or not self._job.seconds:
            return False
        allowed = self._job.seconds + _GRACE if worker.ready else _START
        return time.monotonic() - worker.since > allowed

    def _death(self, worker: _Worker, batch: Batch) -> Died:
        code, message = "crash", _how(worker.process.exitcode)
        spent = time.monotonic() - worker.since
        if worker.ready and self._job.seconds and spent >= self._job.seconds:
            code, message = "timeout", f"it took longer than {self._job.seconds:g} seconds"
        elif worker.process.exitcode == _OUT_OF_MEMORY:
            code, message = "memory", "there was not enough memory to read it"
        return Died(batch, code, message, worker.given)


def _how(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        with suppress(ValueError):
            return f"the process that read it was ended by {signal.Signals(-exitcode).name}"
    return f"the process that read it ended with exit code {exitcode}"


def _received(worker: _Worker) -> Iterator[Given]:
    """What stands in a worker's pipe, up to where it ends if the worker has died."""
    try:
        while worker.pipe.poll():
            message = worker.pipe.recv()
            worker.since = time.monotonic()
            if message == _READY:
                worker.ready = True
                continue
            if isinstance(message, ModelError | MissingExtraError):
                raise message
            batch, index = worker.batch, worker.given
            if batch is None:
                continue
            worker.given += 1
            if worker.given == len(batch.items):
                worker.batch = None
            yield Given(batch, index, message)
    except (EOFError, ConnectionError):
        return


def _start(job: Job) -> _Worker:
    ours, theirs = _spawn.Pipe()
    process = _spawn.Process(target=_serve, args=(theirs, job, os.getpid()), name="quotex-worker", daemon=True)
    with _interrupts_ignored():
        process.start()
    theirs.close()
    return _Worker(process, ours)


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Ctrl-C goes to all processes of a terminal: workers, which inherit this, leave it to their parent."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _serve(pipe: Connection, job: Job, parent: int) -> None:
    """A worker's life: read batches until the parent closes the pipe or is gone."""
    try:
        _limit_memory(job.megabytes)
        warm_up()
        pipe.send(_READY)
        while True:
            items: tuple[Item, ...] = pipe.recv()
            for output in read_all(items, job):
                if os.getppid() != parent:
                    return
                pipe.send(output)
    except (EOFError, ConnectionError):
        return
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)
    except (ModelError, MissingExtraError) as error:
        pipe.send(error)


def _limit_memory(megabytes: int) -> None:
    if megabytes:
        with suppress(ImportError):  # Windows has no such limit
            import resource

            limit = megabytes << 20
            _, hard = resource.getrlimit(resource.RLIMIT_AS)
            resource.setrlimit(resource.RLIMIT_AS, (limit if hard < 0 else min(limit, hard), hard))
