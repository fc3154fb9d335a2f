"""``quotex speakers`` and ``quotex variants``, and the tables that they write."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import pytest
from attrs import evolve

from quotex.cli import main
from quotex.people import join
from quotex.people.finding import like
from quotex.people.table import COLUMNS, rows, write_csv, write_jsonl, write_table
from quotex.records import Metadata
from quotex.serial import to_json
from quotex.variants import Quotation, cluster
from quotex.variants import table as variants_table
from tests.people_samples import seen
from tests.record_samples import ferry


def _archive(folder: Path) -> Path:
    """Three articles with one quote in two files, one of them compressed, beside a file that is no archive."""
    lines = [
        to_json(evolve(ferry(), metadata=Metadata(id=name, date=f"2024-05-0{day}")))
        for day, name in enumerate("abc", 1)
    ]
    (folder / "1.jsonl").write_text("\n".join([*lines[:2], ""]), encoding="utf-8")
    (folder / "2.jsonl.gz").write_bytes(gzip.compress(lines[2].encode()))
    (folder / "notes.txt").write_text("no archive", encoding="utf-8")
    return folder


def test_speakers_of_a_folder(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """All files of records in a folder are read, compressed or not; groups come out only when asked for."""
    folder = str(_archive(tmp_path))
    assert main(["speakers", folder]) == 0
    (person,) = map(json.loads, capsysbinary.readouterr().out.splitlines())
    assert (person["name"], person["documents"], person["quotes"]) == ("Ines Duarte", 3, 3)
    assert main(["speakers", folder, "--all"]) == 0
    assert len(capsysbinary.readouterr().out.splitlines()) == 4
    assert main(["speakers", folder, "--like", "I. Duarte", "-f", "csv"]) == 0
    assert b"head of the port" in capsysbinary.readouterr().out
    assert main(["speakers", folder, "--like", "Oto Karsk"]) == 0
    assert capsysbinary.readouterr().out == b""


def test_variants_of_a_folder(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """The quote that all three articles have is one cluster, and nothing about it is flagged."""
    folder = str(_archive(tmp_path))
    assert main(["variants", folder]) == 0
    (found,) = map(json.loads, capsysbinary.readouterr().out.splitlines())
    assert (found["documents"], found["first"]["document"], found["flags"]) == (3, "a", [])
    assert main(["variants", folder, "--flagged"]) == 0
    assert main(["variants", folder, "--min-words", "9"]) == 0
    assert capsysbinary.readouterr().out == b""
    assert main(["variants", folder, "-f", "table"]) == 0
    assert "3 documents" in capsysbinary.readouterr().out.decode()


@pytest.mark.parametrize("command", ["speakers", "variants"])
def test_broken_lines_are_told_and_the_others_read(
    command: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A line that holds no record costs a message with its number and exit code 1; the rest comes out."""
    folder = _archive(tmp_path)
    with (folder / "1.jsonl").open("a", encoding="utf-8") as file:
        file.write("\n{}\n")
    (folder / "3.jsonl.gz").write_bytes(gzip.compress(b"{}" * 9)[:-9])
    assert main([command, str(folder), "-o", str(tmp_path / "out")]) == 1
    told = capsysbinary.readouterr().err.decode()
    assert "1.jsonl, line 4:" in told
    assert "3.jsonl.gz" in told
    assert len((tmp_path / "out").read_text(encoding="utf-8").splitlines()) == 1


def test_a_folder_without_records_is_wrong_usage(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """A folder with no file of records, and an output that cannot be written, are told as such."""
    assert main(["speakers", str(tmp_path)]) == 2
    assert b".jsonl" in capsysbinary.readouterr().err
    _archive(tmp_path)
    assert main(["variants", str(tmp_path), "-o", str(tmp_path / "none" / "out")]) == 2


def test_a_text_in_the_place_of_records_is_named_once(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """What is wrong with a file is told behind its name, which comes once."""
    path = tmp_path / "story.txt"
    path.write_text("It rained.", encoding="utf-8")
    assert main(["speakers", str(path)]) == 1
    assert capsysbinary.readouterr().err.count(b"story.txt") == 1


def test_rows_are_flat() -> None:
    """Each kind of row is there with the keys of all, and a rival is named by id and reason."""
    people = join(
        [
            seen(
                "Tom Harlow", "mayor of Leeds", document="a", date="2024-05-01", quotes=("q1",), outlet="news.example"
            ),
            seen("T. Harlow", "mayor of Leeds", document="b"),
            seen("Tom Harlow", "striker", document="c"),
        ]
    )
    found = list(rows(people))
    assert all(tuple(row) == COLUMNS for row in found)
    of_mayor = [row for row in found if row["person"] == people[0].id]
    assert [row["kind"] for row in of_mayor] == ["person", "alias", "alias", "title", "quote", "join", "rival"]
    person, quote, rival = of_mayor[0], of_mayor[4], of_mayor[6]
    assert (person["documents"], person["quotes"], person["first"], person["outlet"]) == (
        2,
        1,
        "2024-05-01",
        "news.example",
    )
    assert (quote["value"], quote["document"], quote["last"]) == ("q1", "a", "2024-05-01")
    assert (rival["other"], rival["rule"], rival["evidence"]) == (people[1].id, "roles", "mayor of Leeds; striker")


def test_sheets_lines_and_tables_of_people() -> None:
    """The sheet has the rows and is safe for spreadsheets, the lines have the records, the table no control codes."""
    people = join([seen("Ines Dravetz\x1b[2J", "=head of the port", document=f"d{number}") for number in range(6)])
    sheet = list(csv.DictReader(io.StringIO("".join(write_csv(people)))))
    assert [row["kind"] for row in sheet] == ["person", "alias", "title", "join"]
    assert sheet[2]["value"] == "'=head of the port"
    (line,) = write_jsonl(people)
    assert [each["document"] for each in json.loads(line)["sightings"]] == [f"d{number}" for number in range(6)]
    (drawn,) = write_table(people)
    assert "Dravetz" in drawn
    assert "\x1b" not in drawn


def test_people_are_found_by_name() -> None:
    """A name finds the people that may be called so: by a form, a part, or nearly the letters."""
    people = join([seen("Ines Dravetz"), seen("Oto Karsk"), seen("Mohammed Qorbani")])
    for name, expected in (
        ("Dravetz", "Ines Dravetz"),
        ("I. Dravetz", "Ines Dravetz"),
        ("muhammad ghorbani", "Mohammed Qorbani"),
        ("Otto Karsk", "Oto Karsk"),
    ):
        assert [person.name for person in like(people, name)] == [expected]
    assert like(people, "—") == []


def test_tables_of_variants() -> None:
    """The table says what changed, what is not dated, and counts what it does not show."""
    text = "We will open 12 new harbours along the coast"
    archive = [Quotation(f"d{number:02}", "a", text, date=None) for number in range(14)]
    changed = Quotation("d00", "b", "We will not open 21 harbours along the coast", date=None, speaker="Roe\x1b")
    (drawn,) = variants_table.write_table(cluster([*archive, changed]), width=200)
    assert "none is dated" in drawn
    assert "look at: negation, numbers" in drawn
    assert "+ “not”; “12 new” → “21”" in drawn
    assert "and 3 more" in drawn
    assert "\x1b" not in drawn
    dated = [evolve(archive[0], date="2024-05-01"), archive[1]]
    assert "1 quotations are not dated" in next(variants_table.write_table(cluster(dated)))
