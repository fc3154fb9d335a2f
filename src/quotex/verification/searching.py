"""Where words of a quote can be in a source: first where they stand as they are, then the windows most like them.

Looking takes time in a line with the source; only a bounded number of windows, as long as the quote, are aligned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from quotex.verification.aligning import MATCH, Words, align
from quotex.verification.sorts import sort_of, stands_for
from quotex.verification.source import Numbers, Source, ends_sentence, is_joined
from quotex.wording import tells

Floats = np.ndarray[Any, np.dtype[np.float64]]
Beside = tuple[int | None, ...]
"""For each word of a part of a quote the index of the source's word beside it; ``None`` where it has none."""

SLACK = 25
"""Words that a window is longer than the quote."""
_WINDOWS = 32
_ALIGNED = 64
_NEAR = 0.6
"""Of what the best window promises another must promise, or of the words' worth where that window has them twice."""


def exact(source: Source, words: Sequence[str], most: int | None = None) -> list[int]:
    """The indices at which the words stand one after the other, in order, ``most`` of them; there is one word or more.

    Of places that overlap, the first is taken, or the second where the first cuts a stretch or compound and it does not
    (in "no-go go go", "go go" stands at the end).
    """
    if not all(word in source.numbers for word in words):
        return []
    rarest = min(range(len(words)), key=lambda at: source.counts[source.numbers[words[at]]])
    asked, there = tuple(words), source.worded.words
    out: list[int] = []
    for place in source.places(words[rarest]).tolist():
        start = place - rarest
        if start < 0 or there[start] != asked[0] or there[start : start + len(asked)] != asked:
            continue
        if not out or start >= out[-1] + len(asked):
            if len(out) == most:
                break
            out.append(start)
        elif _is_cut(source, out[-1], len(asked)) and not _is_cut(source, start, len(asked)):
            out[-1] = start
    return out


def _is_cut(source: Source, start: int, size: int) -> bool:
    """Whether a stretch or compound goes on before or behind some words."""
    return (start > 0 and is_joined(source.worded, start - 1)) or is_joined(source.worded, start + size - 1)


def worth(words: Sequence[str]) -> Numbers:
    """What each word is worth in an alignment."""
    return np.array([MATCH * (2 if tells(word) else 1) for word in words], dtype=np.int32)


def nearest(source: Source, words: Sequence[str]) -> tuple[int, list[Beside]]:
    """The places most like the words, all that are equally good, in order, and their score; ``(0, [])`` where there is
    none. There is one word or more.
    """
    search = _Search(source, words)
    best, found = 0, set[Beside]()
    for score, beside in search.alignments():
        if score > best:
            best, found = score, set()
        if score == best and score > 0:
            found.add(beside)
    return best, sorted(found, key=_first)


def _first(beside: Beside) -> tuple[int, ...]:
    return tuple(at for at in beside if at is not None)


class _Search:
    """The windows of a source that are most like some words."""

    def __init__(self, source: Source, words: Sequence[str]) -> None:
        self.source = source
        self.size = len(words)
        self.words = Words(source.numbered(words), np.array([sort_of(word) for word in words], dtype=np.int32))
        self.weights = worth(words)
        self.alike = [
            (at, source.numbers[other])
            for at, word in enumerate(words)
            for other in stands_for(word)
            if other in source.numbers
        ]
        worths = self._worths()
        self.promise = np.concatenate([[0.0], np.cumsum(worths[source.ids])])
        self.most = float(worths[self.words.ids[self.words.ids >= 0]].sum()) + len(self.alike)
        self.left = _ALIGNED

    def alignments(self) -> Iterator[tuple[int, Beside]]:
        """The best alignment of each window, the most promising window first."""
        width = self.size + SLACK
        starts = self.promise[width:] - self.promise[:-width] if len(self.promise) > width else self.promise[-1:]
        starts = starts.copy()
        pad = SLACK // 2 + self.size // 4
        least = _NEAR * min(float(starts.max(initial=0.0)), self.most)
        for _ in range(_WINDOWS):
            at = int(starts.argmax())
            if least <= 0 or starts[at] < least:
                return
            yield from self._within(max(0, at - pad), min(len(self.source.ids), at + width + pad), least)
            starts[max(0, at - width // 2) : at + width // 2 + 1] = -1.0

    def _within(self, start: int, end: int, least: float) -> Iterator[tuple[int, Beside]]:
        """The best alignment of a stretch, and those of what it leaves on either side."""
        if self.left <= 0 or end <= start or self.promise[end] - self.promise[start] < least:
            return
        self.left -= 1
        ends = np.array([ends_sentence(self.source.worded, at) for at in range(start, end)], dtype=np.int32)
        window = Words(self.source.ids[start:end], self.source.sorts[start:end], ends)
        score, columns = align(self.words, self.weights, window, self.alike)
        beside = [None if at is None else at + start for row, at in columns if row is not None]
        yield score, tuple(beside)
        taken = [at for at in beside if at is not None]
        if taken:
            yield from self._within(start, taken[0], least)
            yield from self._within(taken[-1] + 1, end, least)

    def _worths(self) -> Floats:
        """For each different word of the source what it promises: nothing unless the quote has it or may stand for it;
        rare ones are worth more."""
        size = max(1, len(self.source.ids))
        worths = np.zeros(len(self.source.numbers) + 1)
        known = self.words.ids[self.words.ids >= 0]
        worths[known] = np.log2(2 + size / self.source.counts[known])
        for _, number in self.alike:
            worths[number] = max(worths[number], 1.0)
        return worths
