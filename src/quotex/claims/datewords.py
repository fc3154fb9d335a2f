"""Words that name dates, as patterns over words in lower case with a blank between them, and how each is resolved.

Where a pattern has a group ``date``, only that group is the date; the words before it only show that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from quotex.claims import days
from quotex.lexicon.words import words

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_WEEK = 7
_DIRECTIONS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
AHEAD = re.compile(r"\b(?:will|wo|shall|going to|would|plans? to|due|scheduled|set to)\b|'ll\b")
"""Words that tell of what is to come."""
_SENTENCE = 200
"""Characters before a weekday in which a future is looked for."""

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


def _nearest_day(found: re.Match[str], day: date) -> str | None:
    return days.nearest_day(day, _month(found), int(found["day"]))


def _nearest_month(found: re.Match[str], day: date) -> str | None:
    return days.nearest_month(day, _month(found))


def _day_of_directed_year(found: re.Match[str], day: date) -> str | None:
    return days.exact(day.year + _DIRECTIONS[found["which"]], _month(found), int(found["day"]))


def _month_of_directed_year(found: re.Match[str], day: date) -> str | None:
    return days.month_of(day.year + _DIRECTIONS[found["which"]], _month(found))


def _directed_month(found: re.Match[str], day: date) -> str | None:
    direction = _DIRECTIONS[found["which"]]
    return days.month_in(day, _month(found), direction) if direction else days.month_of(day.year, _month(found))


def _weekday(found: re.Match[str], day: date) -> str | None:
    weekday, which = _WEEKDAYS.index(found["weekday"][:3]), found["which"]
    before = found.string[max(0, found.start() - _SENTENCE) : found.start()]
    is_ahead = which is None and AHEAD.search(re.split(r" [.!?;] ", before)[-1])
    if which in {"next", "coming"} or is_ahead:
        return days.weekday_after(day, weekday)
    return days.weekday_before(day, weekday, today_counts=which is None)


def _weekday_of_week(found: re.Match[str], day: date) -> str | None:
    monday = days.shifted(day, _WEEK * _DIRECTIONS[found["which"]] - day.weekday())
    return days.shifted(date.fromisoformat(monday), _WEEKDAYS.index(found["weekday"][:3])) if monday else None


def _no_one_day(found: re.Match[str], day: date | None = None) -> None:
    """Nothing: the words name a time, and no one day, month or year."""


def _directed_unit(found: re.Match[str], day: date) -> str | None:
    direction = _DIRECTIONS[found["which"]]
    if found["unit"] == "year":
        return days.year_of(day.year + direction)
    return days.month_shifted(day, direction) if found["unit"] == "month" else None


def _ago(found: re.Match[str], day: date) -> str | None:
    back = -_count(found)
    if found["unit"] == "day":
        return days.shifted(day, back)
    if found["unit"] == "month":
        return days.month_shifted(day, back)
    return days.year_of(day.year + back) if found["unit"] == "year" else None


def _days_later(count: int) -> Callable[[re.Match[str], date], str | None]:
    return lambda found, day: days.shifted(day, count)


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
    (_pattern(rf"{_BEFORE_YEAR} (?P<date>{_YEAR}){_COUNTED}"), _year),
    (_pattern(rf"mid ?- ?{_YEAR}"), _year),
    (_pattern(r"[0-9]{1,2}[/.][0-9]{1,2}[/.](?:[0-9]{2}){1,2}"), _no_one_day),
    (_pattern(r"(?:(?:1[5-9]|20)[0-9]0|['‘] ?[0-9]0) ?'?s"), _no_one_day),
)
"""Dates that stand there in full. Of days in numbers alone, whose month may come first or second, and of decades it is
seen that they are there."""

BY_ARTICLE: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str], date], str | None]]] = (
    (_pattern(rf"{_MONTH} {_DAY}{_OF_DIRECTED_YEAR}"), _day_of_directed_year),
    (_pattern(rf"{_DAY}(?: of)? {_MONTH}{_OF_DIRECTED_YEAR}"), _day_of_directed_year),
    (_pattern(rf"{_MONTH}{_OF_DIRECTED_YEAR}"), _month_of_directed_year),
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
    (_pattern(r"(?P<which>last|this|next|coming) (?P<unit>year|month|week)"), _directed_unit),
    (_pattern(rf"{_COUNT} (?P<unit>day|week|month|year)s? ago"), _ago),
    (_pattern(rf"{_SPANS} ago"), _no_one_day),
    (_pattern(r"(?:last|this|next) (?:decade|century)"), _no_one_day),
)
"""Dates that need the day of the article. Weeks, and stretches of time that end or begin with the day ("the past
year"), are seen and not resolved."""
