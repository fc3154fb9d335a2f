"""The settings of an extraction: one frozen, validated value with a stable hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import asdict, field, fields, frozen

from quotex.errors import SettingsError
from quotex.records import Act, ClaimScope
from quotex.validators import must_be, whole

MAX_CHARS = 100_000_000
"""The highest ``max_chars``, in characters."""

_HASH_DIGITS = 16


def _is_share(value: object) -> bool:
    return isinstance(value, float) and 0.0 <= value <= 1.0


def _are_acts(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(act, Act) for act in value)


def _as_float(value: object) -> object:
    """An int as the float it equals, so that 1 and 1.0 have one hash; everything else is left to the validator."""
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _as_acts(value: object) -> object:
    """Acts, or their values, in the order of ``Act`` and each once; everything else is left to the validator."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        return value
    given = tuple(value)
    try:
        chosen = {Act(act) for act in given}
    except ValueError:
        return given
    return tuple(act for act in Act if act in chosen)


def _as_scope(value: object) -> object:
    """A scope, or its value; everything else is left to the validator."""
    return next((scope for scope in ClaimScope if scope == value), value)


_share = must_be("a number from 0 to 1", _is_share)
_acts = must_be(f"one or more of {', '.join(Act)}", _are_acts)
_scope = must_be(f"one of {', '.join(ClaimScope)}", lambda value: isinstance(value, ClaimScope))


@frozen(kw_only=True)
class Settings:
    """What is kept and what is allowed. Each field is checked; a wrong one raises ``SettingsError``."""

    attribution_threshold: float = field(default=0.0, converter=_as_float, validator=_share)
    """Attributions with a lower score are left out. The decoder has cut-offs of its own, so 0 keeps what it found."""
    speaker_threshold: float = field(default=0.0, converter=_as_float, validator=_share)
    """A source resolved with a lower score is left without speakers, with the reason ``below_speaker_threshold``."""
    acts: tuple[Act, ...] = field(default=tuple(Act), converter=_as_acts, validator=_acts)
    """The acts to keep. Given in any order, as ``Act`` or by value; kept in the order of ``Act``."""
    claims: ClaimScope = field(default=ClaimScope.CONTENTS, converter=_as_scope, validator=_scope)
    """Of what claims are judged: the contents of the attributions kept, these and the article's own sentences, or none,
    which makes records less than half as long. Given as ``ClaimScope`` or by value."""
    max_chars: int = field(default=2_000_000, validator=whole(1, MAX_CHARS))
    """Longest text read, in characters; a longer one raises ``TooLongError``."""
    block_chars: int = field(default=500_000, validator=whole(1_000, MAX_CHARS))
    """A text longer than this many characters is read in blocks of at most so many, cut at paragraph edges.

    It bounds the memory. Nothing is linked from one block to the next: a speaker named in two blocks is two speakers.
    """

    @property
    def hash(self) -> str:
        """The same 16 hexadecimal digits for equal settings in every process and version of Python."""
        canonical = json.dumps(asdict(self), sort_keys=True, separators=(",", ":"), allow_nan=False)
        return hashlib.sha256(canonical.encode()).hexdigest()[:_HASH_DIGITS]


def read_settings(values: Mapping[str, Any]) -> Settings:
    """Settings from a mapping of field names, as a configuration file holds them.

    Raises ``SettingsError`` on an unknown name or a value out of range. An empty mapping gives the defaults.
    """
    known = [attribute.name for attribute in fields(Settings)]
    for name in values:
        if name not in known:
            raise SettingsError(f"there is no setting {name!r}; the settings are {', '.join(known)}")
    return Settings(**values)


def checked_settings(settings: object) -> Settings:
    """``settings`` themselves, or the defaults for ``None``. Raises ``SettingsError`` for anything else."""
    if settings is None:
        return Settings()
    if not isinstance(settings, Settings):
        raise SettingsError(f"settings must be quotex.Settings, not {type(settings).__name__}")
    return settings
