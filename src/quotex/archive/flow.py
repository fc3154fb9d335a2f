"""Shards through an engine: what kills a worker is isolated, and the rest of its batch read all the same."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from attrs import define, evolve

from quotex.archive.batches import Batch, Died, Engine, Given
from quotex.archive.work import Item, Output
from quotex.documents import Document, Fault

DEATHS = 2
"""So many workers may die over a document that is alone before it is given up."""
BATCH = 16
"""Documents that a worker is given at a time."""

S = TypeVar("S")


@define(eq=False)
class _Open(Generic[S]):
    shard: S
    outputs: list[Output | None]
    missing: int


class Flow(Generic[S]):
    """Sends the documents of shards to an engine and puts what comes back together again.

    ``items_of`` gives a shard's documents; faults among them pass as they are. At most ``window`` shards are under way.
    """

    def __init__(
        self,
        engine: Engine,
        items_of: Callable[[S], Sequence[Item | Fault]],
        *,
        window: int,
        on_output: Callable[[Output], None] = lambda _: None,
    ) -> None:
        self._engine = engine
        self._items_of = items_of
        self._window = window
        self._on_output = on_output
        self._waiting: deque[Batch] = deque()
        self._open: dict[int, _Open[S]] = {}
        self._taken = 0

    def run(self, shards: Iterable[S], *, ordered: bool = False) -> Iterator[tuple[S, list[Output]]]:
        """Each shard with one output for each of its items; as they are done, or with ``ordered`` as they came."""
        source = iter(shards)
        more = True
        while more or self._open:
            while more and not self._waiting and len(self._open) < self._window and self._engine.free:
                more = self._take(source)
            while self._waiting and self._engine.free:
                self._engine.send(self._waiting.popleft())
            if self._engine.busy:
                for event in self._engine.wait():
                    self._take_in(event)
            yield from self._done(ordered)

    def _take(self, source: Iterator[S]) -> bool:
        """Open the next shard; false where there is none."""
        shard = next(source, None)
        if shard is None:
            return False
        number, self._taken = self._taken, self._taken + 1
        items = self._items_of(shard)
        ready = [item if isinstance(item, Fault) else None for item in items]
        work = [(place, item) for place, item in enumerate(items) if not isinstance(item, Fault)]
        self._open[number] = _Open(shard, list(ready), len(work))
        for fault in filter(None, ready):
            self._on_output(fault)
        for start in range(0, len(work), BATCH):
            places, batch = zip(*work[start : start + BATCH], strict=True)
            self._waiting.append(Batch(number, places, batch))
        return True

    def _take_in(self, event: Given | Died) -> None:
        if isinstance(event, Given):
            self._keep(event.batch, event.index, event.output)
            return
        again = _again(event)
        self._waiting.extendleft(reversed(again))
        if not again:
            item = event.batch.items[0]
            id_ = item.metadata.id if isinstance(item, Document) else item.about.id
            self._keep(event.batch, 0, Fault(item.origin, event.code, event.message, id_))

    def _keep(self, batch: Batch, index: int, output: Output) -> None:
        shard = self._open[batch.shard]
        shard.outputs[batch.places[index]] = output
        shard.missing -= 1
        self._on_output(output)

    def _done(self, ordered: bool) -> Iterator[tuple[S, list[Output]]]:
        for number in list(self._open):
            shard = self._open[number]
            if not shard.missing:
                del self._open[number]
                yield shard.shard, [output for output in shard.outputs if output is not None]
            elif ordered:
                return


def _again(died: Died) -> list[Batch]:
    """What is still to be read of a batch whose worker died: the document it died over alone, where the engine knows
    it, else both halves; nothing where it was alone too often."""
    batch = died.batch
    count = len(batch.items)
    if count == 1:
        deaths = batch.deaths + 1
        return [evolve(batch, deaths=deaths)] if deaths < DEATHS else []
    if died.given is None:
        return [_part(batch, 0, count // 2), _part(batch, count // 2, count)]
    parts = [_part(batch, died.given, died.given + 1), _part(batch, died.given + 1, count)]
    return [part for part in parts if part.items]


def _part(batch: Batch, start: int, end: int) -> Batch:
    return Batch(batch.shard, batch.places[start:end], batch.items[start:end])
