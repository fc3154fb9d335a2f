"""Words of a quote that the source has only in another form: the best places, mended."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from quotex.spans import Pair
from quotex.verification.covering import cover
from quotex.verification.searching import Beside, exact, nearest, worth
from quotex.verification.source import Source, ends_sentence
from quotex.wording import tells

_SHARE = 0.3
"""Of the score of the same words that an alignment must have."""
_PART = 0.25
"""Of the words, by worth, that must be there where the rest is not."""
_RUN = 4
"""Words of a quote that are looked for elsewhere where their place has no such words."""
_ISLAND = 30
"""What words that agree amidst many that do not must be worth."""

Made = list[int | None]


@frozen
class Mender:
    """Words, one or more, that a source does not have one after the other."""

    source: Source
    words: Sequence[str]

    def places(self) -> list[Beside]:
        """The best places, all that are equally good; ``[]`` where nothing is like the words.

        Alignment finds one window; where runs of several places have more of the words, these are taken instead. Stray
        words are taken out, and runs of words that are not there are looked for elsewhere in the source.
        """
        score, found = nearest(self.source, self.words)
        covered = cover(self.source, self.words)
        if covered is not None and covered[0] > score:
            score, found = covered[0], [covered[1]]
        if not found:
            return []
        whole = self._worth(0, len(self.words))
        if score >= _SHARE * whole:
            return list(dict.fromkeys(self._mended(beside, 2) for beside in found))
        part = self._mended(found[0], 1)
        return [part] if self._agreeing(part, 0, len(part)) >= _PART * whole else []

    def _mended(self, beside: Beside, least: int) -> Beside:
        made = list(beside)
        self._clear_islands(made, least)
        tried: set[Pair] = set()
        while left := [run for run in self._strange(made) if run not in tried]:
            tried.add(left[0])
            self._look_elsewhere(made, *left[0])
        self._stretch(made)
        self._trim(made)
        return tuple(made)

    def _clear_islands(self, made: Made, least: int) -> None:
        """Take out parts that too little speaks for, where there are ``least`` parts or more."""
        strange = self._strange(made)
        edges = [0, *(edge for run in strange for edge in run), len(made)]
        lands = [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]
        if len(lands) < least:
            return
        poor = [land for land in lands if self._agreeing(made, *land) < _ISLAND]
        for start, end in (*poor, *strange):
            made[start:end] = [None] * (end - start)

    def _look_elsewhere(self, made: Made, start: int, end: int) -> None:
        part = self.words[start:end]
        if end - start == len(self.words) or not any(map(tells, part)):
            return
        straight = exact(self.source, part)
        if straight:
            made[start:end] = range(straight[0], straight[0] + len(part))
            return
        score, found = nearest(self.source, part)
        if found and score >= 2 * _ISLAND and score >= _SHARE * self._worth(start, end):
            made[start:end] = found[0]

    def _stretch(self, made: Made) -> None:
        """Let parts take in the words next to them that agree and have no place yet."""
        there, taken = self.source.worded.words, set(made)
        for step, order in ((1, range(1, len(made))), (-1, range(len(made) - 2, -1, -1))):
            for at in order:
                neighbour = made[at - step]
                other = -1 if neighbour is None else neighbour + step
                if (
                    made[at] is None
                    and 0 <= other < len(there)
                    and other not in taken
                    and there[other] == self.words[at]
                ):
                    made[at] = other
                    taken.add(other)

    def _trim(self, made: Made) -> None:
        """Let words at the edges that are beside others of another sentence stand beside nothing."""
        agree = self._agree(made)
        if not agree:
            return
        for order, back in ((range(agree[-1] + 1, len(made)), 1), (range(agree[0] - 1, -1, -1), 0)):
            is_cut = False
            for at in order:
                other = made[at]
                is_cut = is_cut or other is None or ends_sentence(self.source.worded, other - back)
                if is_cut:
                    made[at] = None

    def _agree(self, made: Sequence[int | None]) -> list[int]:
        there = self.source.worded.words
        return [at for at, other in enumerate(made) if other is not None and there[other] == self.words[at]]

    def _strange(self, made: Sequence[int | None]) -> list[Pair]:
        """Runs of words that do not agree with what is beside them."""
        edges = [-1, *self._agree(made), len(made)]
        return [(before + 1, after) for before, after in pairwise(edges) if after - before - 1 >= _RUN]

    def _agreeing(self, made: Sequence[int | None], start: int, end: int) -> int:
        weights = worth(self.words)
        return sum(int(weights[at]) for at in self._agree(made) if start <= at < end)

    def _worth(self, start: int, end: int) -> int:
        return int(worth(self.words[start:end]).sum())
