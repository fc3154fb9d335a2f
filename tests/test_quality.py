"""The quality gate: the figures on the corpora keep their floors, and floors are not lowered unnoticed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from benchmarks import quality
from benchmarks.shared import ABSENT
from quotex.evaluation.inputs import GoldDocument

FLOORS, _ = quality.load()
TEXT = "Ana Roe said that rain fell. Bo Li added that it was cold."
GOLD = [
    {"cue": [[8, 12]], "source": [[0, 7]], "content": [[13, 27]]},
    {"cue": [[35, 40]], "source": [[29, 34]], "content": [[41, 57]]},
]


@pytest.fixture(scope="session", params=FLOORS, ids=lambda floors: floors.corpus)
def measured(request: pytest.FixtureRequest) -> tuple[quality.Floors, quality.AnyEvaluation]:
    """A corpus's floors and what the extractor reaches on it, measured once."""
    floors: quality.Floors = request.param
    gold = quality.gold_files(floors)
    if gold is None:
        pytest.skip(ABSENT)
    assert quality.digest(*gold) == floors.sha256, f"{floors.corpus}: {quality.OTHER_DATA}"
    return floors, quality.measured(floors, gold)


def test_every_figure_keeps_its_floor(
    measured: tuple[quality.Floors, quality.AnyEvaluation], capsys: pytest.CaptureFixture[str]
) -> None:
    """The extractor is as good on each corpus as it has been; the distance to each floor is printed."""
    rows = quality.margins(*measured)
    with capsys.disabled():
        print("", *rows, sep="\n")
    assert [str(row) for row in rows if not row.is_met] == []


def test_the_floors_cover_the_measures_that_are_promised() -> None:
    """The committed file has a floor above 0 for each of the figures that the project is judged by."""
    least = {f"{floors.corpus} {figure}": value for floors in FLOORS for figure, value in floors.least.items()}
    promised = [f"polnear-dev {part} {m}" for part in ("all", "quoted", "say") for m in ("ggt@0.8", "joint@0.5")]
    promised += [f"polnear-dev all {role}_exact" for role in ("cue", "source", "content")]
    promised += [f"statements-world-dev statements {m}" for m in ("found@0.5", "source", "kind")]
    promised += ["statements-world-dev speaker all"]
    assert [figure for figure in promised if not least.get(figure)] == []


@pytest.fixture
def floors_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Floors of 60 for a corpus of one document with two attributions, one of them in the reach of ``_first``."""
    folder = tmp_path / "corpora"
    folder.mkdir()
    data = folder / "small.jsonl.gz"
    data.write_bytes(gzip.compress(json.dumps({"id": "a", "text": TEXT, "attributions": GOLD}).encode()))
    monkeypatch.setenv("QUOTEX_SHARED", str(tmp_path))
    path = tmp_path / "floors.json"
    least = {"all joint@0.5": 60.0, "say joint@0.5": 60.0}
    quality.save([quality.Floors("small", None, quality.digest(data), "2025-01-01", least)], [], path)
    return path


def _first(document: GoldDocument) -> Mapping[str, Any]:
    """An extractor that finds the first of the two: precision 100, recall 50, F1 66.7."""
    return {"id": document.id, "attributions": GOLD[:1]}


def _nothing(document: GoldDocument) -> Mapping[str, Any]:
    return {"id": document.id, "attributions": []}


def test_floors_that_are_met_stay_as_they_are(floors_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A run without options tells by how much each floor is beaten and leaves the file alone."""
    before = floors_file.read_text()
    assert quality.main(["--floors", str(floors_file)], _first) == 0
    assert "66.7  floor  60.0   +6.7" in capsys.readouterr().out
    assert floors_file.read_text() == before


def test_raising_takes_the_figures_of_today(floors_file: Path) -> None:
    """``--raise`` sets floors that were beaten to the figures, after which they are met exactly."""
    assert quality.main(["--floors", str(floors_file), "--raise"], _first) == 0
    floors, history = quality.load(floors_file)
    assert dict(floors[0].least) == {"all joint@0.5": 66.7, "say joint@0.5": 66.7}
    assert history == []


