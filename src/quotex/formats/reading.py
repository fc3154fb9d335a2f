"""``quotex.read``: articles from the files that ``quotex.write`` writes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from quotex.errors import DecodingError, FormatError, LineError, RecordError
from quotex.formats.suffixes import Compression, Format, shape_of
from quotex.records import Article
from quotex.serial import from_json

PARTS = (".jsonl", ".jsonl.gz", ".jsonl.zst")
"""Endings of the files that hold a folder's records."""


def record_files(path: str | os.PathLike[str]) -> list[Path]:
    """The files of records that a path stands for: itself, or for a folder its JSON Lines files by name; for the folder
    of a run, those of its ``records``. Empty where a folder holds none."""
    folder = records_of_run(path)
    if not folder.is_dir():
        return [folder]
    return sorted(each for each in folder.iterdir() if each.name.endswith(PARTS) and each.is_file())


def records_of_run(path: str | os.PathLike[str]) -> Path:
    """Where the records are in the folder of a run; any other path stands for itself."""
    folder = Path(path)
    is_run = (folder / "manifest.json").exists() and (folder / "records").is_dir()
    return folder / "records" if is_run else folder


def read(path: str | os.PathLike[str], format: str | None = None) -> Iterator[Article]:  # noqa: A002 - the usual word
    """The articles of a file in their order, equal to those that were written, one at a time.

    The suffix or ``format`` tells the format, as for ``write``; blank lines of JSON Lines are passed over. The file is
    opened when the first article is asked for.

    Raises ``FormatError`` at once where the name tells no format, or one that holds rows alone. While reading:

        LineError: a line of JSON Lines is no record.
        RecordError: a record of another format is none; its path starts with its number from zero, ``$[3]``.
        DecodingError: the file is not UTF-8, or damaged, cut off, or not compressed as its name says.
        InputError: the database or Parquet file is none that quotex wrote.
        MissingExtraError: the format needs a package that is not installed.
        OSError: the file cannot be opened.
    """
    file = Path(path)
    if file.is_dir() and format is None:
        return chain.from_iterable(map(read, record_files(file)))
    shape = shape_of(file, format)
    if shape.format is Format.CSV:
        raise FormatError(
            f"{file}: CSV holds rows, which no record can be made of; read the file that it was made of "
            "(JSON Lines, JSON, Parquet or SQLite), or take its rows with csv or pandas"
        )
    if shape.format is Format.JSONL:
        return _lines(file, shape.compression)
    return _records(file, _texts(file, shape.format, shape.compression))


def _lines(path: Path, compression: Compression) -> Iterator[Article]:
    from quotex.formats.streams import opened_to_read

    with opened_to_read(path, compression) as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                try:
                    article = from_json(line.decode())
                except UnicodeDecodeError as error:
                    problem = f"not UTF-8 ({error.reason}); convert it first"
                    raise DecodingError(f"{path}, line {number}: {problem}") from error
                except RecordError as error:
                    raise LineError(os.fspath(path), number, str(error)) from error
                yield article


def _texts(path: Path, form: Format, compression: Compression) -> Iterator[str]:
    """The JSON of each record of a file that has no lines to count."""
    if form is Format.PARQUET:
        from quotex.formats.parquet import parquet_records

        return parquet_records(path)
    if form is Format.SQLITE:
        from quotex.formats.database import database_records

        return database_records(path)
    from quotex.formats.arrays import array_records

    return array_records(path, compression)


def _records(path: Path, texts: Iterator[str]) -> Iterator[Article]:
    for number, text in enumerate(texts):
        try:
            article = from_json(text)
        except RecordError as error:
            raise RecordError(f"$[{number}]{error.path.removeprefix('$')}", f"{error.problem}, in {path}") from error
        yield article
