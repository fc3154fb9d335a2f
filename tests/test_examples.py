"""The examples run as they are printed, and the example article holds what its readers are told."""

from __future__ import annotations

import csv
import runpy
from pathlib import Path
from typing import Any

import pytest

import quotex

EXAMPLES = Path(__file__).parents[1] / "examples"


def _main(name: str) -> Any:
    return runpy.run_path(str(EXAMPLES / name))["main"]


def test_basic_prints_quotes_with_their_speakers(capsys: pytest.CaptureFixture[str]) -> None:
    """The basic example names the speaker of a plain quotation and counts the quotes."""
    _main("basic.py")()
    printed = capsys.readouterr().out
    assert "Miriam Okafor [direct" in printed
    assert "“We did not find one large crack." in printed
    assert " quotes, " in printed


def test_spacy_pipeline_prints_quotes_of_stored_documents(capsys: pytest.CaptureFixture[str]) -> None:
    """The spaCy example gets its quotes back from bytes."""
    _main("spacy_pipeline.py")()
    printed = capsys.readouterr().out
    assert "Ada Osei: “We open in May,”" in printed
    assert printed.count("cues:") == 2


def test_to_spreadsheet_writes_direct_quotes(tmp_path: Path) -> None:
    """The spreadsheet example writes one row a direct quote, whose offsets point into the file."""
    article = EXAMPLES / "article.txt"
    output = tmp_path / "quotes.csv"
    count = _main("to_spreadsheet.py")(output, article)
    with output.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    text = article.read_bytes().decode("utf-8")
    assert len(rows) == count >= 8
    for row in rows:
        assert row["speaker"] or row["content"].startswith("“Slowly")
        assert row["content"].split(" … ")[0] in text[int(row["content_start"]) : int(row["content_end"])]


def test_to_spreadsheet_writes_no_formula(tmp_path: Path) -> None:
    """What a spreadsheet would take for a formula gets an apostrophe in front, be it a quote or a file's name."""
    article, output = tmp_path / "=SUM(A1).txt", tmp_path / "quotes.csv"
    article.write_bytes("“=2+2 is what we ask of ten-year-olds,” the teacher, Ada Osei, said on Monday.".encode())
    assert _main("to_spreadsheet.py")(output, article) == 1
    with output.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["document_id"] == "'=SUM(A1).txt"
    assert row["content"].startswith("'“=2+2 is")


def test_archive_answers_out_of_its_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The archive example reads several articles into a database, and tells who spoke of a matter in them."""
    database = tmp_path / "quotes.sqlite"
    _main("archive.py")(database, "ferry", EXAMPLES / "article.txt", EXAMPLES / "short.txt")
    first, *answers = capsys.readouterr().out.splitlines()
    assert first.startswith("2 documents, ")
    assert any(answer.startswith("short.txt: ministry: a winter ferry would cost") for answer in answers)
    assert all("ferry" in answer.lower() for answer in answers)
    assert len(list(quotex.read(database))) == 2


def test_desk_ranks_claims_and_finds_known_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The desk example tells ten claims with speaker, date and reasons, and that one of them was checked before."""
    checks = tmp_path / "checks.jsonl"
    checks.write_text(
        '{"claim": "A winter ferry would cost two million crowns.", "rating": "True"}\n', encoding="utf-8"
    )
    _main("desk.py")(checks, "2024-03-12", EXAMPLES / "article.txt", EXAMPLES / "short.txt")
    printed = capsys.readouterr().out
    assert printed.count("because of") == 10
    assert "a winter ferry would cost two million crowns\n      ministry, 2024-03-12, in short.txt" in printed
    assert "checked before: A winter ferry would cost two million crowns. (True)" in printed


def test_the_example_article_is_full_length() -> None:
    """The article that a newcomer tries first is a news story of its full length, not a toy."""
    words = (EXAMPLES / "article.txt").read_text(encoding="utf-8").split()
    assert 700 <= len(words) <= 900
