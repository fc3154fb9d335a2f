"""Tables as text: CSV and TSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import partial

from quotex.documents import Fault
from quotex.inputs import limits
from quotex.inputs.charsets import as_utf8, decoded_record
from quotex.inputs.faults import Broken, FaultCode
from quotex.inputs.fields import FieldMap, fields_of_columns
from quotex.inputs.raw import Found, Raw, Source
from quotex.inputs.rows import row_json
from quotex.inputs.streams import lines, with_head

Row = list[str]


def read_csv(source: Source) -> Found:
    """A document a row below the header. Semicolons part the cells where the header has more of them than commas."""
    head, chunks = with_head(as_utf8(source.chunks, source.encoding))
    return _read(source, chunks, delimiter_of(head))


def read_tsv(source: Source) -> Found:
    """A document a row below the header, tabs between the cells."""
    return _read(source, as_utf8(source.chunks, source.encoding), "\t")


def delimiter_of(head: bytes) -> str:
    """What parts the cells of a CSV that begins like this: semicolons where its header has more of them than commas."""
    header = head.partition(b"\n")[0]
    return ";" if header.count(b";") > header.count(b",") else ","


def _read(source: Source, chunks: Iterator[bytes], delimiter: str) -> Found:
    rows = (row for _, row in numbered_rows(chunks, delimiter))
    header = next(rows, None)
    if header is None:
        return
    columns = column_names(header, source.encoding)
    fields = fields_of_columns(columns, source.wanted)
    source.report(source.origin, fields)
    make = partial(_document, columns=columns, fields=fields, encoding=source.encoding)
    for number, row in enumerate(rows):
        yield make(f"{source.origin}#{number}", row)


def _document(
    origin: str, row: Row | Broken, *, columns: list[str], fields: FieldMap, encoding: str | None
) -> Raw | Fault:
    try:
        cells = checked(row, columns, encoding)
    except Broken as broken:
        return broken.fault(origin)
    return Raw(origin, "json", row_json({name: cells[columns.index(name)] for name in fields.named.values()}), fields)


def column_names(header: Row | Broken, encoding: str | None) -> list[str]:
    """The names in a header, without blanks around them. Raises ``Broken`` where it cannot be read."""
    if isinstance(header, Broken):
        raise header
    return [name.strip() for name in _as_text(header, encoding)]


def checked(row: Row | Broken, columns: list[str], encoding: str | None) -> Row:
    """The cells of a row as text. Raises ``Broken`` where they are not what the header promises."""
    if isinstance(row, Broken):
        raise row
    if any("\0" in cell for cell in row):
        raise Broken(FaultCode.NUL_BYTE, "the row holds NUL bytes: it is damaged, or in an encoding to be named")
    if len(row) < len(columns) or any(row[len(columns) :]):
        message = f"the row has {len(row)} cells and the header {len(columns)}; is a quotation mark or a comma amiss?"
        raise Broken(FaultCode.RAGGED_ROW, message)
    return _as_text(row, encoding)


def _as_text(row: Row, encoding: str | None) -> Row:
    """The cells, in which bytes that are not UTF-8 stand as surrogates, decoded again where they hold some."""
    if all(cell.isascii() for cell in row):
        return row
    try:
        for cell in row:
            cell.encode("utf-8")
    except UnicodeEncodeError:
        return [decoded_record(cell.encode("utf-8", "surrogateescape"), encoding) for cell in row]
    return row


def numbered_rows(chunks: Iterator[bytes], delimiter: str) -> Iterator[tuple[int, Row | Broken]]:
    """The rows, blank lines aside, each with the number of its first line, counted from one; ``Broken`` in the place of
    one that cannot be read. Bytes that are not UTF-8 stand in the cells as surrogates."""
    source = _Lines(chunks)
    reader = csv.reader(source, delimiter=delimiter)
    first = 1
    while (row := _next_row(reader)) is not None:
        if source.ended:
            message = "a quotation mark is not closed, so that the rest of the file reads as one row"
            yield first, Broken(FaultCode.UNCLOSED_QUOTE, message)
        elif row:
            yield first, row
        first = source.number + 1


def _next_row(reader: Iterator[Row]) -> Row | Broken | None:
    """The next row, or what is wrong with it; ``None`` after the last."""
    # The limit holds for all readers of the process, so it is ours only while we read.
    others = csv.field_size_limit(limits.RECORD)
    try:
        return next(reader, None)
    except (csv.Error, _TooLarge):  # of the errors that csv knows only that of the limit is left to lines cut as ours
        return limits.too_large()
    finally:
        csv.field_size_limit(others)


class _TooLarge(Exception):  # noqa: N818 - private to this module
    """A line is too long; it goes through the reader of csv, which then begins a new row."""


class _Lines:
    """Lines for the reader of csv, cut at carriage returns as well; bytes that are not UTF-8 become surrogates."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._lines = lines(chunks)
        self._cut: Iterator[bytes] = iter(())
        self.number = 0
        """How many lines have been given, those that are too long among them."""
        self.ended = False
        """Whether a line was asked for where there was none any more: within a row this means that it is not whole."""

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._cut, None)
        while line is None:
            found = next(self._lines, None)
            if found is None:
                self.ended = True
                raise StopIteration
            if isinstance(found, Broken):
                self.number += 1
                raise _TooLarge
            self._cut = iter(found.splitlines(keepends=True))
            line = next(self._cut, None)
        self.number += 1
        return line.decode("utf-8", "surrogateescape")
