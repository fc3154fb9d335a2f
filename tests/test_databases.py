"""What can be asked of Parquet and SQLite files."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from attrs import evolve

import quotex
from quotex.dates import day_of
from quotex.errors import InputError, RecordError
from quotex.formats import parquet
from quotex.formats.rows import COLUMNS, rows
from quotex.records import Article, MentionForm, Metadata, Resolution
from record_samples import ferry, span


def _shared() -> Article:
    """The sample, its quote shared by both speakers, one of whom it credits twice; one has an alias."""
    article = ferry()
    duarte, crews = article.speakers
    duarte = evolve(duarte, aliases=(span("Ines"), span("Duarte")))
    said, want = article.attributions
    said = evolve(said, resolution=Resolution(MentionForm.NAMED, (duarte, crews, duarte), (), 0.5))
    return evolve(article, attributions=(said, want), claims=(), speakers=(duarte, crews))


def _quoteless() -> Article:
    return evolve(ferry(), metadata=Metadata(id="none", date="last May"), attributions=(), claims=(), speakers=())


@pytest.fixture(name="database")
def _database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    quotex.write([_quoteless(), _shared(), ferry()], tmp_path / "a.sqlite", all_acts=True)
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as database:
        yield database


def _all(database: sqlite3.Connection, query: str) -> list[tuple[Any, ...]]:
    return database.execute(query).fetchall()


def test_every_row_is_in_the_view(database: sqlite3.Connection) -> None:
    """The view has the columns of rows with the day and a number, and a row each, value for value."""
    database.row_factory = sqlite3.Row
    found = [dict(row) for row in database.execute("SELECT * FROM who_said_what ORDER BY number")]
    assert [row.pop("number") for row in found] == [1, 2, 3, 4]
    assert {row.pop("day") for row in found} == {"2024-05-01"}
    assert found == [*rows(_shared(), all_acts=True), *rows(ferry(), all_acts=True)]
    assert list(found[0]) == list(COLUMNS)


def test_documents_and_speakers_have_tables(database: sqlite3.Connection) -> None:
    """A document without quotes is there, its day null where the date is in no known form; a quote of two has two."""
    assert _all(database, "SELECT number, id, date, day, text_length FROM documents ORDER BY number") == [
        (1, "none", "last May", None, 85),
        (2, "port.txt", "2024-05-01", "2024-05-01", 85),
        (3, "port.txt", "2024-05-01", "2024-05-01", 85),
    ]
    assert _all(database, "SELECT * FROM speakers WHERE document = 2") == [
        (1, 2, "s1", "Ines Duarte", "person", "head of the port", "Duarte, Ines", "Ines; Duarte"),
        (2, 2, "s2", "Crews", "group", None, None, None),
    ]
    assert _all(database, "SELECT quote, speaker FROM quote_speakers") == [(1, 1), (1, 2), (2, 2), (3, 3), (4, 4)]


def test_words_are_found_without_capitals_and_accents(tmp_path: Path) -> None:
    """The index of words folds both, and holds contents and names apart."""
    article = ferry()
    duarte = evolve(article.speakers[0], name=evolve(span("Ines Duarte"), text="Inês Duarte"))
    said = evolve(article.attributions[0], resolution=Resolution(MentionForm.NAMED, (duarte,)))
    quotex.write([evolve(article, attributions=(said,), claims=(), speakers=(duarte,))], tmp_path / "a.db")
    query = "SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?"
    with closing(sqlite3.connect(tmp_path / "a.db")) as database:
        for words, found in (
            ("speaker: ines AND content: FERRY", [(1,)]),
            ('speaker: "inés duarte"', [(1,)]),
            ("known_as: duarte", [(1,)]),
            ("content: duarte", []),
        ):
            assert database.execute(query, (words,)).fetchall() == found
        database.execute("INSERT INTO quotes_fts (quotes_fts, rank) VALUES ('integrity-check', 1)")


def test_keys_and_indexes_are_declared(database: sqlite3.Connection) -> None:
    """Tools that follow foreign keys and look for a full-text table find them, and no key leads nowhere."""
    keys = {
        (table, key, other, column)
        for table in ("quotes", "speakers", "quote_speakers")
        for _, _, other, key, column, *_ in _all(database, f"PRAGMA foreign_key_list({table})")
    }
    assert keys == {
        ("quotes", "document", "documents", "number"),
        ("speakers", "document", "documents", "number"),
        ("quote_speakers", "quote", "quotes", "number"),
        ("quote_speakers", "speaker", "speakers", "number"),
    }
    assert _all(database, "PRAGMA foreign_key_check") == []
    assert _all(database, "PRAGMA integrity_check") == [("ok",)]
    # As Datasette looks for it.
    like = '%VIRTUAL TABLE%USING FTS%content="quotes"%'
    assert database.execute("SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?", (like,)).fetchall() == [
        ("quotes_fts",)
    ]
    indexed = _all(
        database,
        "SELECT tables.name, columns.name FROM sqlite_master AS tables, pragma_index_list(tables.name) AS indexes, "
        "pragma_index_info(indexes.name) AS columns WHERE tables.type = 'table' AND columns.seqno = 0",
    )
    assert {("documents", "day"), ("quotes", "speaker"), ("speakers", "name")} <= set(indexed)


def test_a_foreign_database_is_told(tmp_path: Path) -> None:
    """A database of somebody else, one that is none or cut off, and a record that was changed, are told with the
    file."""
    path = tmp_path / "a.sqlite"
    quotex.write([ferry()], path)
    for damaged in (path.read_bytes()[:-5_000], b"some words" * 100, b""):
        path.write_bytes(damaged)
        with pytest.raises(InputError, match=r"a\.sqlite"):
            list(quotex.read(path))
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE documents (record)")
    with pytest.raises(InputError, match="no database that this version of quotex wrote"):
        list(quotex.read(path))
    quotex.write([ferry(), ferry()], path)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE documents SET record = json_set(record, '$.text_length', -1) WHERE number = 2")
    with pytest.raises(RecordError, match=r"^\$\[1\]\.text_length: .*a\.sqlite$"):
        list(quotex.read(path))


def test_parquet_has_typed_columns(tmp_path: Path) -> None:
    """A row a quote, numbers as numbers and the day as a date; a document without quotes has one, and its record."""
    quotex.write([_shared(), _quoteless()], tmp_path / "a.parquet", all_acts=True)
    table = pq.read_table(tmp_path / "a.parquet")
    assert [name for name in table.column_names if name not in ("day", "record")] == list(COLUMNS)
    types = {name: str(table.schema.field(name).type) for name in ("day", "score", "cue_start", "speaker", "record")}
    assert types == {
        "day": "date32[day]",
        "score": "double",
        "cue_start": "int64",
        "speaker": "string",
        "record": "string",
    }
    found = table.to_pylist()
    assert [row.pop("day") for row in found] == [date(2024, 5, 1), date(2024, 5, 1), None]
    assert [row.pop("record") is not None for row in found] == [True, False, True]
    assert found[:2] == rows(_shared(), all_acts=True)
    assert (found[2]["document_id"], found[2]["id"], found[2]["version"]) == ("none", None, "0.1.0")


def test_parquet_can_be_skipped_by_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Groups of rows know their least and greatest day, are packed with Zstandard, and have a full size each."""
    monkeypatch.setattr(parquet, "_BATCH_ROWS", 2)
    monkeypatch.setattr(parquet, "_GROUP_ROWS", 4)
    path = tmp_path / "a.parquet"
    dated = (evolve(ferry(), metadata=Metadata(date=f"2024-05-{day:02}")) for day in range(1, 11))
    quotex.write(dated, path)
    file = pq.ParquetFile(path)
    at = file.schema_arrow.names.index("day")
    columns = [file.metadata.row_group(group).column(at) for group in range(file.num_row_groups)]
    days = [(column.statistics.min.day, column.statistics.max.day) for column in columns]
    assert days == [(1, 4), (5, 8), (9, 10)]
    assert {column.compression for column in columns} == {"ZSTD"}
    found = pq.read_table(path, filters=pc.field("day") == date(2024, 5, 9))
    assert found.num_rows == 1


