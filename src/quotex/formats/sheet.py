"""Comma-separated values that a spreadsheet may open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from quotex.formats.rows import COLUMNS, Value, rows
from quotex.records import Article

_DANGEROUS = tuple("=+-@＝＋－＠\t\r\n")
"""What a spreadsheet takes for the start of a formula (OWASP, "CSV Injection"), the full-width forms included."""


def write_csv(articles: Iterable[Article], *, all_acts: bool = False) -> Iterator[str]:
    """A header, then a line a quote (see ``rows``) as RFC 4180 has it; an empty cell for absent.

    A text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    yield csv_line(COLUMNS)
    for article in articles:
        for row in rows(article, all_acts=all_acts):
            yield csv_line(row.values())


def csv_line(cells: Iterable[Value]) -> str:
    """One line as RFC 4180 has it, texts made safe for spreadsheets."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow(map(_safe, cells))
    return stream.getvalue()


def _safe(value: Value) -> Value:
    if isinstance(value, str) and value.lstrip(" \xa0").startswith(_DANGEROUS):
        return "'" + value
    return value
