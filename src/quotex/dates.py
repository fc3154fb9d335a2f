"""Days of publication: what can be compared of a date that a document came with."""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MAIL = re.compile(r"(?:[A-Za-z]{3}, *)?(\d{1,2}) +([A-Za-z]{3}) +(\d{4})(?: +\d\d:\d\d(?::\d\d)?.*)?", re.ASCII)
"""RFC 2822, "Wed, 1 May 2024 10:00:00 +0200", the time being optional."""
_ISO = re.compile(r"\d{4}-?(?:\d\d-?\d\d|W\d\d-?\d)(?!\d).*", re.ASCII)
"""ISO 8601 that names a day; ``fromisoformat`` checks the rest, but would take a week for its Monday."""


def day_of(given: str | None) -> date | None:
    """The day that a date in ISO 8601 or RFC 2822 names, as its writer counted days, not in UTC.

    ``None`` without a date, and for one in another form or of a day that does not exist: nothing is guessed.
    """
    text = (given or "").strip()
    try:
        if match := _MAIL.fullmatch(text):
            day, month, year = match.groups()
            return date(int(year), _MONTHS.index(month.lower()) + 1, int(day))
        return datetime.fromisoformat(text).date() if _ISO.fullmatch(text) else None
    except ValueError:
        return None


def iso_day(given: str | None) -> str | None:
    """The same day as "YYYY-MM-DD"; such days compare in the order of time."""
    day = day_of(given)
    return day.isoformat() if day is not None else None
