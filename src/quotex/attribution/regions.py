"""Where the links of a document meet its regions in marks and its sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from quotex.spans import Pair
from quotex.structure import Structure


def outermost_region(structure: Structure, token: int) -> int | None:
    """Index of the outermost region that holds a token; ``None`` outside marks."""
    region: int | None = structure.region_of[token]
    if region is None or region < 0:
        return None
    while structure.regions[region].parent is not None:
        region = structure.regions[region].parent
        assert region is not None
    return region


def chains(structure: Structure) -> list[int]:
    """For each region the first of those that it continues, itself where it continues none."""
    out: list[int] = []
    for index, region in enumerate(structure.regions):
        out.append(index if region.continues is None else out[region.continues])
    return out


def held(length: int, spans: Iterable[Pair]) -> list[bool]:
    """For each of ``length`` tokens whether one of the spans holds it."""
    out = [False] * length
    for start, end in spans:
        out[start:end] = [True] * (end - start)
    return out


def sentence_of(structure: Structure, token: int) -> int:
    """Index of the last outer sentence that begins at or before a token; -1 where none does."""
    return bisect_right(structure.sentences, token, key=lambda sentence: sentence[0]) - 1
