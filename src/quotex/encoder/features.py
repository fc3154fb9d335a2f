"""What the encoder is told of each word besides its letters.

The model was trained with exactly these features: a change here asks for a new training run.
A *word* is a token that is not white space.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

IntArray = NDArray[np.int64]

CASES = 4
"""0 no capital, 1 first letter only, 2 all capitals, 3 others."""
BREAKS = 3
"""0 on the line of the word before, 1 after a line end, 2 after a blank line or at the very start."""
INSIDE = 2
"""1 between double quotation marks, the marks included."""

_OPENING, _CLOSING, _STRAIGHT = frozenset("“„«"), frozenset("”»"), frozenset({'"', "''", "``"})


@frozen(eq=False)
class Words:
    """The words of a document, in order. All fields have one entry a word."""

    token: IntArray
    """Index of the word's token in the ``Doc``."""
    text: tuple[str, ...]
    case: IntArray
    line_break: IntArray
    inside: IntArray

    def __len__(self) -> int:
        return len(self.text)


def read_words(tokens: Sequence[str]) -> Words:
    """The words among the texts of a document's tokens, white-space tokens included in ``tokens``.

    Line ends are seen where they are tokens of their own, as spaCy makes them.
    """
    index: list[int] = []
    breaks: list[int] = []
    pending = 2
    for i, token in enumerate(tokens):
        if not token or token.isspace():
            pending = max(pending, min(2, token.count("\n")))
            continue
        index.append(i)
        breaks.append(pending)
        pending = 0
    texts = tuple(tokens[i] for i in index)
    return Words(
        np.asarray(index, dtype=np.int64),
        texts,
        np.asarray([case_of(text) for text in texts], dtype=np.int64),
        np.asarray(breaks, dtype=np.int64),
        np.asarray(inside_marks(texts, breaks), dtype=np.int64),
    )


def case_of(text: str) -> int:
    """The letter case of a word, one of ``CASES``."""
    if text.islower() or not any(c.isupper() for c in text):
        return 0
    if text.isupper() and len(text) > 1:
        return 2
    return 1 if text[0].isupper() and not any(c.isupper() for c in text[1:]) else 3


def inside_marks(texts: Sequence[str], breaks: Sequence[int]) -> list[int]:
    """1 for each word between double quotation marks, a reading that any line end closes.

    Cruder than the ``structure`` room on purpose: it must stay what it was when the model was trained.
    """
    out: list[int] = []
    is_open = False
    for text, line_break in zip(texts, breaks, strict=True):
        if line_break:
            is_open = False
        if text in _OPENING:
            is_open = True
            out.append(1)
        elif text in _CLOSING:
            out.append(1)
            is_open = False
        elif text in _STRAIGHT:
            out.append(1)
            is_open = not is_open
        else:
            out.append(int(is_open))
    return out
