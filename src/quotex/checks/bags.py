"""A look-up of known claims by all the terms that they have, however many others share some of them.

Of each claim a single number is kept: the sum of what its terms are mixed to. Two claims with other terms may have the
same number by chance, so what is found must still be compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from attrs import frozen

from quotex.checks.postings import Ints, Lists

_FACTORS = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9)
_SHIFT = 31


@frozen(eq=False)
class Bags:
    """The claims of an index, by their terms."""

    _sums: Any

    @classmethod
    def of(cls, claims: Lists) -> Bags:
        """Of claims, each the numbers of its terms."""
        ends = np.concatenate([np.zeros(1, np.uint64), np.cumsum(_mixed(claims.items), dtype=np.uint64)])
        return cls(ends[claims.starts[1:]] - ends[claims.starts[:-1]])

    def find(self, terms: Iterable[int]) -> Ints:
        """Which claims have these terms, each as often, and no others; in their order."""
        wanted = _mixed(np.array(list(terms), np.int64)).sum(dtype=np.uint64)
        return np.flatnonzero(self._sums == wanted)


def _mixed(numbers: Ints) -> Any:
    """Numbers from 0 as numbers of 64 bits of which no few have the same sum."""
    out = (numbers.astype(np.uint64) + np.uint64(1)) * np.uint64(_FACTORS[0])
    out = (out ^ (out >> np.uint64(_SHIFT))) * np.uint64(_FACTORS[1])
    return out ^ (out >> np.uint64(_SHIFT))
