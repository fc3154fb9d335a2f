"""When claims were said: the dates beside their cues. The articles are of Wednesday, 8 May 2024."""

from __future__ import annotations

import pytest

import quotex
from quotex.records import DateBasis


def _date(text: str) -> tuple[str | None, str | None] | None:
    claim = quotex.extract(text, date="2024-05-08").claims[0]
    return None if claim.date is None else (claim.date.iso, claim.date.basis)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Ida Roe had said in 2017 that the boats were old.", "2017"),
        ("In 2017, Ida Roe said that the boats were old.", "2017"),
        ("In a 2015 report, Ida Roe wrote that the boats were old.", "2015"),
        ("In a letter dated 3 July 2018, Ida Roe wrote that the boats were old.", "2018-07-03"),
        ("Ida Roe told the harbour board on Monday that the boats were old.", "2024-05-06"),
        ("“The boats are old,” Ida Roe said in March 2016.", "2016-03"),
        ("Ida Roe said last month that the boats were old.", "2024-04"),
        ("Ida Roe said yesterday that the boats were old.", "2024-05-07"),
        ("Ida Roe said Monday that the boats were old.", "2024-05-06"),
    ],
)
def test_what_names_no_time_is_dated_by_its_cue(text: str, iso: str) -> None:
    """A date before the source, or right behind the cue, is that of the saying."""
    assert _date(text) == (iso, DateBasis.SAYING)


def test_a_time_of_its_own_goes_before_the_day_of_the_saying() -> None:
    """What the content names is what it is about."""
    assert _date("Ida Roe said on Monday that the boats had sunk in 2012.") == ("2012", DateBasis.TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "After the fire in 2017 closed Tarn, Ida Roe said that the boats were old.",
        "Ida Roe said before the regatta in 2017 that the boats were old.",
    ],
)
def test_a_sentence_of_another_year_has_no_date(text: str) -> None:
    """Where a year stands beside the cue, and not plainly as its own, neither it nor the article's day is given."""
    assert _date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ida Roe said that the boats were old.",
        "Ida Roe, who was elected in 2017, said that the boats were old.",
        "Ida Roe said the boats belonged to Ulf Osk, who died in 2017.",
        "Asked about the 2017 fire, Ida Roe said that the boats were old.",
    ],
)
def test_other_sentences_are_of_the_day_of_the_article(text: str) -> None:
    """Years of somebody's life, and those that only tell things apart, date nothing."""
    assert _date(text) == ("2024-05-08", DateBasis.ARTICLE)


def test_a_quotation_that_goes_on_is_of_the_day_of_the_first() -> None:
    """The second half of a quotation was said when the first was."""
    found = quotex.extract("“The boats are old,” Ida Roe said in March 2016. “They leak.”", date="2024-05-08").claims
    assert {claim.date.iso for claim in found if claim.date is not None} == {"2016-03"}


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Ida Roe said the crew would be expected on Friday.", "2024-05-10"),
        ("Ida Roe said: “The crew sank on Monday.”", "2024-05-06"),
        ("Ida Roe said the boats were worse today.", "2024-05-08"),
        ("Ida Roe said on Monday: “The crew will sail tomorrow.”", "2024-05-07"),
    ],
)
def test_dates_in_doubt_say_so(text: str, iso: str) -> None:
    """What the stand-alone text leaves, as it may be counted otherwise, has a date that is likely at most."""
    assert _date(text) == (iso, DateBasis.LIKELY)


@pytest.mark.parametrize(
    "text",
    [
        "In 2017, Ida Roe said that the boats had leaked last year.",
        "Ida Roe said: “I wrote, ‘The boats will leak next year.’”",
        "Ida Roe said last month: “The crew will sail tomorrow.”",
        "In 2017 the boats were sold. They sank at once. Ida Roe said that they had leaked last year.",
        "Ida Roe said: “The crew sank on the Friday.”",
    ],
)
def test_times_counted_from_elsewhere_have_no_date(text: str) -> None:
    """Nothing is counted from the day of the article that belongs to another."""
    assert _date(text) is None
