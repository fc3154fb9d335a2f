"""Records in one Parquet file: a row a quote, made for DuckDB, pandas and pyarrow, and the records within.

The first row of a document holds its record as JSON in the column ``record``; a document without quotes has one row, in
which all columns of the quote are null. One file that is whole in itself cannot lose its other half, and a query that
does not name ``record`` never touches its bytes, as Parquet keeps each column apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from quotex.dates import day_of
from quotex.errors import InputError, MissingExtraError
from quotex.formats.rows import COLUMNS, document_cells, rows
from quotex.records import Article
from quotex.serial import to_json

_RECORD = "record"
_DAY = "day"
_WHOLE_NUMBERS = ("source_start", "source_end", "cue_start", "cue_end", "content_start", "content_end", "segments")
_NUMBERS = ("score", "speaker_score")
_UNLIKE = frozenset({"id", "content", _RECORD, *_WHOLE_NUMBERS, *_NUMBERS})
"""Columns whose values hardly come again, so that a dictionary of them would only cost."""

_BATCH_ROWS = 2_000
_GROUP_ROWS = 65_536
"""Rows that can be skipped together by their least and greatest day: some 5,000 articles, a core's share of a query."""
_GROUP_BYTES = 1 << 27
"""A group ends earlier where its rows are larger in memory than that."""


def save_parquet(articles: Iterable[Article], path: Path, *, all_acts: bool) -> None:
    """Fill the file ``path``.

    Raises ``MissingExtraError`` without pyarrow, ``OSError`` where it cannot be written, and what ``articles`` and
    ``to_json`` raise.
    """
    pyarrow = _pyarrow()
    from pyarrow import parquet

    schema = _schema(pyarrow)
    names = schema.names
    options = {
        "compression": "zstd",
        "use_dictionary": [name for name in names if name not in _UNLIKE],
        "write_statistics": [name for name in names if name not in (_RECORD, "content")],
    }
    with path.open("wb") as stream, parquet.ParquetWriter(stream, schema, **options) as writer:
        for group in _groups(_batches(articles, all_acts, schema, pyarrow), pyarrow):
            writer.write_table(group, row_group_size=group.num_rows)
            del group  # before the next one is gathered


def parquet_records(path: Path) -> Iterator[str]:
    """The JSON of each record of a file that ``save_parquet`` filled.

    Raises ``InputError`` where it is another, ``MissingExtraError`` without pyarrow, ``OSError`` where it cannot be
    opened.
    """
    pyarrow = _pyarrow()
    from pyarrow import parquet

    with path.open("rb") as stream:
        try:
            file = parquet.ParquetFile(stream)
            if _RECORD not in file.schema_arrow.names:
                raise InputError(f"{path} has no column {_RECORD!r}: quotex did not write it, or it holds rows alone")
            for batch in file.iter_batches(batch_size=_BATCH_ROWS, columns=[_RECORD]):
                yield from filter(None, batch.column(0).to_pylist())
        except (pyarrow.ArrowException, OSError) as error:
            raise InputError(f"{path} is no whole Parquet file ({error}); write it again") from error


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError('Parquet needs pyarrow: pip install "quotex[parquet]"') from error
    return pyarrow


def _schema(pyarrow: Any) -> Any:
    types = dict.fromkeys(COLUMNS, pyarrow.string())
    types |= dict.fromkeys(_WHOLE_NUMBERS, pyarrow.int64()) | dict.fromkeys(_NUMBERS, pyarrow.float64())
    fields = [(name, types[name]) for name in COLUMNS]
    fields.insert(COLUMNS.index("document_date") + 1, (_DAY, pyarrow.date32()))
    return pyarrow.schema([*fields, (_RECORD, pyarrow.string())])


def _batches(articles: Iterable[Article], all_acts: bool, schema: Any, pyarrow: Any) -> Iterator[Any]:
    waiting: list[dict[str, Any]] = []
    for article in articles:
        waiting += _of_document(article, all_acts)
        if len(waiting) >= _BATCH_ROWS:
            yield pyarrow.RecordBatch.from_pylist(waiting, schema)
            waiting = []
    if waiting:
        yield pyarrow.RecordBatch.from_pylist(waiting, schema)


def _of_document(article: Article, all_acts: bool) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [*rows(article, all_acts=all_acts)] or [{**document_cells(article)}]
    day = day_of(article.metadata.date)
    for row in found:
        row[_DAY] = day
    found[0][_RECORD] = to_json(article)
    return found


def _groups(batches: Iterable[Any], pyarrow: Any) -> Iterator[Any]:
    """The batches, as many together in a table as make a group of rows."""
    group: list[Any] = []
    for batch in batches:
        group.append(batch)
        if sum(each.num_rows for each in group) >= _GROUP_ROWS or sum(each.nbytes for each in group) >= _GROUP_BYTES:
            yield pyarrow.Table.from_batches(group)
            group.clear()
    if group:
        yield pyarrow.Table.from_batches(group)
