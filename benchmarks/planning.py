"""What a plan for a large archive is reckoned from: the work of a worker and of the process that feeds it, and bytes.

    python -m benchmarks.planning           a table, with a billion articles reckoned from it
    python -m benchmarks.planning --json    the figures as JSON

Stories of some 600 words (``benchmarks.long_texts``) are read in this process, then by a run of one worker. Speeds are
of processor time, which other work on the machine lengthens, but not by much; the load is told.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import quotex
from benchmarks.long_texts import write_stories
from benchmarks.sizes import written
from quotex.archive import Job, Line, Pool, run
from quotex.archive.shards import shards
from quotex.archive.work import read_all, warm_up
from quotex.inputs import Raw, scan

_FORMATS = ("jsonl", "jsonl.gz", "parquet", "sqlite")
_MANY = 1_000_000_000


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planning", description="Figures to plan with.")
    parser.add_argument("--documents", type=int, default=300, help="to read (default: 300)")
    parser.add_argument("--price", type=float, default=0.04, help="of an hour of one processor (default: 0.04)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        figures = measured(Path(folder), options.documents)
    print(json.dumps(figures, indent=2) if options.json else report(figures, options.price))


def measured(folder: Path, documents: int) -> dict[str, Any]:
    """The figures, of so many documents."""
    news = folder / "news.jsonl"
    write_stories(news, documents)
    items = [item for item in scan([news]) if isinstance(item, Raw)]
    warm_up()
    load = os.getloadavg()
    start = time.process_time()
    lines = [output for output in read_all(items, Job(seconds=0)) if isinstance(output, Line)]
    reading = time.process_time() - start
    start = time.process_time()
    cut = sum(len(shard.items) for shard in shards(scan([news])))
    cutting = time.process_time() - start
    start = time.process_time()
    run([news], folder / "archive", Job(), engine=lambda job: Pool(job, 1))
    handing = time.process_time() - start
    files = written(lambda: quotex.read(folder / "archive"), folder, _FORMATS)
    return {
        "load": [*load, *os.getloadavg()],
        "documents": len(lines),
        "words": sum(len(json.loads(item.data)["text"].split()) for item in items) / len(items),
        "text_bytes": sum(len(item.data) for item in items) / len(items),
        "quotes": sum(line.quotes for line in lines) / len(lines),
        "read_per_cpu_second": len(lines) / reading,
        "cut_per_cpu_second": cut / cutting,
        "handed_out_per_cpu_second": cut / handing,
        "bytes": {form: file.size / len(lines) for form, file in files.items()},
    }


def report(figures: dict[str, Any], price: float) -> str:
    """The figures as a table, and what they come to for a billion articles."""
    hours = _MANY / figures["read_per_cpu_second"] / 3600
    lines = [
        "load before and after " + " ".join(f"{load:.2f}" for load in figures["load"]),
        f"{figures['documents']:,} documents of {figures['words']:.0f} words, {figures['quotes']:.1f} quotes each",
        f"one worker reads       {figures['read_per_cpu_second']:10,.2f} a second of processor time",
        f"a run hands out        {figures['handed_out_per_cpu_second']:10,.0f}",
        f"cutting and known keys {figures['cut_per_cpu_second']:10,.0f}",
        *(f"bytes as {form:<13} {size:10,.0f}" for form, size in figures["bytes"].items()),
        f"a billion: {hours:,.0f} processor hours, {hours * price:,.0f} at {price:g} an hour",
        *(f"a billion as {form}: {size / 1000:.1f} terabytes" for form, size in figures["bytes"].items()),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
