"""An index as a file: a line that names the format, a digest of the rest, and arrays.

The digest tells damage of any kind before the rest is looked at, and nothing in the file can run.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen

from quotex._version import __version__
from quotex.checks.postings import Ints, Lists
from quotex.checks.records import KnownCheck
from quotex.errors import CheckIndexError, OutputError
from quotex.fieldtypes import Context, reader, writer
from quotex.serial import dumps

_NAME = b"quotex index of known checks, format "
_VERSION = b"1"
_LISTS = ("claims", "titles", "gram_lists")


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
    """Whether this version of quotex wrote it, so that it would read the checks in the same way."""


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
    """What ``save`` wrote. Raises ``CheckIndexError`` where it is something else or damaged."""
    data = path.read_bytes()
    if not data.startswith(_NAME):
        raise CheckIndexError(str(path), "it is no index of known checks; build one with Index.build and save it")
    version, _, rest = data.removeprefix(_NAME).partition(b"\n")
    if version != _VERSION:
        raise CheckIndexError(str(path), f"its format is {version[:20]!r} and this version reads {_VERSION!r}")
    digest, _, payload = rest.partition(b"\n")
    if hashlib.sha256(payload).hexdigest().encode() != digest:
        raise CheckIndexError(str(path), "it is damaged or cut off; get it again, or build it anew from the checks")
    with np.load(io.BytesIO(payload), allow_pickle=False) as arrays:
        read = reader(KnownCheck)
        lists = {name: Lists(arrays[f"{name}_items"].astype(np.int64), arrays[f"{name}_starts"]) for name in _LISTS}
        return Stored(
            checks=tuple(read(json.loads(each), Context(0)) for each in _texts(arrays["checks"])),
            terms=tuple(_texts(arrays["terms"])),
            grams=tuple(_texts(arrays["grams"])),
            casing=arrays["casing"],
            is_current=_texts(arrays["version"]) == [__version__],
            **lists,
        )


def _lines(texts: Iterable[str]) -> Any:
    """Texts without line ends as bytes."""
    return np.frombuffer("".join(f"{each}\n" for each in texts).encode(), np.uint8)


def _texts(data: Any) -> Sequence[str]:
    return bytes(data).decode().split("\n")[:-1]
