"""``quotex.write``: articles to a file in the format that its name tells."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from attrs import frozen

from quotex.errors import OutputError
from quotex.formats.replacing import replacing
from quotex.formats.suffixes import Compression, Format, Shape, shape_of
from quotex.records import Article

Save = Callable[[Iterable[Article], Path], None]


@frozen
class Counts:
    """How much was written."""

    documents: int
    rows: int
    """Quotes, or with ``all_acts`` attributions; JSON and JSON Lines hold them within their documents."""


def write(
    articles: Iterable[Article],
    path: str | os.PathLike[str],
    *,
    format: str | None = None,  # noqa: A002 - the usual word
    all_acts: bool = False,
) -> Counts:
    """Write articles to ``path``, one after the other, and tell how many there were.

    The suffix tells the format: ``.jsonl`` or ``.ndjson``, ``.json`` (an array), ``.csv`` (each also with ``.gz`` or
    ``.zst`` after it), ``.parquet``, ``.sqlite`` or ``.db``; ``format`` ("jsonl", "json", "csv", "parquet", "sqlite")
    tells it in its stead. All but CSV keep the whole record, to be had back with ``read``, beside the rows that they
    hold; ``all_acts`` makes rows of beliefs, intentions and attitudes, too.

    The file is there whole or not at all: it is written under another name beside ``path`` and takes its place at the
    end. An error, one of ``articles`` included, leaves what stood at ``path`` as it was. However many there are, only a
    batch of them is in memory. Articles may come from the file that is replaced.

    Raises:
        FormatError: the name or ``format`` tells no format.
        OutputError: the disk is full, the folder is not there or read-only.
        MissingExtraError: the format needs a package that is not installed.
        RecordError: an article's attribution holds a speaker that is not among the article's.
    """
    target = Path(path)
    save = _saver(shape_of(target, format), all_acts)
    source = _Source(articles, all_acts)
    try:
        with replacing(target) as new:
            save(source, new)
    except (OSError, sqlite3.Error) as error:
        if error is source.failure:
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(os.fspath(target), reason, getattr(error, "errno", None)) from error
    return Counts(source.documents, source.rows)


class _Source:
    """Articles that are counted as they pass, and the error that ended them, which is none of the output's."""

    def __init__(self, articles: Iterable[Article], all_acts: bool) -> None:
        self._articles = articles
        self._all_acts = all_acts
        self.documents = 0
        self.rows = 0
        self.failure: Exception | None = None

    def __iter__(self) -> Iterator[Article]:
        try:
            for article in self._articles:
                self.documents += 1
                self.rows += len(article.attributions if self._all_acts else article.quotes)
                yield article
        except Exception as error:
            self.failure = error
            raise


def _saver(shape: Shape, all_acts: bool) -> Save:
    if shape.format is Format.PARQUET:
        from quotex.formats.parquet import save_parquet

        return partial(save_parquet, all_acts=all_acts)
    if shape.format is Format.SQLITE:
        from quotex.formats.database import save_database

        return partial(save_database, all_acts=all_acts)
    return partial(_save_text, _text_writer(shape.format, all_acts), shape.compression)


def _text_writer(form: Format, all_acts: bool) -> Callable[[Iterable[Article]], Iterator[str]]:
    from quotex.formats.lines import write_json, write_jsonl
    from quotex.formats.sheet import write_csv

    if form is Format.CSV:
        return partial(write_csv, all_acts=all_acts, marked=True)
    return write_json if form is Format.JSON else write_jsonl


def _save_text(
    writer: Callable[[Iterable[Article]], Iterator[str]],
    compression: Compression,
    articles: Iterable[Article],
    path: Path,
) -> None:
    from quotex.formats.streams import opened_to_write

    with opened_to_write(path, compression) as stream:
        for chunk in writer(articles):
            stream.write(chunk.encode())
