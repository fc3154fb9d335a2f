"""In what two claims differ that must not be taken for the same: numbers, names, negation, opposites, order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from attrs import frozen

from quotex.checks.records import EvidenceKind
from quotex.checks.sorting import DATES, NUMBERS, Sort, Sorted, titles
from quotex.lexicon.words import words

_REACH = 5
"""Words in which what is negated must follow the negation."""


@frozen
class Difference:
    """What differs: the places of words in the new claim and in the known one, either of which may be none."""

    kind: EvidenceKind
    claim: tuple[int, ...]
    known: tuple[int, ...]
    is_clash: bool = False
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


def _names(claim: Sorted, known: Sorted) -> Iterator[Difference]:
    here, there = _only(claim, known, {Sort.NAME}), _only(known, claim, {Sort.NAME})
    maybe_here, maybe_there = _only(claim, known, {Sort.UNSURE}), _only(known, claim, {Sort.UNSURE})
    if here or there:
        is_clash = _is_new(claim, here, known) and _is_new(known, there, claim)
        yield Difference(EvidenceKind.OTHER_NAME, here or maybe_here, there or maybe_there, is_clash)
    elif maybe_here and maybe_there:
        yield Difference(EvidenceKind.OTHER_NAME, maybe_here, maybe_there)
    office, other_office = _offices(claim, known), _offices(known, claim)
    if office and other_office:
        yield Difference(EvidenceKind.OTHER_NAME, office, other_office)


def _offices(one: Sorted, other: Sorted) -> tuple[int, ...]:
    """The places of words for people by what they do, which the other claim lacks."""
    places = one.at(Sort.TITLE, Sort.WORD, Sort.UNSURE)
    return tuple(at for at in places if one.reading.words[at] in titles() and one.reading.terms[at] not in other.places)


def _only(one: Sorted, other: Sorted, sorts: Iterable[Sort]) -> tuple[int, ...]:
    """The places of words of these sorts that the other claim has not, or not as often."""
    seen: Counter[str] = Counter()
    out = []
    for at in one.at(*sorts):
        key = one.keys[at]
        seen[key] += 1
        if seen[key] > other.counts.get(key, 0):
            out.append(at)
    return tuple(out)


def _is_new(one: Sorted, places: Iterable[int], other: Sorted) -> bool:
    """Whether the other claim lacks one of the words there, and has it not only less often."""
    return any(one.reading.terms[at] not in other.places for at in places)


def _negations(claim: Sorted, known: Sorted) -> Iterator[Difference]:
    here, there = negated(claim), negated(known)
    only_here, only_there = _places_of_more(here, there), _places_of_more(there, here)
    if only_here or only_there:
        yield Difference(EvidenceKind.NEGATION, only_here, only_there, is_clash=True)
    doubted, doubts = _only(claim, known, {Sort.DOUBT}), _only(known, claim, {Sort.DOUBT})
    if doubted or doubts:
        yield Difference(EvidenceKind.NEGATION, doubted, doubts, is_clash=not (doubted and doubts))


def _places_of_more(one: Mapping[int, str], other: Mapping[int, str]) -> tuple[int, ...]:
    """The places of the negations of what ``other`` does not negate, or not as often."""
    more = Counter(one.values()) - Counter(other.values())
    return tuple(at for at, term in one.items() if term in more)


def negated(claim: Sorted) -> dict[int, str]:
    """For the place of each negation the term that it negates: the next that tells, or else the one before, or ""."""
    terms = claim.reading.terms
    out = {}
    for at in claim.at(Sort.NEGATION):
        near = (*range(at + 1, min(len(terms), at + 1 + _REACH)), *range(at - 1, -1, -1))
        out[at] = next((terms[each] for each in near if terms[each] and claim.sorts[each] is not Sort.NEGATION), "")
    return out


def _opposites(claim: Sorted, known: Sorted) -> Iterator[Difference]:
    there = known.words - claim.words
    for word in sorted(claim.words - known.words):
        for other in sorted(_opposed(word) & there):
            places = _places_of_word(claim, word), _places_of_word(known, other)
            yield Difference(EvidenceKind.OPPOSITE, places[0], places[1], is_clash=True)


def _places_of_word(one: Sorted, word: str) -> tuple[int, ...]:
    return tuple(at for at, each in enumerate(one.reading.words) if each == word)


@lru_cache(maxsize=1 << 16)
def _opposed(word: str) -> frozenset[str]:
    """What a word can be the opposite of."""
    prefixes = words("wording", "negative_prefixes")
    longer = {prefix + word for prefix in prefixes}
    shorter = {word.removeprefix(each) for each in prefixes if word.startswith(each) and len(word) > len(each) + 2}
    return frozenset(_pairs().get(word, set()) | longer | shorter)


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
            places = [tuple(each[word] for word in shared) for each in (here, there)]
            yield Difference(EvidenceKind.ORDER, places[0], places[1])


def _first_places(one: Sorted, sorts: Iterable[Sort]) -> dict[str, int]:
    out: dict[str, int] = {}
    for at in one.at(*sorts):
        out.setdefault(one.keys[at], at)
    return out
