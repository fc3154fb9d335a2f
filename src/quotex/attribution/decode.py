"""From the encoder's potentials to sources and contents: best paths, not independent choices.

Scores are natural logarithms up to a constant. Positions are words of a window (see ``encoder.features``).
"""

from __future__ import annotations

from collections.abc import Sequence

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
_ALLOWED = np.array(
    [[0.0 if to in _NEXT[state] else _NEVER for to in range(5)] for state in range(5)], dtype=np.float32
)
_IS_CHANGE = 1.0 - np.eye(5, dtype=np.float32)


def decode_roles(
    potentials: FloatArray, cues: Sequence[Pair], needs_source: Sequence[bool] = ()
) -> list[tuple[Pair | None, list[Pair]]]:
    """For each cue its source, if any, and its content's fragments in order, from potentials ``(cues, words, 6)``.

    No word of the cue itself is given a role. A content may be empty. Where ``needs_source``, one a cue, is true, the
    best path with a source is taken.
    """
    count, length, _ = potentials.shape
    if not count or not length:
        return [(None, []) for _ in cues]
    potentials = potentials.copy()
    for i, (start, end) in enumerate(cues):
        potentials[i, start:end, : EMIT_CONTENT + 1] = _NEVER
    by_word = potentials.transpose(1, 2, 0)
    emit = _of_states(by_word, EMIT_SOURCE, EMIT_CONTENT)
    enter = _of_states(by_word, ENTER_SOURCE, ENTER_CONTENT)
    leave = _of_states(by_word, LEAVE_SOURCE, LEAVE_CONTENT)
    left = np.concatenate((np.zeros_like(leave[:1]), leave[:-1]))
    # The score of each step into a word, (words, states before, states, cues).
    steps = (left[:, :, None] + enter[:, None]) * _IS_CHANGE[..., None] + _ALLOWED[..., None]
    # Of the best way to each state before each word. Only this takes a loop over the words.
    totals = np.full((length + 1, 5, count), _NEVER, dtype=np.float32)
    totals[0, _OUT_BEFORE] = 0.0
    total = totals[0]
    for step, gain, out in zip(steps, emit, totals[1:], strict=True):
        total = np.add(np.maximum.reduce(total[:, None] + step), gain, out=out)
    came_from = _best_before(totals[:-1, :, None] + steps).transpose(2, 0, 1).reshape(count, -1)
    if len(needs_source):
        total[: _CONTENT_BEFORE + 1, np.asarray(needs_source, dtype=bool)] = -np.inf
    ends = total.argmax(axis=0).tolist()
    return [_fragments(_path(before.tobytes(), end)) for before, end in zip(came_from, ends, strict=True)]


def _of_states(by_word: FloatArray, source: int, content: int) -> FloatArray:
    """The potentials in a source's and a content's column for each state, ``(words, 5, cues)``."""
    out = np.zeros((len(by_word), 5, by_word.shape[2]), dtype=np.float32)
    out[:, _SOURCE] = by_word[:, source]
    out[:, _CONTENT_BEFORE] = out[:, _CONTENT_AFTER] = by_word[:, content]
    return out


def _best_before(scores: FloatArray) -> NDArray[np.int8]:
    """The first of the best states before each, from scores ``(words, states before, states, cues)``."""
    # ``argmax`` over an axis this short takes much longer.
    best = scores[:, 0].copy()
    out = np.zeros(best.shape, dtype=np.int8)
    for state in range(1, 5):
        out[scores[:, state] > best] = state
        np.maximum(best, scores[:, state], out=best)
    return out


def _path(came_from: bytes, state: int) -> NDArray[np.int8]:
    """The states of all words, given the last one and, five a word, the state before each state."""
    path = []
    for word in range(len(came_from) - 5, -1, -5):
        path.append(state)
        state = came_from[word + state]
    return np.array(path[::-1], dtype=np.int8)


def _fragments(path: NDArray[np.int8]) -> tuple[Pair | None, list[Pair]]:
    source = _runs(path == _SOURCE)
    return (source[0] if source else None), _runs((path == _CONTENT_BEFORE) | (path == _CONTENT_AFTER))


def _runs(mask: NDArray[np.bool_]) -> list[Pair]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
