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
        ("a regatta was announced on Monday", "a regatta was announced on Monday, 6 May 2024"),
        ("more boats leaked last year than in 2019", "more boats leaked in 2023 than in 2019"),
        ("boats built since 2010 leaked last year", "boats built since 2010 leaked in 2023"),
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
        ("boats leaked in August 2016 and in April", "of-another-year"),
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
        ("Tomorrow Group sold boats", "time-in-name"),
        ("boats were on Tarn’s “This Morning”", "time-in-name"),
        ("boats leaked in this country", "place-of-speaker"),
        ("a crew was awaited in Tarn on Monday", "before-or-after"),
        ("Tarn owed the crew a boat on Monday", "before-or-after"),
        ("boats were promised on Monday", "before-or-after"),
        ("Tarn announced a regatta on Monday", "before-or-after"),
        ("boats could sail on Monday", "before-or-after"),
        ("boats must sail by Friday", "before-or-after"),
        ("boats will sail in November 2022 and leak next year", "of-another-year"),
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


@pytest.mark.parametrize(
    "article",
    [
        "In 2017, [[Ida Roe]] <said> {that boats had leaked last year}.",
        "[[Ida Roe]] <said> in a speech in March 2019 {that boats had leaked last year}.",
        "In a memo dated 3 July 2018, [[Ida Roe]] <wrote> {that boats had leaked last month}.",
        "[[Ida Roe]] <told> an inquiry in 2016 {that boats had leaked on Monday}.",
        "In a 2015 letter, [[Ida Roe]] <wrote> {that boats had leaked yesterday}.",
        "[[Ida Roe]] <said> on 2 February {that boats had leaked last month}.",
    ],
)
def test_times_of_what_was_said_in_another_year_stay(article: str) -> None:
    """Words that are counted from the day of a cue far from the article's mean another time."""
    found = standing(article)
    assert ([each.rule for each in found.unresolved], "had leaked in" in found.text) == (["of-another-year"], False)


def test_a_year_of_the_life_of_who_speaks_dates_nothing() -> None:
    """The year of an election is not that of the cue."""
    found = standing("[[Ida Roe]], who was elected in 2019, <said> {that boats had leaked last year}.")
    assert found.text == "boats had leaked in 2023"


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("In the autumn of 2019 boats sank off Tarn. Crews fled.\n\n", "boats had leaked last year"),
        ("In the autumn of 2019 boats sank off Tarn. On Monday a crew fled.\n\n", "boats had leaked in 2023"),
        ("Tarn, which was founded in 2019, sold boats.\n\n", "boats had leaked in 2023"),
        ("“Boats sank in 2019,” Ulf Osk said.\n\n", "boats had leaked in 2023"),
    ],
)
def test_a_scene_in_another_year_holds_until_the_article_is_back(before: str, text: str) -> None:
    """What stands before may be of another year, up to words of the article's own time."""
    assert standing(f"{before}[[Ida Roe]] <said> {{that boats had leaked last year}}.").text == text


def test_a_day_without_a_year_needs_an_article_of_one_year() -> None:
    """Days some weeks away are left where years stand anywhere before; those of this month are not."""
    before = "Osk sold boats from March 2020 to May 2022. On Monday a judge sat.\n\n"
    far = standing(f"{before}[[Ida Roe]] <said> {{a crew had sunk on 2 April}}.")
    assert [each.rule for each in far.unresolved] == ["before-or-after"]
    assert standing(f"{before}[[Ida Roe]] <said> {{a crew had sunk on 2 May}}.").text == "a crew had sunk on 2 May 2024"
    assert (
        standing(f"{before}[[Ida Roe]] <said> {{a crew will sail on 9 June}}.").text
        == "a crew will sail on 9 June 2024"
    )


def test_times_within_quotations_in_quotations_stay() -> None:
    """Whoever is quoted by somebody quoted may have spoken at any time."""
    found = standing("[[Ida Roe]] <said>: “{I wrote, ‘Boats will leak next year’, and left}.”")
    assert "quoted-within" in [each.rule for each in found.unresolved]
    assert not any(each.rule == "day-of-article" for each in found.substitutions)


def test_the_lines_of_an_interview_are_somebodys_words() -> None:
    """No marks stand around them, and yet "yesterday" is that of the interview."""
    article = "Q: Who sails?\n\n[[A]]<:> {The crew of Tarn. Osk told the crew yesterday of a leak.}"
    assert "day-of-quotation" in [each.rule for each in standing(article).unresolved]


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
