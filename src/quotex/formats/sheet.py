"""Comma-separated values that a spreadsheet may open."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from quotex.formats.rows import COLUMNS, Value, rows
from quotex.records import Article

_QUOTE_MARKS = "\"'`´“”„‟‘’‚‛«»‹›″′"
_FORMULA = re.compile(rf"[ \xa0{_QUOTE_MARKS}]*[=+\-@＝＋－＠\t\r\n]")
"""How a text starts that a spreadsheet may take for a formula (OWASP, "CSV Injection"), the full-width forms included.

Quote marks are looked through, as a program that takes the cell apart once more would take them off.
"""
BYTE_ORDER_MARK = "\ufeff"


def write_csv(articles: Iterable[Article], *, all_acts: bool = False, marked: bool = False) -> Iterator[str]:
    """A header, then a line a quote (see ``rows``) as RFC 4180 has it; an empty cell for absent, numbers as they are.

    A text that a spreadsheet would take for a formula gets an apostrophe in front: a cell is the text itself, or, where
    it begins with an apostrophe and the rest looks like a formula, the rest.

    ``marked`` puts a byte order mark in front, without which Excel takes UTF-8 for the country's old encoding and
    shows "â€œ" for every quotation mark. It suits files; a pipe is better without.
    """
    if marked:
        yield BYTE_ORDER_MARK
    yield csv_line(COLUMNS)
    for article in articles:
        for row in rows(article, all_acts=all_acts):
            yield csv_line(row.values())


def csv_line(cells: Iterable[Value]) -> str:
    """One line as RFC 4180 has it, texts made safe for spreadsheets.

    NUL characters, at which some readers end a cell and others the file, become U+FFFD.
    """
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow(map(_safe, cells))
    return stream.getvalue()


def _safe(value: Value) -> Value:
    if not isinstance(value, str):
        return value
    text = value.replace("\0", "\ufffd")
    return "'" + text if _FORMULA.match(text) else text
