"""Runs with real processes: poison, documents that harm their worker, kills and Ctrl-C."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import suppress
from multiprocessing import Pipe, Process
from pathlib import Path

import pytest

import poison
from benchmarks.short_texts import write_lines
from poison_case import Case
from quotex.archive import Batch, Choices, Job, Line, Output, Pool, Summary, run
from quotex.archive.pool import _received, _Worker
from quotex.documents import Document
from quotex.errors import ArchiveError, SettingsError, WorkerError
from tests.archive_samples import STORY, Count, Inline, Rigged, Unloadable, children, errors, ids, left_over, lines

pytestmark = pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are counted as Linux tells them")

SECONDS = 2.0
"""A document's time, long enough for a good one on a busy machine."""
MEGABYTES = 6_000
HARMFUL = ("CRASH", "ONCE", "FAIL", "HANG", "EAT")


def _run(source: Path, out: Path, job: Job, watch: Count | None = None) -> tuple[Summary, Count]:
    """A run with two workers, which keeps eight documents in a file, and what it counted."""
    count = watch or Count()
    choices = Choices(shard=8)
    return run([source], out, job, engine=lambda job: Pool(job, 2), choices=choices, watch=count), count


@pytest.fixture(name="harmed", scope="module")
def _harmed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Summary, Count]:
    """A run over good documents with harmful ones among them, whose ids are what they do."""
    folder = tmp_path_factory.mktemp("harm")
    texts = {f"good{number}": STORY.format(number) for number in range(15)}
    rows = [*texts.items()]
    for place, word in zip((2, 6, 8, 14, 17), HARMFUL, strict=True):
        rows.insert(place, (word, f"{word} {folder / 'once'}"))
    (folder / "in.jsonl").write_text("".join(json.dumps({"id": id_, "text": text}) + "\n" for id_, text in rows))
    job = Rigged(seconds=SECONDS, megabytes=MEGABYTES)
    return folder, *_run(folder / "in.jsonl", folder / "out", job)


def test_what_harms_a_worker_is_given_up_alone(harmed: tuple[Path, Summary, Count]) -> None:
    """Documents that crash, hang, eat memory or fail have a row each that says so, and every other one is read."""
    folder, summary, count = harmed
    told = {row["origin"].rpartition("#")[2]: (row["code"], row["message"]) for row in errors(folder / "out")}
    assert told == {
        "2": ("crash", "the process that read it was ended by SIGSEGV"),
        "8": ("internal", "internal error, please report it: LookupError('not foreseen')"),
        "14": ("timeout", "it took longer than 2 seconds"),
        "17": ("memory", "there was not enough memory to read it"),
    }
    assert summary.faults == dict.fromkeys(("crash", "internal", "timeout", "memory"), 1)
    assert (summary.documents, count.outputs) == (16, {"Line": 16, "Fault": 4})


def test_one_kill_costs_nothing(harmed: tuple[Path, Summary, Count]) -> None:
    """A document over which a worker was killed once is read, and the order is that of the inputs."""
    folder, _, _ = harmed
    expected = [f"good{number}" for number in range(15)]
    expected.insert(5, "ONCE")
    assert (folder / "once").exists()
    assert ids(folder / "out") == expected
    assert left_over(folder / "out") == []


def test_workers_end_with_the_run(harmed: tuple[Path, Summary, Count]) -> None:
    """When a run has ended, none of its processes is left."""
    assert harmed
    assert [each for each in children(os.getpid()) if _is_worker(each)] == []


def _is_worker(process: int) -> bool:
    try:
        return b"spawn_main" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False


def test_poison_through_a_run(tmp_path: Path) -> None:
    """Each good document of the corpus of faults has its record and each bad one a row with the reason."""
    corpus = tmp_path / "corpus"
    cases = poison.write(corpus)
    out = tmp_path / "out"
    summary, _ = _run(corpus, out, Job(megabytes=MEGABYTES))
    front = f"{corpus}{os.sep}"
    refused = {front + origin for case in cases for origin in case.refused}
    good = [(front + origin, key) for case in cases for origin, key in case.documents.items()]
    assert ids(out) == [key or origin for origin, key in good if origin not in refused]
    assert _faults(out) == Counter(
        [(front + origin, code) for case in cases for origin, code in case.faults]
        + [(origin, "surrogate") for origin in refused]
    )
    assert summary.faults.total() == len(errors(out))
    assert all(0 < len(row["message"]) < 500 for row in errors(out))
    _nothing_more(cases, summary)


