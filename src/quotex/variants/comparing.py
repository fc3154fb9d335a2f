"""Two wordings side by side: are they one quote, and what became of the words?"""

from __future__ import annotations

from collections import Counter

from attrs import frozen

from quotex.matching import edits
from quotex.spans import Pair
from quotex.variants.normalising import Wording
from quotex.variants.records import Change, Kind
from quotex.wording import is_negation, is_number, tells

Op = tuple[int, int, int, int]
"""A stretch of one wording and what stands in its place in the other: two half-open spans."""

_SHARE = 0.75
"""Of the words of the shorter wording that the longer must have, in their order."""
_TELLING = 2
"""Words that both must have and that not every sentence has."""
_FEW = 6
"""Words at an edge that may deny the rest ("It is not true that …")."""


@frozen
class Aligned:
    """Two wordings word by word: the stretches that differ, and the words in common."""

    ops: tuple[Op, ...]
    common: int
    telling: int
    """Those of them that not every sentence has."""


def align(a: Wording, b: Wording) -> Aligned:
    """What leads from ``a`` to ``b`` while as many words as can be stay.

    Where one is a part of the other, it is laid beside the stretch of the longer that it has most runs of two words in
    common with, so that its words are not scattered over the whole.
    """
    flip = len(a) > len(b)
    short, long = (b, a) if flip else (a, b)
    start, end = _window(short, long)
    ops = [(i, j, k + start, m + start) for i, j, k, m in edits(short, long[start:end])]
    if start:
        ops = [(0, 0, 0, start), *ops]
    if end < len(long):
        ops = [*ops, (len(short), len(short), end, len(long))]
    ops = _edges_split(_joined(ops), len(short), len(long))
    differing = {at for i, j, _, _ in ops for at in range(i, j)}
    kept = [word for at, word in enumerate(short) if at not in differing]
    turned = tuple((k, m, i, j) for i, j, k, m in ops) if flip else tuple(ops)
    return Aligned(turned, len(kept), sum(map(tells, kept)))


def are_variants(a: Wording, b: Wording) -> bool:
    """Whether two wordings are one quote: three in four words of the shorter stand in the longer, in order and close
    together, two or more of which not every sentence has."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if sum(map(frozenset(long).__contains__, short)) < _SHARE * len(short):
        return False  # found without aligning them
    aligned = align(a, b)
    return aligned.common >= _SHARE * min(len(a), len(b)) and aligned.telling >= _TELLING


def changes(first: Wording, other: Wording) -> tuple[tuple[Kind, ...], tuple[Change, ...]]:
    """What became of the words of ``first`` in ``other``: the kinds of change, and the places.

    Equal wordings give neither; where the two share no telling word, ``OTHER_PART`` alone.
    """
    aligned = align(first, other)
    if first != other and not aligned.telling:
        return (Kind.OTHER_PART,), ()
    kinds: set[Kind] = set()
    out = []
    for i, j, k, m in aligned.ops:
        gone, come = first[i:j], other[k:m]
        edge = (i == 0 and k == 0) or (j == len(first) and m == len(other))
        kinds.add(Kind.SWAPPED if gone and come else Kind.DROPPED if gone else Kind.ADDED)
        inside = not edge or bool(gone and come)
        if inside and _numbers(gone) != _numbers(come):
            kinds.add(Kind.NUMBERS)
        if (inside or len(gone) + len(come) <= _FEW) and _negations(gone) != _negations(come):
            kinds.add(Kind.NEGATION)
        out.append(Change(" ".join(gone), " ".join(come), edge))
    return tuple(kind for kind in Kind if kind in kinds), tuple(out)


def _window(short: Wording, long: Wording) -> Pair:
    """The stretch of the longer wording to lay the shorter beside, a quarter of it wider than that at either end."""
    if len(short) == len(long):
        return 0, len(long)
    places: dict[tuple[str, str], list[int]] = {}
    for at in range(len(long) - 1):
        places.setdefault((long[at], long[at + 1]), []).append(at)
    offsets = Counter(
        there - here for here in range(len(short) - 1) for there in places.get((short[here], short[here + 1]), ())
    )
    if not offsets:
        return 0, len(long)
    offset = min(offsets, key=lambda each: (-offsets[each], each))
    slack = 2 + len(short) // 4
    return max(0, offset - slack), min(len(long), offset + len(short) + slack)


def _joined(ops: list[Op]) -> list[Op]:
    """Neighbouring stretches made one."""
    out: list[Op] = []
    for op in ops:
        if out and out[-1][1] == op[0] and out[-1][3] == op[2]:
            out[-1] = (out[-1][0], op[1], out[-1][2], op[3])
        else:
            out.append(op)
    return out


def _edges_split(ops: list[Op], short: int, long: int) -> list[Op]:
    """At either end, words that stand in the place of others parted from those that only the one side has."""
    out: list[Op] = []
    for i, j, k, m in ops:
        both = min(j - i, m - k)
        if both and j - i != m - k and i == k == 0:
            out += [(0, j - both, 0, m - both), (j - both, j, m - both, m)]
        elif both and j - i != m - k and j == short and m == long:
            out += [(i, i + both, k, k + both), (i + both, j, k + both, m)]
        else:
            out.append((i, j, k, m))
    return out


def _numbers(stretch: Wording) -> Counter[str]:
    return Counter(word for word in stretch if is_number(word))


def _negations(stretch: Wording) -> int:
    return sum(map(is_negation, stretch))
