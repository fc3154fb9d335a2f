"""Learn how candidates among known checks are put in order: ``src/quotex/checks/ranking.json``.

    python -m training.checks --corpora ../shared/corpora           cross-validate on the train split of the tweets
    python -m training.checks --corpora ../shared/corpora --write   learn from all of it, and write the weights

The model is a weighted sum of the features of ``quotex.checks.features``, its weights those under which the marked
claims are likeliest among the candidates of each tweet (a softmax over them, with a ridge), found by Newton's method.
The probability is a logistic function of the sum, fitted to the sums of the first five candidates of tweets that the
weights were not learned on.
Nothing but numpy is needed, and the same data give the same weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen

from benchmarks.matching import MOST, average_precision, read
from quotex.checks import Index, ranking, searching
from quotex.checks.features import FEATURES
from quotex.checks.reading import read_claim

_OUT = Path(ranking.__file__).with_name("ranking.json")
_RIDGE = 0.01
_FOLDS = 5
_SEED = 0
_STEPS = 50
_SURE = 1e-9
_DIGITS = 6


@frozen(eq=False)
class Tweets:
    """Features ``(tweets, candidates, features)``, which candidates are there and which are marked, both ``(tweets,
    candidates)``, and how many claims each tweet has."""

    features: Any
    there: Any
    marked: Any
    claims: Any

    def some(self, which: Any) -> Tweets:
        """Those of the tweets."""
        return Tweets(self.features[which], self.there[which], self.marked[which], self.claims[which])


def gathered(folder: Path) -> Tweets:
    """The candidates of each tweet of the train split."""
    known, tweets = read(folder, "train")
    index = Index.build(known)
    ids = np.array([check.id for check in index.checks])
    size = (len(tweets), searching.MOST)
    features = np.zeros((*size, len(FEATURES)))
    there, marked = np.zeros(size, bool), np.zeros(size, bool)
    for at, tweet in enumerate(tweets):
        found, rows = index.searcher.candidates(index.searcher.query(read_claim(tweet.text)))
        features[at, : len(found)] = rows
        there[at, : len(found)] = True
        marked[at, : len(found)] = np.isin(ids[found], list(tweet.claims))
    return Tweets(features, there, marked, np.array([len(tweet.claims) for tweet in tweets]))


def learned(tweets: Tweets) -> Any:
    """The weights of the features."""
    kept = tweets.some(tweets.marked.any(axis=1))
    scale = kept.features[kept.there].std(axis=0) + _SURE
    rows = kept.features / scale
    wanted = kept.marked / kept.marked.sum(axis=1, keepdims=True)
    weights = np.zeros(rows.shape[2])
    for _ in range(_STEPS):
        shares = _shares(rows @ weights, kept.there)
        slope = np.einsum("tc,tcf->f", shares - wanted, rows) / len(rows) + _RIDGE * weights
        means = np.einsum("tc,tcf->tf", shares, rows)
        spread = (rows * np.sqrt(shares)[:, :, None]).reshape(-1, rows.shape[2])
        bend = (spread.T @ spread - means.T @ means) / len(rows) + _RIDGE * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        if slope @ step < _SURE:
            break
        size, before = 1.0, _loss(rows, kept.there, wanted, weights)
        while _loss(rows, kept.there, wanted, weights - size * step) > before - 0.3 * size * (slope @ step):
            size /= 2
        weights = weights - size * step
    return weights / scale


def cross_validated(tweets: Tweets, seed: int = _SEED) -> tuple[float, Any]:
    """MAP@5 of weights on tweets that they were not learned on, and the sums of all candidates."""
    fold = np.random.default_rng(seed).permutation(len(tweets.claims)) % _FOLDS
    sums = np.zeros(tweets.there.shape)
    for number in range(_FOLDS):
        sums[fold == number] = tweets.features[fold == number] @ learned(tweets.some(fold != number))
    sums[~tweets.there] = -np.inf
    order = np.argsort(-sums, axis=1, kind="stable")[:, :MOST]
    hits = np.take_along_axis(tweets.marked, order, axis=1)
    return float(np.mean([average_precision(row, count) for row, count in zip(hits, tweets.claims, strict=True)])), sums


def calibrated(sums: Any, tweets: Tweets) -> tuple[float, float]:
    """Slope and offset of the probability that one of the first candidates is marked."""
    order = np.argsort(-sums, axis=1, kind="stable")[:, :MOST]
    values, right = (np.take_along_axis(each, order, axis=1).ravel() for each in (sums, tweets.marked))
    values, right = values[np.isfinite(values)], right[np.isfinite(values)]
    rows = np.column_stack([values, np.ones(len(values))])
    found = np.zeros(2)
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(rows @ found, -60, 60)))
        bend = (rows * (likely * (1 - likely))[:, None]).T @ rows + _SURE * np.eye(2)
        found = found - np.linalg.solve(bend, rows.T @ (likely - right))
    return float(found[0]), float(found[1])


def _shares(sums: Any, there: Any) -> Any:
    sums = np.where(there, sums, -np.inf)
    powers = np.exp(sums - sums.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def _loss(rows: Any, there: Any, wanted: Any, weights: Any) -> float:
    shares = _shares(rows @ weights, there)
    return float(-(wanted * np.log(np.maximum(shares, 1e-300))).sum() / len(rows) + _RIDGE / 2 * weights @ weights)


def main(arguments: Sequence[str] | None = None) -> None:
    """Cross-validate; with ``--write`` also learn from everything."""
    parser = argparse.ArgumentParser(prog="python -m training.checks", description="Learn to rank known checks.")
    parser.add_argument("--corpora", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args(arguments)
    tweets = gathered(options.corpora)
    found = sum(tweets.marked.sum(axis=1) / tweets.claims) / len(tweets.claims)
    figures = [cross_validated(tweets, seed)[0] for seed in range(_FOLDS)]
    print(f"{found:.3f} of the marked claims are among the candidates; MAP@5 of {_FOLDS} cross-validations:")
    print(*(f"{figure:.4f}" for figure in figures))
    weights = learned(tweets)
    slope, offset = calibrated(cross_validated(tweets)[1], tweets)
    named = {name: round(float(each), _DIGITS) for name, each in zip(FEATURES, weights, strict=True)}
    print(json.dumps(named, indent=2))
    if options.write:
        data = {"weights": named, "slope": round(slope, _DIGITS), "offset": round(offset, _DIGITS)}
        _OUT.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
