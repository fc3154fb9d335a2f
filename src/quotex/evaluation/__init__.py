"""Scores of attributions, statements and speakers against gold files.

``evaluate_files`` and ``evaluate_given`` are the ways in; ``quotex evaluate`` prints what they return.
"""

from __future__ import annotations

from quotex.evaluation.figures import Figure, Mean, Rates, Share
from quotex.evaluation.given import GivenEvaluation, Resolver, evaluate_given, is_speaker_file
from quotex.evaluation.inputs import Scorer
from quotex.evaluation.report import Evaluation
from quotex.evaluation.run import Extractor, evaluate_files

__all__ = [
    "Evaluation",
    "Extractor",
    "Figure",
    "GivenEvaluation",
    "Mean",
    "Rates",
    "Resolver",
    "Scorer",
    "Share",
    "evaluate_files",
    "evaluate_given",
    "is_speaker_file",
]
