"""Documents read in processes of their own, so that nothing that they do harms the process that asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from quotex.archive.flow import BATCH, Flow
from quotex.archive.pool import Pool
from quotex.archive.work import Item, Job, Output

_AHEAD = 4
"""Batches under way or waiting for their turn, for each worker."""


def read_apart(items: Iterable[Item], job: Job, workers: int = 1) -> Iterator[Output]:
    """One output for each item, in order: what ``read_all`` gives, but by processes that are spawned for it.

    A document over which a process dies, that takes longer than ``job.seconds`` or more than ``job.megabytes``, comes
    out as a ``Fault`` in its place. Items are taken as they are needed, some 64 for each worker ahead of what is given
    out. The processes end with the iterator. Raises ``ModelError`` and ``MissingExtraError``.
    """
    pool = Pool(job, workers)
    try:
        flow = Flow[tuple[Item, ...]](pool, lambda batch: batch, window=_AHEAD * workers)
        for _, outputs in flow.run(_batches(iter(items)), ordered=True):
            yield from outputs
    finally:
        pool.close()


def _batches(items: Iterator[Item]) -> Iterator[tuple[Item, ...]]:
    while batch := tuple(islice(items, BATCH)):
        yield batch
