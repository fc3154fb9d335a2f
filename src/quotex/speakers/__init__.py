"""Every source resolved to the people, organisations, groups and documents behind it."""

from quotex.speakers.cast import Cast
from quotex.speakers.resolve import resolve

__all__ = ["Cast", "resolve"]
