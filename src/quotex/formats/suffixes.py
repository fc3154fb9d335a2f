"""Which format a file has, told by its name."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path

from attrs import frozen

from quotex.errors import FormatError


class Format(StrEnum):
    """A format of record files; the value is its name and, after a point, a suffix."""

    JSONL = "jsonl"
    JSON = "json"
    PARQUET = "parquet"
    CSV = "csv"
    SQLITE = "sqlite"


class Compression(StrEnum):
    """How the bytes of a text format are compressed; the value is the suffix after that of the format."""

    NONE = ""
    GZIP = ".gz"
    ZSTANDARD = ".zst"


@frozen
class Shape:
    """The format of a file and how it is compressed."""

    format: Format
    compression: Compression = Compression.NONE


_SUFFIXES = {f".{each}": each for each in Format} | {".ndjson": Format.JSONL, ".db": Format.SQLITE}
_TEXT = frozenset({Format.JSONL, Format.JSON, Format.CSV})
_KNOWN = ", ".join(sorted(_SUFFIXES))
_KNOWN_TEXT = ", ".join(suffix for suffix in sorted(_SUFFIXES) if _SUFFIXES[suffix] in _TEXT)


def shape_of(path: Path, name: str | None = None) -> Shape:
    """The shape that the suffixes of ``path`` tell, in capitals or not; ``name`` tells the format instead.

    Raises ``FormatError`` where the suffix or the name is none that is known, or a format that cannot be compressed
    is to be.
    """
    last = path.suffix.lower()
    compression = Compression(last) if last in set(Compression) else Compression.NONE
    suffix = Path(path.stem).suffix.lower() if compression else last
    shown = os.fspath(path)
    if name is not None and name not in set(Format):
        raise FormatError(f"{name!r} is no format of record files; known are {', '.join(Format)}")
    if name is None and suffix not in _SUFFIXES:
        raise FormatError(
            f"{shown}: the name tells no format; let it end in {_KNOWN}, those of text ({_KNOWN_TEXT}) also with "
            f".gz or .zst after it, or name the format"
        )
    form = _SUFFIXES[suffix] if name is None else Format(name)
    if compression and form not in _TEXT:
        raise FormatError(f"{shown}: {form} is compressed inside; leave {compression} out of the name")
    return Shape(form, compression)
