"""The training's losses and labels. Needs the ``train`` extra; without torch these tests are skipped."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: pip install 'quotex[train]'")

from quotex.attribution.decode import decode_roles  # noqa: E402
from quotex.encoder.features import Words, read_words  # noqa: E402
from quotex.encoder.reading import distances  # noqa: E402
from training import data, model  # noqa: E402

_LENGTH = 5


def _potentials(seed):
    return torch.from_numpy(np.random.default_rng(seed).normal(size=(1, _LENGTH, 6)).astype(np.float32))


@pytest.mark.parametrize("seed", range(5))
def test_the_partition_sums_over_all_paths(seed):
    """The log of the summed weight of every path equals the tree of matrix products, with padding and a blocked cue."""
    potentials = _potentials(seed)
    mask = torch.tensor([[True] * 4 + [False]])
    blocked = torch.tensor([[False, True, False, False, False]])
    paths = [p for p in itertools.product(range(3), repeat=4) if p[1] == 0]
    weights = [model.path_score(potentials, blocked, torch.tensor([[*path, 0]]), mask).double() for path in paths]
    expected = torch.logsumexp(torch.stack(weights), 0)
    assert model.log_partition(potentials, blocked, mask).double() == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("seed", range(5))
def test_training_and_use_weigh_paths_alike(seed):
    """The path that the decoder takes has a weight that no path with one source exceeds in training."""
    potentials = _potentials(seed)
    ((source, content),) = decode_roles(potentials.numpy(), [(2, 3)])
    found = [0] * _LENGTH
    for state, spans in ((1, [source] if source else []), (2, content)):
        for start, end in spans:
            found[start:end] = [state] * (end - start)
    mask = torch.ones(1, _LENGTH, dtype=torch.bool)
    blocked = torch.tensor([[False, False, True, False, False]])

    def weight(path):
        return float(model.path_score(potentials, blocked, torch.tensor([list(path)]), mask))

    legal = [
        path
        for path in itertools.product(range(3), repeat=_LENGTH)
        if path[2] == 0 and sum(key == 1 for key, _ in itertools.groupby(path)) <= 1
    ]
    assert weight(found) == pytest.approx(max(map(weight, legal)), abs=1e-4)


def test_training_and_use_measure_distance_alike():
    """The buckets of distance are the same in both."""
    cues = np.array([[0, 1], [5, 8], [300, 302]])
    trained = model.distances(torch.from_numpy(cues[:, 0]), torch.from_numpy(cues[:, 1]), 400)
    assert np.array_equal(trained.numpy(), distances(cues, 400))


def _text(tokens, cue, source, content):
    words = read_words(tokens)
    return data.Text("x", "", words, (), ((data.Labelled(cue, source, content),),))


def test_variation_keeps_what_the_labels_mark():
    """Whatever is changed in the typography, cue, source and content still hold the same words."""
    text = _text(["Mia", "said", ",", '"', "We", "will", "all", "stay", '"', "."], (1, 2), ((0, 1),), ((3, 9),))
    chance = random.Random(1)
    seen = set()
    for _ in range(200):
        changed = data.vary(text, chance)
        (version,) = changed.versions
        (label,) = version
        words = changed.words.text
        assert isinstance(changed.words, Words)
        assert words[label.cue[0] : label.cue[1]] == ("said",)
        assert words[slice(*label.source[0])] == ("Mia",)
        inside = words[slice(*label.content[0])]
        assert tuple(word for word in inside if word.isalpha()) == ("We", "will", "all", "stay")
        seen.add((words[label.cue[1]], inside[0]))
    assert seen == {(",", '"'), (",", "“"), (":", "We")}
