"""Records in a SQLite database: tables to ask, an index of the words, and the whole record of each document."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from quotex.dates import day_of
from quotex.errors import InputError
from quotex.formats.rows import COLUMNS, rows
from quotex.formats.standoff import titles_in
from quotex.records import Article, Speaker
from quotex.serial import to_json

_OF_DOCUMENT = frozenset({"text_sha256", "version", "model_sha256", "settings_hash"})
_OF_QUOTE = tuple(name for name in COLUMNS if not name.startswith("document_") and name not in _OF_DOCUMENT)
_VERSION = 1
"""Of the tables, as ``database.sql`` sets it."""
_BULK = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -65536;
"""
"""Safe as long as nobody sees the file before it is whole, and much faster."""


def save_database(articles: Iterable[Article], path: Path, *, all_acts: bool) -> None:
    """Fill the empty file ``path``: a row of ``quotes`` for each row of ``rows``.

    Raises ``sqlite3.Error`` where it cannot be written, and what ``articles`` and ``to_json`` raise.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(_BULK + _script("database.sql"))
        database.execute("BEGIN")
        loader = _Loader(database, all_acts)
        for article in articles:
            loader.add(article)
        database.execute("COMMIT")
        database.executescript(_script("database_indexes.sql"))


def database_records(path: Path) -> Iterator[str]:
    """The JSON of each record of a database that ``save_database`` filled.

    Raises ``InputError`` where it is another, ``OSError`` where it cannot be opened.
    """
    path.open("rb").close()  # says why, where SQLite would only say that it cannot
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            if database.execute("PRAGMA user_version").fetchone() != (_VERSION,):
                raise InputError(f"{path} is no database that this version of quotex wrote; write it again")
            for (record,) in database.execute("SELECT record FROM documents ORDER BY number"):
                yield record
    except sqlite3.Error as error:
        raise InputError(f"{path} is no whole database that quotex wrote ({error}); write it again") from error


class _Loader:
    """Inserts articles, counting the rows of each table from one."""

    def __init__(self, database: sqlite3.Connection, all_acts: bool) -> None:
        self._database = database
        self._all_acts = all_acts
        self._document = 0
        self._speaker = 0
        self._quote = 0

    def add(self, article: Article) -> None:
        """Insert the document, its speakers, its quotes and whose they are."""
        self._document += 1
        self._insert("documents", [_of_document(self._document, article)])
        numbers = {speaker.id: self._speaker + place for place, speaker in enumerate(article.speakers, 1)}
        self._speaker += len(numbers)
        self._insert("speakers", [self._of_speaker(numbers[each.id], each) for each in article.speakers])
        quotes, links = [], []
        shown = article.attributions if self._all_acts else article.quotes
        for attribution, row in zip(shown, rows(article, all_acts=self._all_acts), strict=True):
            self._quote += 1
            quotes.append((self._quote, self._document, *(row[name] for name in _OF_QUOTE)))
            links += [(self._quote, number) for number in {numbers[each.id]: None for each in attribution.speakers}]
        self._insert("quotes", quotes)
        self._insert("quote_speakers", links)

    def _of_speaker(self, number: int, speaker: Speaker) -> tuple[int | str | None, ...]:
        aliases = "; ".join(alias.text for alias in speaker.aliases) or None
        about = (speaker.id, speaker.name.text, speaker.type.value, titles_in([speaker]), speaker.known_as, aliases)
        return (number, self._document, *about)

    def _insert(self, table: str, values: Sequence[tuple[int | float | str | None, ...]]) -> None:
        if values:
            places = ", ".join("?" * len(values[0]))
            self._database.executemany(f"INSERT INTO {table} VALUES ({places})", values)


def _of_document(number: int, article: Article) -> tuple[int | str | None, ...]:
    about = article.metadata
    day = day_of(about.date)
    given = (about.id, about.title, about.date, day.isoformat() if day else None, about.author, about.url)
    text = (article.text_sha256, article.text_length)
    return (number, *given, *text, article.version, article.model_sha256, article.settings_hash, to_json(article))


def _script(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
