"""The benchmark measures what it says, checked without its long runs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import archive, long_texts, planning, queries, texts, verify
from benchmarks.shared import REPOSITORY
from benchmarks.table import report
from quotex.serial import from_json, to_json

SIDE = {
    "words_per_second": 1000.0,
    "lowest": 900.0,
    "highest": 1100.0,
    "words_per_cpu_second": 1000.0,
    "peak_mb": 300.0,
}
FIGURES = {
    "texts": {"own": 3, "polnear-dev": 0, "words": 4321},
    "start": {"quotex --help": [0.1, 0.2, 0.3], "import spacy": [1.5, 2.0, 2.5]},
    "quotex": SIDE,
    "stages": {"tokens": 0.25, "encoder": 0.75},
}
SPACY = {**SIDE, "words_per_second": 2000.0, "words_per_cpu_second": 4000.0, "peak_mb": 150.0}


def test_the_worker_reads_its_texts_and_times_every_stage() -> None:
    """A worker process counts records, time and memory, and each stage of quotex takes some of the time."""
    article = (REPOSITORY / "examples" / "article.txt").read_text(encoding="utf-8")
    asked = "\n".join([json.dumps([article, article]), "first", "all", "stages"]) + "\n"
    command = [sys.executable, "-m", "benchmarks.worker", "quotex"]
    done = subprocess.run(command, input=asked.encode(), stdout=subprocess.PIPE, cwd=REPOSITORY, check=True)
    first, both, stages = map(json.loads, done.stdout.decode().splitlines())
    assert both["records"] == 2 * first["records"] > 0
    assert both["wall"] > 0
    assert both["peak_mb"] > 20
    assert min(stages["stages"].values()) > 0
    assert sum(stages["stages"].values()) == pytest.approx(stages["wall"], rel=0.2)


@pytest.mark.parametrize("size", [1, 5_000, 100_000])
def test_long_texts_have_the_size_asked_for(size: int) -> None:
    """A long text is cut to the character, whatever articles there are."""
    assert len(texts.long_text(size)) == size


def test_the_table_tells_ratios() -> None:
    """Half the words a second of spaCy is 0.50, twice its memory 2.00, and a start in a tenth of the time 10.0."""
    told = report({**FIGURES, "spacy": SPACY, "spacy-batch": {**SPACY, "words_per_second": 4000.0}})
    assert "0.50 x spaCy text by text, 0.25 x spaCy in batches" in told
    assert "by CPU time   0.25 x" in told
    assert "2.00 x spaCy (300 MB)" in told
    assert "10.0 x as fast as import spacy" in told
    assert "encoder       75.0%" in told


def test_the_table_does_without_spacy_and_shows_long_texts() -> None:
    """Where the other pipeline could not be trained its rows are left out; a long text stands beside a short one."""
    row = {"characters": 500_000, "seconds": 50.0, "peak_mb": 400.0, "short_mb": 350.0}
    told = report({**FIGURES, "long": [row]})
    assert "spaCy, text by text" not in told
    assert "500,000      50.0         10.00       400                   50" in told
    assert "busy" not in told


def test_a_busy_machine_is_told() -> None:
    """Where the process had to wait for the CPU, the table says to go by CPU time."""
    assert "busy" in report({**FIGURES, "quotex": {**SIDE, "words_per_cpu_second": 2000.0}})


def test_an_archive_is_asked_in_every_way(capsys: pytest.CaptureFixture[str]) -> None:
    """A small archive is written, asked and told of; every way finds what was sown."""
    pytest.importorskip("duckdb", reason="one way asks DuckDB")
    queries.main(["--quotes", "6000", "--repeats", "1", "--json"])
    figures = json.loads(capsys.readouterr().out)
    assert (figures["documents"], figures["quotes"]) == (600, 6000)
    assert figures["answers"] >= 600 / archive.EVERY
    assert set(figures["seconds"]) == {"scan", "SQLite", "DuckDB", "pyarrow"}
    told = queries.report({**figures, "seconds": {"scan": [2.0, 1.0, 4.0], "SQLite": [0.5]}})
    assert "SQLite                 0.25000     0.5000" in told
    assert "say about the ferry in May: " in told


def test_an_archive_is_the_same_each_time() -> None:
    """The invented articles depend on nothing but their number, and each is a whole record."""
    made = list(archive.articles(30))
    assert made == list(archive.articles(30))
    assert [from_json(to_json(article)) for article in made] == made
    assert [len(article.quotes) for article in made] == [10, 10, 10]


def test_figures_to_plan_with(tmp_path: Path) -> None:
    """Stories are of real length and differ, and what a billion of them take is reckoned from what a few took."""
    stories = {long_texts.story(number) for number in range(20)}
    assert len(stories) == 20
    assert all(600 <= len(story.split()) < 680 for story in stories)
    figures = planning.measured(tmp_path, 3)
    assert (figures["documents"], figures["quotes"] > 10) == (3, True)
    assert figures["bytes"]["jsonl"] > figures["bytes"]["jsonl.gz"] > 0
    told = planning.report({**figures, "read_per_cpu_second": 5.0}, 0.04)
    assert "a billion: 55,556 processor hours, 2,222 at 0.04 an hour" in told


def test_a_transcript_has_the_length_asked_for_and_is_timed() -> None:
    """The transcript is the same each time and no more than a sentence too long; both times are measured."""
    text = verify.transcript(2_000)
    assert text == verify.transcript(2_000)
    assert 2_000 <= len(text.split()) < 2_040
    assert min(verify.measured(2_000)) > 0