def _faults(out: Path) -> Counter[tuple[str, str]]:
    return Counter((row["origin"], row["code"]) for row in errors(out))


def _nothing_more(cases: list[Case], summary: Summary) -> None:
    documents = sum(len(case.documents) for case in cases)
    assert summary.documents + summary.faults.total() == documents + sum(len(case.faults) for case in cases)


def test_workers_that_cannot_be_loaded_are_an_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Where no worker gets as far as reading, that is told, and no document is given up for it."""
    write_lines(tmp_path / "in.jsonl", range(3))
    with pytest.raises(WorkerError, match=r"5 workers in a row ended before they were loaded.* 9,000 megabytes"):
        _run(tmp_path / "in.jsonl", tmp_path / "out", Unloadable(megabytes=9000))
    assert "ValueError" in capfd.readouterr().err
    assert (errors(tmp_path / "out"), lines(tmp_path / "out")) == ([], [])


def test_a_pool_has_workers() -> None:
    """A pool without any would never be done."""
    with pytest.raises(SettingsError, match="one worker or more, not 0"):
        Pool(Job(), 0)


def test_a_worker_that_is_killed_within_a_message() -> None:
    """Half a message in the pipe of a dead worker is passed by, what came before it is taken."""
    ours, theirs = Pipe()
    whole = Line(b"{}\n", 0)
    theirs.send(whole)
    os.write(theirs.fileno(), b"\x00\x00\x10\x00half of it")
    theirs.close()
    batch = Batch(0, (0, 1), (Document("a", ""), Document("b", "")))
    (given,) = _received(_Worker(Process(), ours, batch))
    assert (given.batch, given.index, given.output) == (batch, 0, whole)


class _Killer(Count):
    """Kills all workers when some documents are read, and those that come in their place while they load."""

    def output(self, output: Output) -> None:
        """Count, and kill at the tenth."""
        super().output(output)
        if self.outputs.total() == 10:
            _kill_workers()
            threading.Timer(0.2, _kill_workers).start()


def _kill_workers() -> None:
    for process in multiprocessing.active_children():
        process.kill()


def test_a_run_survives_its_workers(tmp_path: Path) -> None:
    """Where all workers are killed, and again while they load, the run goes on to the same end."""
    source = tmp_path / "in.jsonl"
    write_lines(source, range(40))
    _run(source, tmp_path / "whole", Rigged())
    summary, killer = _run(source, tmp_path / "out", Rigged(), watch=_Killer())
    assert (summary.documents, summary.faults.total(), killer.outputs) == (40, 0, {"Line": 40})
    assert lines(tmp_path / "out") == lines(tmp_path / "whole")
    assert ids(tmp_path / "out") == [f"n{number}" for number in range(40)]


def test_ctrl_c_ends_at_once(tmp_path: Path) -> None:
    """Two seconds after Ctrl-C the command has ended with its exit code and no traceback, no process of it is left and
    no half file; a second run into its folder was refused meanwhile, and one afterwards goes on."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out"
    write_lines(source, range(5000))
    command = [sys.executable, "-m", "quotex", "run", str(source), "--out", str(out), "--workers", "2", "--shard", "8"]
    for _ in range(3):  # so that a machine that is busy elsewhere for a moment is no fault
        done = len(list(out.glob("parts/*.json")))
        with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
            while len(list(out.glob("parts/*.json"))) < done + 3:
                assert process.poll() is None
                time.sleep(0.02)
            with pytest.raises(ArchiveError, match="another run is writing to it"):
                _run(source, out, Job())
            start = time.monotonic()
            os.killpg(process.pid, signal.SIGINT)
            code = process.wait(60)
            seconds = time.monotonic() - start
            assert process.stderr is not None
            told = process.stderr.read().decode()
        assert code == 130
        assert "quotex: interrupted" in told
        assert "Traceback" not in told
        assert _of_group(process.pid) == []
        assert left_over(out) == []
        if seconds < 2:
            break
    assert seconds < 2
    kept = ids(out)
    assert 24 <= len(kept) < 5000
    summary = run([source], out, Job(seconds=0), engine=Inline, choices=Choices(shard=8, limit=1, replace=True))
    assert (summary.documents, ids(out)) == (1, ["n0"])


def _of_group(group: int) -> list[str]:
    """What runs in a group of processes."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, of = path.read_text().rpartition(")")[2].split()[:3]
            if int(of) == group and state != "Z":
                found.append((path.parent / "cmdline").read_text())
    return found
