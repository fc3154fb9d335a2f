"""Shards through an engine that fails as it is told to: nothing is lost, and only what kills is given up."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.archive import Batch, Died, Given, Line
from quotex.archive.flow import BATCH, DEATHS, Flow
from quotex.documents import Document, Fault
from quotex.records import Metadata

ALWAYS = 1_000
Shard = tuple[Document | Fault, ...]


class Fake:
    """An engine whose workers die over some documents as often as ``lethal`` says, by origin."""

    def __init__(self, lethal: Mapping[str, int], *, knows: bool = True, slots: int = 1, seed: int = 0) -> None:
        self._lethal = dict(lethal)
        self._knows = knows
        self._slots = slots
        self._draw = random.Random(seed)
        self._under_way: list[Batch] = []
        self.sent: list[list[str]] = []

    @property
    def free(self) -> int:
        """Slots without a batch."""
        return self._slots - self.busy

    @property
    def busy(self) -> int:
        """Slots with a batch."""
        return len(self._under_way)

    def send(self, batch: Batch) -> None:
        """Take a batch, into a free slot only."""
        assert self.free > 0
        assert len(batch.items) == len(batch.places) > 0
        self.sent.append([item.origin for item in batch.items])
        self._under_way.append(batch)

    def wait(self) -> list[Given | Died]:
        """Read any of the batches up to its end or a death."""
        batch = self._under_way.pop(self._draw.randrange(self.busy))
        events: list[Given | Died] = []
        for index, item in enumerate(batch.items):
            if self._lethal.get(item.origin, 0):
                self._lethal[item.origin] -= 1
                died = Died(batch, "crash", "it fell over", index if self._knows else None)
                return [*events, died] if self._knows else [died]
            events.append(Given(batch, index, Line(item.origin.encode(), 1)))
        return events

    def close(self) -> None:
        """Nothing to end."""


def _shard(*names: str) -> Shard:
    return tuple(Document(name, "", Metadata(id=name.upper())) for name in names)


def _run(fake: Fake, shards: Iterable[Shard], *, window: int = 2, ordered: bool = False) -> list[list[object]]:
    """What came of each shard: the origin of a document that was read, the fault of one that was not."""
    flow = Flow[Shard](fake, lambda shard: shard, window=window)
    done = flow.run(shards, ordered=ordered)
    return [[each.data.decode() if isinstance(each, Line) else each for each in outputs] for _, outputs in done]


def test_the_document_that_kills_is_read_alone_and_given_up() -> None:
    """Where the engine tells over which document a worker died, only that one is read again, alone, before the rest."""
    fake = Fake({"c": ALWAYS})
    (outputs,) = _run(fake, [_shard(*"abcde")])
    assert outputs == ["a", "b", Fault("c", "crash", "it fell over", "C"), "d", "e"]
    assert fake.sent == [list("abcde"), ["c"], *([["c"]] * (DEATHS - 1)), ["d", "e"]]


def test_without_knowledge_batches_are_halved() -> None:
    """Where the engine cannot tell, halves are read until the document is alone, and all others are read."""
    fake = Fake({"f": ALWAYS}, knows=False)
    (outputs,) = _run(fake, [_shard(*"abcdefgh")])
    assert outputs == [*"abcde", Fault("f", "crash", "it fell over", "F"), *"gh"]
    assert fake.sent == [list(part) for part in ("abcdefgh", "abcd", "efgh", "ef", "e", *"f" * DEATHS, "gh")]


@pytest.mark.parametrize("knows", [True, False])
def test_one_death_is_forgiven(knows: bool) -> None:
    """A document over which a worker died once, for whatever reason, is read all the same."""
    assert _run(Fake({"a": 1}, knows=knows), [_shard("a")]) == [["a"]]
    assert _run(Fake({"b": 1}, knows=knows), [_shard(*"abc")]) == [["a", "b", "c"]]


def test_several_documents_of_a_batch_that_kill() -> None:
    """Each of them is given up by itself."""
    for knows in (True, False):
        (outputs,) = _run(Fake(dict.fromkeys("adh", ALWAYS), knows=knows), [_shard(*"abcdefgh")])
        assert [each for each in outputs if not isinstance(each, Fault)] == list("bcefg")


def test_faults_pass_as_they_are() -> None:
    """A fault among the documents keeps its place, is told once and reaches no worker; so does a shard of faults."""
    fault = Fault("b", "encoding", "not UTF-8")
    told: list[object] = []
    fake = Fake({})
    flow = Flow[Shard](fake, lambda shard: shard, window=1, on_output=told.append)
    shards = [(*_shard("a"), fault, *_shard("c")), (fault, fault), ()]
    outputs = [outputs for _, outputs in flow.run(shards)]
    assert outputs == [[Line(b"a", 1), fault, Line(b"c", 1)], [fault, fault], []]
    assert Counter(map(repr, told)) == Counter(repr(each) for shard in outputs for each in shard)
    assert fake.sent == [["a", "c"]]


def test_batches_are_bounded_and_shards_come_as_they_are_needed() -> None:
    """No batch has more than ``BATCH`` documents; at most ``window`` shards are open, and none is opened that is not
    needed to keep the engine busy."""
    taken = 0

    def source() -> Iterable[Shard]:
        nonlocal taken
        for number in range(50):
            taken += 1
            yield _shard(*(f"{number}-{each}" for each in range(2 * BATCH + 1)))

    fake = Fake({}, slots=2)
    flow = Flow[Shard](fake, lambda shard: shard, window=3)
    for done, _ in enumerate(flow.run(source()), 1):
        assert taken - done <= 3
    assert taken == done == 50
    assert {len(sent) for sent in fake.sent} == {BATCH, 1}


def test_a_slow_shard_holds_up_only_a_window() -> None:
    """With order kept, later shards are read meanwhile, up to the window, and wait for the slow one."""

    class Slow(Fake):
        def wait(self) -> list[Given | Died]:
            """The first batch is read last."""
            self._under_way.sort(key=lambda batch: batch.shard == 0 and len(self.sent) < 4)
            return super().wait()

    fake = Slow({}, slots=2)
    fake._draw.randrange = lambda count: 0  # type: ignore[method-assign, assignment, misc]
    shards = [_shard(name) for name in "abcdefg"]
    assert _run(fake, shards, window=4, ordered=True) == [[name] for name in "abcdefg"]
    assert fake.sent[:4] == [["a"], ["b"], ["c"], ["d"]]


DEATH = st.sampled_from([0, 0, 0, 1, 2, 3, ALWAYS])


@given(
    deaths=st.lists(st.lists(DEATH | st.none(), max_size=2 * BATCH + 3), max_size=7),
    knows=st.booleans(),
    slots=st.integers(1, 4),
    window=st.integers(1, 5),
    seed=st.integers(0, 9),
    ordered=st.booleans(),
)
def test_any_pattern_of_deaths_loses_nothing(
    deaths: list[list[int | None]], knows: bool, slots: int, window: int, seed: int, ordered: bool
) -> None:
    """Whatever dies when, each document has one output in its place, is read if it kills at most once, and is given up
    only if it kills as often as that takes."""
    lethal = {f"{at}-{place}": count for at, shard in enumerate(deaths) for place, count in enumerate(shard) if count}
    shards = [
        tuple(
            Fault(f"{at}-{place}", "not_json", "") if count is None else Document(f"{at}-{place}", "")
            for place, count in enumerate(shard)
        )
        for at, shard in enumerate(deaths)
    ]
    fake = Fake(lethal, knows=knows, slots=slots, seed=seed)
    flow = Flow[Shard](fake, lambda shard: shard, window=window)
    done = list(flow.run(shards, ordered=ordered))
    given = [shard for shard, _ in done]
    assert given == shards or (not ordered and sorted(given, key=repr) == sorted(shards, key=repr))
    for shard, outputs in done:
        assert len(outputs) == len(shard)
        for item, output in zip(shard, outputs, strict=True):
            count = lethal.get(item.origin, 0)
            if isinstance(item, Fault):
                assert output is item
            elif isinstance(output, Line):
                assert output.data.decode() == item.origin
                assert count < ALWAYS
            else:
                assert (output.origin, output.code) == (item.origin, "crash")
                assert count >= DEATHS
