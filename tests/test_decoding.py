"""The best cues and roles by the encoder's scores, checked against trying every path."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from quotex.attribution.decode import decode_roles
from quotex.encoder.cues import BEGIN, INSIDE, OUT, decode_cues

_SEEDS = range(25)
_LENGTH = 6


def _tags_of(cues, length):
    tags = [OUT] * length
    for start, end, _ in cues:
        tags[start:end] = [BEGIN] + [INSIDE] * (end - start - 1)
    return tuple(tags)


@pytest.mark.parametrize("seed", _SEEDS)
def test_cues_are_the_best_of_all_tag_sequences(seed):
    """No sequence of tags without a stray I scores above the one that is found."""
    scores = np.random.default_rng(seed).normal(size=(_LENGTH, 3)).astype(np.float32)
    log_p = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))

    def is_allowed(tags):
        return all(tag != INSIDE or before != OUT for before, tag in zip((OUT, *tags), tags, strict=False))

    allowed = filter(is_allowed, itertools.product(range(3), repeat=_LENGTH))
    best = max(allowed, key=lambda tags: sum(log_p[i, tag] for i, tag in enumerate(tags)))
    assert _tags_of(decode_cues(scores), _LENGTH) == best


def test_a_cue_has_the_mean_probability_of_its_words():
    """Two words of probability one half each make a cue of score one half."""
    scores = np.log(np.array([[0.9, 0.05, 0.05], [0.4, 0.5, 0.1], [0.4, 0.1, 0.5]], dtype=np.float32))
    ((start, end, score),) = decode_cues(scores)
    assert (start, end) == (1, 3)
    assert score == pytest.approx(0.5)


def test_a_bonus_finds_more_cues():
    """What is just below the line comes above it."""
    scores = np.log(np.array([[0.6, 0.4, 1e-6]], dtype=np.float32))
    assert decode_cues(scores) == []
    assert [cue[:2] for cue in decode_cues(scores, bonus=1.0)] == [(0, 1)]


def test_no_words_have_no_cues():
    """An empty document decodes to nothing."""
    assert decode_cues(np.zeros((0, 3), dtype=np.float32)) == []
    assert decode_roles(np.zeros((0, 0, 6), dtype=np.float32), []) == []


def _path_score(potentials, path):
    total, before = 0.0, 0
    for word, state in enumerate(path):
        if state:
            total += potentials[word, state - 1]
        if state != before:
            total += potentials[word, 2 + state - 1] if state else 0.0
            total += potentials[word - 1, 4 + before - 1] if before else 0.0
        before = state
    return total


def _is_legal(path, cue):
    sources = [key for key, _ in itertools.groupby(path) if key == 1]
    return len(sources) <= 1 and not any(path[i] for i in range(*cue))


@pytest.mark.parametrize("seed", _SEEDS)
def test_roles_are_the_best_of_all_paths(seed):
    """No assignment with one source and nothing on the cue scores above the one that is found."""
    chance = np.random.default_rng(seed)
    potentials = chance.normal(size=(2, _LENGTH, 6)).astype(np.float32)
    cues = [(1, 2), (3, 5)]
    for row, (cue, (source, content)) in enumerate(zip(cues, decode_roles(potentials, cues), strict=True)):
        found = [0] * _LENGTH
        for state, parts in ((1, [source] if source else []), (2, content)):
            for start, end in parts:
                found[start:end] = [state] * (end - start)
        paths = (path for path in itertools.product(range(3), repeat=_LENGTH) if _is_legal(path, cue))
        best = max(_path_score(potentials[row], path) for path in paths)
        assert _is_legal(found, cue)
        assert _path_score(potentials[row], found) == pytest.approx(best, abs=1e-4)
