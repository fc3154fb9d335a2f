"""How a run goes on with what is there."""

from __future__ import annotations

import sys
from typing import Any

from attrs import Attribute, field, frozen
from attrs.validators import optional

from quotex.archive.shards import DOCUMENTS
from quotex.errors import SettingsError


def _count(_: Choices, attribute: Attribute[Any], value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= sys.maxsize:
        raise SettingsError(f"{attribute.name} must be a whole number from 1 to {sys.maxsize:,}, not {value!r}")


def _flag(_: Choices, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, bool):
        raise SettingsError(f"{attribute.name} must be True or False, not {value!r}")


@frozen
class Choices:
    """How a run goes on with what is there. Each field is checked; a wrong one raises ``SettingsError``."""

    limit: int | None = field(default=None, validator=optional(_count))
    """Read this many documents at most, counted from the first of the inputs; ``None`` for all."""
    shard: int = field(default=DOCUMENTS, validator=_count)
    """Documents of a shard, which is what is lost at most when a run is killed."""
    mix: bool = field(default=False, validator=_flag)
    """Keep results made with another version, model or settings."""
    replace: bool = field(default=False, validator=_flag)
    """Drop results of inputs that are no longer named, and of documents beyond a lower limit."""
    retry: bool = field(default=False, validator=_flag)
    """Read shards again in which documents were given up."""


def checked_choices(choices: object) -> Choices:
    """``choices`` themselves, or the defaults for ``None``. Raises ``SettingsError`` for anything else."""
    if choices is None:
        return Choices()
    if not isinstance(choices, Choices):
        raise SettingsError(f"choices must be quotex.archive.Choices, not {type(choices).__name__}")
    return choices
