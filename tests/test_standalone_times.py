"""Contents that can be read by themselves: when. The article is of Wednesday, 8 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

from standalone_samples import standing


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("boats leaked last year", "boats leaked in 2023"),
        ("boats have leaked since last year", "boats have leaked since 2023"),
        ("last year was bad for boats", "2023 was bad for boats"),
        ("Last year two boats leaked", "In 2023 two boats leaked"),
        ("more boats leaked than last year", "more boats leaked than in 2023"),
        ("last year’s boats leaked", "2023’s boats leaked"),
        ("boats leaked earlier this month", "boats leaked earlier in May 2024"),
        ("boats will sail by the end of next month", "boats will sail by the end of June 2024"),
        ("boats leaked yesterday", "boats leaked on 7 May 2024"),
        ("boats will leak today", "boats will leak on 8 May 2024"),
        ("yesterday’s storm wrecked boats", "7 May 2024’s storm wrecked boats"),
        ("boats leaked last night", "boats leaked on the night of 7 May 2024"),
        ("boats leaked this morning", "boats leaked on the morning of 8 May 2024"),
        ("boats leaked three days ago", "boats leaked on 5 May 2024"),
        ("boats leaked on Monday", "boats leaked on Monday, 6 May 2024"),
        ("boats leaked Monday night", "boats leaked on the night of Monday, 6 May 2024"),
        ("boats will sail on Friday", "boats will sail on Friday, 10 May 2024"),
        ("boats leaked in March", "boats leaked in March 2024"),
        ("boats leaked in March last year", "boats leaked in March 2023"),
        ("boats leaked on 3 May", "boats leaked on 3 May 2024"),
        ("boats leaked on May 3", "boats leaked on May 3, 2024"),
        ("boats leaked last June", "boats leaked in June 2023"),
        ("boats leaked between April and last month", "boats leaked between April 2024 and April 2024"),
    ],
)
def test_words_of_time_give_way_to_the_date(content: str, text: str) -> None:
    """Words that only the day of the article explains become the date, with the preposition that fits."""
    found = standing(f"[[Ida Roe]] said {{{content}}}.")
    assert found.text == text
    assert {(each.rule, each.source) for each in found.substitutions} == {("day-of-article", None)}


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ("boats leaked this week", "no-one-date"),
        ("boats leaked recently", "no-one-date"),
        ("boats leaked two weeks ago", "no-one-date"),
        ("the plan is for the vote on Monday", "before-or-after"),
        ("boats were lost ahead of the vote on Friday", "before-or-after"),
        ("boats would sail on Friday", "before-or-after"),
        ("boats leaked last Monday", "unsure"),
        ("boats sail every Monday", "no-one-date"),
        ("boats sail from Monday to Friday", "unsure"),
        ("boats leaked on Wednesday last week", "unsure"),
        ("talks in November", "before-or-after"),
        ("boats will sail in March", "before-or-after"),
        ("boats must be found yesterday", "unsure"),
        ("boats leaked in August 2016 and in April", "before-or-after"),
        ("boats leaked after September 11", "unsure"),
        ("boats leaked on May 3-6", "before-or-after"),
        ("boats are worse today", "day-or-age"),
        ("boats that leaked even today", "day-or-age"),
        ("boats built long ago leak today", "day-or-age"),
        ("a planned regatta on Monday", "before-or-after"),
        ("today’s boats leaked", "day-or-age"),
        ("boats ended last year with a leak", "unsure"),
        ("the boats of Tarn’s tomorrow", "unsure"),
        ("boats leaked this time last year", "no-one-date"),
        ("boats leaked a year ago", "unsure"),
        ("Tomorrow Group sold boats", "unsure"),
        ("boats were on Tarn’s “This Morning”", "unsure"),
        ("boats leaked in this country", "place-of-speaker"),
    ],
)
def test_times_and_places_that_are_not_sure_stay(content: str, rule: str) -> None:
    """Words that may be counted otherwise, or name no one date, stay as they are and are listed."""
    found = standing(f"[[Ida Roe]] said {{{content}}}.")
    assert not found.substitutions
    assert found.unresolved[0].rule == rule


@pytest.mark.parametrize(
    "content", ["boats leaked on 6 May 2019", "boats leaked in 2019", "boats leaked Monday, May 6, 2019"]
)
def test_dates_in_full_stand_by_themselves(content: str) -> None:
    """A date that the words give in full is neither replaced nor in doubt."""
    found = standing(f"[[Ida Roe]] said {{{content}}}.")
    assert (found.text, found.substitutions, found.unresolved) == (content, (), ())


@pytest.mark.parametrize("words", ["tomorrow", "on Friday", "yesterday", "today"])
def test_days_in_quotation_marks_are_those_of_whoever_speaks(words: str) -> None:
    """What somebody says of "tomorrow" is counted from the day on which it was said."""
    found = standing(f"[[Ida Roe]] said on Monday: “{{The boats will sail {words}}}.”")
    assert ([each.rule for each in found.unresolved], found.substitutions) == (["day-of-quotation"], ())


@pytest.mark.parametrize(
    ("article", "text"),
    [
        ("[[Ida Roe]] said: “{Boats leaked last year}.”", "Boats leaked in 2023"),
        ("In 2019 [[Ida Roe]] said: “{Boats leaked last year}.”", "Boats leaked last year"),
        ("[[Ida Roe]] said: “{Boats leaked last month}.”", "Boats leaked last month"),
        ("[[Ida Roe]] said: “{Boats leaked in April}.”", "Boats leaked in April"),
        ("[[Ida Roe]] said: “{Boats will sail in June}.”", "Boats will sail in June 2024"),
    ],
)
def test_years_in_quotation_marks_are_counted_from_the_article(article: str, text: str) -> None:
    """That of the quotation is the article's year, unless another is named; a month that has just begun may not be."""
    assert standing(article).text == text


def test_without_a_day_of_the_article_times_are_left() -> None:
    """Nothing is counted from a day that is not known."""
    found = standing("[[Ida Roe]] said {boats leaked yesterday}.", day=None)
    assert [(each.span.text, each.rule) for each in found.unresolved] == [("yesterday", "no-day-of-article")]


def test_a_year_just_begun_is_not_that_of_a_quotation() -> None:
    """In the first days of January, "this year" in quotation marks may be the one before."""
    found = standing("[[Ida Roe]] said: “{Boats leaked this year}.”", day=date(2024, 1, 3))
    assert [each.rule for each in found.unresolved] == ["day-of-quotation"]


def test_words_outside_the_content_are_never_replaced() -> None:
    """ "Monday" gives way without the "night" that lies behind the content."""
    found = standing("[[Ida Roe]] said {boats leaked Monday} night.")
    assert (found.text, [each.rule for each in found.unresolved]) == ("boats leaked Monday", ["unsure"])
