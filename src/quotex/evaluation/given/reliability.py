"""Do the scores of resolutions tell how often they are right?

Only cases that were answered with a speaker count. Cases with equal scores are never parted: no order among them means
anything.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from attrs import frozen

from quotex.evaluation.figures import Share

BINS = 10
COVERAGES = (100, 95, 90, 80, 70, 60, 50)
"""The least shares of the answers to keep, in percent, for which the curve has a point."""

Answer = tuple[float, bool]
"""The score of a resolution, and whether its speaker is right."""


@frozen
class Bin:
    """Answers of neighbouring scores."""

    lowest: float
    highest: float
    mean: float
    """Mean score, rounded to four decimals."""
    right: Share


@frozen
class Point:
    """What is answered, and how well, if only the surest answers are given."""

    least: int
    """How many percent of the answers are to be kept at least."""
    threshold: float
    """The highest score for which that holds: answers with this score or a higher one are kept."""
    kept: Share
    right: Share
    """Of those kept."""


@frozen
class Reliability:
    """How scores and right answers go together.

    ``bins`` are up to ten of equal mass, by ascending score: the edge between two is the change of score that is
    nearest to a tenth of the answers, so that bins are fewer where many scores are equal. ``error`` is the expected
    calibration error, in ``[0, 1]`` and rounded to four decimals: the distance between mean score and share right of
    the bins, weighted by their sizes; 0 without answers.
    """

    bins: tuple[Bin, ...]
    error: float
    curve: tuple[Point, ...]

    def primitives(self) -> dict[str, Any]:
        """Dicts, lists and numbers; shares are in percent, with counts and intervals, scores in ``[0, 1]``."""
        return {
            "bins": [
                {"lowest": each.lowest, "highest": each.highest, "mean": each.mean, "right": each.right.primitives()}
                for each in self.bins
            ],
            "expected_calibration_error": self.error,
            "curve": [
                {
                    "least": each.least,
                    "threshold": each.threshold,
                    "kept": each.kept.primitives(),
                    "right": each.right.primitives(),
                }
                for each in self.curve
            ],
        }


def reliability_of(answers: Iterable[Answer]) -> Reliability:
    """The reliability of answers in any order; empty tables for none."""
    ordered = sorted(answers)
    parts = [ordered[start:end] for start, end in pairwise(_edges(ordered))]
    error = sum(abs(_mean(part) * len(part) - _right(part).right) for part in parts) / max(1, len(ordered))
    return Reliability(
        bins=tuple(Bin(part[0][0], part[-1][0], round(_mean(part), 4), _right(part)) for part in parts),
        error=round(error, 4),
        curve=tuple(_point(ordered, least) for least in COVERAGES) if ordered else (),
    )


def _edges(ordered: Sequence[Answer]) -> list[int]:
    """Where bins begin and end: 0, the changes of score nearest to each tenth, the number of answers."""
    changes = [0, *(at for at in range(1, len(ordered)) if ordered[at - 1][0] < ordered[at][0]), len(ordered)]
    tenths = (len(ordered) * number / BINS for number in range(BINS + 1))
    return sorted({_nearest(changes, tenth) for tenth in tenths})


def _nearest(changes: Sequence[int], place: float) -> int:
    at = bisect_left(changes, place)
    return min(changes[max(0, at - 1) : at + 1], key=lambda change: abs(change - place))


def _point(ordered: Sequence[Answer], least: int) -> Point:
    needed = -(-least * len(ordered) // 100)
    threshold = ordered[len(ordered) - needed][0]
    kept = ordered[bisect_left(ordered, (threshold, False)) :]
    return Point(least, threshold, Share(len(kept), len(ordered)), _right(kept))


def _mean(part: Sequence[Answer]) -> float:
    return sum(score for score, _ in part) / len(part)


def _right(part: Sequence[Answer]) -> Share:
    return Share(sum(right for _, right in part), len(part))
