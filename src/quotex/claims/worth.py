"""How much a content is worth checking: named factors, each with its share of the log-odds."""

from __future__ import annotations

import math

from quotex.claims.content import Content
from quotex.claims.factors import Signal, signals
from quotex.claims.learned import weights, word_signals
from quotex.records import Factor, Real, Worth

_DIGITS = 4


def all_signals(content: Content) -> dict[str, Signal]:
    """Every factor of the score, written ones first, learned ones last."""
    return {**signals(content), **word_signals(content, weights().words)}


def worth(content: Content) -> Worth:
    """The score of a content with its factors; one without words has the score of its form alone."""
    learned = weights()
    factors = [
        Factor(
            name,
            Real(round(signal.value, _DIGITS)),
            Real(round(signal.value * learned.factors[name], _DIGITS)),
            tuple(map(content.span, signal.runs)),
        )
        for name, signal in all_signals(content).items()
    ]
    there = sorted((factor for factor in factors if factor.share), key=lambda factor: -abs(factor.share))
    log_odds = Real(round(math.fsum([learned.bias, *(factor.share for factor in there)]), _DIGITS))
    return Worth(round(_logistic(log_odds), _DIGITS), log_odds, Real(learned.bias), tuple(there))


def _logistic(log_odds: float) -> float:
    """The probability of log-odds, whatever their size."""
    return 0.5 + 0.5 * math.tanh(log_odds / 2)
