"""How a run goes on with what is there."""

from __future__ import annotations

import sys

from attrs import field, frozen
from attrs.validators import optional

from quotex.archive.shards import DOCUMENTS
from quotex.errors import SettingsError
from quotex.validators import flag, whole

_count = whole(1, sys.maxsize)


@frozen
class Choices:
    """How a run goes on with what is there. Each field is checked; a wrong one raises ``SettingsError``."""

    limit: int | None = field(default=None, validator=optional(_count))
    """Read this many documents at most, counted from the first of the inputs; ``None`` for all."""
    shard: int = field(default=DOCUMENTS, validator=_count)
    """Documents of a shard, which is what is lost at most when a run is killed."""
    mix: bool = field(default=False, validator=flag)
    """Keep results made with another version, model or settings."""
    replace: bool = field(default=False, validator=flag)
    """Drop results of inputs that are no longer named, and of documents beyond a lower limit."""
    retry: bool = field(default=False, validator=flag)
    """Read shards again in which documents were given up."""


def checked_choices(choices: object) -> Choices:
    """``choices`` themselves, or the defaults for ``None``. Raises ``SettingsError`` for anything else."""
    if choices is None:
        return Choices()
    if not isinstance(choices, Choices):
        raise SettingsError(f"choices must be quotex.archive.Choices, not {type(choices).__name__}")
    return choices
