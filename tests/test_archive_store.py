"""The folder of a run: what is in it is whole, and nothing that was written is lost, whatever goes wrong when."""

from __future__ import annotations

import errno
import json
import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from quotex.archive.store import Part, Store
from quotex.documents import Fault
from quotex.errors import ArchiveError, OutputError
from tests.archive_samples import errors, left_over, lines

KEY, OTHER = "0" * 31 + "a", "0" * 31 + "b"
PART = Part(2, 3, {"not_json": 1})
RECORDS = [b'{"id": "a"}\n', b'{"id": "b"}\n']
FAULT = Fault("a.jsonl#2", "not_json", "no JSON\n", "c")


def _saved(folder: Path, number: int = 0, key: str = KEY) -> Store:
    store = Store(folder)
    store.save(number, key, PART, RECORDS, [FAULT])
    return store


def _files(folder: Path) -> dict[str, bytes]:
    """All that is in a folder, but for the lock."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != ".lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@contextmanager
def _failing(patch: pytest.MonkeyPatch, function: str, at: int, error: BaseException) -> Iterator[None]:
    """Have a function of ``os`` raise when it is called for the ``at``-th time, counted from 0."""
    whole: Callable[..., Any] = getattr(os, function)
    calls = iter(range(1_000))

    def failing(*args: Any, **options: Any) -> Any:
        if next(calls) == at:
            raise error
        return whole(*args, **options)

    with patch.context() as patched:
        patched.setattr(os, function, failing)
        yield


def test_what_is_saved_is_found_again(tmp_path: Path) -> None:
    """Another store on the folder knows the shard, its counts, records and rows of errors; files are of whole lines."""
    folder = tmp_path / "new" / "folder"
    _saved(folder)
    store = Store(folder)
    assert store.keys() == {KEY}
    assert store.part(0, KEY) == PART
    assert store.part(1, OTHER) is None
    assert lines(folder) == RECORDS
    assert errors(folder) == [{"origin": "a.jsonl#2", "code": "not_json", "message": "no JSON\n", "id": "c"}]
    assert [path.read_bytes() for path in store.records()] == [b"".join(RECORDS)]
    assert left_over(folder) == []


def test_a_shard_moves_with_its_number(tmp_path: Path) -> None:
    """Where other documents come before it, its files are under the new number, and only there."""
    store = _saved(tmp_path)
    store.save(1, OTHER, Part(1, 0), [b"{}\n"], [])
    assert store.part(7, KEY) == PART
    names = {f"parts/00000007-{KEY}.json", f"records/00000007-{KEY}.jsonl", f"errors/00000007-{KEY}.jsonl"}
    assert names < set(_files(tmp_path))
    assert not list(tmp_path.rglob("00000000-*"))
    assert [path.name for path in store.records()] == [f"00000001-{OTHER}.jsonl", f"00000007-{KEY}.jsonl"]
    assert Store(tmp_path).part(7, KEY) == PART


@pytest.mark.parametrize("at", range(4))
def test_a_kill_while_a_shard_is_moved_loses_no_row(tmp_path: Path, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever it comes, the next run finds the shard with all its files or not at all."""
    store = _saved(tmp_path)
    with _failing(monkeypatch, "replace", at, KeyboardInterrupt()):
        try:
            store.part(7, KEY)
        except KeyboardInterrupt:
            assert at < 3
        else:
            assert at == 3
    again = Store(tmp_path)
    with again.held():
        if again.part(8, KEY) is None:
            again.save(8, KEY, PART, RECORDS, [FAULT])
    assert {name.rpartition("/")[2][:8] for name in _files(tmp_path)} == {"00000008"}
    assert (lines(tmp_path), len(errors(tmp_path))) == (RECORDS, 1)


def test_saving_again_leaves_nothing_of_before(tmp_path: Path) -> None:
    """A shard that was read again has its new records, and no row of errors where all is well now."""
    store = _saved(tmp_path)
    store.save(3, KEY, Part(3, 3), [*RECORDS, b'{"id": "c"}\n'], [])
    assert set(_files(tmp_path)) == {f"parts/00000003-{KEY}.json", f"records/00000003-{KEY}.jsonl"}
    assert len(lines(tmp_path)) == 3
    assert Store(tmp_path).part(3, KEY) == Part(3, 3)


