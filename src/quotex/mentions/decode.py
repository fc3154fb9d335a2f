"""From name tags per token to names: the best sequence of BIO tags in which no I follows what it cannot."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from quotex.mentions.names import Name, NameType

TYPES = (NameType.PERSON, NameType.ORGANISATION, NameType.PLACE, NameType.GROUP)
"""The order of the types among the tags: O, then B and I of each."""

_TAGS = 1 + 2 * len(TYPES)
_FORBIDDEN = -1e9
_CERTAIN = 0.99
"""A token that is outside names with this probability is so, whatever its neighbours; the path is sought between such
tokens.
"""


def decode_names(scores: npt.NDArray[np.float32]) -> tuple[Name, ...]:
    """The names that the tags with the highest sum of log-probabilities spell, in order.

    ``scores`` holds one row of nine logits a token: O, B-person, I-person, B-organisation, I-organisation, B-place,
    I-place, B-group, I-group. A name's score is the mean probability of its type (B and I together) over its tokens.
    No rows give ``()``; another shape raises ``ValueError``.
    """
    if scores.ndim != 2 or scores.shape[1] != _TAGS:
        raise ValueError(f"name scores must have the shape (tokens, {_TAGS}), not {scores.shape}")
    if not len(scores):
        return ()
    logits = scores.astype(np.float64)
    shifted = logits - logits.max(axis=1, keepdims=True)
    logp = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    probability = np.exp(logp)
    path = np.zeros(len(logp), dtype=np.int64)
    for start, end in _runs(probability[:, 0] < _CERTAIN):
        path[start:end] = _best_path(logp[start:end])
    return _spans(path.tolist(), probability)


def _runs(mask: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The stretches of true values, half-open, in order."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], mask, [False])).astype(np.int8)))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]


@cache
def _transitions() -> npt.NDArray[np.float64]:
    """0 where a tag may follow another, hugely negative where not: an I only after the B or I of its type."""
    allowed = np.zeros((_TAGS, _TAGS))
    for inside in range(2, _TAGS, 2):
        allowed[:, inside] = _FORBIDDEN
        allowed[[inside - 1, inside], inside] = 0.0
    return allowed


def _best_path(logp: npt.NDArray[np.float64]) -> list[int]:
    steps = _transitions()
    best = logp[0].copy()
    best[2::2] = _FORBIDDEN
    back = np.zeros(logp.shape, dtype=np.int8)
    for row in range(1, len(logp)):
        through = best[:, None] + steps
        back[row] = through.argmax(axis=0)
        best = through.max(axis=0) + logp[row]
    path = [int(best.argmax())]
    for row in range(len(logp) - 1, 0, -1):
        path.append(int(back[row, path[-1]]))
    return path[::-1]


def _spans(path: list[int], probability: npt.NDArray[np.float64]) -> tuple[Name, ...]:
    out: list[Name] = []
    start = 0
    while start < len(path):
        tag = path[start]
        if tag == 0:
            start += 1
            continue
        end = start + 1
        while end < len(path) and path[end] == tag + 1:
            end += 1
        score = float(probability[start:end, [tag, tag + 1]].sum(axis=1).mean())
        out.append(Name(start, end, TYPES[tag // 2], min(1.0, score)))
        start = end
    return tuple(out)
