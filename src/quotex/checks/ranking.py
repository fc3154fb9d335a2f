"""The order of candidates: a weight for each of their features, learned on tweets with known claims.

``training/checks.py`` makes ``ranking.json``; ``docs/matching.md`` lists the weights.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from attrs import frozen

from quotex.checks.features import FEATURES
from quotex.checks.postings import Floats

_MOST = 60.0
"""Beyond it a probability is 0 or 1."""


@frozen(eq=False)
class Ranker:
    """Weights in the order of ``FEATURES``, and what makes a weighted sum a probability."""

    weights: Floats
    slope: float
    offset: float

    def probabilities(self, features: Any) -> Floats:
        """How likely each candidate is a check of the claim, from ``(candidates, features)``."""
        sums: Floats = features @ self.weights * self.slope + self.offset
        return 1 / (1 + np.exp(-np.clip(sums, -_MOST, _MOST)))


@cache
def ranker() -> Ranker:
    """The one that the package comes with."""
    data = json.loads(files(__package__).joinpath("ranking.json").read_text(encoding="utf-8"))
    return Ranker(np.array([data["weights"][name] for name in FEATURES]), data["slope"], data["offset"])
