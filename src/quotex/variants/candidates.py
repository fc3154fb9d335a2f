"""Which wordings are worth comparing: those that share a rare run of three words, never all pairs.

Each wording is listed under its eight rarest runs that another has, too. From the longest on, a wording that nothing
fuller has taken looks up all its runs, the rarest first, and at most ``_BUDGET`` entries; so the time grows with the
number of words and of wordings.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from quotex.variants.normalising import Wording

_RUN = 3
_LISTED = 8
_BUDGET = 2000
"""Entries that one wording looks at. One quote in more than so many wordings falls into several clusters."""


def hubs(wordings: Sequence[Wording], are_one: Callable[[Wording, Wording], bool]) -> list[list[Wording]]:
    """The wordings in groups, the fullest of each first; every other one of a group ``are_one`` with it.

    The order of ``wordings``, which must differ, does not matter.
    """
    ordered = sorted(wordings, key=lambda wording: (-len(wording), wording))
    spread = Counter(run for wording in ordered for run in _runs(wording))
    listed: dict[int, list[int]] = defaultdict(list)
    for at, wording in enumerate(ordered):
        runs = [run for run in _runs(wording) if spread[run] > 1]
        for run in sorted(runs, key=lambda run: spread[run])[:_LISTED]:
            listed[run].append(at)
    taken = [False] * len(ordered)
    groups = []
    for at, wording in enumerate(ordered):
        if taken[at]:
            continue
        group = [wording]
        for other in _fellows(at, wording, listed, taken):
            if are_one(wording, ordered[other]):
                taken[other] = True
                group.append(ordered[other])
        groups.append(group)
    return groups


def _fellows(at: int, wording: Wording, listed: dict[int, list[int]], taken: Sequence[bool]) -> list[int]:
    """Those behind ``at`` that nothing has taken and that share a run with it, in order."""
    found: set[int] = set()
    looked = 0
    for run in sorted((run for run in _runs(wording) if run in listed), key=lambda run: len(listed[run])):
        left = [other for other in listed[run] if other > at and not taken[other]]
        listed[run] = left
        looked += len(left)
        if looked > _BUDGET:
            found.update(left[: max(0, _BUDGET - looked + len(left))])
            break
        found.update(left)
    return sorted(found)


def _runs(wording: Wording) -> list[int]:
    """The runs of three words, each once, in order; numbers for them, as there are many."""
    runs = (hash(wording[at : at + _RUN]) for at in range(len(wording) - _RUN + 1))
    return list(dict.fromkeys(runs))
