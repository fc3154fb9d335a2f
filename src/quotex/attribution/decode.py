"""From the encoder's potentials to sources and contents: best paths, not independent choices.

Scores are natural logarithms up to a constant. Positions are words of a window (see ``encoder.features``).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from quotex.spans import Pair

FloatArray = NDArray[np.float32]

_NEVER = np.float32(-1e4)
EMIT_SOURCE, EMIT_CONTENT, ENTER_SOURCE, ENTER_CONTENT, LEAVE_SOURCE, LEAVE_CONTENT = range(6)
"""Columns of the role potentials. ``ENTER`` counts at the first word of a fragment, ``LEAVE`` at its last
unless that ends the window."""

# States of the role path. A source is one fragment, so a path that has left it cannot enter it again.
_OUT_BEFORE, _CONTENT_BEFORE, _SOURCE, _OUT_AFTER, _CONTENT_AFTER = range(5)
_NEXT = {
    _OUT_BEFORE: (_OUT_BEFORE, _CONTENT_BEFORE, _SOURCE),
    _CONTENT_BEFORE: (_CONTENT_BEFORE, _OUT_BEFORE, _SOURCE),
    _SOURCE: (_SOURCE, _OUT_AFTER, _CONTENT_AFTER),
    _OUT_AFTER: (_OUT_AFTER, _CONTENT_AFTER),
    _CONTENT_AFTER: (_CONTENT_AFTER, _OUT_AFTER),
}


def decode_roles(potentials: FloatArray, cues: list[Pair]) -> list[tuple[Pair | None, list[Pair]]]:
    """For each cue its source, if any, and its content's fragments in order, from potentials ``(cues, words, 6)``.

    No word of the cue itself is given a role. A content may be empty.
    """
    count, length, _ = potentials.shape
    if not count or not length:
        return [(None, []) for _ in cues]
    potentials = potentials.copy()
    for i, (start, end) in enumerate(cues):
        potentials[i, start:end, : EMIT_CONTENT + 1] = _NEVER
    emit = np.zeros((length, count, 5), dtype=np.float32)
    enter = np.zeros((length, count, 5), dtype=np.float32)
    leave = np.zeros((length, count, 5), dtype=np.float32)
    by_word = potentials.transpose(1, 0, 2)
    for state in (_CONTENT_BEFORE, _CONTENT_AFTER):
        emit[..., state] = by_word[..., EMIT_CONTENT]
        enter[..., state] = by_word[..., ENTER_CONTENT]
        leave[..., state] = by_word[..., LEAVE_CONTENT]
    emit[..., _SOURCE] = by_word[..., EMIT_SOURCE]
    enter[..., _SOURCE] = by_word[..., ENTER_SOURCE]
    leave[..., _SOURCE] = by_word[..., LEAVE_SOURCE]

    allowed = np.full((5, 5), _NEVER, dtype=np.float32)
    for state, following in _NEXT.items():
        allowed[state, list(following)] = 0.0
    moves = (1.0 - np.eye(5, dtype=np.float32))[None]
    total = np.full((count, 5), _NEVER, dtype=np.float32)
    total[:, _OUT_BEFORE] = 0.0
    back = np.zeros((length, count, 5), dtype=np.int8)
    previous_leave = np.zeros((count, 5), dtype=np.float32)
    for word in range(length):
        change = (previous_leave[:, :, None] + enter[word][:, None, :]) * moves
        step = total[:, :, None] + allowed[None] + change
        back[word] = step.argmax(axis=1)
        total = step.max(axis=1) + emit[word]
        previous_leave = leave[word]
    states = total.argmax(axis=1)
    paths = np.zeros((count, length), dtype=np.int8)
    rows = np.arange(count)
    for word in range(length - 1, -1, -1):
        paths[:, word] = states
        states = back[word, rows, states]
    return [_fragments(path) for path in paths]


def _fragments(path: NDArray[np.int8]) -> tuple[Pair | None, list[Pair]]:
    source = _runs(path == _SOURCE)
    return (source[0] if source else None), _runs((path == _CONTENT_BEFORE) | (path == _CONTENT_AFTER))


def _runs(mask: NDArray[np.bool_]) -> list[Pair]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
