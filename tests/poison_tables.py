"""CSV, TSV and Parquet files of the poison corpus."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from poison_case import LARGE, Case, story

HEADER = ("id", "text", "date")
_BAD_ROWS = {
    "few_cells": ("x,It opens\n", "ragged_row"),
    "many_cells": ("x,It opens,2020-01-01,and more\n", "ragged_row"),
    "nul": ("x,It \0 opens,2020-01-01\n", "nul_byte"),
    "no_text": ("x,,2020-01-01\n", "no_text"),
    "blank_text": ('x,"  ",2020-01-01\n', "no_text"),
    "latin1": ("x,It op\xe9ns,2020-01-01\n", "encoding"),
}


def line(*cells: str, delimiter: str = ",") -> bytes:
    """A line of a table."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerow(cells)
    return out.getvalue().encode()


def row(key: str, delimiter: str = ",") -> bytes:
    """The line of a good document of the id ``key``, whose text has line feeds, quotation marks and delimiters."""
    return line(key, story(key) + '\nThe "old," tab\tand semicolon; one.', "2020-01-02", delimiter=delimiter)


def cases() -> Iterator[Case]:
    """The bad row between two good ones; then tables that are odd or bad as a whole."""
    for suffix, delimiter in (("csv", ","), ("tsv", "\t")):
        for stem, (bad, code) in _BAD_ROWS.items():
            yield _between(f"{suffix}/{stem}.{suffix}", bad.encode("latin-1"), code, delimiter)
        large = b"x," + b"a" * LARGE + b",2020-01-01\n"
        yield _between(f"{suffix}/large.{suffix}", large, "too_large", delimiter)
    yield from _odd_tables()
    yield from _bad_tables()
    yield from _parquets()


def _between(name: str, bad: bytes, code: str, delimiter: str) -> Case:
    first, last = (row(f"{name}-{which}", delimiter) for which in "ab")
    data = line(*HEADER, delimiter=delimiter) + first + bad.replace(b",", delimiter.encode()) + last
    return Case(name, data, {f"{name}#0": f"{name}-a", f"{name}#2": f"{name}-b"}, ((f"{name}#1", code),))


def _odd_tables() -> Iterator[Case]:
    rows = line(*HEADER) + row("table-a") + row("table-b")
    semicolons = line(*HEADER, delimiter=";") + row("table-a", ";") + row("table-b", ";")
    plain = b"id,text\rtable-a,It opens in May\rtable-b,It opens in June\r"
    for stem, data in {
        "plain": rows,
        "marked": codecs.BOM_UTF8 + rows,
        "utf16": rows.decode().encode("utf-16"),
        "semicolons": semicolons,
        "returns_only": plain,
        "blank_lines": plain.replace(b"\r", b"\n\n"),
        "no_last_line_end": plain.replace(b"\r", b"\n").rstrip(),
        "empty_cells_after": plain.replace(b"May\r", b"May,,\n").replace(b"\r", b"\n"),
        "capitals": rows.replace(b"id,text,date", b"ID, Article Text ,Publish-Date"),
        "column_twice": b"id,text,text\ntable-a,It opens,x\ntable-b,It closes,y\n",
    }.items():
        name = f"csv/odd_{stem}.csv"
        yield Case(name, data, {f"{name}#0": "table-a", f"{name}#1": "table-b"})


def _bad_tables() -> Iterator[Case]:
    start = line(*HEADER) + row("table-a")
    tables: tuple[tuple[str, bytes, dict[str, str], tuple[tuple[str, str], ...]], ...] = (
        ("unclosed", start + b'x,"It opens,2020\nlost,It opens,2020\n', {"#0": "table-a"}, (("#1", "unclosed_quote"),)),
        ("no_text_field", b"id,summary\n1,It opens\n", {}, (("", "no_text_field"),)),
        ("header_only", line(*HEADER), {}, ()),
        ("empty", b"", {}, ()),
        ("latin1_header", "id,text,café\n".encode("latin-1") + b"1,2,3\n", {}, (("", "encoding"),)),
    )
    name = "csv/bad_large_header.csv"
    yield Case(name, b"a" * LARGE + b"\n" + row("lost"), faults=((name, "too_large"),))
    for stem, data, documents, faults in tables:
        name = f"csv/bad_{stem}.csv"
        found = {name + at: key for at, key in documents.items()}
        yield Case(name, data, found, tuple((name + at, code) for at, code in faults))


