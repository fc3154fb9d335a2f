"""The programs that kill runs and measure them do what they say, in small."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import chaos, scaling
from benchmarks.short_texts import text
from tests.archive_samples import Rigged

pytestmark = pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are watched as Linux tells them")


def test_killed_runs_lose_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """Five runs, each killed or robbed of a worker at a random moment, give what an undisturbed run gives."""
    assert chaos.main(["--documents", "80", "--runs", "5"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["all_equal"], told["lines"], told["faults"]) == (True, 80, [])
    assert sum(told["kills"].values()) >= 5
    assert told["runs_compared"] == 5


def test_speed_and_memory_are_measured(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each way to read has a rate and each worker ten figures of memory, and both can be printed."""
    monkeypatch.setattr(scaling, "Job", Rigged)  # its workers are loaded at once
    scaling.main(["--documents", "40", "--rate-documents", "20", "--repeats", "1", "--workers", "1", "--json"])
    figures = json.loads(capfd.readouterr().out)
    assert set(figures["rates"]) == {"one worker", "two workers", "two runs"}
    assert all(rate > 0 for (rate,) in figures["rates"].values())
    (tenths,) = figures["memory"]
    assert len(tenths) == 10
    assert all(20 < megabytes < 5_000 for megabytes in tenths)
    rates = {"one worker": [10.0], "two workers": [18.0], "two runs": [20.0]}
    told = scaling.report({"load": [0.5, 1, 2], "rates": rates, "memory": [[90.0, *[100.0] * 8, 104.0]]})
    assert "two workers to one 1.80, to two runs 0.90" in told
    assert "last to second 1.040" in told


def test_short_articles_are_short_and_differ() -> None:
    """They have about 60 words, and no two of a thousand are the same."""
    made = [text(number) for number in range(1000)]
    assert len(set(made)) == 1000
    assert all(50 <= len(each.split()) <= 75 for each in made)
    assert made[7] == text(7)
