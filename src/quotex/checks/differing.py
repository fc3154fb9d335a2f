"""In what two claims differ that must not be taken for the same: numbers, names, negation, opposites, order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from attrs import frozen

from quotex.checks.records import EvidenceKind
from quotex.checks.sorting import DATES, NUMBERS, Sort, Sorted
from quotex.lexicon.words import words

_REACH = 5
"""Words in which what is negated must follow the negation."""


@frozen
class Difference:
    """What differs: the places of words in the new claim and in the known one, either of which may be none."""

    kind: EvidenceKind
    claim: tuple[int, ...]
    known: tuple[int, ...]
    is_clash: bool
    """Whether the two say different things, rather than that one says more."""


def differences(claim: Sorted, known: Sorted) -> list[Difference]:
    """All that forbids to call the two the same. The known claim may date what the new one does not."""
    found = [*_numbers(claim, known), *_names(claim, known), *_negations(claim, known), *_opposites(claim, known)]
    return [*found, *_orders(claim, known)]


def _numbers(claim: Sorted, known: Sorted) -> Iterator[Difference]:
    for sorts in (NUMBERS - DATES, {Sort.DAY}, {Sort.MONTH}, {Sort.YEAR}):
        here, there = _only(claim, known, sorts), _only(known, claim, sorts)
        is_clash = bool(here and there)
        if here or (there and (is_clash or not sorts <= DATES)):
            yield Difference(EvidenceKind.OTHER_NUMBER, here, there, is_clash)


def _only(one: Sorted, other: Sorted, sorts: Iterable[Sort]) -> tuple[int, ...]:
    """The places of numbers of these sorts that the other claim has not, or not as often."""
    left = Counter(other.reading.words[at] for at in other.at(*NUMBERS))
    out = []
    for at in one.at(*sorts):
        word = one.reading.words[at]
        left[word] -= 1
        if left[word] < 0:
            out.append(at)
    return tuple(out)


def _names(claim: Sorted, known: Sorted) -> Iterator[Difference]:
    here, there = _strange(claim, known, Sort.NAME), _strange(known, claim, Sort.NAME)
    maybe_here, maybe_there = _strange(claim, known, Sort.UNSURE), _strange(known, claim, Sort.UNSURE)
    if here or there:
        yield Difference(EvidenceKind.OTHER_NAME, here or maybe_here, there or maybe_there, bool(here and there))
    elif maybe_here and maybe_there:
        yield Difference(EvidenceKind.OTHER_NAME, maybe_here, maybe_there, is_clash=False)


def _strange(one: Sorted, other: Sorted, sort: Sort) -> tuple[int, ...]:
    """The places of words of a sort that the other claim lacks."""
    terms = set(other.reading.terms)
    return tuple(at for at in one.at(sort) if one.reading.terms[at] not in terms)


def _negations(claim: Sorted, known: Sorted) -> Iterator[Difference]:
    here, there = _negated(claim), _negated(known)
    only_here, only_there = Counter(here.values()) - Counter(there.values()), Counter(there.values()) - Counter(here.values())
    if only_here or only_there:
        places = (tuple(at for at, term in each.items() if term in only) for each, only in ((here, only_here), (there, only_there)))
        yield Difference(EvidenceKind.NEGATION, *places, is_clash=True)
    doubts = tuple(_strange(one, other, Sort.DOUBT) for one, other in ((claim, known), (known, claim)))
    if any(doubts):
        yield Difference(EvidenceKind.NEGATION, *doubts, is_clash=not all(doubts))


def _negated(claim: Sorted) -> dict[int, str]:
    """For the place of each negation the term that it negates: the next one that tells, or else the one before."""
    terms = claim.reading.terms
    out = {}
    for at in claim.at(Sort.NEGATION):
        near = (*range(at + 1, min(len(terms), at + 1 + _REACH)), *range(at - 1, -1, -1))
        out[at] = next((terms[each] for each in near if terms[each] and claim.sorts[each] is not Sort.NEGATION), "")
    return out


def _opposites(claim: Sorted, known: Sorted) -> Iterator[Difference]:
    here, there = (
        {word: at for at, word in enumerate(one.reading.words) if word not in set(other.reading.words)}
        for one, other in ((claim, known), (known, claim))
    )
    for word, at in here.items():
        for other in _opposed(word):
            if other in there:
                yield Difference(EvidenceKind.OPPOSITE, (at,), (there[other],), is_clash=True)


def _opposed(word: str) -> Iterator[str]:
    yield from _pairs().get(word, ())
    for prefix in sorted(words("wording", "negative_prefixes")):
        yield prefix + word
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            yield word.removeprefix(prefix)


@cache
def _pairs() -> dict[str, set[str]]:
    """Each word that has opposites, with them."""
    out: dict[str, set[str]] = {}
    for pair in words("checks", "opposites"):
        first, second = pair.split()
        out.setdefault(first, set()).add(second)
        out.setdefault(second, set()).add(first)
    return out


def _orders(claim: Sorted, known: Sorted) -> Iterator[Difference]:
    """Names, and numbers, that both have and that stand in another order."""
    for sorts in ((Sort.NAME, Sort.UNSURE), tuple(NUMBERS)):
        here, there = _first_places(claim, sorts), _first_places(known, sorts)
        shared = [word for word in here if word in there]
        if shared != [word for word in there if word in here]:
            places = (tuple(each[word] for word in shared) for each in (here, there))
            yield Difference(EvidenceKind.ORDER, *places, is_clash=False)


def _first_places(one: Sorted, sorts: Iterable[Sort]) -> dict[str, int]:
    out: dict[str, int] = {}
    for at in one.at(*sorts):
        out.setdefault(one.reading.terms[at] or one.reading.words[at], at)
    return out
