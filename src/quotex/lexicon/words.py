"""Word lists from the TOML files of this folder, read when they are first asked for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _read(file: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(f"{file}.toml").read_text(encoding="utf-8"))


@cache
def words(file: str, group: str) -> frozenset[str]:
    """The words of one group of ``lexicon/<file>.toml``, as they stand there.

    A group's ``words`` is one string; its entries stand between commas or line ends, so an entry may have blanks in it.
    Raises ``KeyError`` where the file has no such group.
    """
    entries = _read(file)[group]["words"].replace("\n", ",").split(",")
    return frozenset(entry.strip() for entry in entries if entry.strip())


@cache
def pairs(file: str, group: str) -> Mapping[str, tuple[str, ...]]:
    """The entries of a group that read "word others …", led by their first word; in the order of the alphabet.

    Of entries with the same first word the last one holds. Raises ``KeyError`` where the file has no such group.
    """
    entries = (entry.split() for entry in sorted(words(file, group)))
    return {entry[0]: tuple(entry[1:]) for entry in entries}
