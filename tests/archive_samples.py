"""Engines, documents that harm the process that reads them, and comparisons, for the tests of archives."""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from attrs import astuple, frozen

from quotex.archive import Batch, Choices, Died, Given, Job, Output, Summary, Watch, read_all, run
from quotex.records import Article, Metadata

STORY = "“We open in May,” the mayor, Ada Osei, said of bridge {}. She wants the county to pay for it."

NAMES = [f"n{number}" for number in range(12)]
"""The ids of the documents of the fixture ``news``."""


class Inline:
    """An engine that reads in this process, one batch at a time, up to Ctrl-C after ``stop`` documents."""

    def __init__(self, job: Job, stop: int | None = None) -> None:
        self._job = job
        self._stop = stop
        self._batch: Batch | None = None
        self.read = 0

    @property
    def free(self) -> int:
        """One batch, where it has none."""
        return int(self._batch is None)

    @property
    def busy(self) -> int:
        """The batch it has."""
        return int(self._batch is not None)

    def send(self, batch: Batch) -> None:
        """Have a batch read when there is time."""
        self._batch = batch

    def wait(self) -> list[Given | Died]:
        """Read the batch."""
        assert self._batch is not None
        batch, self._batch = self._batch, None
        events: list[Given | Died] = []
        for index, output in enumerate(read_all(batch.items, self._job)):
            if self.read == self._stop:
                raise KeyboardInterrupt
            self.read += 1
            events.append(Given(batch, index, output))
        return events

    def close(self) -> None:
        """Nothing to end."""


class Count(Watch):
    """Counts the documents that were read, by what came of them."""

    def __init__(self) -> None:
        self.outputs: Counter[str] = Counter()

    def output(self, output: Output) -> None:
        """Count one."""
        self.outputs[type(output).__name__] += 1


@frozen
class Rigged(Job):
    """A job with which a worker is loaded at once, makes empty records, and reads some texts as if they did harm.

    A worker gets it pickled and so runs ``_rigged``, which changes what it reads with. See ``_harmed``.
    """

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return _rigged, astuple(self, recurse=False)


@frozen
class Unloadable(Job):
    """A job that cannot be unpickled."""

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return int, ("no number",)


def _rigged(*values: Any) -> Job:
    reading = ModuleType("quotex.extraction")
    reading.extract = _empty  # type: ignore[attr-defined]
    sys.modules[reading.__name__] = reading
    return Job(*values)


def _empty(text: str, **options: Any) -> Article:
    _harmed(text)
    return Article(
        metadata=Metadata(id=options.get("id")),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        text_length=len(text),
        version="0",
        model_sha256="0" * 64,
        settings_hash="0" * 16,
    )


def _harmed(text: str) -> None:
    """Do what the first word says."""
    word, _, rest = text.partition(" ")
    if word == "CRASH":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif word == "ONCE" and not os.path.exists(rest):
        Path(rest).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    elif word == "HANG":
        re.match("(a+)+$", "a" * 64 + "b")  # within C, and no other thread may go on
    elif word == "EAT":
        kept: list[bytes] = []
        while True:
            kept.append(bytes(64 << 20))
    elif word == "FAIL":
        raise LookupError("not foreseen")


def run_here(
    *inputs: Path, out: Path, job: Job | None = None, stop: int | None = None, **choices: Any
) -> tuple[Summary, int]:
    """A run in this process, four documents a file: what it told, and how many documents it read or found faulty."""
    count = Count()
    summary = run(
        [str(path) for path in inputs],
        out,
        job or Job(seconds=0),
        engine=lambda job: Inline(job, stop),
        choices=Choices(**{"shard": 4, **choices}),
        watch=count,
    )
    return summary, count.outputs.total()


def lines(folder: Path, kind: str = "records") -> list[bytes]:
    """The lines of all files of a kind, in the order of the inputs, line ends included."""
    return [line for path in sorted((folder / kind).iterdir()) for line in path.read_bytes().splitlines(keepends=True)]


def ids(folder: Path) -> list[str]:
    """The ids of the records, in order."""
    return [json.loads(line)["metadata"]["id"] for line in lines(folder)]


def errors(folder: Path) -> list[dict[str, str]]:
    """The rows of what could not be read, in order."""
    return [json.loads(line) for line in lines(folder, "errors")]


def manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a run's folder."""
    value: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
    return value


def left_over(folder: Path) -> list[Path]:
    """Files that were not finished."""
    return list(folder.rglob("*.part"))


def children(parent: int) -> Iterator[int]:
    """The processes that a process has started and that run, by what Linux tells."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, above = path.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(above) == parent and state != "Z":
            yield int(path.parent.name)
