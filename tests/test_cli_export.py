"""``quotex export``."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import quotex
from benchmarks.export_readers import read_brat
from benchmarks.exports import validate
from quotex import exports
from quotex.cli import main
from quotex.cli.export import FORMS
from quotex.records import Metadata
from tests.record_samples import TEXT, ferry

_LINES = [form for form in FORMS if form not in ("brat", "label-studio")]
_NO_TEXTS = ("quotations", "claims", "claim-reviews")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as a run leaves it, with two documents in two files of records, and their texts in ``news.jsonl.gz``."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "archive"
    (folder / "records").mkdir(parents=True)
    (folder / "manifest.json").write_text("{}", encoding="utf-8")
    for number, id_ in enumerate(("one", "two")):
        article = evolve(ferry(), metadata=Metadata(id=id_, url=f"https://port.example/{id_}"))
        quotex.write([article], folder / "records" / f"{number}.jsonl")
    with gzip.open("news.jsonl.gz", "wt", encoding="utf-8") as file:
        for id_ in ("none", "one", "two"):
            file.write(json.dumps({"id": id_, "text": TEXT}) + "\n")
    return folder


def _texts(form: str) -> list[str]:
    return [] if form in _NO_TEXTS else ["--texts", "news.jsonl.gz"]


@pytest.mark.parametrize("form", _LINES)
def test_an_archive_is_exported(archive: Path, form: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Each form of lines has one item a quote, valid each by itself, for all records of a run's folder."""
    assert main(["export", str(archive), "--to", form, *_texts(form)]) == 0
    items = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert len(items) == 2
    for item in items:
        validate(form, item)
    assert main(["export", str(archive / "records" / "1.jsonl"), "--to", form, *_texts(form), "-o", "out"]) == 0
    assert [json.loads(line) for line in Path("out").read_bytes().splitlines()] == items[1:]


def test_brat_gets_a_folder(archive: Path) -> None:
    """It holds two files a document and the configuration that they fit."""
    assert main(["export", str(archive), "--to", "brat", *_texts("brat"), "-o", "desk/brat"]) == 0
    config = Path("desk/brat/annotation.conf").read_text(encoding="utf-8")
    names = sorted(path.stem for path in Path("desk/brat").glob("*.ann"))
    assert [name.split("-")[0] for name in names] == ["one", "two"]
    for name in names:
        ann, txt = (Path(f"desk/brat/{name}.{suffix}").read_bytes().decode() for suffix in ("ann", "txt"))
        assert txt == TEXT
        assert read_brat(exports.BratFiles(name, txt, ann), config)["0123456789abcdef"]["Cue"] == [(13, 17)]


