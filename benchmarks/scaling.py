"""How runs grow with workers, and whether a worker's memory stays flat.

    python -m benchmarks.scaling            a table
    python -m benchmarks.scaling --json     the same as JSON

Measured on short articles of about 60 words, in one run of this program: documents a second of one worker, of two, and
of two runs side by side with one worker each, which share nothing, in turn and several times, loading left out; then
the most memory that each worker held during each tenth of a long run. Two independent runs tell what the machine can
do: the ratio of two workers to them is what handing out work costs. Needs Linux for the memory.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.shared import REPOSITORY
from benchmarks.short_texts import write_lines
from quotex.archive import Job, Output, Pool, Watch, run

_TENTHS = 10


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scaling", description="Speed and memory of workers.")
    parser.add_argument("--documents", type=int, default=20_000, help="of the run for memory (default: 20000)")
    parser.add_argument("--rate-documents", type=int, default=600, help="a worker, of runs for speed (default: 600)")
    parser.add_argument("--repeats", type=int, default=3, help="of each run for speed (default: 3)")
    parser.add_argument("--workers", type=int, default=2, help="of the run for memory (default: 2)")
    parser.add_argument("--side", type=int, metavar="N", help=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    if options.side:
        print(_rate(options.side, 1))
        return
    figures = {
        "load": list(os.getloadavg()),
        "rates": _rates(options.rate_documents, options.repeats),
        "memory": _memory(options.documents, options.workers),
    }
    print(json.dumps(figures, indent=2) if options.json else report(figures))


def report(figures: dict[str, Any]) -> str:
    """The figures as a table."""
    rates = {way: median(found) for way, found in figures["rates"].items()}
    lines = [
        f"load before  {' '.join(f'{load:.2f}' for load in figures['load'])}",
        *(f"{way:<15}{rate:8.1f} documents a second" for way, rate in rates.items()),
        f"two workers to one {rates['two workers'] / rates['one worker']:.2f}, "
        f"to two runs {rates['two workers'] / rates['two runs']:.2f}",
    ]
    for number, tenths in enumerate(figures["memory"], 1):
        megabytes = " ".join(f"{each:.0f}" for each in tenths)
        lines.append(f"worker {number}, most megabytes of each tenth: {megabytes}; last to second {growth(tenths):.3f}")
    return "\n".join(lines)


def growth(tenths: Sequence[float]) -> float:
    """The last tenth's memory in that of the second: the first has what is loaded late."""
    return tenths[-1] / tenths[1]


class _Clock(Watch):
    """When documents were done."""

    def __init__(self) -> None:
        self.times: list[float] = []

    def output(self, output: Output) -> None:
        """Note one."""
        self.times.append(time.perf_counter())

    def rate(self) -> float:
        """Documents a second after the first quarter, which may wait for the second worker to load."""
        begun = len(self.times) // 4
        return (len(self.times) - 1 - begun) / (self.times[-1] - self.times[begun])


class _Peaks(Watch):
    """The most memory of each worker during each tenth of a run."""

    def __init__(self, documents: int) -> None:
        self._documents = documents
        self._done = 0
        self.megabytes: dict[int, list[float]] = {}

    def output(self, output: Output) -> None:
        """Look where a tenth is over."""
        self._done += 1
        if self._done * _TENTHS // self._documents > (self._done - 1) * _TENTHS // self._documents:
            for process in multiprocessing.active_children():
                assert process.pid is not None
                self.megabytes.setdefault(process.pid, []).append(_peak(process.pid))


def _rates(documents: int, repeats: int) -> dict[str, list[float]]:
    """Documents a second of each way, in turn, so that a busy spell of the machine meets all."""
    rates: dict[str, list[float]] = {"one worker": [], "two workers": [], "two runs": []}
    for _ in range(repeats):
        rates["one worker"].append(_rate(documents, 1))
        rates["two workers"].append(_rate(2 * documents, 2))
        rates["two runs"].append(_rate_of_two_runs(documents))
    return rates


def _rate(documents: int, workers: int) -> float:
    clock = _Clock()
    _read(documents, workers, clock)
    return clock.rate()


def _rate_of_two_runs(documents: int) -> float:
    command = [sys.executable, "-m", "benchmarks.scaling", "--side", str(documents)]
    sides = [subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE) for _ in range(2)]
    return sum(float(side.communicate()[0]) for side in sides)


def _memory(documents: int, workers: int) -> list[list[float]]:
    peaks = _Peaks(documents)
    _read(documents, workers, peaks)
    return [tenths for tenths in peaks.megabytes.values() if len(tenths) == _TENTHS]


def _read(documents: int, workers: int, watch: Watch) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        write_lines(source, range(documents))
        run([source], Path(folder) / "out", Job(), engine=lambda job: Pool(job, workers), watch=watch)


def _peak(process: int) -> float:
    """The most megabytes that a process has held since it was last asked."""
    status = Path(f"/proc/{process}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    Path(f"/proc/{process}/clear_refs").write_text("5")
    return int(line.split()[1]) * 1024 / 1e6


if __name__ == "__main__":
    main()
