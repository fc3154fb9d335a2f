"""Dates in plain words that fit where others stood: "last year" becomes "in 2023", "Monday’s" "6 May 2024’s"."""

from __future__ import annotations

from calendar import day_name, month_name
from datetime import date

_PREPOSITIONS = frozenset(
    """about after against at before behind between beyond by compared despite during for from in into of on over past
    since through throughout till to toward towards under until versus with within""".split()
)
"""Words behind which a date takes no preposition of its own. "Than" is none of them: "more than in 2023"."""


def in_words(iso: str) -> str:
    """A date to the day, the month or the year as one reads it: "6 May 2024", "May 2024", "2024"."""
    year, *rest = iso.split("-")
    month = [month_name[int(rest[0])]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join((*day, *month, year))


def with_weekday(iso: str) -> str:
    """A day with its name: "Monday, 6 May 2024"."""
    return f"{day_name[date.fromisoformat(iso).weekday()]}, {in_words(iso)}"


def preposition_for(iso: str, before: str) -> str:
    """What a date needs in front of it behind a word in lower case, a blank included: "in ", "on " or nothing."""
    is_day = iso.count("-") > 1
    if before in _PREPOSITIONS and not (is_day and before == "in"):  # "tune in tonight"
        return ""
    return "on " if is_day else "in "
