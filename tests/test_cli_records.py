"""Records as commands take them: each file once, from pipes, and other files told for what they are."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import os
import sys
import threading
from pathlib import Path

import pytest
from attrs import evolve

import quotex
from quotex.cli import main
from quotex.records import Article, Metadata
from tests.record_samples import TEXT, ferry


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    quotex.write([_named("one"), _named("two")], "records.jsonl")
    Path("port.txt").write_bytes(TEXT.encode())


def _named(id_: str) -> Article:
    return evolve(ferry(), metadata=Metadata(id=id_))


def _feed(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))


COMMANDS = (["export", "--to", "claims"], ["speakers"], ["variants", "--min-words", "1"], ["claims"])


@pytest.mark.parametrize("command", COMMANDS)
def test_records_come_from_standard_input_and_pipes(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a file of records gives, "-" gives as well, and a pipe whose name tells no format."""
    assert main([*command, "records.jsonl"]) == 0
    wanted = capsys.readouterr().out
    assert wanted
    _feed(codecs.BOM_UTF8 + Path("records.jsonl").read_bytes(), monkeypatch)
    assert main([*command, "-"]) == 0
    assert capsys.readouterr().out == wanted
    if command != ["claims"]:  # which takes a pipe for a text
        os.mkfifo("pipe")
        threading.Thread(target=Path("pipe").write_bytes, args=(Path("records.jsonl").read_bytes(),)).start()
        assert main([*command, "pipe"]) == 0
        assert capsys.readouterr().out == wanted


def test_quotes_of_standard_input_are_verified(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The records, too, may come from standard input, which is read only once."""
    _feed(Path("records.jsonl").read_bytes(), monkeypatch)
    main(["verify", "--quotes", "-", "port.txt"])
    assert [json.loads(line)["document"] for line in capsys.readouterr().out.splitlines()] == ["one", "two"]
    assert main(["verify", "--quotes", "-", "-"]) == 2
    assert main(["export", "-", "--to", "brat", "--texts", "-", "-o", "desk"]) == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_each_file_counts_once(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is named twice, by its folder or by a link, is read as if it were named once."""
    Path("folder").mkdir()
    Path("folder/part.jsonl").write_bytes(Path("records.jsonl").read_bytes())
    Path("link.jsonl").symlink_to("folder/part.jsonl")
    assert main([*command, "folder"]) == 0
    wanted = capsys.readouterr().out
    assert main([*command, "folder", "./folder/", "folder/part.jsonl", "link.jsonl"]) == 0
    assert capsys.readouterr().out == wanted


@pytest.mark.parametrize("command", [["export", "--to", "claims"], ["speakers"], ["variants"]])
@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("claims.jsonl", b'{"id":"q1","score":0.9,"claim":"It rained."}\n' * 3, "line 1 has the keys 'id', 'score'"),
        ("texts.jsonl", b'\n{"body":"It rained."}\n', "line 2 has the keys 'body'; records stand one in a line"),
        ("none.jsonl", b"{}\n{}\n", "line 1 is an empty object"),
        ("array.jsonl", b'[{"schema_version":1}]\n', "line 1 is a JSON array"),
        (
            "pretty.jsonl",
            b'{\n  "schema_version": 1,\n  "version": "1"\n}\n',
            "line 1 is a part of a longer JSON value",
        ),
        ("table.jsonl", b"PAR1\x15\x04\n\xff\xfe\n\x00\n", "line 1 is no JSON"),
        ("long.jsonl", b"1\n" * 5_000, "line 1 is no JSON object"),
        ("a.parquet", b"PAR1", "quotex convert a.parquet a.jsonl"),
        ("a.sqlite", b"SQLite format 3\0", "quotex convert a.sqlite a.jsonl"),
        ("a.json", b"[]", "quotex convert a.json a.jsonl"),
        ("a.csv.gz", gzip.compress(b"id\n1\n"), "it is CSV, of whose rows no record can be made"),
        ("notes.txt", b"It rained.\n", "line 1 is no JSON"),
    ],
)
def test_a_file_of_something_else_is_told_in_one_line(
    command: list[str], name: str, data: bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file without records costs one message that says what it is; the other files are read."""
    Path(name).write_bytes(data)
    assert main([*command, name, "records.jsonl"]) == 1
    out, err = capsys.readouterr()
    (line,) = err.splitlines()
    assert line.startswith(f"quotex: {name}: ")
    assert told in line
    assert main([*command, "records.jsonl"]) == 0
    assert capsys.readouterr().out == out


def test_lines_before_the_first_record_are_told_each(capsys: pytest.CaptureFixture[str]) -> None:
    """Where a file has records, each line that is none is told by its number, those in front included."""
    records = Path("records.jsonl").read_bytes()
    Path("mixed.jsonl").write_bytes(b'{"body":"It rained."}\n' + records + b"{}\n" + records[:99] + b"\n")
    assert main(["export", "mixed.jsonl", "--to", "claims"]) == 1
    out, err = capsys.readouterr()
    assert [line.split(": ")[1] for line in err.splitlines()] == [f"mixed.jsonl, line {each}" for each in (1, 4, 5)]
    assert len(out.splitlines()) == 2
    Path("cut.jsonl").write_bytes(records[:99])
    assert main(["export", "cut.jsonl", "--to", "claims"]) == 1
    assert "cut.jsonl, line 1: $: not JSON" in capsys.readouterr().err


def test_an_export_that_finds_no_text_shows_an_id_of_each_side(capsys: pytest.CaptureFixture[str]) -> None:
    """Texts go by their paths as given; another spelling is told once, with an id that there is."""
    quotex.write([_named("port.txt"), _named("gone.txt")], "records.jsonl")
    assert main(["export", "records.jsonl", "--to", "prodigy", "--texts", "./port.txt"]) == 1
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("quotex: port.txt: no text has this id; those of --texts are like ./port.txt. ")
    assert second == "quotex: gone.txt: no text has this id"
    Path("nothing").mkdir()
    assert main(["export", "records.jsonl", "--to", "prodigy", "--texts", "nothing"]) == 1
    assert "--texts holds no text" in capsys.readouterr().err