@pytest.mark.parametrize("function", ["fsync", "open"])
@pytest.mark.parametrize("at", range(3))
def test_a_full_disk_leaves_what_was_there(
    tmp_path: Path, function: str, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no room for the new results of a shard, an error names the file, and the old ones stay."""
    store = _saved(tmp_path)
    before = _files(tmp_path)
    full = OSError(errno.ENOSPC, "No space left on device")
    with (
        _failing(monkeypatch, function, at, full),
        pytest.raises(OutputError, match=f"{tmp_path}.*cannot be written: No space left") as caught,
    ):
        store.save(0, KEY, Part(3, 0), [b"{}\n"] * 3, [FAULT])
    assert caught.value.errno == errno.ENOSPC
    assert _files(tmp_path) == before
    assert Store(tmp_path).part(0, KEY) == PART


def test_a_file_system_that_takes_no_more(tmp_path: Path) -> None:
    """A write that the system itself cuts short is an error, leaves no half file, and can be made good for."""
    store = _saved(tmp_path)
    before = _files(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(OutputError, match="File too large"):
            store.save(1, OTHER, Part(9, 0), [b"x" * 99_999 + b"\n"] * 2, [])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert _files(tmp_path) == before
    store.save(1, OTHER, Part(9, 0), [b"x" * 99_999 + b"\n"] * 2, [])
    assert len(lines(tmp_path)) == 4


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path below a file, a file in its place, and a folder that is read-only are errors that name the path."""
    (tmp_path / "file").write_text("a file")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(OutputError, match=f"{folder}.* cannot be written: "):
            Store(folder)
    store = _saved(tmp_path / "out")
    before = _files(tmp_path / "out")
    refused = OSError(errno.EROFS, "Read-only file system")
    for function, call in (
        ("open", lambda: store.save(1, OTHER, Part(0, 0), [], [])),
        ("replace", lambda: store.part(4, KEY)),
        ("unlink", lambda: store.remove([KEY])),
    ):
        with _failing(monkeypatch, function, 0, refused), pytest.raises(OutputError, match="Read-only"):
            call()
    assert _files(tmp_path / "out") == before


def test_what_a_kill_left_is_swept(tmp_path: Path) -> None:
    """Half files and results whose shard is not done go; what is done and what is not ours stays."""
    store = _saved(tmp_path)
    whole = _files(tmp_path)
    ours = ["records/.0123456789ab.part", ".0123456789ab.part", f"records/00000001-{OTHER}.jsonl"]
    foreign = ["records/2019-01.jsonl", "errors/notes-1.jsonl", ".mine.part", "parts/a-b.json"]
    for name in (*ours, f"errors/00000001-{OTHER}.jsonl", *foreign):
        (tmp_path / name).write_bytes(b"{}\n")
    with store.held():
        assert set(_files(tmp_path)) == {*whole, *foreign}


@pytest.mark.parametrize(
    "harm",
    [
        lambda folder: (folder / f"parts/00000000-{KEY}.json").write_bytes(b"{"),
        lambda folder: (folder / f"parts/00000000-{KEY}.json").unlink(),
        lambda folder: (folder / f"records/00000000-{KEY}.jsonl").unlink(),
    ],
)
def test_a_shard_that_is_damaged_is_not_done(tmp_path: Path, harm: Callable[[Path], object]) -> None:
    """A shard whose counts cannot be read or whose records are gone is to be read again, and then is there once."""
    _saved(tmp_path)
    harm(tmp_path)
    store = Store(tmp_path)
    with store.held():
        assert store.part(5, KEY) is None
        store.save(5, KEY, PART, RECORDS, [FAULT])
    assert {path.name[:8] for path in tmp_path.glob("*/*")} == {"00000005"}
    assert lines(tmp_path) == RECORDS


def test_one_run_at_a_time(tmp_path: Path) -> None:
    """A folder that is held cannot be held again, until it is let go; what its holder saved by then is seen."""
    first, second = Store(tmp_path), Store(tmp_path)
    with first.held():
        with pytest.raises(ArchiveError, match="another run is writing to it"), second.held():
            pytest.fail("held twice")
        first.save(0, KEY, PART, RECORDS, [FAULT])
    with second.held():
        assert second.part(0, KEY) == PART
    assert lines(tmp_path) == RECORDS


def test_shards_can_be_taken_away(tmp_path: Path) -> None:
    """What came of a shard goes with all its files; a key that is not there is no error."""
    store = _saved(tmp_path)
    store.save(1, OTHER, Part(1, 0), [b"{}\n"], [])
    store.remove([KEY, "f" * 32])
    assert lines(tmp_path) == [b"{}\n"]
    assert Store(tmp_path).keys() == {OTHER}


def test_the_manifest(tmp_path: Path) -> None:
    """It is there whole or not; paths that are not UTF-8 survive; a damaged one is told."""
    store = Store(tmp_path)
    assert store.manifest() is None
    for value in ({"inputs": ["caf\udce9", "naïve"]}, {"inputs": []}):
        store.write_manifest(value)
        assert store.manifest() == value
    (tmp_path / "manifest.json").write_text(json.dumps([]))
    with pytest.raises(ArchiveError, match="is no manifest"):
        store.manifest()
    (tmp_path / "manifest.json").write_bytes(b"\xff{")
    with pytest.raises(ArchiveError, match="damaged"):
        store.manifest()
