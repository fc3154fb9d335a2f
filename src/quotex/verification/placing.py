"""The parts of a quote put in their places in the source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from quotex.spans import Pair
from quotex.verification.mending import Mender
from quotex.verification.quoted import Quoted
from quotex.verification.searching import Beside, exact
from quotex.verification.source import Source

_LONGEST = 400
"""Words that are aligned at a time."""
_TIES = 1000


@frozen
class Placer:
    """A quote and the source in which it is looked for."""

    quoted: Quoted
    source: Source

    @property
    def _words(self) -> tuple[str, ...]:
        return self.quoted.worded.words

    def places(self) -> list[Beside]:
        """What stands beside the words of the quote, for all equally good places; ``[]`` where nothing does."""
        words = self._words
        if not words:
            return []
        straight = exact(self.source, words)
        if straight:
            return [tuple(range(start, start + len(words))) for start in straight]
        pieces = [cut for piece in self.quoted.pieces() for cut in _cut(piece)]
        found = [self._piece(start, end) for start, end in pieces]
        if not any(found):
            return []
        return _assembled(pieces, found)

    def _piece(self, start: int, end: int) -> list[Beside]:
        """The places of the words of a piece; those in brackets are aligned with what the others leave."""
        kept = [at for at in range(start, end) if at not in self.quoted.brackets] or list(range(start, end))
        words = [self._words[at] for at in kept]
        straight = exact(self.source, words)
        found: list[Beside] = [tuple(range(at, at + len(words))) for at in straight]
        if not found:
            found = Mender(self.source, words).places()
        if len(kept) == end - start:
            return found
        return [self._with_brackets(start, end, dict(zip(kept, beside, strict=True))) for beside in found]

    def _with_brackets(self, start: int, end: int, placed: dict[int, int | None]) -> Beside:
        """The words in brackets beside the same words next to the others, where the source has them there."""
        words, there = self._words, self.source.worded.words
        made = [placed.get(at) for at in range(start, end)]
        taken = {at for at in made if at is not None}
        for at in range(start, end):
            before = made[at - start - 1] if at > start else None
            if at not in placed and before is not None and before + 1 < len(there) and before + 1 not in taken:
                made[at - start] = before + 1 if there[before + 1] == words[at] else None
        for at in range(end - 1, start - 1, -1):
            after = made[at - start + 1] if at + 1 < end else None
            if made[at - start] is None and at not in placed and after and after - 1 not in taken:
                made[at - start] = after - 1 if there[after - 1] == words[at] else None
        return tuple(made)


def _cut(piece: Pair) -> list[Pair]:
    start, end = piece
    return [(at, min(end, at + _LONGEST)) for at in range(start, end, _LONGEST)]


def _assembled(pieces: Sequence[Pair], found: Sequence[Sequence[Beside]]) -> list[Beside]:
    """The places of the pieces put together: around each place of the piece that has the fewest, of every other piece
    the nearest that follows, or that goes before. Where several are equally good by order and distance, all of them.
    """
    anchor = min((index for index, those in enumerate(found) if those), key=lambda index: len(found[index]))
    starts = [[_edges(beside)[0] for beside in those] for those in found]
    made: dict[Beside, tuple[int, int]] = {}
    for place in found[anchor][:_TIES]:
        chosen = {anchor: place}
        for index in (*range(anchor + 1, len(pieces)), *range(anchor - 1, -1, -1)):
            if found[index]:
                step = 1 if index > anchor else -1
                neighbour = next(chosen[at] for at in range(index - step, anchor - step, -step) if at in chosen)
                chosen[index] = _next(found[index], starts[index], _edges(neighbour), step)
        whole = tuple(
            at for index, (start, end) in enumerate(pieces) for at in chosen.get(index, (None,) * (end - start))
        )
        made.setdefault(whole, _disorder([_edges(chosen[index]) for index in sorted(chosen)]))
    least = min(made.values())
    return [whole for whole, cost in made.items() if cost == least]


def _next(those: Sequence[Beside], starts: Sequence[int], neighbour: Pair, step: int) -> Beside:
    """The place nearest behind the neighbour (``step`` 1) or in front of it (-1); where there is none, the nearest."""
    if step > 0:
        at = bisect_left(starts, neighbour[1])
        return those[at] if at < len(those) else those[-1]
    at = bisect_left(starts, neighbour[0])
    while at and _edges(those[at - 1])[1] > neighbour[0]:
        at -= 1
    return those[at - 1] if at else those[0]


def _edges(beside: Beside) -> Pair:
    taken = [at for at in beside if at is not None]
    return min(taken), max(taken) + 1


def _disorder(edges: Sequence[Pair]) -> tuple[int, int]:
    """How many parts are out of order, and how many words lie between them."""
    steps = [after[0] - before[1] for before, after in pairwise(edges)]
    return sum(step < 0 for step in steps), sum(map(abs, steps))
