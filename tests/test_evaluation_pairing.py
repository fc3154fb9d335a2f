"""Pairing by shared characters against the plain way of looking at every pair."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotex.evaluation.pairing import iou, one_to_one, shared, union_share
from work import lines_run

_sets = st.lists(st.frozensets(st.integers(0, 12), max_size=8), max_size=6)


@given(_sets, _sets)
def test_shared_characters_equal_the_intersections(gold: list[frozenset[int]], predicted: list[frozenset[int]]) -> None:
    """The counts are the sizes of all intersections that are not empty, and the shares built on them are the IoU."""
    pairs = {(g, p): len(one & other) for g, one in enumerate(gold) for p, other in enumerate(predicted)}
    counts = shared(gold, predicted)
    assert counts == {pair: size for pair, size in pairs.items() if size}
    assert all(
        union_share(size, gold[g], predicted[p]) == iou(gold[g], predicted[p]) for (g, p), size in counts.items()
    )


@given(st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.sampled_from([0.2, 0.5, 0.9, 1.0])))
def test_pairing_is_one_to_one_and_greedy(scores: dict[tuple[int, int], float]) -> None:
    """No record is used twice, no pair lies below the threshold, and one left out lost to a better or earlier one."""
    pairs = one_to_one(scores, 0.5)
    assert len({g for g, _ in pairs}) == len({p for _, p in pairs}) == len(pairs)
    assert all(scores[pair] >= 0.5 for pair in pairs)
    for pair in scores.keys() - set(pairs):
        rivals = [taken for taken in pairs if taken[0] == pair[0] or taken[1] == pair[1]]
        assert scores[pair] < 0.5 or any((-scores[rival], rival) < (-scores[pair], pair) for rival in rivals)


def test_two_empty_sets_agree() -> None:
    """The intersection over union of nothing with nothing is 1, and of nothing with something 0."""
    assert iou(frozenset(), frozenset()) == 1.0
    assert iou(frozenset(), frozenset({1})) == 0.0


def test_long_documents_do_not_cost_all_pairs() -> None:
    """Records that meet only their twins take eight times the work where there are eight times as many."""

    def work(count: int) -> int:
        records = [frozenset(range(10 * at, 10 * at + 10)) for at in range(count)]
        assert len(shared(records, records)) == count
        return lines_run(lambda: shared(records, records))

    assert work(1_600) < 9 * work(200)
