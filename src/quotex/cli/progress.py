"""How a run goes, on standard error."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from types import TracebackType

from tqdm import tqdm

from quotex.archive import Line, Output, Watch
from quotex.archive.store import Part
from quotex.cli.files import STDIN, note
from quotex.documents import Fault
from quotex.errors import QuotexError
from quotex.inputs import FieldMap, scan


class Progress(Watch):
    """A bar with documents a second, quotes, errors and the time left, which is known once the inputs are counted.

    A second thread counts them, which takes a hundredth of the time of reading them. Without a terminal, or ``quiet``,
    there is no bar, only what is guessed of fields is told.
    """

    def __init__(self, inputs: Sequence[str], *, limit: int | None, quiet: bool) -> None:
        self._inputs = inputs
        self._limit = limit
        self._quiet = quiet
        self._quotes = 0
        self._faults = 0
        self._fields: FieldMap | None = None
        self._bar = tqdm(unit=" documents", disable=True if quiet else None, dynamic_ncols=True, smoothing=0.05)
        self._ended = threading.Event()

    def __enter__(self) -> Progress:
        """Begin to count."""
        if not self._bar.disable and STDIN not in self._inputs:
            threading.Thread(target=self._count, daemon=True).start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """Take the bar away."""
        self._ended.set()
        self._bar.close()

    def fields(self, origin: str, fields: FieldMap) -> None:
        """Tell which fields a container's documents are taken from, unless they are those that were told last."""
        if not self._quiet and fields != self._fields:
            self._fields = fields
            named = ", ".join(f"{role} from {name!r}" for role, name in fields.named.items())
            with self._bar.external_write_mode():
                note(f"{origin}: {named}")

    def kept(self, part: Part) -> None:
        """Count a shard that was there."""
        self._faults += sum(part.faults.values())
        self._quotes += part.quotes
        self._advance(part.documents + sum(part.faults.values()))

    def output(self, output: Output) -> None:
        """Count a document."""
        if isinstance(output, Line):
            self._quotes += output.quotes
        elif isinstance(output, Fault):
            self._faults += 1
        self._advance(1)

    def _advance(self, documents: int) -> None:
        self._bar.set_postfix(quotes=self._quotes, errors=self._faults, refresh=False)
        self._bar.update(documents)

    def _count(self) -> None:
        total = 0
        with suppress(QuotexError, OSError):  # the run itself tells them
            for _ in islice(scan(self._inputs), self._limit):
                total += 1
                if self._ended.is_set():
                    return
            self._bar.total = total
