"""The measures of statements on cases small enough to be computed by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evaluation_cases import RAIN, RAN, score_statements, statement
from quotex.evaluation import Rates, Share


def test_statements_of_other_acts_do_not_count(tmp_path: Path) -> None:
    """A belief or a null act is no prediction; a missing act is a statement."""
    found = [{**RAN, "act": "belief"}, {**RAN, "act": None}, RAIN]
    figures = score_statements(tmp_path, [statement(RAIN)], found).figures["statements"]
    assert figures["found@0.8"] == Rates(1, 1, 1)


def test_uncertain_statements_are_neither_demanded_nor_punished(tmp_path: Path) -> None:
    """A prediction on an uncertain record, by content or by cue alone, is set aside; one elsewhere costs precision."""
    gold = [statement(RAIN), statement(RAN, certain=False)]
    by_cue = {**RAN, "content": [[52, 63]]}
    elsewhere = {"cue": [], "source": [], "content": [[52, 63]]}
    assert score_statements(tmp_path, gold, [RAIN]).figures["statements"]["found@0.5"] == Rates(1, 1, 1)
    assert score_statements(tmp_path, gold, [RAIN, RAN, by_cue]).figures["statements"]["found@0.5"] == Rates(1, 1, 1)
    assert score_statements(tmp_path, gold, [RAIN, elsewhere]).figures["statements"]["found@0.5"] == Rates(1, 2, 1)


def test_statements_without_content_are_still_demanded(tmp_path: Path) -> None:
    """A certain gold statement whose content is empty cannot be found and counts as missed."""
    figures = score_statements(tmp_path, [statement({**RAIN, "content": []})], [RAIN]).figures["statements"]
    assert figures["found@0.5"] == Rates(0, 1, 1)


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        ("Ana Roe", "ana roe", True),
        ("Ana Roe", "Ana María Roe", True),
        ("Ana Roe", "Roe", False),
        ("Roe", "Ana Roe", False),
        ("the Ana Roe's", "Ana Roe", True),
        ("The city council", "a city council", True),
        (None, None, True),
        (None, "Ana Roe", False),
        ("Ana Roe", None, False),
        (None, "", True),
        ("Ana Roe", ["Ana Roe"], True),
        (["Ana Roe", "Bo Li"], ["Bo Li", "Ana Roe"], True),
        (["Ana Roe", "Bo Li"], ["Bo Li"], False),
        (["Ana Roe", "Bo Li"], ["Bo Li", "Cy Oh"], False),
    ],
)
def test_speakers_are_compared_by_words(tmp_path: Path, gold: Any, found: Any, right: bool) -> None:
    """Case, leading articles and possessives do not matter, nor words left out where two are left."""
    figures = score_statements(tmp_path, [statement(RAIN, speaker=gold)], [{**RAIN, "speaker": found}]).figures
    assert figures["speaker"]["all"] == figures["speaker"]["named"] == Share(int(right), 1)
    assert figures["statements"]["resolved"] == Rates(int(right), 1, 1)


def test_titles_are_right_when_they_share_a_word_that_matters(tmp_path: Path) -> None:
    """A shared "of the" is no shared title, a title that gold lacks costs precision, a missing one recall."""

    def title(gold: str | None, found: str | None) -> object:
        evaluation = score_statements(tmp_path, [statement(RAIN, title=gold)], [{**RAIN, "title": found}])
        return evaluation.figures["statements"]["title"]

    assert title("mayor of the town", "Mayor") == Rates(1, 1, 1)
    assert title("mayor of the town", "head of the school") == Rates(0, 1, 1)
    assert title(None, "mayor") == Rates(0, 1, 0)
    assert title("mayor", None) == Rates(0, 0, 1)


def test_kind_and_source_are_judged_on_the_pairs(tmp_path: Path) -> None:
    """Kind is a share of the pairs; a wrong source leaves the statement found."""
    found = {**RAIN, "kind": "direct", "source": [[39, 44]]}
    figures = score_statements(tmp_path, [statement(RAIN), statement(RAN)], [found]).figures["statements"]
    assert figures["kind"] == Share(0, 1)
    assert figures["found@0.5"] == Rates(1, 1, 2)
    assert figures["source"] == Rates(0, 1, 2)
