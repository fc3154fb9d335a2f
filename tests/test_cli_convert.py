"""``quotex convert``."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve

import quotex
from quotex.cli import main
from quotex.records import Article
from record_samples import ferry


def _named(id_: str) -> Article:
    return evolve(ferry(), metadata=evolve(ferry().metadata, id=id_))


def _ids(path: Path) -> list[str | None]:
    return [article.metadata.id for article in quotex.read(path)]


def test_any_format_becomes_any_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Records go through every format that keeps them and are the same at the end; the counts are told."""
    names = ["a.jsonl", "a.parquet", "a.json.gz", "a.sqlite", "a.ndjson.zst", "b.jsonl"]
    quotex.write([_named("one"), _named("two")], tmp_path / names[0])
    for before, after in pairwise(names):
        assert main(["convert", str(tmp_path / before), str(tmp_path / after)]) == 0
        assert capsys.readouterr().out == f"{tmp_path / after}: 2 documents, 2 rows\n"
    assert (tmp_path / "b.jsonl").read_bytes() == (tmp_path / "a.jsonl").read_bytes()


def test_inputs_follow_each_other_and_folders_stand_for_their_parts(tmp_path: Path) -> None:
    """Files come in the order given, those of a folder in the order of their names; others in it are left alone."""
    folder = tmp_path / "out"
    folder.mkdir()
    for name in ("part-2.jsonl", "part-1.jsonl.gz", "part-3.jsonl.zst"):
        quotex.write([_named(name)], folder / name)
    (folder / "notes.txt").write_text("no records", encoding="utf-8")
    quotex.write([_named("first")], tmp_path / "first.json")
    target = tmp_path / "all.sqlite"
    assert main(["convert", str(tmp_path / "first.json"), str(folder), str(target)]) == 0
    assert _ids(target) == ["first", "part-1.jsonl.gz", "part-2.jsonl", "part-3.jsonl.zst"]


def test_rows_of_all_acts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--all makes rows of an attitude, too."""
    quotex.write([ferry()], tmp_path / "a.jsonl")
    assert main(["convert", "--all", str(tmp_path / "a.jsonl"), str(tmp_path / "a.csv")]) == 0
    assert "1 documents, 2 rows" in capsys.readouterr().out
    assert len((tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()) == 3


def test_a_broken_record_costs_the_output_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The line is told with exit code 1, and what stood at the output before stays."""
    source, target = tmp_path / "a.jsonl", tmp_path / "b.parquet"
    quotex.write([ferry()], source)
    quotex.write([_named("old")], target)
    with source.open("a", encoding="utf-8") as file:
        file.write("{\n")
    assert main(["convert", str(source), str(target)]) == 1
    assert f"{source}, line 2: " in capsys.readouterr().err
    assert _ids(target) == ["old"]


def test_what_cannot_be_converted_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Unknown suffixes, rows for records, an empty folder and a missing input are wrong usage; no folder fails."""
    quotex.write([ferry()], tmp_path / "a.jsonl")
    (tmp_path / "a.csv").touch()
    (tmp_path / "empty").mkdir()
    for args, code, told in (
        (["a.jsonl", "a.xml"], 2, ".parquet"),
        (["a.csv", "b.jsonl"], 2, "CSV holds rows"),
        (["empty", "b.jsonl"], 2, "holds no file"),
        (["missing.jsonl", "b.jsonl"], 2, "does not exist"),
        (["a.jsonl"], 2, "INPUT"),
        (["a.jsonl", "no/b.jsonl"], 2, "cannot be written: there is no folder"),
    ):
        assert main(["convert", *(str(tmp_path / arg) for arg in args)]) == code
        assert told in capsys.readouterr().err
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.csv", "a.jsonl", "empty"]
