"""Days of publication: what can be compared of a date that a document came with."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")


def iso_day(text: str | None) -> str | None:
    """The day of a date as "YYYY-MM-DD", as written, without regard to time zones; days compare in the order of time.

    Reads ISO 8601 ("2024-05-01T09:30Z", "20240501") and the dates of e-mail and feeds ("Wed, 01 May 2024 09:30 GMT").
    ``None`` for anything else, days that no calendar has and ``None`` itself.
    """
    if text is None:
        return None
    iso = _ISO.match(text)
    told = tuple(map(int, iso.groups())) if iso else (parsedate(text) or ())[:3]
    try:
        return date(*told).isoformat() if len(told) == 3 else None
    except (ValueError, OverflowError):
        return None
