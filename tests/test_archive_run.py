"""Runs into a folder: only what is missing is read, and results of other kinds are not mixed by accident."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import quotex
from benchmarks.short_texts import write_lines, write_loose
from quotex import extraction
from quotex.archive import Choices, Job, Summary, running
from quotex.cli.run import run as command
from quotex.errors import ArchiveError, NoInputError, OutputError, SettingsError
from quotex.inputs import FieldMap
from quotex.serial import from_json
from quotex.settings import Settings
from tests.archive_samples import Count, Inline, errors, ids, left_over, lines

NAMES = [f"n{number}" for number in range(12)]


@pytest.fixture(name="news")
def _news(tmp_path: Path) -> Path:
    """A folder with twelve articles in a file, some of them read a shard of four at a time."""
    folder = tmp_path / "news"
    folder.mkdir()
    write_lines(folder / "a.jsonl", range(12))
    return folder


def _run(
    *inputs: Path, out: Path, job: Job | None = None, stop: int | None = None, **choices: Any
) -> tuple[Summary, int]:
    """What a run told, and how many documents it read or found faulty."""
    count = Count()
    summary = running.run(
        [str(path) for path in inputs],
        out,
        job or Job(seconds=0),
        engine=lambda job: Inline(job, stop),
        choices=Choices(**{"shard": 4, **choices}),
        watch=count,
    )
    return summary, count.outputs.total()


def _manifest(out: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((out / "manifest.json").read_bytes())
    return manifest


def test_records_are_those_of_extract(tmp_path: Path, news: Path) -> None:
    """Each line is the record that ``extract`` makes, in the order of the inputs, and the summary counts them."""
    out = tmp_path / "out"
    summary, _ = _run(news, out=out)
    records = [from_json(line) for line in lines(out)]
    texts = [json.loads(line)["text"] for line in (news / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    assert records == [quotex.extract(text, id=name) for name, text in zip(NAMES, texts, strict=True)]
    quotes = sum(len(record.quotes) for record in records)
    assert (summary.documents, summary.quotes, summary.faults.total(), summary.kept) == (12, quotes, 0, 0)
    assert len(list((out / "records").iterdir())) == 3
    manifest = _manifest(out)
    assert (manifest["state"], manifest["inputs"], manifest["limit"]) == ("complete", [str(news)], None)
    assert manifest["made_with"]["version"] == quotex.__version__
    assert manifest["made_with"]["model_sha256"] == records[0].model_sha256
    assert manifest["made_with"]["settings_hash"] == Settings().hash
    assert manifest["totals"] == {"documents": 12, "quotes": quotes, "faults": {}}


def test_a_run_that_was_interrupted_goes_on(tmp_path: Path, news: Path) -> None:
    """What was done is kept and not read again, and the end is that of a run without a break."""
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    _run(news, out=whole)
    with pytest.raises(KeyboardInterrupt):
        _run(news, out=broken, stop=6)
    assert (ids(broken), _manifest(broken)["state"]) == (NAMES[:4], "running")
    assert left_over(broken) == []
    summary, read = _run(news, out=broken)
    assert (read, summary.kept, summary.read, summary.documents) == (8, 4, 8, 12)
    assert lines(broken) == lines(whole)
    assert _run(news, out=broken)[1] == 0


def test_only_what_is_new_is_read(tmp_path: Path, news: Path) -> None:
    """A file that is added, changed or taken away costs its own shards; records stay in the order of the inputs."""
    out = tmp_path / "out"
    write_lines(news / "b.jsonl", range(20, 22))
    write_loose(news / "loose", range(3))
    _run(news, out=out)
    write_lines(news / "0.jsonl", range(30, 32))
    assert _run(news, out=out)[1] == 2
    assert ids(out)[:3] == ["n30", "n31", "n0"]
    write_lines(news / "b.jsonl", range(20, 25))
    assert _run(news, out=out)[1] == 5
    (news / "a.jsonl").unlink()
    assert _run(news, out=out)[1] == 0
    assert ids(out) == ["n30", "n31", *(f"n{number}" for number in range(20, 25)), *_loose(news)]
    fresh = tmp_path / "fresh"
    _run(news, out=fresh)
    assert lines(out) == lines(fresh)


def _loose(news: Path) -> list[str]:
    return [str(news / "loose" / f"{number:06}.txt") for number in range(3)]


def test_a_limit_takes_the_first_documents(tmp_path: Path, news: Path) -> None:
    """A higher limit, or none, adds to the results, and no document is there twice; a lower one is refused."""
    out = tmp_path / "out"
    _run(news, out=out, limit=6)
    assert (ids(out), _manifest(out)["state"]) == (NAMES[:6], "limited")
    assert _run(news, out=out, limit=6)[1] == 0
    assert _run(news, out=out, limit=10)[1] == 6
    assert ids(out) == NAMES[:10]
    with pytest.raises(ArchiveError, match="results of up to 10 documents"):
        _run(news, out=out, limit=9)
    assert _run(news, out=out)[1] == 4
    assert ids(out) == NAMES
    with pytest.raises(ArchiveError, match=r"results of all documents.*--replace"):
        _run(news, out=out, limit=10)
    assert ids(out) == NAMES
    _run(news, out=out, limit=5, replace=True)
    assert ids(out) == NAMES[:5]


def test_results_of_other_settings_are_not_mixed(tmp_path: Path, news: Path) -> None:
    """Another setting, list of speakers, encoding or model is refused by name, unless it is asked for."""
    out = tmp_path / "out"
    _run(news, out=out, limit=4)
    before = (out / "manifest.json").read_bytes()
    other = Job(settings=Settings(attribution_threshold=0.5), known_speakers=(quotex.KnownSpeaker("Osei"),), seconds=0)
    with pytest.raises(ArchiveError, match=r"another settings_hash and another known_speakers; .*--mix"):
        _run(news, out=out, job=other)
    with pytest.raises(ArchiveError, match="another encoding"):
        _run(news, out=out, job=Job(encoding="latin-1", seconds=0))
    assert (out / "manifest.json").read_bytes() == before
    assert _run(news, out=out, job=other, mix=True)[1] == 8
    assert [from_json(line).settings_hash for line in lines(out)] == [Settings().hash] * 4 + [other.settings.hash] * 8
    assert _manifest(out)["earlier"] == [json.loads(before)["made_with"]]
    assert _run(news, out=out, job=other)[1] == 0


def test_results_of_another_model_or_version_are_not_mixed(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The model's hash and the version are compared, too."""
    out = tmp_path / "out"
    _run(news, out=out, limit=1)
    monkeypatch.setattr("quotex.archive.manifest.__version__", "99.0")
    monkeypatch.setattr("quotex.encoder.model_sha256", lambda: "0" * 64)
    with pytest.raises(ArchiveError, match="another version and another model_sha256"):
        _run(news, out=out, limit=1)


