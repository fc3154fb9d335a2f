"""A JSON file cut into its values without being held or parsed as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotex.inputs.faults import Broken, FaultCode
from quotex.inputs.streams import Gathered, truncated

_STRUCTURE = re.compile(rb'["\[\]{},]')
_IN_STRING = re.compile(rb'(?:[^"\\]++|\\.)*+', re.DOTALL)


def values(chunks: Iterator[bytes]) -> Iterator[bytes | Broken]:
    """The elements of the array that the file is or, where it is none, its values one after the other.

    They are cut at brackets, quotation marks and commas, and not checked otherwise. ``Broken`` stands in the place of
    one that is too long. Raises ``Broken`` after the others where the file ends within one or goes on after the array.
    """
    cutter = _Cutter()
    for chunk in chunks:
        yield from cutter.feed(chunk)
    yield from cutter.finish()


class _Cutter:
    """Where in the file we are, and the value on its way in."""

    def __init__(self) -> None:
        self._value = Gathered()
        self._blank = True
        """Whether the value has nothing but white space yet."""
        self._depth = 0
        """Of open brackets, the one of the array aside."""
        self._array: bool | None = None
        """Whether the file is an array; ``None`` before its first bracket."""
        self._closed = False
        self._in_string = False
        self._escaped = False
        """Whether a chunk ended after a backslash."""

    def feed(self, chunk: bytes) -> Iterator[bytes | Broken]:
        """The values that end in this chunk."""
        at = 0
        while at < len(chunk):
            if self._in_string:
                at = self._string(chunk, at)
                continue
            found = _STRUCTURE.search(chunk, at)
            end = found.start() if found else len(chunk)
            self._add(chunk[at:end])
            if found is None:
                return
            at = end + 1
            yield from self._mark(found[0])

    def finish(self) -> Iterator[bytes | Broken]:
        """The last value. Raises ``Broken`` where the file ends within it or within its array, or holds nothing."""
        if self._array is None and self._blank:
            raise Broken(FaultCode.NOT_JSON, "the file is empty")
        if self._depth or self._in_string or (self._array and not self._closed):
            raise truncated()
        if not self._blank:
            yield self._taken()

    def _string(self, chunk: bytes, at: int) -> int:
        """Read on in a string; returns where its end or that of the chunk is passed."""
        start = at
        if self._escaped:
            at += 1
            self._escaped = False
        found = _IN_STRING.match(chunk, at)
        end = found.end() if found else at
        if end < len(chunk):  # at the closing mark, or at a backslash with which the chunk ends
            self._in_string = chunk[end : end + 1] != b'"'
            self._escaped = self._in_string
            end += 1
        self._add(chunk[start:end])
        return end

    def _mark(self, mark: bytes) -> Iterator[bytes | Broken]:
        if mark == b"[" and self._array is None and self._blank:
            self._array = True
            return
        if self._closed:
            raise _goes_on()
        if self._array is None:
            self._array = False
        if not self._depth and self._array and mark in b",]":
            if mark == b"," or not self._blank:
                yield self._taken()
            self._closed = mark == b"]"
            return
        self._add(mark)
        self._in_string = mark == b'"'
        if mark in b"[{":
            self._depth += 1
        elif mark in b"]}":
            self._depth = max(0, self._depth - 1)
            if not self._depth and not self._array:
                yield self._taken()

    def _add(self, part: bytes) -> None:
        if self._blank and not part.strip():
            return
        if self._closed:
            raise _goes_on()
        self._blank = False
        self._value.add(part)

    def _taken(self) -> bytes | Broken:
        self._blank = True
        return self._value.taken()


def _goes_on() -> Broken:
    return Broken(FaultCode.NOT_JSON, "the file goes on after the end of its array")
