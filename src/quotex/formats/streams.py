"""Bytes of files, compressed or not."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from quotex.errors import DecodingError, MissingExtraError
from quotex.formats.suffixes import Compression

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
    """The bytes of ``path``, unpacked.

    Raises ``DecodingError`` within the block where the packed bytes are damaged or end too early,
    ``MissingExtraError`` where Zstandard is not installed, ``OSError`` where the file cannot be read.
    """
    with ExitStack() as stack:
        damage: tuple[type[Exception], ...] = ()
        stream: Any = stack.enter_context(path.open("rb"))
        if compression is Compression.GZIP:
            stream, damage = gzip.GzipFile(fileobj=stream, mode="rb"), (gzip.BadGzipFile, zlib.error, EOFError)
        elif compression is Compression.ZSTANDARD:
            zstandard = _zstandard()
            unpacked = _Frames(stream, zstandard.ZstdDecompressor())
            stream, damage = io.BufferedReader(unpacked, _BUFFER), (zstandard.ZstdError, EOFError)
        try:
            yield cast(BinaryIO, stream)
        except damage as error:
            kind = compression.name.lower()
            raise DecodingError(f"{path} is no complete {kind} file ({error}); fetch it again, or rename it") from error


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError('.zst files need Zstandard: pip install "quotex[zstd]"') from error
    return zstandard


class _Frames(io.RawIOBase):
    """The unpacked bytes of Zstandard frames, one after the other.

    The library's own reader takes a file that is cut off for one that is complete; this one raises ``EOFError``.
    """

    def __init__(self, packed: BinaryIO, unpacker: Any) -> None:
        self._packed = packed
        self._unpacker = unpacker
        self._frame = unpacker.decompressobj()
        self._fresh = True
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill some of ``buffer``; 0 at the end of the last frame."""
        while not self._ready:
            if not self._unpack():
                return 0
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _unpack(self) -> bool:
        rest = self._frame.unused_data if self._frame.eof else b""
        data = rest or self._packed.read(_CHUNK)
        if self._frame.eof:
            self._frame, self._fresh = self._unpacker.decompressobj(), True
        if not data:
            if not self._fresh:
                raise EOFError("it ends within a frame")
            return False
        self._fresh = False
        self._ready = memoryview(self._frame.decompress(data))
        return True
