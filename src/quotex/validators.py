"""Validators for the fields of settings: a value that is not what it must be raises ``SettingsError``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import Attribute

from quotex.errors import SettingsError

Validator = Callable[[Any, "Attribute[Any]", object], None]


def must_be(what: str, holds: Callable[[object], bool]) -> Validator:
    """A validator that raises ``SettingsError`` unless ``holds`` says that a value is ``what`` it must be."""

    def check(_: Any, attribute: Attribute[Any], value: object) -> None:
        if not holds(value):
            raise SettingsError(f"{attribute.name} must be {what}, not {value!r}")

    return check


def whole(low: int, high: int) -> Validator:
    """A validator of whole numbers from ``low`` to ``high``, both allowed."""

    def holds(value: object) -> bool:
        return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high

    return must_be(f"a whole number from {low:,} to {high:,}", holds)


flag = must_be("True or False", lambda value: isinstance(value, bool))
