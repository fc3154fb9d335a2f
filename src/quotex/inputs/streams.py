"""Files as chunks of bytes, unpacked; chunks as lines, as a whole, and as bytes to be taken one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from quotex.inputs import limits
from quotex.inputs.faults import Broken, FaultCode, unreadable


def file_chunks(path: str) -> Iterator[bytes]:
    """The bytes of a file; none of an empty one. Raises ``Broken`` where it cannot be read (any further)."""
    try:
        with Path(path).open("rb") as file:
            yield from stream_chunks(file)
    except OSError as error:
        raise unreadable(error) from None


def stream_chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of an open stream. Raises ``Broken`` where it cannot be read any further."""
    try:
        while chunk := stream.read(limits.CHUNK):
            yield chunk
    except OSError as error:
        raise unreadable(error) from None


def with_head(chunks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first bytes, at least ``limits.HEAD`` where there are so many, and all chunks again.

    Where the chunks raise ``Broken`` before, the head is what there is and the chunks raise it after that.
    """
    parts: list[bytes] = []
    try:
        for chunk in chunks:
            parts.append(chunk)
            if sum(map(len, parts)) >= limits.HEAD:
                break
    except Broken as broken:
        chunks = _raising(broken)
    return b"".join(parts), chain(parts, chunks)


def _raising(broken: Broken) -> Iterator[bytes]:
    yield b""
    raise broken


def whole(chunks: Iterator[bytes]) -> bytes:
    """All bytes at once. Raises ``Broken`` where they are more than a record may have, before they are all read."""
    out = bytearray()
    for chunk in chunks:
        out += chunk
        if len(out) > limits.RECORD:
            raise limits.too_large()
    return bytes(out)


def lines(chunks: Iterator[bytes]) -> Iterator[bytes | Broken]:
    """The lines with their line feeds, in order; ``Broken`` in the place of one that is longer than a record may be.

    What stands after the last line feed is a line where the chunks end well, and dropped where they raise ``Broken``.
    """
    gathered = Gathered()
    for chunk in chunks:
        *complete, rest = chunk.split(b"\n")
        for line in complete:
            gathered.add(line + b"\n")
            yield gathered.taken()
        gathered.add(rest)
    if gathered.size:
        yield gathered.taken()


class Gathered:
    """A record on its way in; of one that gets too long no more than its size is kept."""

    def __init__(self) -> None:
        self.size = 0
        self._parts: list[bytes] = []

    def add(self, part: bytes) -> None:
        """Add bytes. Raises ``Broken`` where the record is so long that there is no hope of its end."""
        self.size += len(part)
        if self.size <= limits.RECORD:
            self._parts.append(part)
            return
        self._parts.clear()
        if self.size > limits.GIVE_UP:
            raise limits.hopeless()

    def taken(self) -> bytes | Broken:
        """The record, or what is wrong with it, and begin the next one."""
        record = b"".join(self._parts) if self.size <= limits.RECORD else limits.too_large()
        self.size = 0
        self._parts.clear()
        return record


class Bytes:
    """Chunks as one row of bytes, to be taken in pieces of given length."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._held = b""
        self._at = 0

    def upto(self, size: int) -> bytes:
        """The next ``size`` bytes, fewer at the end."""
        parts: list[bytes] = []
        while size and self._filled():
            part = self._held[self._at : self._at + size]
            self._at += len(part)
            size -= len(part)
            parts.append(part)
        return b"".join(parts)

    def exactly(self, size: int) -> bytes:
        """The next ``size`` bytes. Raises ``Broken`` where there are fewer."""
        data = self.upto(size)
        if len(data) < size:
            raise truncated()
        return data

    def skip(self, size: int) -> None:
        """Go past ``size`` bytes, which are not held at once. Raises ``Broken`` where there are fewer."""
        while size:
            size -= len(self.exactly(min(size, limits.CHUNK)))

    def line(self) -> bytes:
        """The next line with its line feed, or at least a chunk of it where it is long; nothing at the end."""
        parts: list[bytes] = []
        while sum(map(len, parts)) < limits.CHUNK and self._filled():
            end = self._held.find(b"\n", self._at) + 1
            part = self._held[self._at : end or None]
            self._at += len(part)
            parts.append(part)
            if end:
                break
        return b"".join(parts)

    def _filled(self) -> bool:
        while self._at >= len(self._held):
            chunk = next(self._chunks, None)
            if chunk is None:
                return False
            self._held, self._at = chunk, 0
        return True


def truncated() -> Broken:
    """The fault of an input that ends too early."""
    return Broken(FaultCode.TRUNCATED, "the input ends too early; what stood before is kept, get a whole copy")
