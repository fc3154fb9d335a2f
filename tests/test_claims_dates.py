"""The dates that contents name. The article is of Wednesday, 8 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

from quotex.claims import claim_of
from quotex.dates import day_of
from quotex.records import DateBasis, Dated, Span
from quotex.tokens import tokenised

DAY = date(2024, 5, 8)


def _dates(text: str, day: date | None = DAY) -> list[tuple[str, str | None]]:
    doc = tokenised(text)
    found = claim_of(doc, [(0, len(doc))], day=day).dates
    return [(each.span.text, each.iso) for each in found if each.span]


def test_no_date_goes_over_the_words_of_others() -> None:
    """A month at the end of one part and a year at the start of the next are no date of both."""
    doc = tokenised("It sank in May, she said, 2019 being windy.")
    apart = claim_of(doc, [(0, 4), (8, 11)], day=DAY)
    assert [(each.span.text, each.iso) for each in apart.dates if each.span] == [("May", "2024-05")]
    broken = tokenised("It sank in May\n\n2019.")
    adjoining = claim_of(broken, [(0, 4), (5, len(broken))], day=DAY)
    assert [each.iso for each in adjoining.dates] == ["2019-05"]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("it sank on 2023-11-02", "2023-11-02", "2023-11-02"),
        ("it sank on May 6, 2019", "May 6, 2019", "2019-05-06"),
        ("it sank on 6 May 2019", "6 May 2019", "2019-05-06"),
        ("it sank on the 6th of May, 2019", "6th of May, 2019", "2019-05-06"),
        ("it sank on Sept. 3, 2019", "Sept. 3, 2019", "2019-09-03"),
        ("it sank in May 2019", "May 2019", "2019-05"),
        ("it has leaked since 2019", "2019", "2019"),
        ("by 2030 it will be gone", "2030", "2030"),
        ("it sank in the year 2000", "2000", "2000"),
        ("it sank in fiscal 2018", "2018", "2018"),
        ("it sank in Q3 2018", "2018", "2018"),
        ("it sank in mid-2018", "mid-2018", "2018"),
        ("it sank on Christmas Day 2018", "Christmas Day 2018", "2018-12-25"),
        ("it sank on New Year’s Eve, 2018", "New Year’s Eve, 2018", "2018-12-31"),
        ("it sank in the summer of 2018", "summer of 2018", "2018"),
    ],
)
def test_dates_in_full(text: str, words: str, iso: str) -> None:
    """A date in full needs no article: it is the same with and without one."""
    assert _dates(text) == _dates(text, None) == [(words, iso)]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("it sank on Monday", "Monday", "2024-05-06"),
        ("it sank on Wednesday", "Wednesday", "2024-05-08"),
        ("it sank last Wednesday", "last Wednesday", "2024-05-01"),
        ("it reopens next Wednesday", "next Wednesday", "2024-05-15"),
        ("it will reopen on Friday", "Friday", "2024-05-10"),
        ("on Friday it will reopen", "Friday", "2024-05-10"),
        ("it must reopen by Friday", "Friday", "2024-05-10"),
        ("they will leave unless it reopens by Friday", "Friday", "2024-05-10"),
        ("it had sunk by Friday", "Friday", "2024-05-03"),
        ("it could sink on Friday", "Friday", "2024-05-10"),
        ("a crew was awaited on Friday", "Friday", "2024-05-10"),
        ("it will open after it leaked on Friday", "Friday", "2024-05-03"),
        ("it will reopen in March", "March", "2025-03"),
        ("the rules would be settled by 31 March", "31 March", "2025-03-31"),
        ("it sank on Boxing Day", "Boxing Day", "2023-12-26"),
        ("It will reopen . It sank on Friday", "Friday", "2024-05-03"),
        ("it sank yesterday", "yesterday", "2024-05-07"),
        ("it sank last night", "last night", "2024-05-07"),
        ("it opens today", "today", "2024-05-08"),
        ("it opens tomorrow", "tomorrow", "2024-05-09"),
        ("it sank on April 30", "April 30", "2024-04-30"),
        ("it sank on 3 Dec.", "3 Dec.", "2023-12-03"),
        ("it sank in March", "March", "2024-03"),
        ("it leaked in December", "December", "2023-12"),
        ("it sank last June", "last June", "2023-06"),
        ("it sank in March last year", "March last year", "2023-03"),
        ("it opens in March of next year", "March of next year", "2025-03"),
        ("it sank on 3 March last year", "3 March last year", "2023-03-03"),
        ("it sank on March 3 this year", "March 3 this year", "2024-03-03"),
        ("it opens next May", "next May", "2025-05"),
        ("it opens this June", "this June", "2024-06"),
        ("it sank last year", "last year", "2023"),
        ("it opens next month", "next month", "2024-06"),
        ("it sank three days ago", "three days ago", "2024-05-05"),
        ("it sank five months ago", "five months ago", "2023-12"),
        ("it sank a year ago", "a year ago", "2023"),
        ("it sank on Monday last week", "Monday last week", "2024-04-29"),
        ("it reopens on Sunday of this week", "Sunday of this week", "2024-05-12"),
    ],
)
def test_dates_by_the_article(text: str, words: str, iso: str) -> None:
    """Other dates are resolved against the day of the article, and seen but not resolved without it."""
    assert _dates(text) == [(words, iso)]
    assert _dates(text, None) == [(words, None)]


@pytest.mark.parametrize(
    "text",
    [
        "it may 6 times",
        "they march on",
        "in 2000 people left",
        "the Sept. 11 attacks",
        "since 1066",
        "we sat in the sun",
        "12,019 boats",
        "support is in the low 40s",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    """Verbs that are spelled like months, numbers that look like years, and names of days are no dates."""
    assert _dates(text) == []


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("it leaked between May and June 2018", ["May", "June 2018"], "2018-05"),
        ("it leaked from May 30 to June 2, 2018", ["May 30", "June 2, 2018"], "2018-05-30"),
        ("it leaked from 30 May to 2 June 2018", ["30 May", "2 June 2018"], "2018-05-30"),
    ],
)
def test_a_year_is_that_of_the_date_before_as_well(text: str, words: list[str], iso: str) -> None:
    """The first of two dates with one year behind them has that year, not the nearest one."""
    assert [each for each, _ in _dates(text)] == words
    assert _dates(text)[0][1] == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("it will reopen on Monday, 6 May", "2024-05-06"),
        ("it will reopen on Monday (May 6)", "2024-05-06"),
        ("it sank on Monday, 6 May 2019", "2019-05-06"),
    ],
)
def test_a_weekday_is_that_of_the_date_behind_it(text: str, iso: str) -> None:
    """A weekday with its date right behind it is that day, however the verb would have it counted."""
    doc = tokenised(text)
    claim = claim_of(doc, [(0, len(doc))], day=DAY)
    assert [each.iso for each in claim.dates] == [iso, iso]
    assert claim.date is not None
    assert claim.date.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "it sank this week",
        "two weeks ago",
        "on Feb. 30",
        "on February 30, 2023",
        "it sank on 5/6/2019",
        "it sank on 06.05.2019",
        "it sank in the 1990s",
        "it sank 3,000 years ago",
        "it sank two thousand years ago",
        "it sank a fortnight ago",
        "it leaks every Monday",
        "she lost it some years ago",
        "it leaked over the past year",
        "it sank last century",
        "it leaked in the last six months",
        "it leaked in the past 36 hours",
        "it leaked in the 18 months before",
        "it leaked two years earlier",
        "it leaked on 3 June of that year",
        "it leaked the same day",
        "the regatta in November",
        "it had promised to sail by Friday",
        "Tarn owed it a crew on Friday",
    ],
)
def test_what_cannot_be_told(text: str) -> None:
    """Weeks, stretches of time, days that come again, that no calendar has or that may be read in two ways are seen,
    and nothing is made up for them or for the whole."""
    doc = tokenised(text)
    claim = claim_of(doc, [(0, len(doc))], day=DAY)
    assert [(each.iso, each.basis) for each in claim.dates] == [(None, None)]
    assert claim.date is None


def test_that_year_is_the_one_named_before() -> None:
    """A day of "that year" is one of the year that the words name, not of the article's."""
    assert _dates("it sank in 2017 and was sold on 4 July of that year")[1] == ("4 July of that year", "2017-07-04")
    assert _dates("it sank in 2017 and was sold in July of the same year")[1] == ("July of the same year", "2017-07")


