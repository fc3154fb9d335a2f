"""The measure of known checks found for tweets, and the pages that tell of it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks import matching
from quotex.checks.features import FEATURES
from quotex.checks.ranking import ranker
from quotex.checks.values import CANDIDATES

PAGE = (Path(__file__).parents[1] / "docs" / "matching.md").read_text(encoding="utf-8")


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """Two tweets, one of each split, and three known claims."""
    claims = [
        {"id": "1", "text": "The well of Norhaven is dry.", "title": "A Dry Well?"},
        {"id": "2", "text": "A photograph shows plums.", "title": "Plums"},
        {"id": "3", "text": "The tower leans.", "title": "The Tower"},
    ]
    tweets = [
        {"id": "a", "split": "train", "text": "They say the well is dry #Norhaven", "claim_ids": ["1"]},
        {"id": "b", "split": "dev", "text": "the tower of plums", "claim_ids": ["3", "1"]},
    ]
    for name, values in (("verified-claims", claims), ("claim-matching-dev", tweets)):
        lines = "".join(json.dumps(each) + "\n" for each in values)
        (tmp_path / f"{name}.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    return tmp_path


@pytest.mark.parametrize(
    ("hits", "wanted", "expected"),
    [
        ([True], 1, 1.0),
        ([False, True], 1, 0.5),
        ([True, False, True], 2, 5 / 6),
        ([False] * 5 + [True], 1, 0.0),
        ([], 1, 0.0),
    ],
)
def test_average_precision(hits: list[bool], wanted: int, expected: float) -> None:
    """The share of right ones at each place of a right one, over all that are wanted, of the first five places."""
    assert matching.average_precision(hits, wanted) == pytest.approx(expected)


def test_figures_and_errors_are_printed(corpora: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both splits are measured, errors told on demand, and the gate has the figures of the dev split in percent."""
    assert matching.main(["--corpora", str(corpora), "--errors"]) == 0
    out = capsys.readouterr().out
    assert "train  1 tweets  MAP@5: BM25 1.0000, BM25 of terms 1.0000, quotex 1.0000" in out
    assert "queries a second" in out
    figures = matching.figures(corpora)
    assert 0 < figures.value("quotex", "map@5") <= 100
    assert -100 <= figures.value("quotex", "above_bm25") <= 100
    assert matching.main(["--corpora", str(corpora / "none")]) == 2


def test_the_page_has_the_weights() -> None:
    """The table of features has each with its weight as it is in the package, and no other."""
    table = PAGE.partition("| what | of what | weight |\n|---|---|---|\n")[2].partition("\n\n")[0]
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()]
    expected = [
        [f"`{name}`", FEATURES[name], f"{weight}"] for name, weight in zip(FEATURES, ranker().weights, strict=True)
    ]
    assert rows == expected


def test_the_page_has_the_names_of_fields() -> None:
    """The table of fields has the names by which they are guessed, in their order."""
    table = PAGE.partition("| field | names |\n|---|---|\n")[2].partition("\n\n")[0]
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()]
    assert rows == [[f"`{role}`", ", ".join(names.split())] for role, names in CANDIDATES.items()]
