"""Intervals, and whether scores tell how often they are right, computed by hand."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.evaluation import Mean, Share
from quotex.evaluation.given.reliability import BINS, COVERAGES, Bin, Point, Reliability, reliability_of

_answers = st.lists(st.tuples(st.integers(0, 12).map(lambda number: number / 12), st.booleans()), max_size=60)


@pytest.mark.parametrize(
    ("right", "of", "interval"),
    [
        (0, 0, (0.0, 100.0)),
        (0, 10, (0.0, 27.8)),
        (10, 10, (72.2, 100.0)),
        (5, 10, (23.7, 76.3)),
        (8, 10, (49.0, 94.3)),
        (103, 114, (83.5, 94.5)),
    ],
)
def test_intervals_are_wilsons(right: int, of: int, interval: tuple[float, float]) -> None:
    """Known intervals with 95 % confidence, those of none, of all and of no cases among them."""
    share = Share(right, of)
    assert share.interval == interval
    assert (share.primitives()["low"], share.primitives()["high"]) == interval


def test_a_mean_of_nothing_is_0() -> None:
    """No figures have the mean 0, and some are summed unrounded."""
    assert Mean.of_all([]).percent == 0.0
    assert Mean.of_all([1.0, 2 / 3, 0.0]).primitives() == {"percent": 55.6, "of": 3}


def test_no_answers_have_empty_tables() -> None:
    """Nothing answered gives no bin and no point, and the error 0."""
    assert reliability_of([]) == Reliability((), 0.0, ())


def test_the_error_is_the_distance_between_score_and_share() -> None:
    """A score of 0.6 that is wrong and one of 0.9 that is right: 0.6 and 0.1 off, 0.35 in the mean."""
    found = reliability_of([(0.9, True), (0.6, False)])
    assert found.bins == (Bin(0.6, 0.6, 0.6, Share(0, 1)), Bin(0.9, 0.9, 0.9, Share(1, 1)))
    assert found.error == 0.35


def test_equal_scores_stay_together() -> None:
    """Half of the answers have one score: they are one bin of a size of five, and the others five of one each."""
    others = [(score / 10, True) for score in range(5)]
    found = reliability_of([*others, *[(0.7, number < 3) for number in range(5)]])
    assert [each.right for each in found.bins] == [*[Share(1, 1)] * 5, Share(3, 5)]
    assert (found.bins[-1].lowest, found.bins[-1].highest, found.bins[-1].mean) == (0.7, 0.7, 0.7)
    assert found.error == round((1 + 0.9 + 0.8 + 0.7 + 0.6 + abs(3.5 - 3)) / 10, 4)


def test_different_scores_make_ten_bins_of_one_size() -> None:
    """Thirty different scores are ten bins of three, each from its lowest to its highest."""
    found = reliability_of((number / 100, number % 3 > 0) for number in range(30))
    assert len(found.bins) == BINS
    assert {each.right for each in found.bins} == {Share(2, 3)}
    assert (found.bins[1].lowest, found.bins[1].highest, found.bins[1].mean) == (0.03, 0.05, 0.04)


def test_the_curve_keeps_the_surest_answers() -> None:
    """Of 0.9, 0.8, 0.8 and 0.5: half of them cannot be had without both 0.8, three quarters are exactly those."""
    curve = reliability_of([(0.5, False), (0.8, True), (0.8, False), (0.9, True)]).curve
    assert [point.least for point in curve] == list(COVERAGES)
    assert curve[0] == Point(100, 0.5, Share(4, 4), Share(2, 4))
    assert curve[-2:] == (Point(60, 0.8, Share(3, 4), Share(2, 3)), Point(50, 0.8, Share(3, 4), Share(2, 3)))


@given(answers=_answers, seed=st.integers(0, 9))
def test_the_order_of_the_answers_does_not_matter(answers: list[tuple[float, bool]], seed: int) -> None:
    """Shuffled answers give the same tables, the bins part them without parting a score, and enough are kept."""
    found = reliability_of(answers)
    shuffled = answers[:]
    random.Random(seed).shuffle(shuffled)
    assert reliability_of(shuffled) == found
    assert sum(each.right.of for each in found.bins) == len(answers)
    assert len(found.bins) <= BINS
    for below, above in zip(found.bins, found.bins[1:], strict=False):
        assert below.highest < above.lowest
    assert 0.0 <= found.error <= 1.0
    for point in found.curve:
        assert 100 * point.kept.right >= point.least * len(answers)
        assert point.right.of == point.kept.right == sum(score >= point.threshold for score, _ in answers)