def test_results_of_other_inputs_are_not_dropped(tmp_path: Path, news: Path) -> None:
    """An input that is named no more is refused; with ``replace`` its results go, and more inputs are always taken."""
    out, more = tmp_path / "out", tmp_path / "more.jsonl"
    write_lines(more, range(40, 42))
    _run(news, out=out)
    with pytest.raises(ArchiveError, match="which are not among the inputs"):
        _run(more, out=out)
    assert _run(news, more, out=out)[1] == 2
    assert ids(out) == [*NAMES, "n40", "n41"]
    assert _run(more, out=out, replace=True)[1] == 0
    assert ids(out) == ["n40", "n41"]


def test_other_fields_are_other_results(tmp_path: Path, news: Path) -> None:
    """A run that takes another field for the title does not go on with what was read without."""
    out = tmp_path / "out"
    _run(news, out=out, limit=1)
    with pytest.raises(ArchiveError, match="another fields"):
        running.run(
            [str(news)], out, Job(seconds=0), engine=Inline, fields=FieldMap(title="id"), choices=Choices(limit=1)
        )


def test_what_failed_is_a_row_and_can_be_tried_again(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault costs its document; it is kept as it is, until ``retry`` finds that all is well now."""
    out = tmp_path / "out"
    with (news / "a.jsonl").open("a", encoding="utf-8") as stream:
        stream.write("no JSON\n")
    whole = extraction.extract

    def failing(text: str, **about: Any) -> Any:
        if about["id"] == "n5":
            raise LookupError("not foreseen")
        return whole(text, **about)

    with monkeypatch.context() as patched:
        patched.setattr(extraction, "extract", failing)
        summary, _ = _run(news, out=out)
    assert summary.faults == {"internal": 1, "not_json": 1}
    assert ids(out) == [name for name in NAMES if name != "n5"]
    assert [(row["code"], row["id"], row["origin"]) for row in errors(out)] == [
        ("internal", "n5", f"{news}/a.jsonl#5"),
        ("not_json", None, f"{news}/a.jsonl#12"),
    ]
    assert "LookupError('not foreseen')" in errors(out)[0]["message"]
    summary, read = _run(news, out=out)
    assert (read, summary.faults.total(), summary.kept) == (0, 2, 13)
    summary, read = _run(news, out=out, retry=True)
    assert (read, summary.faults) == (4, {"not_json": 1})
    assert (ids(out), [row["code"] for row in errors(out)]) == (NAMES, ["not_json"])
    assert _run(news, out=out, retry=True)[1] == 0


def test_limits_of_documents(tmp_path: Path, news: Path) -> None:
    """A text that is longer than allowed is a row that says so."""
    out = tmp_path / "out"
    (news / "long.txt").write_text("It rained. " * 100, encoding="utf-8")
    _run(news / "long.txt", out=out, job=Job(settings=Settings(max_chars=1000), seconds=0))
    assert [(row["code"], row["id"]) for row in errors(out)] == [("too_long", str(news / "long.txt"))]
    assert lines(out) == []


@pytest.mark.parametrize("seconds", [-1.0, float("inf"), float("nan"), "1", True])
def test_a_job_has_its_limits(seconds: Any) -> None:
    """A time that no clock can wait for is refused at once."""
    with pytest.raises(SettingsError, match="seconds must be a number from 0"):
        Job(seconds=seconds)


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
            _run(inputs, out=out)
    assert (inner / "2019-01.jsonl").exists()
    assert not (news / "out").exists()
    assert _run(news, out=news / ".out", limit=2)[1] == 2
    assert _run(inner, out=tmp_path / "records")[1] == 2


def test_what_cannot_be_begun_leaves_no_folder(tmp_path: Path, news: Path) -> None:
    """An input that is not there is told before anything is made; a folder that cannot be made is told, too."""
    with pytest.raises(NoInputError):
        _run(news, tmp_path / "gone", out=tmp_path / "out")
    assert not (tmp_path / "out").exists()
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        _run(news, out=tmp_path / "file")


def test_a_full_disk_ends_the_run_and_loses_nothing(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was saved before the disk was full stays, and the next run needs only the rest."""
    out = tmp_path / "out"
    whole, calls = os.fsync, iter(range(1_000))

    def full(descriptor: int) -> None:
        if next(calls) >= 10:
            raise OSError(28, "No space left on device")
        whole(descriptor)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match="No space left on device"):
            _run(news, out=out)
    kept = ids(out)
    assert kept == NAMES[:4]
    assert left_over(out) == []
    assert _run(news, out=out)[1] == 12 - len(kept)
    assert ids(out) == NAMES


def test_a_folder_of_another_kind_is_refused(tmp_path: Path, news: Path) -> None:
    """A manifest of an unknown form is not overwritten."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "manifest.json").write_text('{"name": "an app"}')
    with pytest.raises(ArchiveError, match="choose another folder"):
        _run(news, out=out)
    assert json.loads((out / "manifest.json").read_text()) == {"name": "an app"}


def test_names_that_are_not_utf_8(tmp_path: Path, news: Path) -> None:
    """A path with other bytes can be an input, and is known when the run goes on."""
    path = tmp_path / os.fsdecode(b"caf\xe9.jsonl")
    (news / "a.jsonl").rename(path)
    assert _run(path, out=tmp_path / "out")[1] == 12
    assert _run(path, out=tmp_path / "out")[1] == 0


def test_every_choice_can_be_made_on_the_command_line() -> None:
    """The options of the command cover what a run may be told."""
    named = {parameter.name for parameter in command.params}
    choices: Sequence[str] = [attribute.name for attribute in Choices.__attrs_attrs__]
    assert set(choices) < named