def test_a_foreign_parquet_file_is_told(tmp_path: Path) -> None:
    """One without records is told with the file."""
    quotex.write([ferry()], tmp_path / "a.parquet")
    pq.write_table(pq.read_table(tmp_path / "a.parquet").drop(["record"]), tmp_path / "b.parquet")
    with pytest.raises(InputError, match=r"b\.parquet has no column 'record'"):
        list(quotex.read(tmp_path / "b.parquet"))


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2024-05-01", date(2024, 5, 1)),
        (" 20240501 ", date(2024, 5, 1)),
        ("2024-05-01T23:30:00-07:00", date(2024, 5, 1)),
        ("2024-05-01 10:00Z", date(2024, 5, 1)),
        ("2024-W18-3", date(2024, 5, 1)),
        ("Wed, 01 May 2024 23:30:00 -0700", date(2024, 5, 1)),
        ("1 May 2024", date(2024, 5, 1)),
        ("Wed, 1 May 2024 10:00 GMT", date(2024, 5, 1)),
        *((given, None) for given in (None, "", "2024", "2024-05", "2024-W18", "2024-02-30", "31 Jun 2024")),
        *((given, None) for given in ("May 1, 2024", "1 Mai 2024", "01/05/2024", "2024-05-01 at noon", "5 days ago")),
    ],
)
def test_days_are_those_that_dates_name(given: str | None, day: date | None) -> None:
    """ISO 8601 and RFC 2822 are read, by their own clock; nothing else is guessed."""
    assert day_of(given) == day
