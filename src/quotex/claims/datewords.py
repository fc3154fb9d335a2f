"""Words that name dates, as patterns over words in lower case with a blank between them, and how each is resolved.

Where a pattern has a group ``date``, only that group is the date; the words before it only show that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from quotex.claims import days
from quotex.claims.tenses import AHEAD, OPEN, OVER
from quotex.lexicon.words import words

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_WEEK = 7
_DIRECTIONS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_NEAR_DAYS = 14
"""How many days past a day without its year may be and still be meant where a verb tells of what is to come."""
_FAR_MONTHS = 5
"""How many months away two months of a name are both too far to tell which is meant without a verb."""

MONTH_NAME = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?: ?\.)?)"
)
WEEKDAY_NAME = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_MONTH = rf"(?P<month>{MONTH_NAME})"
_WEEKDAY = rf"(?P<weekday>{WEEKDAY_NAME})"
_DAY = r"(?P<day>[0-9]{1,2})(?: ?(?:st|nd|rd|th))?(?![0-9.:%]| [.:%] ?[0-9])"
_YEAR = r"(?P<year>(?:1[5-9]|20)[0-9]{2})"
_COUNTED = r"(?! (?:%|percent|per|people|dollars|jobs|miles|troops|workers|men|women|votes|members|million|billion))"
"""What does not follow a year, as it would make it a number."""
_NAMED_AFTER = r"(?! (?:(?:terror|terrorist) )?attacks?(?!\S))"
"""What does not follow a day, as it would make it the name of one of another year ("the Sept. 11 attacks")."""
_OF_DIRECTED_YEAR = r"(?: of| ,)? (?P<which>last|this|next) year"
_COUNT = r"(?P<count>[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_ANY_MONTH = _MONTH.replace("?P<month>", "?:")
_DAY_OR_MONTH = rf"(?:{_ANY_MONTH} [0-9]{{1,2}}|[0-9]{{1,2}} {_ANY_MONTH}|{_ANY_MONTH})"
_UP_TO = r"(?:and|or|to|until|till|through|-|–|—)"
"""What stands between two dates that share the year behind the second ("between May and June 2018")."""
_PREPOSITION = r"(?:in|since|by|until|till|from|of|during|before|after|through|between|early|late)"
_BEFORE_YEAR = rf"(?:{_PREPOSITION}|back in|and|to|fiscal|(?:the|fiscal) year|q[1-4])"
_NUMBER = (
    r"[0-9][0-9,.]*|an?|(?:a )?few|several|some|many|(?:(?:a|tens|hundreds|thousands|millions) )?[a-z]+ of|"
    + "|".join("two three four five six seven eight nine ten eleven twelve [a-z]+teen [a-z]+ty(?:-[a-z]+)?".split())
)
_SPANS = rf"(?:(?:{_NUMBER}) )?(?:(?:hundred|thousand|million|billion) )?(?:day|week|fortnight|month|year|decade)s?"


_FEASTS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year 's eve": (12, 31),
    "new year 's day": (1, 1),
    "valentine 's day": (2, 14),
    "halloween": (10, 31),
}
"""Days with names of their own, by month and day."""
_FEAST = rf"(?P<feast>{'|'.join(_FEASTS)})"
_THAT_YEAR = r"(?: of| ,)? (?:that|the same) year"
_SEASON = r"(?:spring|summer|autumn|winter|easter|christmas|ramadan)"
_WHOSE = "(?:the|these|our|his|her|their|its)"
_MANY = rf"(?:few |several |couple of )?(?:(?:{_NUMBER}) )?(?:hour|day|week|fortnight|month|quarter|year|decade)s?"


def _month(found: re.Match[str]) -> int:
    return _MONTHS.index(found["month"][:3]) + 1


def _count(found: re.Match[str]) -> int:
    count = found["count"]
    if count in {"a", "an", "one"}:
        return 1
    return int(count) if count.isdigit() else _spelled()[count]


@cache
def _spelled() -> dict[str, int]:
    pairs = (entry.split() for entry in words("wording", "numbers"))
    return {word: int(number) for word, number in pairs}


def _day(found: re.Match[str]) -> str | None:
    return days.exact(int(found["year"]), _month(found), int(found["day"]))


def _iso_day(found: re.Match[str]) -> str | None:
    return days.exact(int(found["year"]), int(found["number"]), int(found["day"]))


def _month_of_year(found: re.Match[str]) -> str | None:
    return days.month_of(int(found["year"]), _month(found))


def _year(found: re.Match[str]) -> str | None:
    return days.year_of(int(found["year"]))


def _nearest_day(found: re.Match[str], day: date, told: int | None) -> str | None:
    month, of_month = _month(found), int(found["day"])
    nearest = days.nearest_day(day, month, of_month)
    if nearest is None or told not in {AHEAD, OVER}:
        return nearest
    away = (date.fromisoformat(nearest) - day).days
    if away < -_NEAR_DAYS and told == AHEAD:
        return days.exact(int(nearest[:4]) + 1, month, of_month)
    return days.exact(int(nearest[:4]) - 1, month, of_month) if away > _NEAR_DAYS and told == OVER else nearest


def _nearest_month(found: re.Match[str], day: date, told: int | None) -> str | None:
    month = _month(found)
    nearest = days.nearest_month(day, month)
    if nearest is None:
        return None
    away = days.months_between(day, nearest)
    if told == AHEAD:
        return nearest if away >= 0 else days.month_in(day, month, 1)
    if told == OVER:
        return nearest if away <= 0 else days.month_in(day, month, -1)
    return nearest if abs(away) < _FAR_MONTHS else None


def _day_of_directed_year(found: re.Match[str], day: date, told: int | None) -> str | None:
    return days.exact(day.year + _DIRECTIONS[found["which"]], _month(found), int(found["day"]))


def _month_of_directed_year(found: re.Match[str], day: date, told: int | None) -> str | None:
    return days.month_of(day.year + _DIRECTIONS[found["which"]], _month(found))


def _directed_month(found: re.Match[str], day: date, told: int | None) -> str | None:
    direction = _DIRECTIONS[found["which"]]
    return days.month_in(day, _month(found), direction) if direction else days.month_of(day.year, _month(found))


def _weekday(found: re.Match[str], day: date, told: int | None) -> str | None:
    weekday, which = _WEEKDAYS.index(found["weekday"][:3]), found["which"]
    if which in {"next", "coming"} or (which is None and told == AHEAD):
        return days.weekday_after(day, weekday)
    return None if which is None and told == OPEN else days.weekday_before(day, weekday, today_counts=which is None)


def _weekday_of_week(found: re.Match[str], day: date, told: int | None) -> str | None:
    monday = days.shifted(day, _WEEK * _DIRECTIONS[found["which"]] - day.weekday())
    return days.shifted(date.fromisoformat(monday), _WEEKDAYS.index(found["weekday"][:3])) if monday else None


def _no_one_day(found: re.Match[str], day: date | None = None, told: int | None = None) -> None:
    """Nothing: the words name a time, and no one day, month or year."""


def _directed_unit(found: re.Match[str], day: date, told: int | None) -> str | None:
    direction = _DIRECTIONS[found["which"]]
    if found["unit"] == "year":
        return days.year_of(day.year + direction)
    return days.month_shifted(day, direction) if found["unit"] == "month" else None


def _ago(found: re.Match[str], day: date, told: int | None) -> str | None:
    back = -_count(found)
    if found["unit"] == "day":
        return days.shifted(day, back)
    if found["unit"] == "month":
        return days.month_shifted(day, back)
    return days.year_of(day.year + back) if found["unit"] == "year" else None


def _days_later(count: int) -> Callable[[re.Match[str], date, int | None], str | None]:
    return lambda found, day, told: days.shifted(day, count)


def _feast(found: re.Match[str]) -> str:
    month, of_month = _FEASTS[found["feast"]]
    return days.exact(int(found["year"]), month, of_month) or found["year"]


def _nearest_feast(found: re.Match[str], day: date, told: int | None) -> str | None:
    return days.nearest_day(day, *_FEASTS[found["feast"]])


def _of_that_year(found: re.Match[str]) -> str | None:
    """A day or month of the year that the words before name last; of none where they name none."""
    years = re.findall(rf"(?<!\S){_BEFORE_YEAR} ((?:1[5-9]|20)[0-9]{{2}})(?!\S)", found.string[: found.start()])
    if not years:
        return None
    month, of_month = _month(found), found.groupdict().get("day")
    return days.exact(int(years[-1]), month, int(of_month)) if of_month else days.month_of(int(years[-1]), month)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{words})(?!\S)")


BY_TEXT: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]]] = (
    (_pattern(rf"{_YEAR} ?- ?(?P<number>[0-9]{{2}}) ?- ?(?P<day>[0-9]{{2}})"), _iso_day),
    (_pattern(rf"{_MONTH} {_DAY}(?: ,)? {_YEAR}"), _day),
    (_pattern(rf"{_DAY}(?: of)? {_MONTH}(?: ,)? {_YEAR}"), _day),
    (_pattern(rf"(?P<date>{_MONTH} {_DAY}) {_UP_TO} {_DAY_OR_MONTH}(?: ,)? {_YEAR}"), _day),
    (_pattern(rf"(?P<date>{_DAY} {_MONTH}) {_UP_TO} {_DAY_OR_MONTH}(?: ,)? {_YEAR}"), _day),
    (_pattern(rf"(?P<date>{_MONTH}) {_UP_TO} {_DAY_OR_MONTH}(?: ,)? {_YEAR}"), _month_of_year),
    (_pattern(rf"{_MONTH}(?: of| ,)? {_YEAR}"), _month_of_year),
    (_pattern(rf"{_MONTH} {_DAY}{_THAT_YEAR}"), _of_that_year),
    (_pattern(rf"{_DAY}(?: of)? {_MONTH}{_THAT_YEAR}"), _of_that_year),
    (_pattern(rf"{_MONTH}{_THAT_YEAR}"), _of_that_year),
    (_pattern(rf"{_FEAST}(?: of| in| ,)? {_YEAR}"), _feast),
    (_pattern(rf"{_SEASON}(?: of| ,)? {_YEAR}"), _year),
    (_pattern(rf"{_BEFORE_YEAR} (?P<date>{_YEAR}){_COUNTED}"), _year),
    (_pattern(rf"mid ?- ?{_YEAR}"), _year),
    (_pattern(r"[0-9]{1,2}[/.][0-9]{1,2}[/.](?:[0-9]{2}){1,2}"), _no_one_day),
    (_pattern(r"(?:(?:1[5-9]|20)[0-9]0|['‘] ?[0-9]0) ?'?s"), _no_one_day),
)
"""Dates that stand there in full. Of days in numbers alone, whose month may come first or second, and of decades it is
seen that they are there."""

BY_ARTICLE: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str], date, int | None], str | None]]] = (
    (_pattern(rf"{_MONTH} {_DAY}{_OF_DIRECTED_YEAR}"), _day_of_directed_year),
    (_pattern(rf"{_DAY}(?: of)? {_MONTH}{_OF_DIRECTED_YEAR}"), _day_of_directed_year),
    (_pattern(rf"{_MONTH}{_OF_DIRECTED_YEAR}"), _month_of_directed_year),
    (_pattern(_FEAST), _nearest_feast),
    (_pattern(rf"{_MONTH} {_DAY}{_NAMED_AFTER}"), _nearest_day),
    (_pattern(rf"{_DAY}(?: of)? {_MONTH}"), _nearest_day),
    (_pattern(rf"(?P<which>last|past|this|next|coming) {_MONTH}"), _directed_month),
    (_pattern(rf"{_PREPOSITION} (?:early |late |mid - )?(?P<date>{_MONTH})"), _nearest_month),
    (_pattern(rf"{_WEEKDAY}(?: of)? (?P<which>last|this|next) week"), _weekday_of_week),
    (_pattern(rf"(?:another|any|each|every|most|no|some) {_WEEKDAY}"), _no_one_day),
    (_pattern(rf"(?:the |this )?(?:(?P<which>last|past|next|coming) )?{_WEEKDAY}"), _weekday),
    (_pattern(r"(?:this (?:morning|afternoon|evening)|today|tonight)"), _days_later(0)),
    (_pattern(r"(?:yesterday|last night)"), _days_later(-1)),
    (_pattern(r"tomorrow"), _days_later(1)),
    (_pattern(r"(?:(?:the|a) (?:last|past|next|coming)|past) (?:year|month|week)"), _no_one_day),
    (_pattern(r"(?:that|the (?:same|following|previous|preceding)) (?:day|week|month|year)"), _no_one_day),
    (_pattern(rf"{_WHOSE} (?:last|past|next|coming|previous|preceding|following) {_MANY}"), _no_one_day),
    (_pattern(rf"past {_MANY}"), _no_one_day),
    (_pattern(rf"(?:the )?{_MANY} (?:before|earlier|later|after)"), _no_one_day),
    (_pattern(r"(?P<which>last|this|next|coming) (?P<unit>year|month|week)"), _directed_unit),
    (_pattern(rf"{_COUNT} (?P<unit>day|week|month|year)s? ago"), _ago),
    (_pattern(rf"{_SPANS} ago"), _no_one_day),
    (_pattern(r"(?:last|this|next) (?:decade|century)"), _no_one_day),
)
"""Dates that need the day of the article; those named alone also what a verb tells of them, as ``tenses`` has it.
Weeks, and stretches of time that end or begin with a day ("the past year"), are seen and not resolved."""
