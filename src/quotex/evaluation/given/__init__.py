"""How well speakers are resolved where cue, source and content are given: the figures of resolution alone.

``evaluate_given`` is the way in; ``quotex evaluate --given`` prints what it returns.
"""

from __future__ import annotations

from quotex.evaluation.given.cases import Resolver
from quotex.evaluation.given.gold import is_speaker_file, texts_beside
from quotex.evaluation.given.reliability import Bin, Point, Reliability
from quotex.evaluation.given.report import GivenEvaluation
from quotex.evaluation.given.run import evaluate_given

__all__ = [
    "Bin",
    "GivenEvaluation",
    "Point",
    "Reliability",
    "Resolver",
    "evaluate_given",
    "is_speaker_file",
    "texts_beside",
]
