"""A claim and a known check side by side: what they share, in what they differ, and what that makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

from quotex.checks.differing import Difference, differences, negated
from quotex.checks.reading import Reading
from quotex.checks.records import Evidence, EvidenceKind, Passage, Relation
from quotex.checks.sorting import DATES, NUMBERS, Sort, Sorted

Weigh = Callable[[str], float]
"""The weight of a term."""

_ADDED = 0.3
"""Of the weight of a claim, what it may have beyond the other one that says the same. The other has nothing beyond it:
a word in the place of another is not looked through, whatever it weighs, but for synonyms."""
_ALIKE = 0.7
"""Of the weight of the words besides numbers, names and negations, what both must share to contradict each other."""
_LIKELY = 0.5
_PLAIN = (Sort.WORD, Sort.UNSURE)
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
    found = differences(claim, known)
    shown = [*_shared(claim, known), *_around(claim, known, title)]
    shown += [_evidence(each.kind, claim.reading, each.claim, known.reading, each.known) for each in found]
    return Compared(_relation(claim, known, found, score, weigh), tuple(shown))


def _relation(claim: Sorted, known: Sorted, found: Sequence[Difference], score: float, weigh: Weigh) -> Relation:
    if not found and _says_the_same(claim, known, weigh):
        return Relation.SAME
    if any(each.is_clash for each in found) and _is_alike(claim, known, found, weigh):
        return Relation.CONTRADICTS
    return Relation.RELATED if score >= _LIKELY else Relation.POSSIBLE


def _says_the_same(claim: Sorted, known: Sorted, weigh: Weigh) -> bool:
    here, there = _lacking(claim, known, weigh), _lacking(known, claim, weigh)
    return min(here, there) == 0 and max(here, there) <= _ADDED


def _lacking(one: Sorted, other: Sorted, weigh: Weigh) -> float:
    """The share of the weight of its terms, dates aside, that the other lacks; 0 where there are none."""
    dated = {one.reading.terms[at] for at in one.at(*DATES)}
    return _share_lacking((each for each in one.places if each not in dated), other, weigh)


def _is_alike(claim: Sorted, known: Sorted, found: Iterable[Difference], weigh: Weigh) -> bool:
    """Whether, besides what differs and what is negated ("it is not true that"), the two say about the same: most of
    the weight of the other words is shared, and no more words differ than that."""
    for one, other, places in (
        (claim, known, {at for each in found for at in each.claim}),
        (known, claim, {at for each in found for at in each.known}),
    ):
        plain = {one.reading.terms[at] for at in one.at(*_PLAIN) if at not in places} - set(negated(one).values())
        if 1 - _share_lacking(plain, other, weigh) < _ALIKE:
            return False
        if len(places) > sum(term in other.places for term in plain):
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
        there = [at for at in known.at(*sorts) if known.reading.terms[at] in claim.places]
        here = [at for each in there for at in claim.places[known.reading.terms[each]]]
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
