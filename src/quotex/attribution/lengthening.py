"""Where a content could as well go on: of two readings about as likely, the one with more words.

Annotators are divided on trailing clauses and fronted circumstances, and what they do not agree on the encoder scores
near even. A content that stops short says less than was said, and its reader cannot know; one that runs on holds what
the text says right beside it. So a content is lengthened within its sentence where that costs little.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from quotex.attribution.decode import EMIT_CONTENT, ENTER_CONTENT, LEAVE_CONTENT
from quotex.spans import Pair

FloatArray = NDArray[np.float32]

_MARGIN = 2.0
"""How much less likely the longer path may be, as a natural logarithm."""
_LEAST, _MOST = 0.2, 2.0
"""Bounds of the words added, as shares of the content: fewer are a matter of edges, more would be another content.
All three were tuned on polnear-dev, where margins from 1.5 to 2.5 and upper bounds from 1.5 to 3 do alike."""


def lengthened(
    potentials: FloatArray, content: Sequence[Pair], taken: Sequence[bool], sentences: Sequence[int]
) -> list[Pair]:
    """The fragments of one cue's content, the last with what may follow it and the first with what may precede it.

    ``potentials`` are those of the cue, ``(words, 6)`` with columns as in ``decode``; ``taken`` says of each word of
    the window whether it has another role, ``sentences`` in which sentence it stands. The words added are of the same
    sentence and have no other role.
    """
    out = list(content)
    (start, end), words = out[-1], sum(b - a for a, b in out)
    ahead = range(end, _edge(range(end, len(taken)), taken, sentences, sentences[end - 1], int(_MOST * words)))
    out[-1] = (start, end + _gained(potentials, ahead, LEAVE_CONTENT, end - 1, words))
    (start, end), words = out[0], sum(b - a for a, b in out)
    back = range(start - 1, _edge(range(start - 1, -1, -1), taken, sentences, sentences[start], int(_MOST * words)), -1)
    out[0] = (start - _gained(potentials, back, ENTER_CONTENT, start, words), end)
    return out


def _edge(words: range, taken: Sequence[bool], sentences: Sequence[int], sentence: int, most: int) -> int:
    """Where a run of words ends that are free and of the sentence, ``most`` at most."""
    run: Iterable[int] = words[:most]
    return next((word for word in run if taken[word] or sentences[word] != sentence), words[:most].stop)


def _gained(potentials: FloatArray, words: range, border: int, now: int, length: int) -> int:
    """How many of the words, counted from the content on, to add: as many as make the likeliest longer path, 0 where
    that is too unlikely. ``border`` is the column of the content's outer edge, ``now`` the word that is that edge."""
    fewest = max(1, int(np.ceil(_LEAST * length)))
    if len(words) < fewest:
        return 0
    order = np.fromiter(words, dtype=np.int64)
    scores = np.cumsum(potentials[order, EMIT_CONTENT]) + potentials[order, border] - potentials[now, border]
    best = fewest - 1 + int(scores[fewest - 1 :].argmax())
    return best + 1 if scores[best] > -_MARGIN else 0
