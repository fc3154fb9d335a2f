"""Shards: every document is in one, the same documents make the same shard, and a change touches few."""

from __future__ import annotations

from itertools import chain

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from quotex.archive import shards as module
from quotex.archive.shards import Shard, shards
from quotex.documents import Fault
from quotex.inputs import Raw
from quotex.records import Metadata


def _loose(*numbers: int) -> list[Raw | Fault]:
    return [Raw(f"news/2019/{number:06}.txt", "text", b"It rained.") for number in numbers]


def _lines(name: str, count: int) -> list[Raw | Fault]:
    return [Raw(f"{name}#{number}", "json", b'{"text": "It rained."}') for number in range(count)]


def _keys(items: list[Raw | Fault], documents: int = module.DOCUMENTS) -> list[str]:
    return [shard.key for shard in shards(items, documents)]


ORIGIN = st.sampled_from(["a.jsonl#", "b.jsonl#", "news/", "#", ""]).flatmap(
    lambda start: st.integers(0, 999).map(lambda number: f"{start}{number}")
)
ITEM = st.builds(Raw, ORIGIN, st.just("text"), st.binary(max_size=9)) | st.builds(
    Fault, ORIGIN, st.just("not_json"), st.text(max_size=9)
)


@given(st.lists(ITEM, max_size=40), st.integers(1, 9))
def test_shards_part_what_was_found(items: list[Raw | Fault], documents: int) -> None:
    """All items are there, in order, in shards that are neither empty nor too large."""
    parted = list(shards(items, documents))
    assert list(chain.from_iterable(shard.items for shard in parted)) == items
    assert all(0 < len(shard.items) <= documents for shard in parted)


def test_a_key_tells_all_that_is_in_a_shard() -> None:
    """Equal items have equal keys; any difference in what is read, where, and how, makes another."""
    raw = Raw("a.jsonl#0", "json", b'{"text": "It rained."}', about=Metadata(id="7"))
    fault = Fault("a.jsonl#0", "not_json", "no JSON")
    others = [
        evolve(raw, data=b'{"text": "It snowed."}'),
        evolve(raw, origin="a.jsonl#1"),
        evolve(raw, about=Metadata(id="8")),
        evolve(raw, charset="latin-1"),
        evolve(raw, form="text"),
        fault,
        evolve(fault, message="not JSON"),
        evolve(raw, origin="a\udce9.jsonl#0"),
    ]
    assert _keys([raw]) == _keys([evolve(raw)])
    keys = [*_keys([raw]), *chain.from_iterable(_keys([other]) for other in others), *_keys([raw, raw])]
    assert len(set(keys)) == len(others) + 2
    assert all(len(key) == 32 and int(key, 16) >= 0 for key in keys)


def test_a_shard_ends_with_its_container() -> None:
    """Records of two files are never in one shard, so a file that is added or changed leaves those of others alone."""
    one, two, three = _lines("a.jsonl", 5), _lines("b.jsonl.gz", 300), _lines("dir#1/c.csv", 2)
    sizes = [len(shard.items) for shard in shards([*one, *two, *three])]
    assert sizes == [5, module.DOCUMENTS, 300 - module.DOCUMENTS, 2]
    assert set(_keys([*one, *two])) | set(_keys(three)) == set(_keys([*one, *two, *three]))
    loose = _loose(*range(40))
    assert set(_keys([*loose, *one])) | set(_keys(loose)) == set(_keys([*loose, *one, *loose]))
    truncated: list[Raw | Fault] = [Fault("a.jsonl", "truncated", "")]
    assert [len(shard.items) for shard in shards([*one, *truncated, *two[:2]])] == [6, 2]


def test_shards_are_bounded_in_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shard takes no document that would make it too large, unless it is the only one."""
    monkeypatch.setattr(module, "BYTES", 50)
    items = [Raw(f"a.jsonl#{number}", "json", b"x" * size) for number, size in enumerate((20, 20, 20, 99, 1, 49))]
    assert [[len(item.data) for item in shard.items if isinstance(item, Raw)] for shard in shards(items)] == [
        [20, 20],
        [20],
        [99],
        [1, 49],
    ]


@pytest.mark.parametrize("new", [0, 1, 1234, 2500, 4999])
def test_a_new_loose_file_changes_one_shard(new: int) -> None:
    """Among thousands of files, one more makes the shard it falls into another, or two, and no more."""
    before = set(_keys(_loose(*(number for number in range(5000) if number != new))))
    after = set(_keys(_loose(*range(5000))))
    assert len(before - after) <= 1 <= len(after - before) <= 2
    assert len(after) > 40


def test_loose_files_do_not_make_tiny_shards() -> None:
    """Shards of loose files have dozens of documents on average."""
    sizes = [len(shard.items) for shard in shards(_loose(*range(5000)))]
    assert sum(sizes) / len(sizes) > 32
    assert max(sizes) <= module.DOCUMENTS


def test_nothing_makes_no_shard() -> None:
    """Inputs without documents have no shards."""
    assert list[Shard](shards([])) == []
