"""Bytes of files, compressed or not."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, cast

from quotex.errors import DecodingError, MissingExtraError
from quotex.formats.suffixes import Compression
from quotex.inputs.faults import Broken
from quotex.inputs.packing import unpacked_zstd, unzipped

_CHUNK = 1 << 17
_BUFFER = 1 << 20


@contextmanager
def opened_to_write(path: Path, compression: Compression) -> Iterator[BinaryIO]:
    """A stream whose bytes go to ``path``, compressed; the same bytes make the same file.

    Raises ``MissingExtraError`` where Zstandard is not installed, ``OSError`` where the file cannot be written.
    """
    with ExitStack() as stack:
        if compression is Compression.ZSTANDARD:
            packer = _zstandard().ZstdCompressor()
        raw = stack.enter_context(path.open("wb"))
        if compression is Compression.GZIP:
            # Neither name nor time go into the header.
            packed: Any = gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=raw, mtime=0)
        elif compression is Compression.ZSTANDARD:
            packed = packer.stream_writer(raw, closefd=False)
        else:
            yield raw
            return
        # Lines are short, and each call of a packer costs time.
        yield cast(BinaryIO, stack.enter_context(io.BufferedWriter(packed, _BUFFER)))


@contextmanager
def opened_to_read(path: Path, compression: Compression) -> Iterator[BinaryIO]:
    """The bytes of ``path``, unpacked a bounded piece at a time.

    Raises ``DecodingError`` within the block where the packed bytes are damaged or end too early,
    ``MissingExtraError`` where Zstandard is not installed, ``OSError`` where the file cannot be read.
    """
    with path.open("rb") as file:
        if compression is Compression.NONE:
            yield file
            return
        if compression is Compression.ZSTANDARD:
            _zstandard()
        unpack = unzipped if compression is Compression.GZIP else unpacked_zstd
        unpacked = _Chunks(unpack(iter(partial(file.read, _CHUNK), b"")))
        try:
            yield cast(BinaryIO, io.BufferedReader(unpacked, _BUFFER))
        except Broken as broken:
            kind = compression.name.lower()
            raise DecodingError(f"{path} is no complete {kind} file; fetch it again, or rename it") from broken


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError('.zst files need Zstandard: pip install "quotex[zstd]"') from error
    return zstandard


class _Chunks(io.RawIOBase):
    """Chunks of bytes as a stream."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill some of ``buffer``; 0 at the end of the last chunk."""
        while not self._ready:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._ready = memoryview(chunk)
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size
