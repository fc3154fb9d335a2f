"""The best cues by the encoder's scores.

Scores are natural logarithms up to a constant. Positions are words (see ``features``).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

OUT, BEGIN, INSIDE = range(3)
"""Columns of the cue scores."""
_NEVER = np.float32(-1e4)


def decode_cues(scores: FloatArray, bonus: FloatArray | float = 0.0) -> list[tuple[int, int, float]]:
    """Cues as ``(start, end, score)`` in order, from scores of shape ``(words, 3)``.

    ``bonus``, one for all or one a word, is added to the score of a cue's first word: above 0 finds more cues. A cue's
    score is the geometric mean of the probabilities of its words, the bonus left out.
    """
    if not len(scores):
        return []
    log_p = scores - _log_sum_exp(scores)[:, None]
    biased = log_p.copy()
    biased[:, BEGIN] += np.asarray(bonus, dtype=np.float32)
    tags = _best_tags(biased)
    cues: list[tuple[int, int, float]] = []
    start = None
    for word, tag in enumerate([*tags, OUT]):
        if start is not None and tag != INSIDE:
            cues.append((start, word, float(np.exp(np.mean([log_p[i, tags[i]] for i in range(start, word)])))))
            start = None
        if tag == BEGIN:
            start = word
    return cues


def _best_tags(log_p: FloatArray) -> list[int]:
    total = np.array([log_p[0, OUT], log_p[0, BEGIN], _NEVER], dtype=np.float32)
    back = np.zeros((len(log_p), 3), dtype=np.int8)
    for word in range(1, len(log_p)):
        free = int(np.argmax(total))
        inside = BEGIN if total[BEGIN] >= total[INSIDE] else INSIDE
        back[word] = (free, free, inside)
        total = np.array([total[free], total[free], total[inside]], dtype=np.float32) + log_p[word]
    tags = [int(np.argmax(total))]
    for word in range(len(log_p) - 1, 0, -1):
        tags.append(int(back[word, tags[-1]]))
    return tags[::-1]


def _log_sum_exp(scores: FloatArray) -> FloatArray:
    top = scores.max(axis=-1)
    return np.asarray(top + np.log(np.exp(scores - top[..., None]).sum(axis=-1)), dtype=np.float32)
