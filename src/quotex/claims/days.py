"""Arithmetic on days, months and years: from what words say and the day of the article to an ISO date.

Every function gives the date as an ISO string to the day, the month or the year; ``None`` for one that no calendar has.
"""

from __future__ import annotations

from datetime import date, timedelta

_MONTHS_A_YEAR = 12


def exact(year: int, month: int, day: int) -> str | None:
    """A day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def shifted(day: date, days: int) -> str | None:
    """The day so many days later."""
    try:
        return (day + timedelta(days)).isoformat()
    except OverflowError:
        return None


def month_shifted(day: date, months: int) -> str | None:
    """The month so many months later."""
    year, month = divmod(day.year * _MONTHS_A_YEAR + day.month - 1 + months, _MONTHS_A_YEAR)
    return month_of(year, month + 1)


def month_of(year: int, month: int) -> str | None:
    """A month of a year."""
    return f"{year:04}-{month:02}" if date.min.year <= year <= date.max.year else None


def year_of(year: int) -> str | None:
    """A year."""
    return f"{year:04}" if date.min.year <= year <= date.max.year else None


def nearest_month(day: date, month: int) -> str | None:
    """The month of this name that is nearest to a day; of two as near, the one before."""
    return month_of(_nearest_year(day, month), month)


def nearest_day(day: date, month: int, of_month: int) -> str | None:
    """The day of this name that is nearest to a day."""
    years = (day.year - 1, day.year, day.year + 1)
    found = [date.fromisoformat(iso) for year in years if (iso := exact(year, month, of_month))]
    return min(found, key=lambda other: abs(other - day)).isoformat() if found else None


def _nearest_year(day: date, month: int) -> int:
    return min((day.year - 1, day.year, day.year + 1), key=lambda year: abs((year - day.year) * 12 + month - day.month))


def months_between(day: date, month: str) -> int:
    """How many months from that of a day to a month in ISO 8601; negative for one before."""
    year, of_year = map(int, month.split("-"))
    return (year - day.year) * _MONTHS_A_YEAR + of_year - day.month


def month_in(day: date, month: int, direction: int) -> str | None:
    """The month of this name before (-1) or after (1) that of a day."""
    months = (month - day.month) % _MONTHS_A_YEAR
    return month_shifted(day, (months or _MONTHS_A_YEAR) if direction > 0 else months - _MONTHS_A_YEAR)


def weekday_before(day: date, weekday: int, *, today_counts: bool = True) -> str | None:
    """The last day with this weekday (Monday is 0), the day itself included if it ``today_counts``."""
    back = (day.weekday() - weekday) % 7
    return shifted(day, -(back or (0 if today_counts else 7)))


def weekday_after(day: date, weekday: int) -> str | None:
    """The first day with this weekday after a day."""
    return shifted(day, (weekday - day.weekday()) % 7 or 7)
