"""The recipes of docs/querying.md give the answer that they promise."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import quotex
from quotex.records import Article
from record_samples import ferry

_PAGE = (Path(__file__).parents[1] / "docs" / "querying.md").read_text(encoding="utf-8")
_SECTIONS = re.split(r"^## ", _PAGE, flags=re.MULTILINE)


def _recipes(title: str, language: str) -> list[str]:
    """The code of the sections whose titles begin with ``title``."""
    parts = [section for section in _SECTIONS if section.startswith(title)]
    assert parts
    found = [code for part in parts for code in re.findall(rf"^```{language}\n(.*?)^```$", part, re.DOTALL | re.M)]
    assert found
    return found


@pytest.fixture(autouse=True)
def _archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of two articles under the names of the page, made by the code at its top, in the current folder."""
    monkeypatch.chdir(tmp_path)
    quotex.write([ferry(), _later()], "records.jsonl")
    (code,) = re.findall(r"^```python\n(.*?)^```$", _SECTIONS[0], re.DOTALL | re.M)
    exec(code, {})


def _later() -> Article:
    """The same story in June, which no answer about May may hold."""
    from attrs import evolve

    return evolve(ferry(), metadata=evolve(ferry().metadata, id="later.txt", date="2024-06-02"))


def _check(query: str, answer: list[tuple[object, ...]]) -> None:
    assert answer
    if "2024-05-31" in query:
        assert len(answer) == 1
        assert "“The ferry,” … “sails at six.”" in answer[0]


@pytest.mark.parametrize("query", _recipes("SQLite", "sql"))
def test_recipes_for_sqlite(query: str) -> None:
    """Each query runs and finds something; those about May find the quote of May alone."""
    with closing(sqlite3.connect("records.sqlite")) as database:
        _check(query, database.execute(query).fetchall())


@pytest.mark.parametrize("query", _recipes("DuckDB", "sql"))
def test_recipes_for_duckdb(query: str) -> None:
    """Each query runs over Parquet or JSON Lines and finds something; those about May find the quote of May alone."""
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    with duckdb.connect() as database:
        _check(query, database.execute(query).fetchall())


@pytest.mark.parametrize("code", _recipes("pyarrow", "python"))
def test_recipes_for_pyarrow(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The code prints the quote of May and no other."""
    exec(code, {})
    assert capsys.readouterr().out == "2024-05-01 Ines Duarte “The ferry,” … “sails at six.”\n"
