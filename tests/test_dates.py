"""Days of publication."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.dates import iso_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-01", "2024-05-01"),
        ("2024-05-01T09:30:00+02:00", "2024-05-01"),
        ("20240501", "2024-05-01"),
        ("Wed, 01 May 2024 09:30:00 GMT", "2024-05-01"),
        ("2024-02-30", None),
        ("2024", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_days_are_read_as_written(text: str | None, day: str | None) -> None:
    """ISO dates and those of feeds give their day; what no calendar has gives none."""
    assert iso_day(text) == day


@given(st.text(max_size=40))
def test_any_text_gives_a_day_or_none(text: str) -> None:
    """No text raises, and what is read has the one form that sorts by time."""
    day = iso_day(text)
    assert day is None or re.fullmatch(r"\d{4}-\d\d-\d\d", day)
