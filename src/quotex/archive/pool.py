"""The engine of one machine: spawned processes, each with a pipe of its own.

Not ``concurrent.futures`` or spaCy's ``n_process``: there, a worker that dies takes the whole pool or its batch along,
or leaves a lock that the others wait for. With a pipe for each worker nothing is shared, so nothing can be left locked.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from attrs import define, field

from quotex.archive.batches import Batch, Died, Given
from quotex.archive.serving import OUT_OF_MEMORY, READY, serve
from quotex.archive.work import OUT_OF_TIME, Job
from quotex.errors import MissingExtraError, ModelError, SettingsError, WorkerError

_MOMENT = 1.0
"""How long ``wait`` waits, in seconds."""
_GRACE = 10.0
"""How much longer than its time a document may take before the worker is ended from here."""
_START = 300.0
"""How long a worker may take to load, in seconds."""
_STARTS = 5
"""So many workers may end, one after the other, before any of them is loaded."""

_spawn = multiprocessing.get_context("spawn")


@define(eq=False)
class _Worker:
    process: BaseProcess
    pipe: Connection
    batch: Batch | None = None
    given: int = 0
    ready: bool = False
    late: bool = False
    """Whether it was ended from here because its time was over."""
    since: float = field(factory=time.monotonic)
    """When it last gave something, or was given something."""


class Pool:
    """As many processes as ``workers``, each reading one batch at a time; those that die are replaced.

    Raises ``SettingsError`` for fewer than one.

    Under ``spawn`` the main module is imported again by each process: a script that makes a pool has to do it under
    ``if __name__ == "__main__":``.
    """

    def __init__(self, job: Job, workers: int) -> None:
        if workers < 1:
            raise SettingsError(f"a pool has one worker or more, not {workers}")
        self._job = job
        self._count = workers
        self._workers: list[_Worker] = []
        self._failed = 0

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
            with _interrupts_held():
                worker = _start(self._job)
                self._workers.append(worker)
        worker.batch, worker.given, worker.since = batch, 0, time.monotonic()
        with suppress(OSError):  # its death is told by ``wait``
            worker.pipe.send(batch.items)

    def wait(self) -> list[Given | Died]:
        """What the workers have given, and which have died; see ``Engine``.

        A batch whose worker dies before it was loaded goes to another one, as that is not the fault of a document.
        Raises ``WorkerError`` where this happens again and again.
        """
        events: list[Given | Died] = []
        wait([handle for worker in self._workers for handle in (worker.pipe, worker.process.sentinel)], _MOMENT)
        for worker in list(self._workers):
            alive = worker.process.is_alive()
            events += _received(worker)
            if worker.ready:
                self._failed = 0
            if alive and self._is_late(worker):
                worker.late = True
                worker.process.kill()
                alive = False
            if not alive:
                self._workers.remove(worker)
                worker.process.join()
                worker.pipe.close()
                if worker.ready and worker.batch is not None:
                    events.append(self._death(worker, worker.batch))
                elif worker.batch is not None:
                    self._start_again(worker, worker.batch)
        return events

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

    def _start_again(self, worker: _Worker, batch: Batch) -> None:
        self._failed += 1
        if self._failed < _STARTS:
            self.send(batch)
            return
        memory = f" They have {self._job.megabytes:,} megabytes each, which may be too little." * bool(
            self._job.megabytes
        )
        raise WorkerError(
            f"{_STARTS} workers in a row ended before they were loaded. Of the last one: "
            f"{_how(worker.process.exitcode)}.{memory} See what they wrote to standard error; a script has to start "
            'them under `if __name__ == "__main__":`'
        )

    def _death(self, worker: _Worker, batch: Batch) -> Died:
        code, message = "crash", _how(worker.process.exitcode)
        if self._job.seconds and (worker.late or worker.process.exitcode == OUT_OF_TIME):
            code, message = "timeout", f"it took longer than {self._job.seconds:g} seconds"
        elif worker.process.exitcode == OUT_OF_MEMORY:
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
            if message == READY:
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
    except (EOFError, OSError):  # OSError where it ends within a message
        return


def _start(job: Job) -> _Worker:
    ours, theirs = _spawn.Pipe()
    process = _spawn.Process(target=serve, args=(theirs, job), name="quotex-worker", daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Put Ctrl-C off to the end of the block, and have what is started in it never hear of it.

    It goes to all processes of a terminal, and a worker that is still loading cannot leave it to its parent yet.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # it lets signals through again when it starts, so it must not do so below
    came: list[object] = []
    is_main = threading.current_thread() is threading.main_thread()
    # Another thread may get the signal all the same; then Python would raise it here.
    before = signal.signal(signal.SIGINT, lambda *_: came.append(True)) if is_main else None
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        if is_main:
            signal.signal(signal.SIGINT, before)
        if came:
            signal.raise_signal(signal.SIGINT)
