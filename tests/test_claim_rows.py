"""Claims as rows, sheets and tables."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from attrs import evolve
from hypothesis import given, settings

from quotex import CLAIM_COLUMNS, Act, Article, claim_rows
from quotex.formats.claim_table import write_claims_csv, write_claims_jsonl, write_claims_table
from quotex.records import Status
from record_samples import articles, ferry


def test_a_row_says_what_is_claimed_by_whom_and_why_it_ranks_there() -> None:
    """Stand-alone and verbatim text, speaker, date and reasons stand in columns of their own, the worthiest first."""
    own, said = claim_rows(ferry())
    assert tuple(said) == CLAIM_COLUMNS
    assert (said["claim"], said["verbatim"]) == (
        "“The ferry of Tarn,” … “sails at six.”",
        "“The ferry,” … “sails at six.”",
    )
    assert (said["speaker"], said["title"], said["status"]) == ("Ines Duarte", "head of the port", "asserted")
    assert (said["types"], said["reasons_for"], said["reasons_against"]) == ("quantity", "numbers +1.50 (six)", None)
    assert (said["substitutions"], said["unresolved"]) == ("The ferry → The ferry of Tarn", "six")
    assert (said["date"], said["date_basis"], said["hedges"], said["negations"]) == (
        "2024-05-01",
        "article",
        "sails",
        "at",
    )
    assert (own["claim"], own["speaker"], own["act"], own["date"]) == ("Crews want more pay.", None, None, None)
    assert [row["document_id"] for row in (own, said)] == ["port.txt", "port.txt"]


def test_what_is_only_thought_is_left_out_unless_asked_for() -> None:
    """Contents of beliefs and wishes are rows with ``all_acts`` alone."""
    article = ferry()
    thought = evolve(article.attributions[0], act=Act.BELIEF)
    claims = (evolve(article.claims[0], attribution=thought),)
    article = evolve(article, attributions=(thought, article.attributions[1]), claims=claims)
    assert claim_rows(article) == []
    assert [row["act"] for row in claim_rows(article, all_acts=True)] == ["belief"]


@given(articles())
@settings(max_examples=30, deadline=None)
def test_any_article_has_rows_of_plain_values(article: Article) -> None:
    """Every claim is a row with all columns, strings, numbers and ``None``, and falls in score."""
    rows = claim_rows(article, all_acts=True)
    assert len(rows) == len(article.claims)
    assert all(tuple(row) == CLAIM_COLUMNS for row in rows)
    assert all(type(value) in (str, int, float, type(None)) for row in rows for value in row.values())
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    assert [json.loads(line) for line in write_claims_jsonl(rows)] == rows


def test_a_sheet_is_ranked_and_safe() -> None:
    """The sheet has a header, a place from 1 in front, and no cell that a spreadsheet would take for a formula."""
    rows = claim_rows(ferry())
    rows[0]["claim"] = "=1+1"
    lines = list(csv.reader(io.StringIO("".join(write_claims_csv(rows)))))
    assert lines[0] == ["rank", *CLAIM_COLUMNS]
    assert [line[0] for line in lines[1:]] == ["1", "2"]
    assert lines[1][3] == "'=1+1"
    assert next(write_claims_csv(rows, marked=True)) == "\ufeff"


def test_a_table_shows_claim_speaker_and_reasons() -> None:
    """The table has the score, the stand-alone text, who says so and why; control characters do not come through."""
    rows = claim_rows(ferry())
    rows[0]["claim"] = "Crews\x1b[31m want"
    table = "".join(write_claims_table(rows, width=140))
    for part in (
        "0.27",
        "“The ferry of Tarn,”",
        "Ines Duarte",
        "head of the port",
        "numbers +1.50 (six)",
        "the article",
    ):
        assert part in table
    assert "\x1b" not in table
    assert not re.search("denied|asked|said by", table)
    assert "no claims found" in "".join(write_claims_table([]))


@pytest.mark.parametrize("status", [each for each in Status if each is not Status.ASSERTED])
def test_a_table_shows_who_does_not_say_it(status: Status) -> None:
    """Where somebody denies or asks something, or does not say it, the table has that before the name."""
    article = ferry()
    said = evolve(article.attributions[0], status=status)
    claims = [evolve(each, attribution=said) if each.attribution else each for each in article.claims]
    rows = claim_rows(evolve(article, attributions=(said, *article.attributions[1:]), claims=tuple(claims)))
    who = [row for row in "".join(write_claims_table(rows, width=140)).splitlines() if " by  " in row]
    words = {"denied": "denied", "declined": "not commented on", "negated": "not said", "question": "asked"}
    assert [words.get(status, "not yet said") in each for each in who] == [True]
