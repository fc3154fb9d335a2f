"""One side of the comparison in a process of its own, on one thread, driven line by line.

    python -m benchmarks.worker quotex
    python -m benchmarks.worker spacy FOLDER          one text after the other
    python -m benchmarks.worker spacy-batch FOLDER    with nlp.pipe

The first line of the input is a JSON list of texts; each further line is a way to read them all, and is answered by a
line of JSON: seconds of wall clock and of CPU, peak memory in MB since the start, and what else the way tells.
"""

from __future__ import annotations

import functools
import importlib
import json
import os
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

Way = Callable[[Sequence[str]], dict[str, Any]]

_STAGES = {
    "tokens": ("quotex.blocks", "tokenised"),
    "structure": ("quotex.structure", "analyse"),
    "encoder": ("quotex.encoder", "read"),
    "mentions": ("quotex.mentions", "find_names"),
    "attribution": ("quotex.attribution", "attribute"),
    "speakers": ("quotex.speakers", "resolve"),
}
"""The functions that ``extract`` calls one after the other, where it looks them up."""


def main(arguments: Sequence[str]) -> None:
    """Read texts, then serve ways until the input ends."""
    if hasattr(os, "sched_setaffinity"):
        # One core, whatever the libraries' own thread pools would like to do.
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    texts: list[str] = json.loads(sys.stdin.readline())
    side, *folder = arguments
    ways = _spacy(Path(*folder), batch=side == "spacy-batch") if folder else _quotex()
    for line in sys.stdin:
        wall, cpu = time.perf_counter(), time.process_time()
        told = ways[line.strip()](texts)
        seconds = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
        print(json.dumps({**seconds, "peak_mb": _peak_mb(), **told}), flush=True)


def _quotex() -> dict[str, Way]:
    import quotex

    def read(texts: Sequence[str]) -> dict[str, Any]:
        return {"records": sum(len(quotex.extract(text).attributions) for text in texts)}

    return {**_parts(read), "stages": lambda texts: {"stages": _timed(read, texts)}}


def _spacy(folder: Path, *, batch: bool) -> dict[str, Way]:
    import spacy

    nlp = spacy.load(folder)

    def read(texts: Sequence[str]) -> dict[str, Any]:
        docs = nlp.pipe(texts) if batch else map(nlp, texts)
        return {"records": sum(len(doc.ents) for doc in docs)}

    return _parts(read)


def _parts(read: Way) -> dict[str, Way]:
    return {"first": lambda texts: read(texts[:1]), "last": lambda texts: read(texts[-1:]), "all": read}


def _timed(way: Way, texts: Sequence[str]) -> dict[str, float]:
    """Seconds a stage during ``way``; what is left of the whole is "records"."""
    seconds: defaultdict[str, float] = defaultdict(float)
    originals = {}
    for stage, (module_name, name) in _STAGES.items():
        module = importlib.import_module(module_name)
        originals[module, name] = getattr(module, name)
        setattr(module, name, _counting(originals[module, name], stage, seconds))
    start = time.perf_counter()
    try:
        way(texts)
    finally:
        for (module, name), original in originals.items():
            setattr(module, name, original)
    whole = time.perf_counter() - start
    return {**{stage: seconds[stage] for stage in _STAGES}, "records": whole - sum(seconds.values())}


def _counting(function: Callable[..., Any], stage: str, seconds: dict[str, float]) -> Callable[..., Any]:
    @functools.wraps(function)
    def counted(*arguments: Any, **options: Any) -> Any:
        start = time.perf_counter()
        try:
            return function(*arguments, **options)
        finally:
            seconds[stage] += time.perf_counter() - start

    return counted


def _peak_mb() -> float:
    """The most memory that this process has held, in MB of a million bytes."""
    status = Path("/proc/self/status")
    if status.exists():
        # getrusage would count what the parent held before this program was started in its place.
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) * 1024 / 1e6
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


if __name__ == "__main__":
    main(sys.argv[1:])
