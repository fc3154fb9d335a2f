"""From characters to tokens and back, for a whole document at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from spacy.attrs import IDX, LENGTH
from spacy.tokens import Doc

from quotex.spans import Pair

Offsets = NDArray[np.int64]


@frozen(eq=False)
class TokenMap:
    """Where the tokens of a document lie: ``starts`` and ``ends`` in characters, ``space`` where one is white space."""

    starts: Offsets
    ends: Offsets
    space: NDArray[np.bool_]

    @classmethod
    def of(cls, doc: Doc, text: str) -> TokenMap:
        """Read the offsets of ``doc``, whose text is ``text``."""
        table = doc.to_array([IDX, LENGTH]).astype(np.int64).reshape(-1, 2)
        starts = table[:, 0]
        ends = starts + table[:, 1]
        # Few tokens begin with white space, so that the slice is seldom needed.
        space = np.fromiter(
            (text[a].isspace() and text[a:b].isspace() for a, b in zip(starts.tolist(), ends.tolist(), strict=True)),
            dtype=np.bool_,
            count=len(starts),
        )
        return cls(starts, ends, space)

    def cover(self, spans: Sequence[Pair]) -> list[Pair]:
        """Return the tokens that each character span touches, as token pairs; equal numbers where it touches none."""
        if not spans:
            return []
        table = np.asarray(spans, dtype=np.int64)
        first = np.searchsorted(self.ends, table[:, 0], side="right")
        last = np.searchsorted(self.starts, table[:, 1], side="left")
        return list(zip(first.tolist(), np.maximum(first, last).tolist(), strict=True))