def parquet(columns: dict[str, Any], **options: Any) -> bytes:
    """A Parquet file of these columns."""
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, write_page_checksum=True, **options)
    return out.getvalue()


def good_parquet(*keys: str) -> bytes:
    """A Parquet file of good documents."""
    return parquet({"id": list(keys), "text": [story(key) for key in keys]})


def _parquets() -> Iterator[Case]:
    keys = ("parquet-a", "parquet-b")
    texts = [story(key) for key in keys]
    good = good_parquet(*keys)
    for stem, columns in {
        "plain": {"id": keys, "text": texts},
        "large_strings": {"id": pa.array(keys, pa.large_string()), "text": pa.array(texts, pa.large_string())},
        "dictionary": {"id": keys, "text": pa.array(texts).dictionary_encode()},
        "bytes": {"id": keys, "text": [text.encode() for text in texts]},
        "dates": {"id": keys, "text": texts, "date": [date(2020, 1, 2), None]},
        "nanoseconds": {"id": keys, "text": texts, "date": pa.array([1, 2], pa.timestamp("ns"))},
        "late": {"id": keys, "text": texts, "date": pa.array([2**60, 2], pa.timestamp("us"))},
        "zones": {"id": keys, "text": texts, "date": pa.array([datetime(2020, 1, 2)] * 2, pa.timestamp("us", "UTC"))},
        "decimals": {"id": keys, "text": texts, "title": [Decimal("1.5"), None]},
        "authors": {"id": keys, "text": texts, "authors": [["A", "B"], []]},
        "structs": {"id": keys, "text": texts, "author": [{"name": "A"}, {"name": "B"}]},
    }.items():
        name = f"parquet/{stem}.parquet"
        yield Case(name, parquet(columns), {f"{name}#{number}": key for number, key in enumerate(keys)})
    for stem, data, code in (
        ("empty", b"", "broken_parquet"),
        ("cut", good[:-100], "broken_parquet"),
        ("magic_only", b"PAR1PAR1", "broken_parquet"),
        ("words", b"It is no table. " * 20, "broken_parquet"),
        ("bad_footer", good[:-60] + bytes(52) + good[-8:], "broken_parquet"),
        ("no_text_field", parquet({"id": [1], "summary": ["It opens."]}), "no_text_field"),
        ("no_columns", parquet({}), "no_text_field"),
    ):
        name = f"parquet/{stem}.parquet"
        yield Case(name, data, faults=((name, code),))
    yield from _bad_cells(keys, texts)
    yield _bad_page("parquet/bad_page.parquet")


def _bad_cells(keys: Sequence[str], texts: Sequence[str]) -> Iterator[Case]:
    for stem, cell, code in (
        ("null_text", None, "no_text"),
        ("empty_text", "", "no_text"),
        ("latin1", b"caf\xe9", "encoding"),
        ("large", b"a" * LARGE, "too_large"),
    ):
        name = f"parquet/{stem}.parquet"
        first, last = (text.encode() if isinstance(cell, bytes) else text for text in texts)
        data = parquet({"id": [keys[0], "x", keys[1]], "text": [first, cell, last]})
        yield Case(name, data, {f"{name}#0": keys[0], f"{name}#2": keys[1]}, ((f"{name}#1", code),))
    name = "parquet/cut_start.parquet"  # the footer is whole
    yield Case(name, good_parquet("x")[100:], faults=((f"{name}#0", "broken_parquet"),))
    name = "parquet/numbers.parquet"
    yield Case(name, parquet({"text": [1, 2]}), faults=tuple((f"{name}#{at}", "text_not_string") for at in range(2)))


def _bad_page(name: str) -> Case:
    """Of three row groups the second has a damaged page."""
    keys = [f"page-{number}" for number in range(6)]
    data = bytearray(parquet({"id": keys, "text": [story(key) for key in keys]}, row_group_size=2, compression="none"))
    at = data.index(f"bridge {keys[2]}".encode())
    data[at] ^= 0xFF
    kept = {f"{name}#{number}": keys[number] for number in (0, 1, 4, 5)}
    return Case(name, bytes(data), kept, ((f"{name}#2", "broken_parquet"),))
