"""Files of records, row by row: JSON Lines, JSON, CSV and TSV, packed or not, and folders of them."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import frozen

from quotex.errors import DecodingError, InputError, LineError, QuotexError
from quotex.inputs.charsets import as_utf8, decoded, decoded_record
from quotex.inputs.extras import check_installed
from quotex.inputs.faults import Broken
from quotex.inputs.packing import unpacked_zstd, unzipped
from quotex.inputs.paths import File, expanded, files_of
from quotex.inputs.streams import file_chunks, lines, whole
from quotex.inputs.suffixes import Container, Packing, kind_of

_LINKED = ".jsonld"
_READABLE = ".jsonl, .json, .jsonld, .csv or .tsv, and .gz or .zst after it"


@frozen
class Row:
    """A JSON value, or the cells of a row by the names of their columns, and where it stands."""

    value: Any
    file: str
    line: int
    """Counted from one; of a file that is one JSON value the first."""

    def read(self, make: Callable[[Any], Any]) -> Any:
        """What ``make`` makes of the value; a ``LineError`` that tells the place where it raises."""
        try:
            return make(self.value)
        except QuotexError as error:
            raise LineError(self.file, self.line, str(error)) from error


def rows(paths: Iterable[str | os.PathLike[str]], others: frozenset[Container] = frozenset()) -> Iterator[Row]:
    """The rows of files and folders, in order; of a folder the files in it and below that are readable, by name.

    Of a JSON file that is an array its elements are rows. Files of the forms ``others`` are read as lines of text.

    Raises ``NoInputError`` for a path that is not there, ``InputError`` for a file of another form, ``LineError`` for
    a line that is no JSON or has too few cells, ``DecodingError`` for one that is damaged or in another encoding.
    """
    for argument in expanded([os.fspath(path) for path in paths]):
        for file in files_of(argument):
            if not isinstance(file, File):
                raise InputError(f"{file.path}: {file.problem}")
            container = _container(file.path)
            if container in _READERS or container in others:
                yield from _read(file.path, container)
            elif file.named:
                raise InputError(f"{file.path}: the name tells no form that is read here; let it end in {_READABLE}")


def _container(path: str) -> Container | None:
    name = path.lower()
    for packing in Packing:
        name = name.removesuffix(f".{packing}")
    return Container.JSON if name.endswith(_LINKED) else kind_of(path).container


def _read(path: str, container: Container | None) -> Iterator[Row]:
    chunks = file_chunks(path)
    packing = kind_of(path).packing
    if packing is Packing.GZIP:
        chunks = unzipped(chunks)
    elif packing is Packing.ZSTD:
        check_installed("zstandard")
        chunks = unpacked_zstd(chunks)
    read = _READERS.get(container, _texts) if container else _texts
    try:
        yield from read(path, chunks)
    except Broken as broken:
        raise DecodingError(f"{path}: {broken}") from None


def _lines(path: str, chunks: Iterator[bytes]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines(as_utf8(chunks, None)), 1):
        if isinstance(line, Broken):
            raise LineError(path, number, str(line))
        text = decoded_record(line, None)
        if text.strip():
            yield number, text


def _texts(path: str, chunks: Iterator[bytes]) -> Iterator[Row]:
    for number, line in _lines(path, chunks):
        yield Row(line.strip(), path, number)


def _json_lines(path: str, chunks: Iterator[bytes]) -> Iterator[Row]:
    for number, line in _lines(path, chunks):
        yield Row(_parsed(line, path, number), path, number)


def _json(path: str, chunks: Iterator[bytes]) -> Iterator[Row]:
    value = _parsed(decoded(whole(chunks)), path, 1)
    for each in value if isinstance(value, list) else [value]:
        yield Row(each, path, 1)


def _parsed(text: str, path: str, number: int) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LineError(path, number, f"no valid JSON: {error}") from None


def _table(path: str, chunks: Iterator[bytes], delimiter: str | None = None) -> Iterator[Row]:
    found = decoded(whole(chunks)).splitlines(keepends=True)
    head = found[0] if found else ""
    part = delimiter or (";" if head.count(";") > head.count(",") else ",")
    reader = csv.DictReader(found, delimiter=part)
    try:
        for row in reader:
            yield Row({name: cell for name, cell in row.items() if isinstance(name, str)}, path, reader.line_num)
    except csv.Error as error:
        raise LineError(path, reader.line_num + 1, str(error)) from None


def _tabbed(path: str, chunks: Iterator[bytes]) -> Iterator[Row]:
    return _table(path, chunks, "\t")


_READERS: dict[Container, Callable[[str, Iterator[bytes]], Iterator[Row]]] = {
    Container.JSONL: _json_lines,
    Container.JSON: _json,
    Container.CSV: _table,
    Container.TSV: _tabbed,
}
