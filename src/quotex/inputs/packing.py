"""gzip and Zstandard, unpacked a piece at a time.

The readers of the standard library and of zstandard do not serve here: where a file is damaged they throw away what
they had unpacked last, one of them takes a truncated file for a whole one, and neither bounds what a few bytes can
expand to.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

from quotex.inputs import limits
from quotex.inputs.extras import check_installed
from quotex.inputs.faults import Broken, FaultCode
from quotex.inputs.streams import Bytes, truncated

GZIP_MAGIC = b"\x1f\x8b"
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_GZIP = 31
"""zlib's code for the format of gzip."""
_RLE, _RESERVED = 1, 3
"""Types of Zstandard blocks: one byte repeated, and none that there is."""
_BLOCK = 128 << 10
"""Bytes of a Zstandard block at most, packed and unpacked."""


def unzipped(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The content of a gzip file with any number of members, in chunks of bounded size.

    Raises ``Broken`` after all that can be had where it ends too early or is damaged.
    """
    member = zlib.decompressobj(_GZIP)
    ended = False
    for chunk in chunks:
        while chunk:
            if ended:
                chunk = chunk.lstrip(b"\0")  # what tapes and block devices pad with
                if not chunk:
                    break
                member, ended = zlib.decompressobj(_GZIP), False
            before = member.copy()
            try:
                yield member.decompress(chunk, limits.CHUNK)
            except zlib.error as error:
                yield from _salvaged(before, chunk)
                raise Broken(FaultCode.BROKEN_GZIP, f"damaged, or no gzip file ({error}); get it again") from None
            ended = member.eof
            chunk = member.unused_data if ended else member.unconsumed_tail
    if not ended:
        yield member.flush()
        raise truncated()


def _salvaged(member: Any, chunk: bytes) -> Iterator[bytes]:
    """What stands before the damage in ``chunk``, with which zlib gives nothing back, read byte by byte."""
    for at in range(len(chunk)):
        try:
            yield member.decompress(chunk[at : at + 1])
        except zlib.error:
            return


def unpacked_zstd(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The content of a Zstandard file with any number of frames, a block at a time, each at most 128 KiB.

    Raises ``Broken`` after all that can be had where it ends too early or is damaged, ``MissingExtraError`` where
    zstandard is not installed.
    """
    check_installed("zstandard")
    from zstandard import ZstdDecompressor, ZstdError

    packed = Bytes(chunks)
    started = False
    while magic := packed.upto(4):
        started = True
        try:
            if magic[1:] == b"\x2a\x4d\x18" and magic[0] >> 4 == 5:  # a frame to be skipped
                packed.skip(int.from_bytes(packed.exactly(4), "little"))
                continue
            unpacker = ZstdDecompressor().decompressobj()
            for block in _blocks(magic, packed):
                yield unpacker.decompress(block)
        except ZstdError as error:
            raise Broken(FaultCode.BROKEN_ZSTD, f"damaged, or no Zstandard file ({error}); get it again") from None
    if not started:
        raise truncated()


def _blocks(magic: bytes, packed: Bytes) -> Iterator[bytes]:
    """A frame in pieces that unpack to at most a block each: its header, its blocks, its checksum (RFC 8878, 3.1.1)."""
    if magic != ZSTD_MAGIC:
        raise truncated() if len(magic) < 4 else Broken(FaultCode.BROKEN_ZSTD, "no Zstandard file; is the name right?")
    descriptor = packed.exactly(1)
    flags = descriptor[0]
    single = flags >> 5 & 1
    size = (1 - single) + (0, 1, 2, 4)[flags & 3] + (single, 2, 4, 8)[flags >> 6]
    yield magic + descriptor + packed.exactly(size)
    last = 0
    while not last:
        head = packed.exactly(3)
        bits = int.from_bytes(head, "little")
        last, kind, size = bits & 1, bits >> 1 & 3, bits >> 3
        if kind == _RESERVED or size > _BLOCK:
            raise Broken(FaultCode.BROKEN_ZSTD, "damaged: a block is of no known type or too long; get it again")
        yield head + packed.exactly(1 if kind == _RLE else size)
    if flags >> 2 & 1:
        yield packed.exactly(4)
