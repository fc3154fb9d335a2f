"""What did X say about Y in May: how long a large archive takes to answer, by format.

    python -m benchmarks.queries                    a million quotes; needs some 4 GB in the folder for temporary files
    python -m benchmarks.queries --quotes 10000     a small one
    python -m benchmarks.queries --json             the figures as JSON

An invented archive (``benchmarks.archive``) is written as JSON Lines, SQLite and Parquet by ``quotex.write``. The same
question then goes to the full-text index of SQLite, to the Parquet file by DuckDB and by pyarrow, and to the JSON Lines
by reading them line by line with ``json.loads``, in turn, files being opened anew each time. All must give the same
answer. The ratios are medians beside that of the scan; DuckDB and pyarrow use all cores.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import archive
from benchmarks.sizes import written

Answer = list[tuple[str, str]]
"""Ids of documents and quotes, sorted."""

_FORMATS = ("jsonl", "sqlite", "parquet")
_FROM, _TO = archive.FIRST.isoformat(), archive.LAST.isoformat()
_SQLITE = """
    SELECT said.document_id, said.id
    FROM quotes_fts JOIN who_said_what AS said ON said.number = quotes_fts.rowid
    WHERE quotes_fts MATCH ? AND said.day BETWEEN ? AND ?
"""
_DUCKDB = """
    SELECT document_id, id FROM read_parquet(?)
    WHERE speaker LIKE '%' || ? || '%' AND content ILIKE '%' || ? || '%' AND day BETWEEN ?::DATE AND ?::DATE
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the files, ask, and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.queries", description="A question to an archive.")
    parser.add_argument("--quotes", type=int, default=1_000_000, help="how many (default: 1000000)")
    parser.add_argument("--repeats", type=int, default=3, help="how often each way is asked (default: 3)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        figures = measured(Path(folder), options.quotes, options.repeats)
    print(json.dumps(figures, indent=2) if options.json else report(figures))


def measured(folder: Path, quotes: int, repeats: int) -> dict[str, Any]:
    """The figures of an archive that is written to ``folder``."""
    files = written(lambda: archive.articles(quotes), folder, _FORMATS)
    seconds: dict[str, list[float]] = {name: [] for name in _WAYS}
    answers: dict[str, Answer] = {}
    for _ in range(repeats):
        for name, (suffix, ask) in _WAYS.items():
            start = time.perf_counter()
            answers[name] = sorted(ask(files[suffix].path))
            seconds[name].append(time.perf_counter() - start)
    if any(answer != answers["scan"] for answer in answers.values()):
        raise SystemExit(f"the answers differ: { ({name: len(answer) for name, answer in answers.items()}) }")
    counts = files["jsonl"].counts
    whole = {"documents": counts.documents, "quotes": counts.rows, "answers": len(answers["scan"])}
    told = {name: {"seconds": file.seconds, "megabytes": file.size / 1e6} for name, file in files.items()}
    return {**whole, "files": told, "seconds": seconds}


def report(figures: dict[str, Any]) -> str:
    """A short table, ratios first, without a final newline."""
    medians = {name: median(seconds) for name, seconds in figures["seconds"].items()}
    lines = [
        f"What did {archive.SPEAKER} say about the {archive.WORD} in May: {figures['answers']:,} of "
        f"{figures['quotes']:,} quotes in {figures['documents']:,} documents",
        "             of the scan's time    seconds    lowest   highest",
    ]
    for name, seconds in figures["seconds"].items():
        ratio = medians[name] / medians["scan"]
        lines.append(f"  {name:<10} {ratio:19.5f} {medians[name]:10.4f} {min(seconds):9.4f} {max(seconds):9.4f}")
    lines += ["", "file             MB   seconds to make and write"]
    for name, file in figures["files"].items():
        lines.append(f"  {name:<8} {file['megabytes']:8,.0f} {file['seconds']:19,.0f}")
    return "\n".join(lines)


def _scan(path: Path) -> Answer:
    found = []
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            record = json.loads(line)
            if not _FROM <= record["metadata"]["date"] <= _TO:
                continue
            names = {speaker["id"]: speaker["name"]["text"] for speaker in record["speakers"]}
            for each in record["attributions"]:
                said = " … ".join(part["text"] for part in each["content"]).lower()
                if archive.WORD in said and archive.SPEAKER in map(names.get, each["resolution"]["speakers"]):
                    found.append((record["metadata"]["id"], each["id"]))
    return found


def _sqlite(path: Path) -> Answer:
    words = f'speaker:"{archive.SPEAKER}" AND content:"{archive.WORD}"'
    with closing(sqlite3.connect(path)) as database:
        return database.execute(_SQLITE, (words, _FROM, _TO)).fetchall()


def _duckdb(path: Path) -> Answer:
    import duckdb

    with duckdb.connect() as database:
        return database.execute(_DUCKDB, [str(path), archive.SPEAKER, archive.WORD, _FROM, _TO]).fetchall()


def _pyarrow(path: Path) -> Answer:
    import pyarrow.compute as pc
    import pyarrow.dataset as ds

    said = (
        pc.match_substring(ds.field("speaker"), archive.SPEAKER)
        & pc.match_substring(ds.field("content"), archive.WORD, ignore_case=True)
        & (ds.field("day") >= archive.FIRST)
        & (ds.field("day") <= archive.LAST)
    )
    found = ds.dataset(path).to_table(columns=["document_id", "id"], filter=said)
    return [(row["document_id"], row["id"]) for row in found.to_pylist()]


_WAYS: dict[str, tuple[str, Callable[[Path], Answer]]] = {
    "scan": ("jsonl", _scan),
    "SQLite": ("sqlite", _sqlite),
    "DuckDB": ("parquet", _duckdb),
    "pyarrow": ("parquet", _pyarrow),
}

if __name__ == "__main__":
    main()
