"""Parquet files, read a few rows at a time and only in the columns that are wanted."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from quotex.documents import Fault
from quotex.inputs import limits
from quotex.inputs.extras import check_installed
from quotex.inputs.faults import Broken, FaultCode, unreadable
from quotex.inputs.fields import FieldMap, fields_of_columns
from quotex.inputs.raw import Found, Raw, Source
from quotex.inputs.rows import row_json

_ROWS = 16
"""Decoded at a time: few, as each may be as long as a record may be."""


def read_parquet(source: Source) -> Found:
    """A document a row. Where a row group is damaged, the rest of it is a fault and the next one is read."""
    check_installed("pyarrow")
    with _seekable(source) as place, closing(_opened(place)) as file:
        fields = fields_of_columns(file.schema_arrow.names, source.wanted)
        source.report(source.origin, fields)
        yield from _documents(file, fields, source.origin)


@contextmanager
def _seekable(source: Source) -> Iterator[Any]:
    """The path, or an unnamed file with the unpacked bytes. Raises ``Broken`` where there are too many, or too few."""
    if source.path is not None:
        yield source.path
        return
    with tempfile.TemporaryFile() as file:
        for chunk in source.chunks:
            file.write(chunk)
            if file.tell() > limits.GIVE_UP:
                message = f"it unpacks to more than {limits.GIVE_UP:,} bytes; unpack it beforehand"
                raise Broken(FaultCode.TOO_LARGE, message)
        file.seek(0)
        yield file


def _opened(place: Any) -> Any:
    from pyarrow.parquet import ParquetFile

    try:
        return ParquetFile(place, pre_buffer=False, buffer_size=limits.CHUNK, page_checksum_verification=True)
    except Exception as error:  # a damaged file may raise anything
        if isinstance(error, OSError) and error.errno:
            raise unreadable(error) from None
        raise _damaged(error) from None


def _documents(file: Any, fields: FieldMap, origin: str) -> Iterator[Raw | Fault]:
    names = list(fields.named.values())
    first = 0
    for group in range(file.num_row_groups):
        number = first
        batches = file.iter_batches(_ROWS, row_groups=[group], columns=names, use_threads=False)
        try:
            for batch in batches:
                for at in range(batch.num_rows):
                    yield _document(f"{origin}#{number}", batch, at, fields)
                    number += 1
        except Exception as error:  # as above
            yield _damaged(error).fault(f"{origin}#{number}")
        first += file.metadata.row_group(group).num_rows


def _document(origin: str, batch: Any, at: int, fields: FieldMap) -> Raw | Fault:
    try:
        data = row_json({name: _value(batch.column(name)[at]) for name in fields.named.values()})
    except UnicodeDecodeError as error:
        return Broken(FaultCode.ENCODING, f"a cell is not UTF-8: {error}").fault(origin)
    if len(data) > limits.RECORD:
        return limits.too_large().fault(origin)
    return Raw(origin, "json", data, fields)


def _value(scalar: Any) -> object:
    """The value in Python, or as a string where Python has none, as for times in nanoseconds."""
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        raise
    except (ValueError, OverflowError):
        return scalar.cast("string").as_py()


def _damaged(error: Exception) -> Broken:
    return Broken(FaultCode.BROKEN_PARQUET, f"damaged, or no Parquet file ({error}); get it again")
