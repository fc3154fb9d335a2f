"""Words of a quote that stand in a source in several runs, far apart or in another order."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.verification.searching import Beside, exact, worth
from quotex.verification.source import Source
from quotex.verification.steps import FAR

_RUN = 4
_LEAST = 50
"""What a run must be worth."""
_MOST = 500
"""Places of a run that are looked at."""
_JUMP = 30
_MISSING = 10


def cover(source: Source, words: Sequence[str]) -> tuple[int, Beside] | None:
    """The words in the longest runs that the source has, from the first word on, and a score that alignments may be
    compared with; ``None`` where they are not of several places.
    """
    made: list[int | None] = [None] * len(words)
    weights, jumps, score, last, at = worth(words), 0, 0, None, 0
    while at < len(words):
        start, size = _longest(source, words[at:], last)
        value = int(weights[at : at + size].sum())
        if value < _LEAST:
            score, at = score - _MISSING, at + 1
            continue
        made[at : at + size] = range(start, start + size)
        jumps += last is not None and not last <= start <= last + FAR
        score, at, last = score + value, at + size, start + size
    return (score - _JUMP * jumps, tuple(made)) if jumps else None


def _longest(source: Source, words: Sequence[str], last: int | None) -> tuple[int, int]:
    """Where the longest run with which the words begin stands, nearest behind ``last``, and its length; 0 for none."""
    if len(words) < _RUN:
        return 0, 0
    starts, size = exact(source, words[:_RUN], _MOST), _RUN
    if not starts:
        return 0, 0
    there = source.worded.words
    while size < len(words):
        longer = [start for start in starts if there[start + size : start + size + 1] == (words[size],)]
        if not longer:
            break
        starts, size = longer, size + 1
    begin = last or 0
    return min(starts, key=lambda start: (start < begin, abs(start - begin))), size
