"""The folder of a run: parts that are there whole or not at all, and what tells where they come from.

    DIR/manifest.json            what was read, with what; its state and totals
    DIR/records/NUMBER-KEY.jsonl records of a shard, one document a line
    DIR/errors/NUMBER-KEY.jsonl  what could not be read of it, where there is such
    DIR/parts/NUMBER-KEY.json    counts; written last, so that a shard is done where this is there

The numbers give the order of the inputs, the keys tell the shards.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from attrs import asdict, field, frozen

from quotex.documents import Fault
from quotex.errors import ArchiveError, OutputError
from quotex.formats.replacing import replacing

RECORDS, _ERRORS, _PARTS = "records", "errors", "parts"
_NAME = re.compile("[0-9]{8,}-[0-9a-f]{32}")
"""Of the files of a shard, their suffix aside: whatever else lies in the folder is not ours to take away."""
_NEW = re.compile(r"\.[0-9a-f]{12}\.part")
"""Of a file that ``replacing`` was writing."""


@frozen
class Part:
    """What came of a shard."""

    documents: int
    """Records."""
    quotes: int
    faults: Mapping[str, int] = field(factory=dict)
    """How many of each code."""


class Store:
    """The results in a folder, which is made if it is not there."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = Path(folder)
        with _told(self.folder):
            for each in (RECORDS, _ERRORS, _PARTS):
                (self.folder / each).mkdir(parents=True, exist_ok=True)
            self._names = self._found()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other runs out of the folder during the block. Raises ``ArchiveError`` where one is at work in it."""
        try:
            import fcntl
        except ImportError:  # Windows
            yield
            return
        with _told(self.folder):
            lock = (self.folder / ".lock").open("w")
        with lock:
            with _told(self.folder):
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    raise ArchiveError(f"{self.folder}: another run is writing to it; wait for it to end") from None
                self._names = self._found()  # another run may have gone on up to now
                self._sweep()
            yield

    def keys(self) -> frozenset[str]:
        """Of all shards that are done."""
        return frozenset(self._names)

    def part(self, number: int, key: str) -> Part | None:
        """What came of a shard if it is done, now under this number; ``None`` where it is not."""
        name = self._names.get(key)
        if name is None:
            return None
        try:
            part = Part(**json.loads((self.folder / _PARTS / f"{name}.json").read_bytes()))
        except (OSError, ValueError, TypeError):
            return None
        if not (self.folder / RECORDS / f"{name}.jsonl").exists():
            return None
        self._rename(name, _name(number, key))
        return part

    def save(self, number: int, key: str, part: Part, records: Iterable[bytes], faults: Iterable[Fault]) -> None:
        """Keep what came of a shard, in the place of what came of it before."""
        name = _name(number, key)
        rows = [json.dumps(asdict(fault), ensure_ascii=True).encode() + b"\n" for fault in faults]
        with ExitStack() as files:  # they come to stand at their places last one first
            files.enter_context(self._new(f"{_PARTS}/{name}.json", [json.dumps(asdict(part)).encode()]))
            files.enter_context(self._new(f"{RECORDS}/{name}.jsonl", records))
            if rows:
                files.enter_context(self._new(f"{_ERRORS}/{name}.jsonl", rows))
            self.remove([key])  # not before there has been room for all
        self._names[key] = name

    def remove(self, keys: Iterable[str]) -> None:
        """Take away what came of these shards."""
        for key in keys:
            name = self._names.pop(key, None)
            for path in reversed(self._files(name)) if name is not None else ():
                with _told(path):
                    path.unlink(missing_ok=True)

    def records(self) -> list[Path]:
        """The files of records, in the order of the inputs."""
        return [self.folder / RECORDS / f"{name}.jsonl" for name in sorted(self._names.values())]

    def manifest(self) -> dict[str, Any] | None:
        """What the manifest says; ``None`` where there is none. Raises ``ArchiveError`` for one that is damaged."""
        path = self.folder / "manifest.json"
        try:
            value = json.loads(path.read_bytes())
        except FileNotFoundError:
            return None
        except ValueError as error:
            raise ArchiveError(f"{path} is damaged ({error}); choose another folder, or delete this one") from error
        if not isinstance(value, dict):
            raise ArchiveError(f"{path} is no manifest; choose another folder")
        return value

    def write_manifest(self, value: Mapping[str, Any]) -> None:
        """Put ``value`` in the place of the manifest."""
        with self._new("manifest.json", [json.dumps(value, indent=2).encode() + b"\n"]):
            pass

    @contextmanager
    def _new(self, name: str, chunks: Iterable[bytes]) -> Iterator[None]:
        """A file that is wholly on the disk during the block, and in its place when the block has ended well."""
        path = self.folder / name
        with _told(path), replacing(path) as new:
            with new.open("wb") as stream:
                stream.writelines(chunks)
                stream.flush()
                os.fsync(stream.fileno())
            yield

    def _rename(self, old: str, new: str) -> None:
        """Move a shard under another number."""
        if old == new:
            return
        for before, after in zip(self._files(old), self._files(new), strict=True):
            with _told(after), suppress(FileNotFoundError):
                before.replace(after)
        self._names[new.rpartition("-")[2]] = new

    def _found(self) -> dict[str, str]:
        """The names of the shards that are done, by key."""
        stems = sorted(path.stem for path in (self.folder / _PARTS).glob("*.json") if _NAME.fullmatch(path.stem))
        return {stem.rpartition("-")[2]: stem for stem in stems}

    def _files(self, name: str) -> list[Path]:
        """What a shard is kept in: records first, without which it is not done, last what tells that it is."""
        parts = ((RECORDS, "jsonl"), (_ERRORS, "jsonl"), (_PARTS, "json"))
        return [self.folder / folder / f"{name}.{suffix}" for folder, suffix in parts]

    def _sweep(self) -> None:
        """Take away what a run that was killed left half done."""
        for folder in (self.folder, *(self.folder / each for each in (RECORDS, _ERRORS, _PARTS))):
            for path in folder.glob(".*.part"):
                if _NEW.fullmatch(path.name):
                    path.unlink(missing_ok=True)
        done = set(self._names.values())
        for results in (RECORDS, _ERRORS):
            for path in (self.folder / results).glob("*.jsonl"):
                if _NAME.fullmatch(path.stem) and path.stem not in done:
                    path.unlink(missing_ok=True)


def _name(number: int, key: str) -> str:
    return f"{number:08d}-{key}"


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Raise an ``OutputError`` that names the path for an error of the system."""
    try:
        yield
    except OutputError:
        raise
    except OSError as error:
        raise OutputError(os.fspath(path), error.strerror or str(error), error.errno) from error
