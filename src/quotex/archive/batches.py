"""What passes between those who hand out work and an engine that has it done."""

from __future__ import annotations

from typing import Protocol

from attrs import frozen

from quotex.archive.work import Item, Output


@frozen(eq=False)
class Batch:
    """Documents that are read by one worker, one after the other."""

    shard: int
    """The number of the shard they are of."""
    places: tuple[int, ...]
    """Where in the shard each stands."""
    items: tuple[Item, ...]
    deaths: int = 0
    """How many workers have died over it since it was alone."""


@frozen(eq=False)
class Given:
    """A document of a batch was read; ``index`` counts within the batch."""

    batch: Batch
    index: int
    output: Output


@frozen(eq=False)
class Died:
    """The worker of a batch has died."""

    batch: Batch
    code: str
    """``crash``, ``timeout`` or ``memory``."""
    message: str
    given: int | None
    """How many of its documents had been given by then, the next one being the one it died over; ``None`` where the
    engine cannot tell, and none had been given."""


class Engine(Protocol):
    """Whatever can have batches read: processes of this machine, or those of a cluster."""

    @property
    def free(self) -> int:
        """How many more batches it takes now."""

    @property
    def busy(self) -> int:
        """How many batches it has that are not done."""

    def send(self, batch: Batch) -> None:
        """Have a batch read."""

    def wait(self) -> list[Given | Died]:
        """What has come about since the last call; waits for something for a moment, so it may be nothing.

        Raises ``ModelError`` and ``MissingExtraError`` as the workers met them.
        """

    def close(self) -> None:
        """End all workers at once, done or not."""
