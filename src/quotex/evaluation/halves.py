"""Halves of a gold file: one to develop on, one to report."""

from __future__ import annotations

from typing import TypeVar

from quotex.errors import LineError, SettingsError

_T = TypeVar("_T")
HALVES = ("even", "odd")


def half_of(documents: dict[str, _T], half: str | None, file: str) -> dict[str, _T]:
    """The documents at even or odd positions of the sorted ids; all, in their order, for ``None``.

    Raises:
        SettingsError: ``half`` is neither "even" nor "odd".
        LineError: no document is left of ``file``.
    """
    if half is None:
        return documents
    if half not in HALVES:
        raise SettingsError(f'half is {half!r}; it must be "even", "odd" or None')
    chosen = sorted(documents)[HALVES.index(half) :: 2]
    if not chosen:
        raise LineError(file, 1, f"the {half} half of the file holds no documents")
    return {key: documents[key] for key in chosen}
