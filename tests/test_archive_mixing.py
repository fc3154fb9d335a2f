"""What a run's folder refuses: results of other kinds, other inputs or fewer documents, unless it is told to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import quotex
from benchmarks.short_texts import write_lines
from quotex.archive import Choices, Job, run
from quotex.errors import ArchiveError
from quotex.inputs import FieldMap
from quotex.serial import from_json
from quotex.settings import Settings
from tests.archive_samples import NAMES, Inline, ids, lines, manifest, run_here


def test_a_limit_takes_the_first_documents(tmp_path: Path, news: Path) -> None:
    """A higher limit, or none, adds to the results, and no document is there twice; a lower one is refused."""
    out = tmp_path / "out"
    run_here(news, out=out, limit=6)
    assert (ids(out), manifest(out)["state"]) == (NAMES[:6], "limited")
    assert run_here(news, out=out, limit=6)[1] == 0
    assert run_here(news, out=out, limit=10)[1] == 6
    assert ids(out) == NAMES[:10]
    with pytest.raises(ArchiveError, match="results of up to 10 documents"):
        run_here(news, out=out, limit=9)
    assert run_here(news, out=out)[1] == 4
    assert ids(out) == NAMES
    with pytest.raises(ArchiveError, match=r"results of all documents.*--replace"):
        run_here(news, out=out, limit=10)
    assert ids(out) == NAMES
    run_here(news, out=out, limit=5, replace=True)
    assert ids(out) == NAMES[:5]


def test_results_of_other_settings_are_not_mixed(tmp_path: Path, news: Path) -> None:
    """Another setting, list of speakers, encoding or model is refused by name, unless it is asked for."""
    out = tmp_path / "out"
    run_here(news, out=out, limit=4)
    before = (out / "manifest.json").read_bytes()
    other = Job(settings=Settings(attribution_threshold=0.5), known_speakers=(quotex.KnownSpeaker("Osei"),), seconds=0)
    with pytest.raises(ArchiveError, match=r"different settings_hash, known_speakers.*--mix"):
        run_here(news, out=out, job=other)
    with pytest.raises(ArchiveError, match="different encoding"):
        run_here(news, out=out, job=Job(encoding="latin-1", seconds=0))
    assert (out / "manifest.json").read_bytes() == before
    assert run_here(news, out=out, job=other, mix=True)[1] == 8
    assert [from_json(line).settings_hash for line in lines(out)] == [Settings().hash] * 4 + [other.settings.hash] * 8
    assert manifest(out)["earlier"] == [json.loads(before)["made_with"]]
    assert run_here(news, out=out, job=other)[1] == 0


def test_results_of_another_model_or_version_are_not_mixed(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The model's hash and the version are compared, too."""
    out = tmp_path / "out"
    run_here(news, out=out, limit=1)
    monkeypatch.setattr("quotex.archive.manifest.__version__", "99.0")
    monkeypatch.setattr("quotex.encoder.model_sha256", lambda: "0" * 64)
    with pytest.raises(ArchiveError, match="different version, model_sha256"):
        run_here(news, out=out, limit=1)


def test_results_of_other_inputs_are_not_dropped(tmp_path: Path, news: Path) -> None:
    """An input that is named no more is refused; with ``replace`` its results go, and more inputs are always taken."""
    out, more = tmp_path / "out", tmp_path / "more.jsonl"
    write_lines(more, range(40, 42))
    run_here(news, out=out)
    with pytest.raises(ArchiveError, match="which are not among the inputs"):
        run_here(more, out=out)
    assert run_here(news, more, out=out)[1] == 2
    assert ids(out) == [*NAMES, "n40", "n41"]
    assert run_here(more, out=out, replace=True)[1] == 0
    assert ids(out) == ["n40", "n41"]


def test_other_fields_are_other_results(tmp_path: Path, news: Path) -> None:
    """A run that takes another field for the title does not go on with what was read without."""
    out = tmp_path / "out"
    run_here(news, out=out, limit=1)
    with pytest.raises(ArchiveError, match="different fields"):
        run([str(news)], out, Job(seconds=0), engine=Inline, fields=FieldMap(title="id"), choices=Choices(limit=1))


def test_results_do_not_lie_among_the_inputs(tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that the next run would read is refused; a hidden one, which is not read, is not."""
    monkeypatch.chdir(news)
    inner = news / "records"
    inner.mkdir()
    write_lines(inner / "2019-01.jsonl", range(2))
    for inputs, out in (
        (news, news / "out"),
        (news, news),
        (Path("."), Path("out")),
        (inner, news),
    ):
        with pytest.raises(ArchiveError, match="lies in the input"):
            run_here(inputs, out=out)
    assert (inner / "2019-01.jsonl").exists()
    assert not (news / "out").exists()
    assert run_here(news, out=news / ".out", limit=2)[1] == 2
    assert run_here(inner, out=tmp_path / "records")[1] == 2


def test_a_folder_of_another_kind_is_refused(tmp_path: Path, news: Path) -> None:
    """A manifest of an unknown form is not overwritten."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "manifest.json").write_text('{"name": "an app"}')
    with pytest.raises(ArchiveError, match="choose another folder"):
        run_here(news, out=out)
    assert json.loads((out / "manifest.json").read_text()) == {"name": "an app"}
