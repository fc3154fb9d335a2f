"""An index as a file: a line that names the format, a digest of the rest, and arrays.

The digest tells damage of any kind before the rest is looked at, and nothing in the file can run.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from attrs import fields, frozen

from quotex._version import __version__
from quotex.checks.postings import Ints, Lists
from quotex.checks.records import KnownCheck
from quotex.errors import CheckIndexError, OutputError
from quotex.fieldtypes import Context, Wrong, kind_of, reader, writer
from quotex.serial import dumps

_NAME = b"quotex index of known checks, format "
_VERSION = b"1"
_LISTS = ("claims", "titles", "gram_lists")
_ARCHIVE = b"PK"
"""How ZIP archives begin."""


@frozen(eq=False)
class Stored:
    """What an index is made of."""

    checks: tuple[KnownCheck, ...]
    terms: tuple[str, ...]
    grams: tuple[str, ...]
    casing: Ints
    """``(2, terms)``"""
    claims: Lists
    titles: Lists
    gram_lists: Lists
    is_current: bool = True
    """Whether this version of quotex wrote it, so that it would read the checks in the same way. Of another version the
    checks alone are there."""


def save(stored: Stored, path: Path) -> None:
    """Write ``path``, whole or not at all. Raises ``OutputError`` where it cannot be written."""
    write = writer(KnownCheck)
    arrays: dict[str, Any] = {
        "version": _lines([__version__]),
        "checks": _lines(dumps(write(each)) for each in stored.checks),
        "terms": _lines(stored.terms),
        "grams": _lines(stored.grams),
        "casing": stored.casing,
    }
    for name in _LISTS:
        lists: Lists = getattr(stored, name)
        arrays |= {f"{name}_items": lists.items.astype(np.int32), f"{name}_starts": lists.starts}
    packed = io.BytesIO()
    np.savez_compressed(packed, **arrays)
    payload = packed.getvalue()
    head = _NAME + _VERSION + b"\n" + hashlib.sha256(payload).hexdigest().encode() + b"\n"
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(head + payload)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise OutputError(str(path), error.strerror or str(error), error.errno) from error


def is_index(path: Path) -> bool:
    """Whether a file begins like one that ``save`` wrote; not for a folder or what is not there."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_NAME)) == _NAME


def load(path: Path) -> Stored:
    """What ``save`` wrote; of another version the checks alone, without fields that this one does not know.

    Raises ``CheckIndexError`` where it is something else or damaged, ``OSError`` where it cannot be read.
    """
    data = path.read_bytes()
    if not data.startswith(_NAME):
        raise CheckIndexError(str(path), "it is no index of known checks; build one with Index.build and save it")
    version, _, rest = data.removeprefix(_NAME).partition(b"\n")
    if version != _VERSION:
        found, read = (each[:20].decode("ascii", "backslashreplace") for each in (version, _VERSION))
        raise CheckIndexError(str(path), f"its format is {found!r} and this version reads {read!r}; build it anew")
    digest, _, payload = rest.partition(b"\n")
    if hashlib.sha256(payload).hexdigest().encode() != digest:
        raise CheckIndexError(str(path), "it is damaged or cut off; get it again, or build it anew from the checks")
    try:
        return _stored(payload)
    except _UNREADABLE as error:
        problem = f"it is whole, but not what this version reads ({error}); build it anew from the checks"
        raise CheckIndexError(str(path), problem) from error


_UNREADABLE = (AttributeError, BadZipFile, EOFError, LookupError, OSError, TypeError, ValueError, Wrong, zlib.error)
"""What archive, arrays and JSON raise that others wrote: the digest tells damage, not where a file comes from."""


def _stored(payload: bytes) -> Stored:
    """Raises one of ``_UNREADABLE`` where it is not what ``save`` packs."""
    if not payload.startswith(_ARCHIVE):  # of anything else NumPy would say how to load it without care
        raise ValueError("no archive of arrays")
    with np.load(io.BytesIO(payload), allow_pickle=False) as arrays:
        is_current = _texts(arrays["version"]) == [__version__]
        records = [json.loads(each) for each in _texts(arrays["checks"])]
        if not is_current:
            checks = tuple(map(_check_of_another_version, records))
            none = Lists.of([])
            return Stored(checks, (), (), np.zeros((2, 0), np.int64), none, none, none, is_current=False)
        read = reader(KnownCheck)
        lists = {name: Lists(arrays[f"{name}_items"].astype(np.int64), arrays[f"{name}_starts"]) for name in _LISTS}
        stored = Stored(
            checks=tuple(read(each, Context(0)) for each in records),
            terms=tuple(_texts(arrays["terms"])),
            grams=tuple(_texts(arrays["grams"])),
            casing=arrays["casing"],
            is_current=True,
            **lists,
        )
    if {*map(len, lists.values())} != {len(records)} or stored.casing.shape != (2, len(stored.terms)):
        raise ValueError("its parts do not fit each other")
    return stored


def _check_of_another_version(record: Any) -> KnownCheck:
    """Fields that this version lacks say nothing to it, and what it lacks is absent."""
    if not isinstance(record, dict):
        raise Wrong(f"expected an object, not {kind_of(record)}")
    known = {field.name: record.get(field.name) for field in fields(KnownCheck)}
    check: KnownCheck = reader(KnownCheck)(known, Context(0))
    return check


def _lines(texts: Iterable[str]) -> Any:
    """Texts without line ends as bytes."""
    return np.frombuffer("".join(f"{each}\n" for each in texts).encode(), np.uint8)


def _texts(data: Any) -> Sequence[str]:
    return bytes(data).decode().split("\n")[:-1]
