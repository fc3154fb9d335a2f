"""``quotex claims``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import click
import pytest

import quotex
from quotex.cli import cli, main
from record_samples import ferry

STORY = "The mayor, Ida Roe, said the pier cost 12 million crowns in 2019. She said it was a beautiful pier."


@pytest.fixture
def story(tmp_path: Path) -> str:
    """A file with an article."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def _lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_claims_of_texts_and_of_records_are_ranked_together(
    story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text is read, records are taken as they are, also from a folder, and the worthiest claim of all comes first."""
    run = tmp_path / "run"
    run.mkdir()
    quotex.write([ferry()], run / "part.jsonl")
    assert main(["claims", story, str(run)]) == 0
    found = _lines(capsys)
    scores = [row["score"] for row in found]
    assert scores == sorted(scores, reverse=True)
    assert {row["document_id"] for row in found} == {story, "port.txt"}
    assert "12 million crowns" in str(found[0]["claim"])


def test_only_some_are_wanted(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The number, the least score and the types of claims can be told."""
    assert main(["claims", story, "--top", "1"]) == 0
    (best,) = _lines(capsys)
    assert main(["claims", story, "--min-score", str(best["score"])]) == 0
    assert _lines(capsys) == [best]
    assert main(["claims", story, "--type", "opinion"]) == 0
    assert ["beautiful" in str(row["claim"]) for row in _lines(capsys)] == [True]


def test_what_can_be_chosen_is_what_there_is() -> None:
    """The choices of the options are the values of the enums, which the command line does not load for help."""
    choices = {
        option.name: option.type.choices
        for command in (cli.commands["claims"], cli.commands["extract"], cli.commands["run"])
        for option in command.params
        if isinstance(option.type, click.Choice)
    }
    assert set(choices["types"]) == set(quotex.ClaimType)
    assert set(choices["claims"]) == set(quotex.ClaimScope)


def test_texts_are_read_as_told(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The day of the article dates what has no date, and its own sentences come on request."""
    Path(story).write_text(STORY + " The old pier burned down in a storm.", encoding="utf-8")
    assert main(["claims", story, "--date", "2024-05-08", "--sentences"]) == 0
    rows = _lines(capsys)
    assert [row["date"] for row in rows if row["act"] is None] == ["2024-05-08"]
    assert [row["date"] for row in rows if "2019" in str(row["claim"])] == ["2019"]


def test_a_sheet_for_the_desk(story: str, tmp_path: Path) -> None:
    """A file of comma-separated values has the mark that Excel needs, a place and the reasons in each row."""
    out = tmp_path / "desk.csv"
    assert main(["claims", story, "-f", "csv", "-o", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert text.startswith("\ufeff")
    first = next(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert first["rank"] == "1"
    assert "numbers" in first["reasons_for"]


def test_a_table(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    """On request the claims come as a table."""
    assert main(["claims", story, "-f", "table"]) == 0
    assert "Ida Roe" in capsys.readouterr().out


def test_files_of_other_formats_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table or database is not read as if it were an article; the error says what to do."""
    path = tmp_path / "records.sqlite"
    quotex.write([ferry()], path)
    assert main(["claims", str(path)]) == 2
    assert "quotex convert" in capsys.readouterr().err


@pytest.mark.parametrize("option", [["--sentences"], ["--date", "2024-05-08"]])
def test_options_of_texts_are_refused_for_records_alone(
    option: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Records were read with a date and a scope already, and what cannot change them is not taken silently."""
    path = tmp_path / "records.jsonl"
    path.write_text(quotex.to_json(quotex.extract(STORY)) + "\n", encoding="utf-8")
    assert main(["claims", str(path), *option]) == 2
    assert "only records are given" in capsys.readouterr().err


def test_a_date_is_a_day(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A date from which nothing can be counted is refused rather than passed over."""
    assert main(["claims", story, "--date", "last spring"]) == 2
    assert "such as 2024-05-08" in capsys.readouterr().err


def test_nothing_to_check_is_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty text has no claims: an empty output, or a header alone."""
    path = tmp_path / "empty.txt"
    path.write_text("", encoding="utf-8")
    assert main(["claims", str(path)]) == 0
    assert capsys.readouterr().out == ""
    assert main(["claims", str(path), "-f", "csv"]) == 0
    assert capsys.readouterr().out.startswith("rank,id,score")


def test_what_cannot_be_ranked_is_told(story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Broken lines and records without claims cost a message and exit code 1; the others are ranked."""
    records = tmp_path / "records.jsonl"
    bare = quotex.extract(STORY, id="bare", settings=quotex.Settings(claims="none"))
    records.write_text("{}\n" + quotex.to_json(bare) + "\n" + quotex.to_json(ferry()) + "\n", encoding="utf-8")
    assert main(["claims", str(records)]) == 1
    printed = capsys.readouterr()
    assert "records.jsonl, line 1" in printed.err
    assert "bare holds no claims" in printed.err
    assert len(printed.out.splitlines()) == 2
