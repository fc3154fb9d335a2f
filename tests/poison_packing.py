"""Compressed files of the poison corpus: each form in each packing, whole and damaged in each way."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator

import zstandard
from attrs import frozen

import poison_records
import poison_tables
import poison_web
from poison_case import LARGE, Case, story

Pack = Callable[[bytes, bytes], bytes]


@frozen
class _Damage:
    """A way to pack two parts of a file."""

    pack: Pack
    code: str | None
    """Of the fault; ``None`` where the file is whole."""
    kept: int
    """How many of the parts can be had in spite of it."""


def _cut_gzip(first: bytes, second: bytes) -> bytes:
    packer = zlib.compressobj(wbits=31)
    return packer.compress(first) + packer.flush(zlib.Z_FULL_FLUSH) + packer.compress(second) + packer.flush()[:3]


def _cut_zstd(first: bytes, second: bytes) -> bytes:
    packer = zstandard.ZstdCompressor().compressobj()
    start = packer.compress(first) + packer.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
    return start + (packer.compress(second) + packer.flush())[:10]


def _flipped(data: bytes, at: int) -> bytes:
    changed = bytearray(data)
    changed[at] ^= 0xFF
    return bytes(changed)


_ZIP, _ZSTD = gzip.compress, zstandard.ZstdCompressor(write_checksum=True).compress
_ZIP_HEAD = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
_ZSTD_HEAD = b"\x28\xb5\x2f\xfd\x00\x58"
_DAMAGES = {
    "gz": {
        "whole": _Damage(lambda a, b: _ZIP(a + b), None, 2),
        "members": _Damage(lambda a, b: _ZIP(a) + _ZIP(b"") + _ZIP(b), None, 2),
        "padded": _Damage(lambda a, b: _ZIP(a) + bytes(512) + _ZIP(b) + bytes(70_000), None, 2),
        "cut_member": _Damage(lambda a, b: _ZIP(a) + _ZIP(b)[:12], "truncated", 1),
        "cut_stream": _Damage(_cut_gzip, "truncated", 1),
        "cut_trailer": _Damage(lambda a, b: _ZIP(a + b)[:-5], "truncated", 2),
        "bad_checksum": _Damage(lambda a, b: _flipped(_ZIP(a + b), -6), "broken_gzip", 2),
        "bad_block": _Damage(lambda a, b: _ZIP(a) + _ZIP_HEAD + b"\xff" * 20, "broken_gzip", 1),
        "goes_on": _Damage(lambda a, b: _ZIP(a + b) + b"and more", "broken_gzip", 2),
        "no_gzip": _Damage(lambda a, b: a + b, "broken_gzip", 0),
        "empty": _Damage(lambda a, b: b"", "truncated", 0),
        "magic_only": _Damage(lambda a, b: b"\x1f\x8b", "truncated", 0),
    },
    "zst": {
        "whole": _Damage(lambda a, b: _ZSTD(a + b), None, 2),
        "frames": _Damage(lambda a, b: _ZSTD(a) + _ZSTD(b"") + _ZSTD(b), None, 2),
        "skippable": _Damage(lambda a, b: _ZSTD(a) + b"\x5a\x2a\x4d\x18\3\0\0\0abc" + _ZSTD(b), None, 2),
        "cut_frame": _Damage(lambda a, b: _ZSTD(a) + _ZSTD(b)[:12], "truncated", 1),
        "cut_stream": _Damage(_cut_zstd, "truncated", 1),
        "cut_magic": _Damage(lambda a, b: _ZSTD(a + b) + b"\x28\xb5", "truncated", 2),
        "cut_skippable": _Damage(lambda a, b: _ZSTD(a + b) + b"\x5a\x2a\x4d\x18\3\0\0\0", "truncated", 2),
        "bad_checksum": _Damage(lambda a, b: _flipped(_ZSTD(a + b), -1), "broken_zstd", 2),
        "bad_block": _Damage(lambda a, b: _ZSTD(a) + _ZSTD_HEAD + b"\xff" * 20, "broken_zstd", 1),
        "goes_on": _Damage(lambda a, b: _ZSTD(a + b) + b"and more", "broken_zstd", 2),
        "no_zstd": _Damage(lambda a, b: a + b, "broken_zstd", 0),
        "empty": _Damage(lambda a, b: b"", "truncated", 0),
    },
}


def cases() -> Iterator[Case]:
    """Every form with every damage; then what unpacks to more than it should."""
    for packing, damages in _DAMAGES.items():
        for stem, damage in damages.items():
            for name, parts, keys in _files(f"{packing}/{stem}", packing):
                yield _packed(name, parts, keys, damage)
    yield from _bombs()


def _files(stem: str, packing: str) -> Iterator[tuple[str, tuple[bytes, bytes], tuple[str, ...]]]:
    """A file of each form in two parts, with the ids of its documents: the first part has two, the second one.

    Files that are one document, or cannot be read in part, have no id that stands for the half of it.
    """
    keys = tuple(f"{stem}-{number}" for number in range(3))
    for suffix, start, make, between, end in (
        ("jsonl", b"", poison_records.record, b"\n", b"\n"),
        ("json", b"[", poison_records.record, b",", b"]"),
        ("csv", poison_tables.line(*poison_tables.HEADER), poison_tables.row, b"", b""),
        ("warc", b"", poison_web.good, b"", b""),
    ):
        first, second, third = map(make, keys)
        parts = (start + first + between + second + between, third + end)
        yield f"{stem}.{suffix}.{packing}", parts, tuple(f"{key}" for key in keys)
    text, page, table = story(stem).encode(), poison_web.page(stem), poison_tables.good_parquet(*keys)
    yield f"{stem}.txt.{packing}", (text[:40], text[40:]), ()
    yield f"{stem}.html.{packing}", (page[:40], page[40:]), ()
    yield f"{stem}.parquet.{packing}", (table[:40], table[40:]), keys


def _packed(name: str, parts: tuple[bytes, bytes], keys: tuple[str, ...], damage: _Damage) -> Case:
    faults = ((name, damage.code),) if damage.code else ()
    if ".parquet" in name:
        keys = keys if damage.code is None else ()
    kept = keys[: (0, 2, 3)[damage.kept]]
    documents: dict[str, str | None] = {f"{name}#{number}": key for number, key in enumerate(kept)}
    if not keys and damage.code is None:
        documents = {name: None}
    return Case(name, damage.pack(*parts), documents, faults)


def _bombs() -> Iterator[Case]:
    member = gzip.compress(b"a" * (1 << 20))
    many = LARGE >> 20
    for suffix in ("txt", "html"):
        name = f"gz/bomb.{suffix}.gz"
        yield Case(name, member * many, faults=((name, "too_large"),))
        name = f"zst/bomb.{suffix}.zst"
        yield Case(name, zstandard.compress(bytes(LARGE)), faults=((name, "too_large"),))
    a, b = poison_records.record("bomb-a"), poison_records.record("bomb-b")
    name = "gz/bomb.jsonl.gz"
    data = gzip.compress(a + b"\n") + member * many + gzip.compress(b"\n" + b)
    yield Case(name, data, {f"{name}#0": "bomb-a", f"{name}#2": "bomb-b"}, ((f"{name}#1", "too_large"),))
    name = "zst/bomb.json.zst"
    data = zstandard.compress(b'[{"a": "' + b"a" * LARGE + b'"},') + zstandard.compress(b + b"]")
    yield Case(name, data, {f"{name}#1": "bomb-b"}, ((f"{name}#0", "too_large"),))
