"""A quote's words laid beside a window of the source so that as much as can be agrees.

The quote is taken whole and the window as far as it is of use (a global alignment of the one within the other), with
affine costs: one gap of five words is better than five of one. Scores are whole numbers, so that equal ones are equal.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from quotex.spans import Pair
from quotex.verification.source import Numbers

MATCH = 10
"""For a word that nearly every sentence has; twice that for any other."""
_ALIKE = 8
"""For a short form beside a word it may stand for."""
_OTHER = -7
_SAME_SORT = -5
"""For two different words of one sort: two numbers, two modals."""
_LEFT_OUT, _LEFT_OUT_EACH = 13, 1
_SENTENCE = 20
"""For leaving out the end of a sentence, on top."""
_PUT_IN, _PUT_IN_EACH = 10, 5
_NEVER = -(10**8)

Column = tuple[int | None, int | None]
"""An index of the quote's words beside one of the source's; ``None`` where the one has no word there."""


@frozen
class Words:
    """What aligning has to know of words: numbers that are equal for equal words, and sorts (0 for none)."""

    ids: Numbers
    sorts: Numbers
    ends: Numbers | None = None
    """Of a source: 1 for a word that ends a sentence, 0 for any other."""


@frozen
class _Tables:
    """Scores by row (words of the quote used) and column (words of the window used)."""

    pairs: Numbers
    """Of each two words by themselves."""
    best: Numbers
    kept: Numbers
    """Where no word is left out at the end."""
    put_in: Numbers
    """Where the last word of the quote is put in."""
    costs: Numbers
    """Of leaving out all words before a column, the beginning of a gap aside."""

    def gap(self, start: int, end: int) -> int:
        """What it costs to leave out the words between two columns."""
        return int(self.costs[end] - self.costs[start]) + _LEFT_OUT if start < end else 0


def align(quote: Words, weights: Numbers, source: Words, alike: Sequence[Pair] = ()) -> tuple[int, list[Column]]:
    """The score of the best alignment and its columns, from the first word of the quote to the last.

    ``weights`` are what each word of the quote is worth where it agrees; ``alike`` pairs an index of the quote with the
    number of a word that it may stand for. The quote has one word or more. Takes time with the product of the lengths.
    """
    tables = _filled(_pair_scores(quote, weights, source, alike), source)
    end = int(tables.kept[-1].argmax())
    return int(tables.kept[-1, end]), _traced(tables, end)


def _pair_scores(quote: Words, weights: Numbers, source: Words, alike: Sequence[Pair]) -> Numbers:
    same = quote.ids[:, None] == source.ids[None, :]
    sort = (quote.sorts[:, None] == source.sorts[None, :]) & (quote.sorts[:, None] > 0)
    scores: Numbers = np.where(same, weights[:, None], np.where(sort, _SAME_SORT, _OTHER)).astype(np.int32)
    for row, number in alike:
        scores[row, source.ids == number] = _ALIKE
    return scores


def _filled(pairs: Numbers, source: Words) -> _Tables:
    shape = pairs.shape[0] + 1, pairs.shape[1] + 1
    best, kept = np.zeros(shape, dtype=np.int32), np.zeros(shape, dtype=np.int32)
    put_in = np.full(shape, _NEVER, dtype=np.int32)
    costs = np.arange(shape[1], dtype=np.int32) * _LEFT_OUT_EACH
    if source.ends is not None:
        costs[1:] += np.cumsum(source.ends, dtype=np.int32) * _SENTENCE
    for row in range(1, shape[0]):
        put_in[row] = np.maximum(best[row - 1] - _PUT_IN, put_in[row - 1]) - _PUT_IN_EACH
        kept[row] = put_in[row]
        kept[row, 1:] = np.maximum(kept[row, 1:], best[row - 1, :-1] + pairs[row - 1])
        best[row] = kept[row]
        best[row, 1:] = np.maximum(best[row, 1:], np.maximum.accumulate(kept[row] + costs)[:-1] - _LEFT_OUT - costs[1:])
    return _Tables(pairs, best, kept, put_in, costs)


def _traced(tables: _Tables, column: int) -> list[Column]:
    """The columns of the alignment that ends before ``column``, found from the last one backwards."""
    best, kept, put_in = tables.best, tables.kept, tables.put_in
    row = len(best) - 1
    out: list[Column] = []
    while row:
        start = column
        while kept[row, start] != best[row, column] + tables.gap(start, column):
            start -= 1
        out += [(None, at) for at in range(column - 1, start - 1, -1)]
        column = start
        if column and kept[row, column] == best[row - 1, column - 1] + tables.pairs[row - 1, column - 1]:
            row, column = row - 1, column - 1
            out.append((row, column))
            continue
        while put_in[row, column] != best[row - 1, column] - _PUT_IN - _PUT_IN_EACH:
            row -= 1
            out.append((row, None))
        row -= 1
        out.append((row, None))
    return out[::-1]
