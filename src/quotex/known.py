"""Speakers that the caller already knows: what ``known_speakers`` takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import Attribute, field, fields, frozen

from quotex.errors import SettingsError


def _as_tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list | tuple) else value


def _filled(_: KnownSpeaker, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(f"{attribute.name} of a known speaker must be a string with words in it, not {value!r}")


def _all_filled(speaker: KnownSpeaker, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, tuple):
        raise SettingsError(f"{attribute.name} of a known speaker must be a list of strings, not {value!r}")
    for item in value:
        _filled(speaker, attribute, item)


@frozen
class KnownSpeaker:
    """A speaker that may occur in the article: its fullest name, other names, and titles it is known by.

    Raises ``SettingsError`` where a name is empty or no string.
    """

    name: str = field(validator=_filled)
    """What ``Speaker.known_as`` says where a speaker of the article is this one."""
    aliases: tuple[str, ...] = field(default=(), converter=_as_tuple, validator=_all_filled)
    titles: tuple[str, ...] = field(default=(), converter=_as_tuple, validator=_all_filled)


def read_known_speakers(values: Iterable[object]) -> tuple[KnownSpeaker, ...]:
    """Known speakers from names, from mappings with the fields of ``KnownSpeaker``, or from known speakers themselves.

    Raises ``SettingsError`` naming what is wrong. Nothing given gives an empty tuple.
    """
    if isinstance(values, str | Mapping):
        raise SettingsError("known speakers must be a list, not one name or mapping")
    return tuple(_read(value) for value in values)


def _read(value: object) -> KnownSpeaker:
    if isinstance(value, KnownSpeaker):
        return value
    if isinstance(value, str):
        return KnownSpeaker(value)
    names = [attribute.name for attribute in fields(KnownSpeaker)]
    if not isinstance(value, Mapping) or "name" not in value or not set(value) <= set(names):
        raise SettingsError(f"a known speaker must be a name or a mapping of {', '.join(names)}, not {value!r}")
    return KnownSpeaker(**value)