def test_a_month_is_not_that_of_years_ago() -> None:
    """Only a day takes the date behind it, and only the words that count the time are its words."""
    assert _dates("this month 100 years ago it sank") == [("this month", "2024-05"), ("100 years ago", "1924")]
    assert _dates("a book published decades ago") == [("decades ago", None)]
    assert _dates("it sank a few weeks ago") == [("a few weeks ago", None)]
    assert _dates("in a Monday interview") == [("Monday", "2024-05-06")]


def test_the_edges_of_the_calendar() -> None:
    """Days and years before the first and after the last of the calendar are not made up."""
    assert _dates("yesterday", date.min) == [("yesterday", None)]
    assert _dates("next year", date.max) == [("next year", None)]
    assert _dates("last month", date.min) == [("last month", None)]
    assert _dates("on Monday it opened", date.max)[0][1] == "9999-12-27"
    assert _dates("on Monday it will open", date.max) == [("Monday", None)]


def test_the_basis_is_told() -> None:
    """A claim is dated by its words in full, by its words and the article, by the article alone, or not at all."""
    given = day_of("Wed, 08 May 2024 09:30:00 +0200")

    def dated(text: str, day: date | None) -> Dated | None:
        doc = tokenised(text)
        return claim_of(doc, [(0, len(doc))], day=day).date

    assert dated("sank in 2019", given) == Dated("2019", DateBasis.TEXT, Span(8, 12, "2019", 2, 3))
    monday = Span(19, 25, "Monday", 5, 6)
    assert dated("sank this week, on Monday", given) == Dated("2024-05-06", DateBasis.ARTICLE, monday)
    regatta = Span(13, 19, "Monday", 3, 4)
    assert dated("a regatta on Monday", given) == Dated("2024-05-06", DateBasis.LIKELY, regatta)
    assert dated("open since 2019, it sank in 2023", given) == Dated("2023", DateBasis.TEXT, Span(28, 32, "2023", 7, 8))
    for since in ("since 2019", "since early May", "since the ’90s"):
        assert dated(f"open {since}", given) == Dated("2024-05-08", DateBasis.ARTICLE, None)
    assert dated("it sank", given) == Dated("2024-05-08", DateBasis.ARTICLE, None)
    assert dated("it sank", None) is None
    assert dated("it sank on Monday", None) is None