def test_raising_lowers_nothing(floors_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--raise`` on worse figures fails, names them and keeps the floors."""
    before = floors_file.read_text()
    assert quality.main(["--floors", str(floors_file), "--raise"], _nothing) == 1
    assert "small all joint@0.5" in capsys.readouterr().out
    assert floors_file.read_text() == before


def test_lowering_needs_a_reason_and_keeps_it(floors_file: Path) -> None:
    """One floor is lowered with a reason, which the file records; the other, not named, still fails."""
    lower = ["--floors", str(floors_file), "--lower", "small all joint@0.5"]
    with pytest.raises(SystemExit) as caught:
        quality.main(lower, _nothing)
    assert caught.value.code == 2
    assert quality.main([*lower, "--reason", "the rule was wrong"], _nothing) == 1
    floors, history = quality.load(floors_file)
    assert dict(floors[0].least) == {"all joint@0.5": 0.0, "say joint@0.5": 60.0}
    assert [(entry.figure, entry.before, entry.after, entry.reason) for entry in history] == [
        ("small all joint@0.5", 60.0, 0.0, "the rule was wrong")
    ]


def test_a_floor_that_does_not_exist_cannot_be_lowered(floors_file: Path) -> None:
    """A mistyped figure is an error of usage."""
    with pytest.raises(SystemExit) as caught:
        quality.main(["--floors", str(floors_file), "--lower", "small all joint", "--reason", "none"], _first)
    assert caught.value.code == 2


def test_other_data_fails_until_it_is_measured_anew(floors_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A changed corpus file fails; ``--new-data`` with a reason sets its digest and floors, and tells what fell."""
    data = floors_file.parent / "corpora" / "small.jsonl.gz"
    data.write_bytes(gzip.compress(json.dumps({"id": "b", "text": TEXT, "attributions": GOLD}).encode()))
    assert quality.main(["--floors", str(floors_file), "--raise"], _first) == 1
    assert quality.OTHER_DATA in capsys.readouterr().out
    options = ["--floors", str(floors_file), "--new-data", "small", "--reason", "more articles"]
    assert quality.main(options, _nothing) == 0
    floors, history = quality.load(floors_file)
    assert floors[0].sha256 == quality.digest(data)
    assert set(floors[0].least.values()) == {0.0}
    assert [entry.reason for entry in history] == ["more articles"] * 2


def test_a_figure_may_lie_below_its_floor_by_the_tolerance() -> None:
    """Rounding of other CPU types does not fail the gate, and more than that does."""
    assert quality.Margin("x", 60.0, 60.0 - quality.TOLERANCE).is_met
    assert not quality.Margin("x", 60.0, 60.0 - quality.TOLERANCE - 0.1).is_met


def test_floors_can_be_for_speakers_of_given_attributions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Several gold files are measured together, their texts belong to the digest, and the file keeps their names."""
    folder = tmp_path / "corpora"
    folder.mkdir()
    speakers = [{"act": "statement", "speaker": name, "mention": "named", "certain": True} for name in ("Ana Roe", "X")]
    stated = [{**record, **speakers[0], "kind": "indirect"} for record in GOLD[:1]]
    for name, document in {
        "small": {"id": "a", "text": TEXT, "attributions": GOLD},
        "speakers-small": {"id": "a", "speakers": speakers},
        "stated": {"id": "b", "text": TEXT, "statements": stated},
    }.items():
        (folder / f"{name}.jsonl.gz").write_bytes(gzip.compress(json.dumps(document).encode()))
    monkeypatch.setenv("QUOTEX_SHARED", str(tmp_path))
    path = tmp_path / "floors.json"
    given = ["speakers-small", "stated"]
    floors = quality.Floors("given", None, "", "2025-01-01", {"speaker named": 0.0}, given)
    gold = quality.gold_files(floors)
    assert gold is not None
    quality.save([evolve(floors, sha256=quality.digest(*gold))], [], path)

    assert quality.main(["--floors", str(path), "--raise"]) == 0
    assert "given speaker named" in capsys.readouterr().out
    saved = quality.load(path)[0][0]
    assert (dict(saved.least), list(saved.given)) == ({"speaker named": 66.7}, given)

    with gzip.open(folder / "small.jsonl.gz", "at") as file:
        file.write("\n")
    assert quality.main(["--floors", str(path)]) == 1
    assert quality.OTHER_DATA in capsys.readouterr().out
    (folder / "stated.jsonl.gz").unlink()
    assert quality.gold_files(floors) is None
