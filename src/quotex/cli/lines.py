"""Lines of records out of files, told apart from files of something else."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

import click

from quotex.cli.files import STDIN
from quotex.errors import FormatError

_TRIED = 1_000
"""Lines that are looked through for a first record."""
_SHOWN = 5
"""Keys of an object that is no record."""
_LONGEST = 40
"""Characters of such a key."""
_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*(?:"|\}|$)')
_WANTED = 'records stand one in a line, as "quotex run" and "quotex extract --format jsonl" write them'


class Lines:
    """The lines of a file of JSON Lines, or of standard input for "-", that are not blank, each with its number from 1.

    Lines that have nothing of a record are held back until one comes that has. Where none does, ``FormatError`` says in
    their stead what the file seems to hold. Raises ``DecodingError`` and ``OSError`` as ``opened_to_read`` does.
    """

    def __init__(self, path: str | Path) -> None:
        self._path = path
        self.number = 0
        """Of the last line that was read."""

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        held: list[tuple[int, bytes]] = []
        seen = False
        with _opened(self._path) as stream:
            for self.number, line in enumerate(stream, 1):
                if not line.strip():
                    continue
                held.append((self.number, line))
                seen = seen or (_OBJECT.match(line) is not None and b'"schema_version"' in line)
                if seen:
                    yield from held
                    held.clear()
                elif len(held) >= _TRIED:
                    break
        if held:
            raise FormatError(f"no article records: {_told(*held[0])}; {_WANTED}")


def begins_as_json(data: bytes) -> bool:
    """Whether bytes begin like a JSON object, as a record or a text of JSON Lines does."""
    return _OBJECT.match(data) is not None


def other_format(path: Path) -> str | None:
    """What to do with a file whose name tells that it holds records, or their rows, in another form than JSON Lines.

    ``None`` where the name tells JSON Lines or nothing.
    """
    from quotex.formats.suffixes import Format, shape_of

    try:
        form = shape_of(path).format
    except FormatError:
        return None
    if form is Format.JSONL:
        return None
    if form is Format.CSV:
        return "it is CSV, of whose rows no record can be made; give the records that it was made of"
    new = click.format_filename(path.name.partition(".")[0] + ".jsonl")
    return (
        f"records are read from JSON Lines, not {form}; make them: quotex convert {click.format_filename(path)} {new}"
    )


def _opened(path: str | Path) -> AbstractContextManager[BinaryIO]:
    from quotex.formats.streams import opened_to_read
    from quotex.formats.suffixes import Compression, shape_of

    if path == STDIN:
        return nullcontext(sys.stdin.buffer)
    file = Path(path)
    if problem := other_format(file):
        raise FormatError(problem)
    try:
        compression = shape_of(file).compression
    except FormatError:  # a pipe, or a name that tells nothing: its lines will
        compression = Compression.NONE
    return opened_to_read(file, compression)


def _told(number: int, line: bytes) -> str:
    """What a line that is no record is."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        part = "a part of a longer JSON value" if re.match(rb"[\[{]", line.lstrip()) else "no JSON"
        return f"line {number} is {part}"
    if isinstance(value, dict):
        keys = ", ".join(repr(key[:_LONGEST]) for key in list(value)[:_SHOWN]) + (", …" if len(value) > _SHOWN else "")
        return f"line {number} has the keys {keys}" if value else f"line {number} is an empty object"
    return f"line {number} is {'a JSON array' if isinstance(value, list) else 'no JSON object'}"
