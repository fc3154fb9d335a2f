"""Scores of attributions and statements against gold files.

``evaluate_files`` is the way in; ``quotex evaluate`` prints what it returns.
"""

from __future__ import annotations

from quotex.evaluation.figures import Figure, Rates, Share
from quotex.evaluation.inputs import Scorer
from quotex.evaluation.report import Evaluation
from quotex.evaluation.run import Extractor, evaluate_files

__all__ = ["Evaluation", "Extractor", "Figure", "Rates", "Scorer", "Share", "evaluate_files"]
