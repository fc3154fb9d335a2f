"""Whether a run loses or changes anything when its processes are killed: it must not.

    python -m benchmarks.chaos --documents 2000 --runs 50 --seed 0

Short articles are read once without harm. Then they are read again and again by ``quotex run``, each time into an empty
folder, while either its process or one of its workers is killed with SIGKILL at a random moment of the time that the
undisturbed run took. Where a worker was killed, the run has to go on; where the run was, it is started again. One time
in four that is not the last kill: another follows. After every kill of a run, what stands in its folder must be whole
lines of the undisturbed run, none of them twice, and its workers must end by themselves. At the end of each time its
sorted lines must be those of the undisturbed run, byte for byte. Needs Linux, which tells in /proc what runs.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from attrs import Factory, define

from benchmarks.shared import REPOSITORY
from benchmarks.short_texts import write_lines, write_loose

_ORPHANS = 30.0
"""Seconds in which the workers of a run that was killed must have ended."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, compare and print; the exit code is 1 where anything was lost or changed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.chaos", description="Kill runs and compare.")
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--shard", type=int, default=16, help="documents of a shard (default: 16)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        chaos = _Chaos(Path(folder), options.workers, options.shard, random.Random(options.seed))
        chaos.prepare(options.documents)
        chaos.disturb(options.runs)
    print(json.dumps({"documents": options.documents, **chaos.told()}, indent=2))
    return 1 if chaos.faults else 0


@define
class _Chaos:
    folder: Path
    workers: int
    shard: int
    draw: random.Random
    whole: list[bytes] = Factory(list)
    """The sorted lines of the undisturbed run."""
    quiet: float = 0.0
    """Seconds that the undisturbed run took."""
    kills: Counter[str] = Factory(Counter)
    """Of each sort."""
    compared: int = 0
    """Runs that came to their end."""
    faults: list[str] = Factory(list)
    """What was lost or changed."""
    seconds: float = 0.0

    def prepare(self, documents: int) -> None:
        """Write the articles, half of them as lines and half as files, and read them without harm."""
        source = self.folder / "in"
        write_loose(source / "loose", range(documents // 2))
        write_lines(source / "lines.jsonl", range(documents // 2, documents))
        out = self.folder / "whole"
        start = time.monotonic()
        with self._run(out) as run:
            if run.wait():
                raise SystemExit("the undisturbed run failed; its error stands above")
        self.quiet = time.monotonic() - start
        self.whole = sorted(_lines(out))

    def disturb(self, runs: int) -> None:
        """So many runs, each killed at least once, started again until it comes to its end, and compared."""
        start = time.monotonic()
        while self.compared < runs:
            out, before = self.folder / "out", self.kills.total()
            chance = 1.0
            while self._is_killed(out, chance):
                self._check_state(out)
                chance = 0.25
            if self.kills.total() > before:  # or it came to its end before the blow fell
                self.compared += 1
                self._compare(out)
            shutil.rmtree(out)
        self.seconds = time.monotonic() - start

    def told(self) -> dict[str, object]:
        """What came of it."""
        return {
            "lines": len(self.whole),
            "kills": dict(self.kills),
            "runs_compared": self.compared,
            "seconds": round(self.seconds, 1),
            "all_equal": not self.faults,
            "faults": self.faults,
        }

    def _is_killed(self, out: Path, chance: float) -> bool:
        """Whether a run was killed before it came to its end; half of the blows fall on one of its workers instead."""
        with self._run(out) as run:
            if self.draw.random() < chance:
                with suppress(subprocess.TimeoutExpired):
                    run.wait(self.draw.uniform(0, self.quiet))
                if run.returncode is None:
                    workers = list(_workers(run.pid))
                    if not workers or self.draw.random() < 0.5:
                        run.kill()
                        run.wait()
                        self.kills["run"] += 1
                        self._await_end(workers)
                        return True
                    with suppress(ProcessLookupError):
                        os.kill(self.draw.choice(workers), signal.SIGKILL)
                        self.kills["worker"] += 1
            if run.wait():
                self.faults.append(f"a run ended with exit code {run.returncode}")
        return False

    def _await_end(self, workers: list[int]) -> None:
        start = time.monotonic()
        while any(_is_worker(worker) for worker in workers):
            if time.monotonic() - start > _ORPHANS:
                self.faults.append("workers went on after their run was killed")
                return
            time.sleep(0.05)

    def _compare(self, out: Path) -> None:
        if sorted(_lines(out)) != self.whole:
            self.faults.append(f"after {self.kills.total()} kills the lines are not those of the undisturbed run")
        if list(out.rglob("*.part")):
            self.faults.append(f"after {self.kills.total()} kills there were half files at the end")

    def _check_state(self, out: Path) -> None:
        """What a killed run left must be a part of the whole, of whole lines."""
        left = _lines(out)
        if Counter(left) - Counter(self.whole):
            self.faults.append(f"after {self.kills.total()} kills there were lines that are not of the undisturbed run")

    def _run(self, out: Path) -> subprocess.Popen[bytes]:
        sizes = ["--workers", str(self.workers), "--shard", str(self.shard)]
        command = [sys.executable, "-m", "quotex", "run", str(self.folder / "in"), "--out", str(out), *sizes, "--quiet"]
        return subprocess.Popen(command, cwd=REPOSITORY, stderr=subprocess.DEVNULL if self.whole else None)


def _lines(out: Path) -> list[bytes]:
    """All lines of records and errors."""
    paths = [path for kind in ("records", "errors") for path in (out / kind).glob("*.jsonl")]
    return [line for path in paths for line in path.read_bytes().splitlines(keepends=True)]


def _workers(run: int) -> Iterator[int]:
    """The worker processes of a run."""
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            above = (path / "stat").read_text().rpartition(")")[2].split()[1]
            if int(above) == run and _is_worker(int(path.name)):
                yield int(path.name)


def _is_worker(process: int) -> bool:
    try:
        return b"spawn_main" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
