"""Runs into a folder: only what is missing is read, and results of other kinds are not mixed by accident."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import pytest

import quotex
from benchmarks.short_texts import write_lines, write_loose
from quotex import extraction
from quotex.archive import Choices, Job, run
from quotex.cli.run import run as command
from quotex.errors import NoInputError, OutputError, SettingsError
from quotex.inputs import FieldMap
from quotex.serial import from_json
from quotex.settings import Settings
from tests.archive_samples import NAMES, errors, ids, left_over, lines, manifest, run_here


def test_records_are_those_of_extract(tmp_path: Path, news: Path) -> None:
    """Each line is the record that ``extract`` makes, in the order of the inputs, and the summary counts them."""
    out = tmp_path / "out"
    summary, _ = run_here(news, out=out)
    records = [from_json(line) for line in lines(out)]
    texts = [json.loads(line)["text"] for line in (news / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    assert records == [quotex.extract(text, id=name) for name, text in zip(NAMES, texts, strict=True)]
    quotes = sum(len(record.quotes) for record in records)
    assert (summary.documents, summary.quotes, summary.faults.total(), summary.kept) == (12, quotes, 0, 0)
    assert len(list((out / "records").iterdir())) == 3
    told = manifest(out)
    assert (told["state"], told["inputs"], told["limit"]) == ("complete", [str(news)], None)
    assert told["made_with"]["version"] == quotex.__version__
    assert told["made_with"]["model_sha256"] == records[0].model_sha256
    assert told["made_with"]["settings_hash"] == Settings().hash
    assert told["totals"] == {"documents": 12, "quotes": quotes, "faults": {}}


def test_a_run_that_was_interrupted_goes_on(tmp_path: Path, news: Path) -> None:
    """What was done is kept and not read again, and the end is that of a run without a break."""
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    run_here(news, out=whole)
    with pytest.raises(KeyboardInterrupt):
        run_here(news, out=broken, stop=6)
    assert (ids(broken), manifest(broken)["state"]) == (NAMES[:4], "running")
    assert left_over(broken) == []
    summary, read = run_here(news, out=broken)
    assert (read, summary.kept, summary.read, summary.documents) == (8, 4, 8, 12)
    assert lines(broken) == lines(whole)
    assert run_here(news, out=broken)[1] == 0


def test_only_what_is_new_is_read(tmp_path: Path, news: Path) -> None:
    """A file that is added, changed or taken away costs its own shards; records stay in the order of the inputs."""
    out = tmp_path / "out"
    write_lines(news / "b.jsonl", range(20, 22))
    write_loose(news / "loose", range(3))
    run_here(news, out=out)
    write_lines(news / "0.jsonl", range(30, 32))
    assert run_here(news, out=out)[1] == 2
    assert ids(out)[:3] == ["n30", "n31", "n0"]
    write_lines(news / "b.jsonl", range(20, 25))
    assert run_here(news, out=out)[1] == 5
    (news / "a.jsonl").unlink()
    assert run_here(news, out=out)[1] == 0
    assert ids(out) == ["n30", "n31", *(f"n{number}" for number in range(20, 25)), *_loose(news)]
    fresh = tmp_path / "fresh"
    run_here(news, out=fresh)
    assert lines(out) == lines(fresh)


def _loose(news: Path) -> list[str]:
    return [str(news / "loose" / f"{number:06}.txt") for number in range(3)]


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
        summary, _ = run_here(news, out=out)
    assert summary.faults == {"internal": 1, "not_json": 1}
    assert ids(out) == [name for name in NAMES if name != "n5"]
    assert [(row["code"], row["id"], row["origin"]) for row in errors(out)] == [
        ("internal", "n5", f"{news}/a.jsonl#5"),
        ("not_json", None, f"{news}/a.jsonl#12"),
    ]
    assert "LookupError('not foreseen')" in errors(out)[0]["message"]
    summary, read = run_here(news, out=out)
    assert (read, summary.faults.total(), summary.kept) == (0, 2, 13)
    summary, read = run_here(news, out=out, retry=True)
    assert (read, summary.faults) == (4, {"not_json": 1})
    assert (ids(out), [row["code"] for row in errors(out)]) == (NAMES, ["not_json"])
    assert run_here(news, out=out, retry=True)[1] == 0


def test_limits_of_documents(tmp_path: Path, news: Path) -> None:
    """A text that is longer than allowed is a row that says so."""
    out = tmp_path / "out"
    (news / "long.txt").write_text("It rained. " * 100, encoding="utf-8")
    run_here(news / "long.txt", out=out, job=Job(settings=Settings(max_chars=1000), seconds=0))
    assert [(row["code"], row["id"]) for row in errors(out)] == [("too_long", str(news / "long.txt"))]
    assert lines(out) == []


@pytest.mark.parametrize("seconds", [-1.0, float("inf"), float("nan"), "1", True])
def test_a_job_has_its_limits(seconds: Any) -> None:
    """A time that no clock can wait for is refused at once."""
    with pytest.raises(SettingsError, match="seconds must be a number from 0"):
        Job(seconds=seconds)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("settings", [None, {}, "none"]),
        ("known_speakers", [None, "Osei", ["Osei"], ("Osei",)]),
        ("encoding", ["utf-9", "", 8, "hex"]),
        ("as_lines", [None, 1, "no"]),
    ],
)
def test_a_job_is_what_it_must_be(name: str, values: list[Any]) -> None:
    """A field of the wrong type, or an encoding that Python does not know, is refused before anything is read."""
    for value in values:
        with pytest.raises(SettingsError, match=f"{name} must be .* not {re.escape(repr(value))}"):
            Job(**{name: value})


@pytest.mark.parametrize("value", [3, "", b"body", ["body"]])
def test_fields_have_names(value: Any) -> None:
    """What is no name of a field is refused where it is given."""
    with pytest.raises(SettingsError, match="text must be the name of a field or None, not "):
        FieldMap(text=value)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("limit", [0, -1, True, 2.0, "2", sys.maxsize + 1]),
        ("shard", [0, -1, True, None, 2.5, "2"]),
        *((name, [None, 0, 1, "no"]) for name in ("mix", "replace", "retry")),
    ],
)
def test_choices_have_their_range(name: str, values: list[Any]) -> None:
    """A choice of the wrong type, or a number that counts no documents, is refused at once and named."""
    for value in values:
        with pytest.raises(SettingsError, match=f"{name} must be .* not {re.escape(repr(value))}"):
            Choices(**{name: value})


def test_choices_are_choices(tmp_path: Path, news: Path) -> None:
    """A run is given ``Choices`` or nothing, and makes no folder for anything else."""
    with pytest.raises(SettingsError, match=r"choices must be quotex.archive.Choices, not dict"):
        run([news], tmp_path / "out", Job(), choices=cast(Any, {"shard": 4}))
    assert not (tmp_path / "out").exists()


def test_what_cannot_be_begun_leaves_no_folder(tmp_path: Path, news: Path) -> None:
    """An input that is not there is told before anything is made; a folder that cannot be made is told, too."""
    with pytest.raises(NoInputError):
        run_here(news, tmp_path / "gone", out=tmp_path / "out")
    assert not (tmp_path / "out").exists()
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        run_here(news, out=tmp_path / "file")


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
            run_here(news, out=out)
    kept = ids(out)
    assert kept == NAMES[:4]
    assert left_over(out) == []
    assert run_here(news, out=out)[1] == 12 - len(kept)
    assert ids(out) == NAMES


def test_names_that_are_not_utf_8(tmp_path: Path, news: Path) -> None:
    """A path with other bytes can be an input, and is known when the run goes on."""
    path = tmp_path / os.fsdecode(b"caf\xe9.jsonl")
    (news / "a.jsonl").rename(path)
    assert run_here(path, out=tmp_path / "out")[1] == 12
    assert run_here(path, out=tmp_path / "out")[1] == 0


def test_every_choice_can_be_made_on_the_command_line() -> None:
    """The options of the command cover what a run may be told."""
    named = {parameter.name for parameter in command.params}
    choices: Sequence[str] = [attribute.name for attribute in Choices.__attrs_attrs__]
    assert set(choices) < named
