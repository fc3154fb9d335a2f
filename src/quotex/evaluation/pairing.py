"""One-to-one pairing of gold and predicted records by the characters they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

Characters = frozenset[int]
"""Offsets of characters of one text."""
Match = tuple[int, int]
"""Index of a gold record, index of a predicted one."""


def shared(gold: Sequence[Characters], predicted: Sequence[Characters]) -> dict[Match, int]:
    """How many characters each gold set shares with each predicted one, for the pairs that share any.

    The work grows with the characters shared and not with the number of pairs, so that a long document with thousands
    of records on either side stays cheap.
    """
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for index, characters in enumerate(gold):
        for character in characters:
            holders[character].append(index)
    counts: Counter[Match] = Counter()
    for index, characters in enumerate(predicted):
        for character in characters:
            for holder in holders.get(character, ()):
                counts[holder, index] += 1
    return dict(counts)


def union_share(common: int, first: Characters, second: Characters) -> float:
    """Intersection over union of two sets that have ``common`` characters in common; 1 for two empty sets."""
    union = len(first) + len(second) - common
    return common / union if union else 1.0


def iou(first: Characters, second: Characters) -> float:
    """Intersection over union of two sets; 1 for two empty sets."""
    return union_share(len(first & second), first, second)


def one_to_one(scores: Mapping[Match, float], threshold: float) -> list[Match]:
    """The pairs that score at least ``threshold``, each record used once.

    Pairs are taken by descending score; of equal ones the one with the lower gold index, then the lower predicted
    index, comes first. They are returned in that order.
    """
    candidates = sorted((-score, match) for match, score in scores.items() if score >= threshold)
    return _free(match for _, match in candidates)


def _free(matches: Iterable[Match]) -> list[Match]:
    gold_taken: set[int] = set()
    predicted_taken: set[int] = set()
    out: list[Match] = []
    for gold, predicted in matches:
        if gold not in gold_taken and predicted not in predicted_taken:
            gold_taken.add(gold)
            predicted_taken.add(predicted)
            out.append((gold, predicted))
    return out
