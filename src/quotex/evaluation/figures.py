"""The sorts of figure that an evaluation gives, with the counts behind them."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from attrs import frozen

_Z = 1.959963984540054
"""Standard deviations that hold 95 % of a normal distribution around its mean."""


@frozen
class Rates:
    """Precision, recall and F1 in percent, rounded to one decimal; each is 0 where there is nothing to divide by."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Of the predicted, how many are right."""
        return round(100 * self._precision, 1)

    @property
    def recall(self) -> float:
        """Of the gold, how many were found."""
        return round(100 * self._recall, 1)

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall."""
        return round(100 * self.exact_f, 1)

    @property
    def exact_f(self) -> float:
        """The same unrounded, in ``[0, 1]``."""
        both = self._precision + self._recall
        return 2 * self._precision * self._recall / max(1e-9, both)

    @property
    def _precision(self) -> float:
        return self.right / max(1, self.predicted)

    @property
    def _recall(self) -> float:
        return self.right / max(1, self.gold)

    def __add__(self, other: Rates) -> Rates:
        return Rates(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    def __str__(self) -> str:
        return f"{self.f:5.1f} ({self.precision}/{self.recall})"

    def primitives(self) -> dict[str, float]:
        """``P``, ``R`` and ``F`` in percent and the three counts."""
        return {
            "P": self.precision,
            "R": self.recall,
            "F": self.f,
            "right": self.right,
            "predicted": self.predicted,
            "gold": self.gold,
        }


@frozen
class Share:
    """How many of a number of cases are right."""

    right: int
    of: int

    @property
    def percent(self) -> float:
        """The share in percent, rounded to one decimal; 0 of no cases."""
        return round(100 * self.right / max(1, self.of), 1)

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval with 95 % confidence, in percent, rounded to one decimal; (0, 100) of no cases."""
        if not self.of:
            return 0.0, 100.0
        share, spread = self.right / self.of, _Z * _Z / self.of
        middle = share + spread / 2
        reach = _Z * sqrt((share * (1 - share) + spread / 4) / self.of)
        low, high = ((middle + side) / (1 + spread) for side in (-reach, reach))
        return round(100 * max(0.0, low), 1), round(100 * min(1.0, high), 1)

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.percent:5.1f} [{low}–{high}] ({self.right} of {self.of})"

    def primitives(self) -> dict[str, float]:
        """``percent``, the ends of its interval and the two counts."""
        low, high = self.interval
        return {"percent": self.percent, "low": low, "high": high, "right": self.right, "of": self.of}


@frozen
class Mean:
    """The mean of several figures in ``[0, 1]``; 0 of none."""

    total: float
    of: int

    @classmethod
    def of_all(cls, figures: Iterable[float]) -> Mean:
        """The mean of ``figures``."""
        values = list(figures)
        return cls(sum(values), len(values))

    @property
    def percent(self) -> float:
        """The mean in percent, rounded to one decimal."""
        return round(100 * self.total / max(1, self.of), 1)

    def __str__(self) -> str:
        return f"{self.percent:5.1f} (mean of {self.of})"

    def primitives(self) -> dict[str, float]:
        """``percent`` and the number of figures."""
        return {"percent": self.percent, "of": self.of}


Figure = Rates | Share | Mean
NO_RATES = Rates(0, 0, 0)
NO_SHARE = Share(0, 0)


def as_value(figure: Figure) -> float:
    """A figure in percent: the F1 of rates, the share or mean of others."""
    return figure.f if isinstance(figure, Rates) else figure.percent
