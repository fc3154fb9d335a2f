"""Speed and memory of quotex beside a spaCy pipeline, in one run, each on one thread.

    python -m benchmarks.speed            a table, ratios first
    python -m benchmarks.speed --json     the same as JSON

Measured: words a second and peak memory of ``quotex.extract`` and of a pipeline of the architecture of en_core_web_sm
(``benchmarks.spacy_pipeline``), which read the same texts in turn, each in a process of its own; the share of time that
each stage of quotex takes; the start of the command line beside ``import spacy``; time and memory on texts of 125, 250
and 500 KB. The texts are the repository's own articles and, where the corpora are there, articles of polnear-dev.
Without the corpora the spaCy pipeline cannot be trained and its figures are left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import texts
from benchmarks.shared import ABSENT, REPOSITORY, corpus
from benchmarks.table import report

_ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
_SIZES = (125_000, 250_000, 500_000)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description="quotex beside a spaCy pipeline.")
    parser.add_argument("--repeats", type=int, default=3, help="how often each side reads all texts (default: 3)")
    parser.add_argument("--articles", type=int, default=24, help="how many articles of polnear-dev (default: 24)")
    parser.add_argument("--no-long-texts", action="store_true", help="leave out the texts of 125 to 500 KB")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)

    own = texts.own_articles()
    others = texts.corpus_articles("polnear-dev", options.articles)
    figures: dict[str, Any] = {
        "texts": {"own": len(own), "polnear-dev": len(others), "words": sum(map(texts.words, own + others))},
        "start": _start(max(5, options.repeats)),
        **_side_by_side(own + others, options.repeats),
    }
    if not options.no_long_texts:
        figures["long"] = [_long(size) for size in _SIZES]
    print(json.dumps(figures, indent=2) if options.json else report(figures))


def _side_by_side(documents: Sequence[str], repeats: int) -> dict[str, Any]:
    """Both sides read all documents in turn, so that a busy spell of the machine meets both."""
    words = sum(map(texts.words, documents))
    sides = {"quotex": _Worker(documents, "quotex")}
    if folder := _trained_pipeline():
        sides |= {name: _Worker(documents, name, str(folder)) for name in ("spacy", "spacy-batch")}
    for worker in sides.values():
        worker.ask("first")
    answers: dict[str, list[dict[str, Any]]] = {name: [] for name in sides}
    for _ in range(repeats):
        for name, worker in sides.items():
            answers[name].append(worker.ask("all"))
    stages = sides["quotex"].ask("stages")["stages"]
    for worker in sides.values():
        worker.close()
    shares = {name: seconds / sum(stages.values()) for name, seconds in stages.items()}
    return {**{name: _summary(runs, words) for name, runs in answers.items()}, "stages": shares}


def _summary(answers: Sequence[dict[str, Any]], words: int) -> dict[str, Any]:
    rates = sorted(words / answer["wall"] for answer in answers)
    return {
        "words_per_second": median(rates),
        "lowest": rates[0],
        "highest": rates[-1],
        "words_per_cpu_second": words / median(answer["cpu"] for answer in answers),
        "peak_mb": max(answer["peak_mb"] for answer in answers),
    }


def _long(size: int) -> dict[str, Any]:
    """One text of ``size`` characters in a fresh process."""
    worker = _Worker([texts.own_articles()[0], texts.long_text(size)], "quotex")
    before = worker.ask("first")
    answer = worker.ask("last")
    worker.close()
    return {"characters": size, "seconds": answer["wall"], "peak_mb": answer["peak_mb"], "short_mb": before["peak_mb"]}


def _start(repeats: int) -> dict[str, list[float]]:
    """Seconds of the two commands in turn, after one run of each that fills the caches of the disk."""
    command = Path(sys.executable).with_name("quotex")
    commands = {
        "quotex --help": [str(command), "--help"] if command.exists() else [sys.executable, "-m", "quotex", "--help"],
        "import spacy": [sys.executable, "-c", "import spacy"],
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for repeat in range(repeats + 1):
        for name, words in commands.items():
            start = time.perf_counter()
            subprocess.run(words, stdout=subprocess.DEVNULL, check=True)
            if repeat:
                seconds[name].append(time.perf_counter() - start)
    return seconds


def _trained_pipeline() -> Path | None:
    """The folder of the trained spaCy pipeline, made if it is not there yet for this recipe and data."""
    gum = corpus("gum-train")
    if gum is None:
        print(ABSENT, file=sys.stderr)
        return None
    recipe = Path(__file__).with_name("spacy_pipeline.py")
    key = hashlib.sha256(recipe.read_bytes() + gum.read_bytes()).hexdigest()[:16]
    folder = REPOSITORY / "work" / f"spacy-{key}"
    if not (folder / "meta.json").exists():
        command = [sys.executable, "-m", "benchmarks.spacy_pipeline", str(gum), str(folder)]
        subprocess.run(command, cwd=REPOSITORY, check=True, stdout=sys.stderr)
    return folder


class _Worker:
    """A process of ``benchmarks.worker``."""

    def __init__(self, documents: Sequence[str], *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.worker", *arguments],
            cwd=REPOSITORY,
            env={**os.environ, **_ONE_THREAD},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self._send(json.dumps(list(documents)))

    def ask(self, way: str) -> dict[str, Any]:
        """What the worker tells of one way to read its documents."""
        self._send(way)
        assert self._process.stdout is not None
        answer = self._process.stdout.readline()
        if not answer:
            raise SystemExit(f"the worker stopped with exit code {self._process.wait()}; its error stands above")
        told: dict[str, Any] = json.loads(answer)
        return told

    def close(self) -> None:
        """Let the worker end."""
        self._process.communicate()

    def _send(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()


if __name__ == "__main__":
    main()
