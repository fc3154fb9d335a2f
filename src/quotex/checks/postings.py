"""Lists of numbers of unequal length, one a document, and what BM25 makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

K1 = 1.2
B = 0.75


@frozen(eq=False)
class Lists:
    """The lists of documents ``0 … n - 1``, one behind the other: that of document ``i`` is
    ``items[starts[i]:starts[i + 1]]``."""

    items: Ints
    starts: Ints

    @classmethod
    def of(cls, lists: Iterable[Sequence[int]]) -> Lists:
        """From Python's lists."""
        found = list(lists)
        starts = np.zeros(len(found) + 1, np.int64)
        np.cumsum([len(each) for each in found], out=starts[1:])
        items = np.fromiter((item for each in found for item in each), np.int64, int(starts[-1]))
        return cls(items, starts)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def joined(self, other: Lists) -> Lists:
        """The lists of ``other`` after these."""
        starts = np.concatenate([self.starts, self.starts[-1] + other.starts[1:]])
        return Lists(np.concatenate([self.items, other.items]), starts)

    def side_by_side(self, other: Lists) -> Lists:
        """Each list with that of ``other`` behind it."""
        rows = np.concatenate([self.rows, other.rows])
        order = np.argsort(rows, kind="stable")
        return Lists(np.concatenate([self.items, other.items])[order], self.starts + other.starts)

    def distinct(self) -> Lists:
        """Each item of a list once, sorted."""
        rows, items, _ = self.counted()
        return Lists(items, np.searchsorted(rows, np.arange(len(self) + 1)))

    @property
    def rows(self) -> Ints:
        """The document of each item."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    def of_rows(self, wanted: Ints) -> tuple[Ints, Ints]:
        """The items of some documents, one behind the other, and for each the place of its document in ``wanted``."""
        sizes = self.starts[wanted + 1] - self.starts[wanted]
        ends = np.cumsum(sizes)
        places = np.repeat(np.arange(len(wanted)), sizes)
        within = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - sizes, sizes)
        return self.items[np.repeat(self.starts[wanted], sizes) + within], places

    def counted(self) -> tuple[Ints, Ints, Ints]:
        """Document, item and how often it has it, in the order of both."""
        width = int(self.items.max()) + 1 if len(self.items) else 1
        keys, counts = np.unique(self.rows * width + self.items, return_counts=True)
        return keys // width, keys % width, counts


@frozen(eq=False)
class Scorer:
    """BM25 of documents, ``k1`` 1.2 and ``b`` 0.75, the weight of an item ``log(1 + (n - df + 0.5) / (df + 0.5))``."""

    size: int
    weights: Floats
    """Of each item."""
    _starts: Ints
    _rows: Ints
    _gains: Floats

    @classmethod
    def of(cls, lists: Lists, items: int) -> Scorer:
        """For lists of numbers below ``items``."""
        rows, found, counts = lists.counted()
        lengths = np.diff(lists.starts)
        spread = np.bincount(found, minlength=items)
        weights = np.log1p((len(lists) - spread + 0.5) / (spread + 0.5))
        norm = K1 * (1 - B + B * lengths / max(lengths.mean(), 1.0)) if len(lists) else lengths
        gains = weights[found] * counts * (K1 + 1) / (counts + norm[rows])
        order = np.argsort(found, kind="stable")
        starts = np.searchsorted(found[order], np.arange(items + 1))
        return cls(len(lists), weights, starts, rows[order], gains[order])

    def scores(self, query: Iterable[int]) -> Floats:
        """The score of each document for the items of a query, each of which counts once."""
        parts = [slice(self._starts[item], self._starts[item + 1]) for item in query]
        if not parts:
            return np.zeros(self.size)
        rows = np.concatenate([self._rows[part] for part in parts])
        gains = np.concatenate([self._gains[part] for part in parts])
        return summed(rows, gains, self.size)


def summed(places: Ints, values: Floats, size: int) -> Floats:
    """For each of ``size`` places the sum of its values."""
    return np.bincount(places, values, size).astype(np.float64, copy=False)
