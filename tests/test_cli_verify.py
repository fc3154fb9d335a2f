"""``quotex verify``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import quotex
from quotex.cli import main
from tests.record_samples import ferry

SPEECH = "We will not open 12 new harbours by March. “The ferry, as ever, sails at six,” she said. We will not open it."


@pytest.fixture
def speech(tmp_path: Path) -> str:
    """A file with a speech."""
    path = tmp_path / "speech.txt"
    path.write_text(SPEECH, encoding="utf-8")
    return str(path)


def test_a_quote_is_verified(speech: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Words that are there give exit code 0 and a line of JSON, altered ones 1 and their edits."""
    assert main(["verify", "we will not open twelve new harbours", speech]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "typographic"
    assert main(["verify", "We will open 12 new harbours", speech]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["status"], told["flags"]) == ("altered", ["negation"])
    assert told["occurrences"][0]["edits"][0]["source"] == {"start": 8, "end": 11, "text": "not"}


def test_a_quote_may_be_in_a_file(speech: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The name of a file stands for the words in it; a long quote is no name."""
    quote = tmp_path / "quote.txt"
    quote.write_text("12 new harbours\n", encoding="utf-8")
    assert main(["verify", str(quote), speech]) == 0
    assert main(["verify", "12 new harbours " * 400, speech]) == 1
    capsys.readouterr()


def test_the_quotes_of_records_are_verified(speech: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each quotation of an article has a line that names its record; words left out without a mark give exit code 1."""
    records, output = tmp_path / "article.jsonl", tmp_path / "out.jsonl"
    quotex.write([ferry()], records)
    assert main(["verify", "--quotes", str(records), speech, "-o", str(output)]) == 1
    (told,) = map(json.loads, output.read_text(encoding="utf-8").splitlines())
    assert (told["attribution"], told["speaker"]) == (ferry().quotes[0].id, "Ines Duarte")
    assert told["status"] == "unmarked_elision"
    records.write_text("{}\n", encoding="utf-8")
    assert main(["verify", "--quotes", str(records), speech]) == 1
    assert "line 1" in capsys.readouterr().err


def test_a_table_shows_the_words_and_the_changes(speech: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The table has the status, the flags, the words there and the edits; of many places it shows five."""
    main(["verify", "We will open 21 new harbours", speech, "--format", "table"])
    table = " ".join(capsys.readouterr().out.split())
    for words in (
        "altered; look at: negation, number",
        "− “not”",
        "number: “12” →",
        "We will not open 12 new harbours",
    ):
        assert words in table
    main(["verify", "[then] we will not open it", speech, "--format", "table"])
    assert "bracket: + “then”" in capsys.readouterr().out
    Path(speech).write_text("It rains. " * 8, encoding="utf-8")
    assert main(["verify", "it rains", speech, "--format", "table"]) == 0
    assert "and 3 more" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["one word"], ["a", "b", "c"], ["a", "nowhere.txt"]])
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A source that is missing or not there, and a word too many, give exit code 2."""
    assert main(["verify", *arguments]) == 2
    assert "Error" in capsys.readouterr().err


def test_a_source_in_another_encoding_is_told(speech: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Bytes that are not in the encoding give exit code 1 and the option to use."""
    Path(speech).write_bytes("Café".encode("latin-1"))
    assert main(["verify", "cafe", speech]) == 1
    assert "--encoding" in capsys.readouterr().err
    assert main(["verify", "cafe", speech, "--encoding", "latin-1"]) == 0
