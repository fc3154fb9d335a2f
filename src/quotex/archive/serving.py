"""The life of a worker process, and how it tells its end."""

from __future__ import annotations

import os
import signal
import threading
import traceback
from contextlib import suppress
from multiprocessing import parent_process
from multiprocessing.connection import Connection

from quotex.archive.work import Item, Job, read_all, warm_up
from quotex.errors import MissingExtraError, ModelError

READY = "ready"
"""What a worker sends when it is loaded."""
OUT_OF_MEMORY = 70
"""The exit code of a worker that had no memory left."""
BROKEN = 71
"""The exit code of a worker that met an error which nobody foresaw: not 1, with which a process runs out of time."""


def serve(pipe: Connection, job: Job) -> None:
    """Read batches until the parent closes the pipe or is gone."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to heed
    try:
        _limit_memory(job.megabytes)
        warm_up()
        pipe.send(READY)
        while True:
            items: tuple[Item, ...] = pipe.recv()
            for output in read_all(items, job):
                pipe.send(output)
    except (EOFError, ConnectionError):
        return
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (ModelError, MissingExtraError) as error:
        pipe.send(error)
    except Exception:
        traceback.print_exc()
        os._exit(BROKEN)


def _end_with_parent() -> None:
    """Leave nothing behind where the parent was killed: this one may be loading, or long at a document."""
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(0)


def _limit_memory(megabytes: int) -> None:
    if megabytes:
        with suppress(ImportError):  # Windows has no such limit
            import resource

            limit = megabytes << 20
            _, hard = resource.getrlimit(resource.RLIMIT_AS)
            resource.setrlimit(resource.RLIMIT_AS, (limit if hard < 0 else min(limit, hard), hard))
