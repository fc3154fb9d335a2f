"""A run: inputs through an engine into a folder, taken up again where an earlier one ended."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from attrs import define, field, frozen

from quotex.archive.batches import Engine
from quotex.archive.choices import Choices, checked_choices
from quotex.archive.flow import Flow
from quotex.archive.manifest import joined, manifest_of
from quotex.archive.pool import Pool
from quotex.archive.shards import Shard, shards
from quotex.archive.store import RECORDS, Part, Store
from quotex.archive.work import Job, Line, Output
from quotex.documents import Fault
from quotex.errors import ArchiveError
from quotex.inputs import FieldMap, Raw, scan

DEATHS = frozenset({"crash", "timeout", "memory"})
"""Codes of documents that were given up because they ended their worker."""
_AGAIN = DEATHS | {"internal"}
_AHEAD = 4
"""Shards under way for each batch that an engine takes."""


class Watch:
    """What is told while a run goes on; a subclass shows it."""

    def fields(self, origin: str, fields: FieldMap) -> None:
        """A container of records was opened, and these are its fields."""

    def skipped(self, path: str) -> None:
        """A file below a folder is of no form that is read."""

    def kept(self, part: Part) -> None:
        """A shard was done by an earlier run."""

    def output(self, output: Output) -> None:
        """A document was read, or given up."""


@define
class Summary:
    """What a run did. Counts are of all that is in the folder now, ``kept`` of it from earlier runs."""

    documents: int = 0
    quotes: int = 0
    faults: Counter[str] = field(factory=Counter)
    """By code."""
    kept: int = 0
    """Documents and faults that were there already."""
    skipped: int = 0
    """Files below folders that are of no form that is read."""
    seconds: float = 0.0

    def add(self, part: Part) -> None:
        """Count what came of a shard."""
        self.documents += part.documents
        self.quotes += part.quotes
        self.faults.update(part.faults)

    @property
    def read(self) -> int:
        """Documents and faults that this run came by itself."""
        return self.documents + self.faults.total() - self.kept


def run(
    inputs: Sequence[str | os.PathLike[str]],
    folder: str | os.PathLike[str],
    job: Job,
    *,
    engine: Callable[[Job], Engine] | None = None,
    fields: FieldMap | None = None,
    choices: Choices | None = None,
    watch: Watch | None = None,
) -> Summary:
    """Read all documents of the inputs into a folder (see ``store``), but for what an earlier run has done.

    Whatever a document does, it costs at most its own row in the folder's errors. A run that was killed or interrupted
    loses the shards that were under way and goes on from there when it is called again. ``engine`` is by default a
    ``Pool`` of one process for each processor.

    Raises:
        NoInputError: an input is not there.
        SettingsError: ``choices`` is no ``Choices``.
        ArchiveError: the folder is in use, holds results of something else (see ``Choices``), or is read itself.
        OutputError: the disk is full or the folder read-only; what is there is kept.
        MissingExtraError, ModelError: a form needs a package that is not installed; the model is damaged.
        WorkerError: workers end before they are loaded.
    """
    choices = checked_choices(choices)
    watch = watch or Watch()
    start = time.monotonic()
    summary = Summary()

    def skipped(path: str) -> None:
        summary.skipped += 1
        watch.skipped(path)

    found = scan(inputs, fields, encoding=job.encoding, report=watch.fields, skipped=skipped)
    _check_apart(inputs, Path(folder))
    store = Store(folder)
    with store.held():
        new = manifest_of(inputs, job, fields, choices.limit)
        manifest = joined(new, store.manifest(), str(store.folder), mix=choices.mix, replace=choices.replace)
        store.write_manifest(manifest.to_primitives("running"))
        todo = _Todo(store, choices, summary, watch)
        made = engine(job) if engine is not None else Pool(job, os.cpu_count() or 1)
        try:
            flow = Flow[_Numbered](
                made, lambda shard: shard.shard.items, window=max(2, _AHEAD * made.free), on_output=watch.output
            )
            for numbered, outputs in flow.run(todo.shards(islice(found, choices.limit))):
                _save(store, numbered, outputs, summary)
        finally:
            made.close()
        store.remove(store.keys() - todo.seen)
        summary.seconds = time.monotonic() - start
        faults = dict(sorted(summary.faults.items()))
        totals = {"documents": summary.documents, "quotes": summary.quotes, "faults": faults}
        store.write_manifest(manifest.to_primitives("complete" if choices.limit is None else "limited", totals))
    return summary


def _check_apart(inputs: Sequence[str | os.PathLike[str]], folder: Path) -> None:
    """Raise ``ArchiveError`` where an input is a folder with the results in it, which the next run would read."""
    results = (folder.resolve(), (folder / RECORDS).resolve())
    for path in filter(os.path.isdir, inputs):
        top = Path(path).resolve()
        for below in results:
            if below.is_relative_to(top) and not any(part[0] == "." for part in below.relative_to(top).parts):
                raise ArchiveError(f"{folder} lies in the input {os.fspath(path)!r}; choose a folder outside of it")


@frozen(eq=False)
class _Numbered:
    number: int
    shard: Shard


@define
class _Todo:
    """The shards that are still to be read, in order; those done are counted."""

    store: Store
    choices: Choices
    summary: Summary
    watch: Watch
    seen: set[str] = field(factory=set)

    def shards(self, found: Iterator[Raw | Fault]) -> Iterator[_Numbered]:
        for number, shard in enumerate(shards(found, self.choices.shard)):
            self.seen.add(shard.key)
            part = self.store.part(number, shard.key)
            if part is None or (self.choices.retry and _AGAIN & part.faults.keys()):
                yield _Numbered(number, shard)
            else:
                self.summary.add(part)
                self.summary.kept += part.documents + sum(part.faults.values())
                self.watch.kept(part)


def _save(store: Store, numbered: _Numbered, outputs: Sequence[Output], summary: Summary) -> None:
    lines = [output for output in outputs if isinstance(output, Line)]
    faults = [output for output in outputs if isinstance(output, Fault)]
    codes = dict(Counter(fault.code for fault in faults))
    part = Part(len(lines), sum(line.quotes for line in lines), codes)
    store.save(numbered.number, numbered.shard.key, part, [line.data for line in lines], faults)
    summary.add(part)
