"""A claim and a known check side by side: what they share, in what they differ, and what that makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

from quotex.checks.alike import says_the_same
from quotex.checks.differing import Difference, differences
from quotex.checks.reading import Reading
from quotex.checks.records import Evidence, EvidenceKind, Passage, Relation
from quotex.checks.sorting import Sorted
from quotex.checks.sorts import DATES, NUMBERS, Sort
from quotex.checks.wholes import free_terms

Weigh = Callable[[str], float]
"""The weight of a term."""

_ALIKE = 0.7
"""Of the weight of the words besides those that differ, what both must share to contradict each other."""
_LIKELY = 0.5
_FREE = DATES | {Sort.TITLE}
_PLAIN = (Sort.WORD, Sort.UNSURE)
_TURNING = (EvidenceKind.NEGATION, EvidenceKind.OPPOSITE)
_TELLING = (Sort.WORD, Sort.UNSURE, Sort.NAME, *NUMBERS)
_SHARED = {
    EvidenceKind.WORDS: frozenset({Sort.WORD, Sort.UNSURE, Sort.TITLE, Sort.DOUBT}),
    EvidenceKind.NAMES: frozenset({Sort.NAME}),
    EvidenceKind.NUMBERS: NUMBERS,
}


@frozen
class Compared:
    """What is told of a pair."""

    relation: Relation
    reasons: tuple[Evidence, ...]


def compare(claim: Sorted, known: Sorted, title: Reading, score: float, weigh: Weigh) -> Compared:
    """What a known claim with its title is to a new one that it fits with ``score``."""
    is_same = are_same(claim, known)
    found = [] if is_same else differences(claim, known)
    shown = [*_shared(claim, known), *_around(claim, known, title)]
    shown += [_evidence(each.kind, claim.reading, each.claim, known.reading, each.known) for each in found]
    if is_same:
        relation = Relation.SAME
    elif any(each.is_clash for each in found) and _is_alike(claim, known, found, weigh):
        relation = Relation.CONTRADICTS
    else:
        relation = Relation.RELATED if score >= _LIKELY else Relation.POSSIBLE
    return Compared(relation, tuple(shown))


def are_same(claim: Sorted, known: Sorted) -> bool:
    """Whether the two say the same for certain; what is the same text does."""
    if claim.reading.text.strip() == known.reading.text.strip():
        return True
    return _has_same_words(claim, known) and says_the_same(claim.whole, known.whole)


def _has_same_words(claim: Sorted, known: Sorted) -> bool:
    """Whether the two have the same terms, but for what may be free: dates, offices, names in short. This spares most
    claims the look at them in whole."""
    free = free_terms()
    for one, other in ((claim, known), (known, claim)):
        for term, places in one.places.items():
            if term not in other.places and term not in free and one.sorts[places[0]] not in _FREE:
                return False
    return True


def _is_alike(claim: Sorted, known: Sorted, found: Sequence[Difference], weigh: Weigh) -> bool:
    """Whether, besides what differs and what turns it ("it is not true that"), the two say about the same: most of the
    weight of the other words is shared, and no more words differ than that. Names and numbers are words for this where
    none differs; where some do, those that are shared tell little."""
    sorts = _TELLING if all(each.kind in _TURNING for each in found) else _PLAIN
    for one, other, places in (
        (claim, known, {at for each in found for at in each.claim}),
        (known, claim, {at for each in found for at in each.known}),
    ):
        left_out = places | one.turns.places
        rest = {one.terms[at] for at in one.at(*sorts) if at not in left_out}
        if 1 - _share_lacking(rest, other, weigh) < _ALIKE:
            return False
        if len(places) > sum(term in other.places for term in rest):
            return False
    return True


def _share_lacking(terms: Iterable[str], other: Sorted, weigh: Weigh) -> float:
    weights = {each: weigh(each) for each in terms if each}
    total = sum(weights.values())
    return sum(weight for each, weight in weights.items() if each not in other.places) / total if total else 0.0


def _shared(claim: Sorted, known: Sorted) -> list[Evidence]:
    """Terms that both have, by their sort in the known claim."""
    out = []
    for kind, sorts in _SHARED.items():
        there = [at for at in known.at(*sorts) if known.terms[at] in claim.places]
        here = [at for each in there for at in claim.places[known.terms[each]]]
        if there:
            out.append(_evidence(kind, claim.reading, here, known.reading, there))
    return out


def _around(claim: Sorted, known: Sorted, title: Reading) -> list[Evidence]:
    """What the title, the author and the date of the post tell besides."""
    new = claim.reading
    named = [at for term in new.author if term not in claim.places for at in known.places.get(term, ())]
    dated = [at for term in (new.month, new.year) for at in known.places.get(term or "", ())]
    titled = [at for at, term in enumerate(title.terms) if term in claim.places and term not in known.places]
    here = [at for each in titled for at in claim.places[title.terms[each]]]
    told = (
        (EvidenceKind.TITLE, here, title, titled),
        (EvidenceKind.AUTHOR, (), known.reading, named),
        (EvidenceKind.DATE, (), known.reading, dated),
    )
    return [_evidence(kind, new, places, reading, there) for kind, places, reading, there in told if there]


def _evidence(
    kind: EvidenceKind, claim: Reading, here: Sequence[int], known: Reading, there: Sequence[int]
) -> Evidence:
    return Evidence(kind, _passages(claim, here), _passages(known, there))


def _passages(reading: Reading, places: Sequence[int]) -> tuple[Passage, ...]:
    spans = {reading.spans[at] for at in places}
    return tuple(Passage(start, end, reading.text[start:end]) for start, end in sorted(spans))
