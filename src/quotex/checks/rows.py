"""Files of records, row by row: JSON Lines, JSON, CSV and TSV, packed or not, and folders of them."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import frozen

from quotex.errors import DecodingError, InputError, InputTypeError, LineError, QuotexError, SettingsError
from quotex.inputs.charsets import as_utf8, decoded_record, is_encoding
from quotex.inputs.extras import check_installed
from quotex.inputs.faults import Broken, FaultCode
from quotex.inputs.packing import unpacked_zstd, unzipped
from quotex.inputs.paths import STDIN, File, expanded, files_of
from quotex.inputs.sheets import checked, column_names, delimiter_of, numbered_rows
from quotex.inputs.streams import file_chunks, lines, stream_chunks, whole, with_head
from quotex.inputs.suffixes import Container, Packing, kind_of, packing_of, sniffed

_LINKED = ".jsonld"
_READABLE = ".jsonl, .json, .jsonld, .csv or .tsv, and .gz or .zst after it"
_STDIN = "standard input"

Chunks = Iterator[bytes]


@frozen
class Row:
    """A JSON value, or the cells of a row by the names of their columns, and where it stands."""

    value: Any
    file: str
    line: int
    """Counted from one; of a file that is one JSON value the first, of a row of several lines its first."""
    element: int | None = None
    """Of a file that is an array the number of the element, counted from one."""

    def read(self, make: Callable[[Any], Any]) -> Any:
        """What ``make`` makes of the value; a ``LineError`` that tells the place where it raises."""
        try:
            return make(self.value)
        except QuotexError as error:
            place = "" if self.element is None else f"element {self.element} of the array: "
            raise LineError(self.file, self.line, f"{place}{error}") from error


def named(paths: Iterable[str | os.PathLike[str]], encoding: str | None) -> list[str]:
    """The files and folders that are meant, in order, "-" being standard input; patterns stand for what they match.

    Raises ``NoInputError`` for a path that is not there, ``InputTypeError`` for one path in place of several,
    ``SettingsError`` for an ``encoding`` that Python does not know.
    """
    if isinstance(paths, str | bytes | os.PathLike) or not isinstance(paths, Iterable):
        raise InputTypeError(f"paths must be several, such as [{paths!r}]")
    if encoding is not None and not is_encoding(encoding):
        raise SettingsError(f"{encoding!r} is no text encoding known to Python")
    return expanded([os.fspath(path) for path in paths])


def rows(path: str, others: frozenset[Container] = frozenset(), encoding: str | None = None) -> Iterator[Row]:
    """The rows of a file, or of the files in a folder and below that are readable, by name; none of an empty one.

    Of a JSON file that is an array its elements are rows. Files of the forms ``others`` are read as lines of text.
    Standard input is JSON Lines, JSON, or such lines, as it begins. ``encoding`` is that of what is not UTF-8. Rows of
    a table whose cells are all blank are left out.

    Raises ``InputError`` for a file of another form, ``LineError`` for a line that is no JSON, a row with another
    number of cells than the header, and two columns of one name, ``DecodingError`` for a file that is damaged or in
    another encoding.
    """
    for file in files_of(path):
        if not isinstance(file, File):
            raise InputError(f"{file.path}: {file.problem}")
        if file.path == STDIN:
            yield from _standard_input(others, encoding)
            continue
        container = _container(file.path)
        if container in _READERS or container in others:
            chunks = _unpacked(file_chunks(file.path), kind_of(file.path).packing)
            yield from _read(file.path, container, as_utf8(chunks, encoding), encoding)
        elif file.named:
            raise InputError(f"{file.path}: the name tells no form that is read here; let it end in {_READABLE}")


def _container(path: str) -> Container | None:
    name = path.lower()
    for packing in Packing:
        name = name.removesuffix(f".{packing}")
    return Container.JSON if name.endswith(_LINKED) else kind_of(path).container


def _unpacked(chunks: Chunks, packing: Packing | None) -> Chunks:
    if packing is Packing.ZSTD:
        check_installed("zstandard")
        return unpacked_zstd(chunks)
    return unzipped(chunks) if packing is Packing.GZIP else chunks


def _standard_input(others: frozenset[Container], encoding: str | None) -> Iterator[Row]:
    try:
        head, chunks = with_head(stream_chunks(sys.stdin.buffer))
        head, chunks = with_head(as_utf8(_unpacked(chunks, packing_of(head)), encoding))
        container = _begun(head.lstrip())
    except Broken as broken:
        raise _error(broken, _STDIN) from None
    if container not in _READERS and container not in others:
        raise InputError(f"{_STDIN}: neither JSON Lines nor JSON; put it into a file whose name tells its form")
    yield from _read(_STDIN, container, chunks, encoding)


def _begun(head: bytes) -> Container:
    """The form of what begins like this."""
    if head.startswith(b"{") and b"\n" not in head:  # an object that is longer than the head, or all there is
        return Container.JSONL
    return sniffed(head)


def _read(path: str, container: Container | None, chunks: Chunks, encoding: str | None) -> Iterator[Row]:
    read = _READERS.get(container, _texts) if container else _texts
    try:
        yield from read(path, chunks, encoding)
    except Broken as broken:
        raise _error(broken, path) from None


def _error(broken: Broken, path: str, line: int | None = None) -> InputError:
    """What is wrong with a file, or with a line of it, as the error that ends the reading."""
    if broken.code is FaultCode.TRUNCATED:  # the message of the fault is for readers that go on with the next file
        return DecodingError(f"{path}: the input ends too early; get a whole copy")
    if line is None:
        return DecodingError(f"{path}: {broken}")
    if broken.code is FaultCode.ENCODING:
        return DecodingError(f"{path}, line {line}: {broken}")
    return LineError(path, line, str(broken))


def _lines(path: str, chunks: Chunks, encoding: str | None) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines(chunks), 1):
        try:
            if isinstance(line, Broken):
                raise line
            text = decoded_record(line, encoding)
        except Broken as broken:
            raise _error(broken, path, number) from None
        if text.strip():
            yield number, text


def _texts(path: str, chunks: Chunks, encoding: str | None) -> Iterator[Row]:
    for number, line in _lines(path, chunks, encoding):
        yield Row(line.strip(), path, number)


def _json_lines(path: str, chunks: Chunks, encoding: str | None) -> Iterator[Row]:
    for number, line in _lines(path, chunks, encoding):
        yield Row(_parsed(line, path, number), path, number)


def _json(path: str, chunks: Chunks, encoding: str | None) -> Iterator[Row]:
    value = _parsed(decoded_record(whole(chunks), encoding), path, 1)
    if not isinstance(value, list):
        yield Row(value, path, 1)
        return
    for number, each in enumerate(value, 1):
        yield Row(each, path, 1, number)


def _parsed(text: str, path: str, number: int) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LineError(path, number, f"no valid JSON: {error}") from None


def _table(path: str, chunks: Chunks, encoding: str | None) -> Iterator[Row]:
    head, chunks = with_head(chunks)
    return _cells(path, chunks, encoding, delimiter_of(head))


def _tabbed(path: str, chunks: Chunks, encoding: str | None) -> Iterator[Row]:
    return _cells(path, chunks, encoding, "\t")


def _cells(path: str, chunks: Chunks, encoding: str | None, delimiter: str) -> Iterator[Row]:
    columns: list[str] = []
    for number, row in numbered_rows(chunks, delimiter):
        try:
            if not columns:
                columns = column_names(row, encoding)
                _check_columns(columns, path, number)
                continue
            cells = checked(row, columns, encoding)
        except Broken as broken:
            raise _error(broken, path, number) from None
        if any(map(str.strip, cells)):
            yield Row({name: cell for name, cell in zip(columns, cells, strict=False) if name}, path, number)


def _check_columns(columns: list[str], path: str, number: int) -> None:
    """Raise ``LineError`` where a column would hide another."""
    for at, name in enumerate(columns):
        if name and name in columns[:at]:
            raise LineError(path, number, f"two columns have the name {name!r}; give one of them another")


_READERS: dict[Container, Callable[[str, Chunks, str | None], Iterator[Row]]] = {
    Container.JSONL: _json_lines,
    Container.JSON: _json,
    Container.CSV: _table,
    Container.TSV: _tabbed,
}
