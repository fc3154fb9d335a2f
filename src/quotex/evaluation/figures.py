"""The two sorts of figure that an evaluation gives, with the counts behind them."""

from __future__ import annotations

from attrs import frozen


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
        both = self._precision + self._recall
        return round(200 * self._precision * self._recall / max(1e-9, both), 1)

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

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)

    def __str__(self) -> str:
        return f"{self.percent:5.1f} ({self.right} of {self.of})"

    def primitives(self) -> dict[str, float]:
        """``percent`` and the two counts."""
        return {"percent": self.percent, "right": self.right, "of": self.of}


Figure = Rates | Share
NO_RATES = Rates(0, 0, 0)
NO_SHARE = Share(0, 0)