def test_what_a_desk_did_in_brat_is_kept(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exported again, the same is left alone, a changed file told and kept, and written over only when asked."""
    command = ["export", str(archive), "--to", "brat", *_texts("brat"), "-o", "desk"]
    assert main(command) == 0
    assert main(command) == 0
    changed = next(Path("desk").glob("one*.ann"))
    before = changed.read_text(encoding="utf-8")
    changed.write_text(before + "T1\tCue 0 3\tThe\n", encoding="utf-8")
    Path("desk/annotation.conf").write_text("[entities]\nOurs\n", encoding="utf-8")
    assert main([*command, "--all"]) == 1
    told = capsys.readouterr().err
    assert f"{changed}: is there and differs; --replace" in told
    assert changed.read_text(encoding="utf-8").endswith("\tThe\n")
    assert main([*command, "--replace"]) == 0
    assert changed.read_text(encoding="utf-8") == before
    assert "Ours" not in Path("desk/annotation.conf").read_text(encoding="utf-8")


def test_label_studio_gets_a_folder(archive: Path) -> None:
    """It holds the tasks as one array and the labelling configuration; without a record, an empty array."""
    assert main(["export", str(archive), "--to", "label-studio", "--all", *_texts("label-studio"), "-o", "desk"]) == 0
    tasks = json.loads(Path("desk/tasks.json").read_bytes())
    assert [task["data"]["document_id"] for task in tasks] == ["one", "two"]
    for task in tasks:
        validate("label-studio", task)
    assert Path("desk/config.xml").read_text(encoding="utf-8") == exports.LABEL_STUDIO_CONFIG
    Path("none.jsonl").touch()
    assert main(["export", "none.jsonl", "--to", "label-studio", *_texts("label-studio"), "-o", "desk"]) == 0
    assert json.loads(Path("desk/tasks.json").read_bytes()) == []


@pytest.mark.parametrize("form", [form for form in FORMS if form not in _NO_TEXTS])
def test_a_text_that_differs_costs_its_document(archive: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The text of one document was corrected since: it is told and left out, and the other comes out."""
    texts = [{"id": "one", "text": TEXT.replace("six", "ten")}, {"id": "two", "text": TEXT}]
    Path("new.jsonl").write_text("".join(json.dumps(each) + "\n" for each in texts), encoding="utf-8")
    assert main(["export", str(archive), "--to", form, "--texts", "new.jsonl", "-o", "out"]) == 1
    assert "the text is not the one that the record of 'one' was made of" in capsys.readouterr().err
    written = [path for path in (Path("out"), *Path("out").glob("*")) if path.is_file()]
    found = "".join(path.name + path.read_text(encoding="utf-8") for path in written)
    assert ("two" in found, "one-" in found, "/one" in found) == (True, False, False)


def test_a_text_that_is_not_there_costs_its_document(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A document without a text, with one that cannot be read, and a record without id are told; others come out."""
    Path("news").mkdir()
    Path("news/a.txt").write_bytes(TEXT.encode())
    Path("news/b.txt").write_bytes(b"\x00\x01")
    ids = ("news/b.txt", None, "news/a.txt", "gone")
    quotex.write([evolve(ferry(), metadata=Metadata(id=id_)) for id_ in ids], "records.jsonl")
    assert main(["export", "records.jsonl", "--to", "prodigy", "--texts", "news"]) == 1
    out, told = capsys.readouterr()
    assert [json.loads(line)["meta"]["document"] for line in out.splitlines()] == ["news/a.txt"]
    assert "news/b.txt: its text cannot be read: " in told
    assert "a record without a document id" in told
    assert "gone: no text has this id" in told


def test_texts_come_in_any_order(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Records find their texts whatever the order of the inputs, in fields that are named, in another encoding."""
    rows = [{"nr": id_, "woorden": TEXT} for id_ in ("two", "more", "one")]
    for number, row in enumerate(rows):
        Path(f"{number}.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="cp1252")
    options = ["--texts", "0.jsonl", "--texts", "1.jsonl", "--texts", "2.jsonl", "--text", "woorden", "--id", "nr"]
    assert main(["export", str(archive), "--to", "prodigy", *options, "--encoding", "cp1252"]) == 0
    assert [json.loads(line)["meta"]["document"] for line in capsys.readouterr().out.splitlines()] == ["one", "two"]


def test_a_second_document_of_one_id_is_told(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where two documents have one id and one text, brat gets one of them, and the other is told."""
    Path("twice.jsonl").write_text((json.dumps({"id": "one", "text": TEXT}) + "\n") * 2, encoding="utf-8")
    record = archive / "records" / "0.jsonl"
    Path("again.jsonl").write_bytes(record.read_bytes())
    assert main(["export", str(record), "again.jsonl", "--to", "brat", "--texts", "twice.jsonl", "-o", "desk"]) == 1
    assert "a second document of this id is left out" in capsys.readouterr().err
    assert len(list(Path("desk").glob("*.ann"))) == 1


def test_texts_of_a_run_are_those_of_its_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run's records fit the texts of the inputs that the run was given, byte order mark and line ends included."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes("\ufeff“It holds,” said Bela Ruiz.\r\n\r\n“So far.”\r\n".encode())
    assert main(["run", "a.txt", "--out", "archive", "--workers", "1", "--quiet"]) == 0
    assert main(["export", "archive", "--to", "brat", "--texts", "a.txt", "-o", "desk"]) == 0
    (path,) = Path("desk").glob("*.ann")
    found = [line.split("\t", 1)[1] for line in path.read_text(encoding="utf-8").splitlines()]
    assert {"Content 0 11\t“It holds,”", "Content 31 40\t“So far.”"} <= set(found)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--to", "brat", "-o", "desk"], "needs the texts"),
        (["--to", "label-studio", "--texts", "news.jsonl.gz"], "writes a folder"),
        (["--to", "brat", "--texts", "news.jsonl.gz", "-o", "archive/manifest.json"], "writes a folder"),
        (["--to", "claims", "--all"], "takes no --all"),
        (["--to", "quotations", "--texts", "news.jsonl.gz"], "takes no --texts"),
        (["--to", "claims", "-o", "archive"], "writes a file"),
        (["--to", "claims", "--replace"], "--replace is for --to brat"),
        (["--to", "csv"], "Invalid value for '--to'"),
        ([], "Missing option '--to'"),
    ],
)
def test_wrong_usage_is_told(
    archive: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a form needs or cannot take is wrong usage, and nothing is written."""
    before = sorted(Path().iterdir())
    assert main(["export", str(archive), *arguments]) == 2
    assert told in capsys.readouterr().err
    assert sorted(Path().iterdir()) == before


def test_inputs_that_are_not_there_are_told(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A path of texts that does not exist ends the command with its name; a broken record costs its line."""
    assert main(["export", str(archive), "--to", "prodigy", "--texts", "gone.jsonl"]) == 1
    assert "gone.jsonl" in capsys.readouterr().err
    with (archive / "records" / "0.jsonl").open("a", encoding="utf-8") as file:
        file.write("{\n")
    assert main(["export", str(archive), "--to", "claims"]) == 1
    out, told = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert "0.jsonl, line 2" in told


def test_any_json_is_one_line(archive: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """A line end of any kind within a title is escaped, so that an item stays one line."""
    article = evolve(ferry(), metadata=Metadata(id="a", title="The\u2028ferry\n\x85"))
    quotex.write([article], "a.jsonl")
    assert main(["export", "a.jsonl", "--to", "claims"]) == 0
    (line,) = capsysbinary.readouterr().out.decode().splitlines()
    item: dict[str, Any] = json.loads(line)
    assert item["appearance"]["headline"] == "The\u2028ferry\n\x85"
