"""In what two claims differ that must not be taken for the same: numbers, names, negation, opposites, order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from quotex.checks.clashing import are_other_names, are_other_numbers
from quotex.checks.opposing import Opposed, opposites
from quotex.checks.phrases import names_in_short
from quotex.checks.reading import names_country
from quotex.checks.records import EvidenceKind
from quotex.checks.shares import same_shares
from quotex.checks.sorting import Sorted, titles
from quotex.checks.sorts import DATES, NUMBERS, Sort
from quotex.lexicon.words import words
from quotex.wording import is_negation

_NOUGHT = "0"
_NOT = "not"
_ANY = (Sort.WORD, Sort.UNSURE, Sort.NAME, Sort.TITLE, *NUMBERS)


@frozen
class Difference:
    """What differs: the places of words in the new claim and in the known one, either of which may be none."""

    kind: EvidenceKind
    claim: tuple[int, ...]
    known: tuple[int, ...]
    is_clash: bool = False
    """Whether the two say different things, rather than that one says more."""


def differences(claim: Sorted, known: Sorted) -> list[Difference]:
    """All in which the two differ that must not be taken for the same. The known claim may date what the new one does
    not. Of what both say in another form ("half", "50 percent"; "UK", "United Kingdom") nothing is told."""
    opposed = list(opposites(claim, known))
    found = [*_numbers(claim, known), *_names(claim, known, opposed), *_turned(claim, known, opposed)]
    return [*found, *_orders(claim, known)]


def _numbers(claim: Sorted, known: Sorted) -> Iterator[Difference]:
    for sorts in (NUMBERS - DATES, {Sort.DAY}, {Sort.MONTH}, {Sort.YEAR}):
        here, there = _only(claim, known, sorts), _only(known, claim, sorts)
        if here and there and not sorts <= DATES:
            told, told_there = same_shares(claim.shares, known.shares)
            here, there = _without(here, told), _without(there, told_there)
        if _is_nothing(claim, here, there) or _is_nothing(known, there, here):
            continue
        is_clash = bool(here and there) and (sorts <= DATES or are_other_numbers(claim, here, known, there))
        if here or (there and (is_clash or not sorts <= DATES)):
            yield Difference(EvidenceKind.OTHER_NUMBER, here, there, is_clash)


def _is_nothing(one: Sorted, places: Sequence[int], other: Sequence[int]) -> bool:
    """Whether one has only noughts beyond the other, which say no more than "no" does."""
    return bool(places) and not other and all(one.reading.words[at] == _NOUGHT for at in places)


def _without(places: Iterable[int], left_out: Container[int]) -> tuple[int, ...]:
    return tuple(at for at in places if at not in left_out)


def _names(claim: Sorted, known: Sorted, opposed: Sequence[Opposed]) -> Iterator[Difference]:
    here, there = _only_names(claim, known, Sort.NAME), _only_names(known, claim, Sort.NAME)
    maybe_here, maybe_there = _only_names(claim, known, Sort.UNSURE), _only_names(known, claim, Sort.UNSURE)
    if here or there:
        new_here, new_there = _new(claim, here, known), _new(known, there, claim)
        is_clash = bool(new_here and new_there) and are_other_names(new_here, new_there)
        yield Difference(EvidenceKind.OTHER_NAME, here or maybe_here, there or maybe_there, is_clash)
    else:
        maybe_here = _with_capital(claim, maybe_here, {at for pair in opposed for at in pair[0]})
        maybe_there = _with_capital(known, maybe_there, {at for pair in opposed for at in pair[1]})
        if maybe_here and maybe_there:
            yield Difference(EvidenceKind.OTHER_NAME, maybe_here, maybe_there)
    office, other_office = _offices(claim, known), _offices(known, claim)
    if office and other_office:
        yield Difference(EvidenceKind.OTHER_NAME, office, other_office)


def _with_capital(one: Sorted, places: Iterable[int], besides: Container[int]) -> tuple[int, ...]:
    """The places of words that are perhaps names, and are written as names are."""
    text, spans = one.reading.text, one.reading.spans
    return tuple(at for at in places if at not in besides and text[spans[at][0]].isupper())


def _only_names(one: Sorted, other: Sorted, sort: Sort) -> tuple[int, ...]:
    """The places of names that the other has not, nor in short or in full; "NOT TRUE" has none."""
    places = _without(_only(one, other, {sort}), one.turns.places)
    if not any(one.reading.words[at] in names_in_short() for at in places) or not _may_be_short(other):
        return places
    heads = {each.word for each in other.whole.tokens}
    told = [range(each.start, each.end) for each in one.whole.tokens if each.word in heads]
    return tuple(at for at in places if not any(one.reading.spans[at][0] in each for each in told))


def _may_be_short(one: Sorted) -> bool:
    """Whether a claim may have a name that has a short form, as most have not, or the short form."""
    return not one.words.isdisjoint(names_in_short()) or names_country(one.reading)


def _offices(one: Sorted, other: Sorted) -> tuple[int, ...]:
    """The places of words for people by what they do, which the other claim lacks."""
    places = one.at(Sort.TITLE, Sort.WORD, Sort.UNSURE)
    return tuple(at for at in places if one.reading.words[at] in titles() and one.terms[at] not in other.places)


def _only(one: Sorted, other: Sorted, sorts: Iterable[Sort]) -> tuple[int, ...]:
    """The places of words of these sorts that the other claim has not, or not as often."""
    seen: dict[str, int] = {}
    out = []
    for at in one.at(*sorts):
        key = one.keys[at]
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > other.counts.get(key, 0):
            out.append(at)
    return tuple(out)


def _new(one: Sorted, places: Iterable[int], other: Sorted) -> list[str]:
    """Those of the words there that the other claim lacks, and has not only less often."""
    return [one.reading.words[at] for at in places if one.terms[at] not in other.places]


def _turned(claim: Sorted, known: Sorted, opposed: Sequence[Opposed]) -> Iterator[Difference]:
    """Negations, doubts and opposites. They make a clash where they are odd in number in all, or where one of them
    turns another part of what both say."""
    paired = {at for here, _ in opposed for at in here}, {at for _, there in opposed for at in there}
    here, there = claim.turns.counts(paired[0]), known.turns.counts(paired[1])
    doubts = [
        each.turns.is_doubted and not each.turns.doubts & set(at)
        for each, at in ((claim, paired[0]), (known, paired[1]))
    ]
    here, there = _bounded(claim, here, known, paired[0]), _bounded(known, there, claim, paired[1])
    more_here, more_there = here - there, there - here
    if sum(more_here.values()) == sum(more_there.values()) == 1 and _is_same_turn(claim, more_here, known, more_there):
        more_here, more_there = Counter(), Counter()
    if not (more_here or more_there or opposed or doubts[0] != doubts[1]):
        return
    odd = _odd(more_here, known, paired[0], claim) + _odd(more_there, claim, paired[1], known)
    if more_here and more_there:
        odd = sum((more_here + more_there).values())
    odd += (doubts[0] != doubts[1]) + len(opposed)
    odd += bool(opposed) and _is_compared_back(claim, known)
    is_clash = odd % 2 == 1 or (_is_moved(more_here, known) and _is_moved(more_there, claim))
    for at, other in opposed:
        yield Difference(EvidenceKind.OPPOSITE, at, other, is_clash)
    only_here = _turning(claim, more_here, paired[0], doubts[0] and not doubts[1])
    only_there = _turning(known, more_there, paired[1], doubts[1] and not doubts[0])
    if only_here or only_there:
        yield Difference(EvidenceKind.NEGATION, only_here, only_there, is_clash)


def _is_compared_back(claim: Sorted, known: Sorted) -> bool:
    """Whether both compare the same two things, in another order: "A is poorer than B", "B is richer than A"."""
    if "than" not in claim.words & known.words:
        return False
    here, there = _first_places(claim, _ANY), _first_places(known, _ANY)
    return [word for word in here if word in there] != [word for word in there if word in here]


def _bounded(one: Sorted, turned: Counter[str], other: Sorted, paired: Container[int]) -> Counter[str]:
    """Without negations that make a bound which the other claim tells in another way: "no more than 40", "at most 40";
    "not until 2019", "only in 2019"."""
    found = one.reading.words
    out = Counter(turned)
    for at, target in one.turns.local.items():
        beside = found[at + 1 : at + 3]
        is_bound = beside[1:] == ("than",) and at + 1 not in paired and beside[0] not in other.words
        if is_bound or (found[at] == _NOT and "until" in found[at:] and "until" not in other.words):
            out[target] -= 1
    return +out


def _is_same_turn(claim: Sorted, here: Container[str], known: Sorted, there: Container[str]) -> bool:
    """Whether two claims, each of which negates one thing that the other does not, may negate the same: "took nothing",
    "did not take anything"; "I do not think he lied", "I think he did not lie"."""
    places = [
        [(one, at) for at, target in one.turns.local.items() if target in turned]
        for one, turned in ((claim, here), (known, there))
    ]
    if any(
        set(one.reading.words[at + 1 : at + 2]) & words("checks", "thinking") for group in places for one, at in group
    ):
        return True
    found = [one.reading.words[at] for group in places for one, at in group]
    return all(map(is_negation, found)) and found.count(_NOT) == 1


def _odd(turned: Mapping[str, int], other: Sorted, paired: Iterable[int], one: Sorted) -> int:
    """How often something is turned that the other says as well, or the opposite of."""
    terms = {one.terms[at] for at in paired}
    return sum(count for term, count in turned.items() if not term or term in other.places or term in terms)


def _is_moved(turned: Mapping[str, int], other: Sorted) -> bool:
    """Whether something is turned that the other has as well, and not turned."""
    return any(term in other.places for term in turned)


def _turning(one: Sorted, more: Mapping[str, int], paired: Container[int], is_doubted: bool) -> tuple[int, ...]:
    """The places of what turns the terms ``more``, or the whole."""
    places = {at for at, term in one.turns.local.items() if term in more and at not in paired}
    return tuple(sorted(places | (one.turns.doubts if is_doubted else frozenset())))


def _orders(claim: Sorted, known: Sorted) -> Iterator[Difference]:
    """Names, and numbers, that both have and that stand in another order; where two have the same words, any words."""
    is_told = False
    for sorts in ((Sort.NAME, Sort.UNSURE), tuple(NUMBERS), _ANY):
        if sorts is _ANY and (is_told or not _has_same_terms(claim, known)):
            return
        here, there = _first_places(claim, sorts), _first_places(known, sorts)
        shared = [word for word in here if word in there]
        if shared != [word for word in there if word in here]:
            is_told = True
            places = [tuple(each[word] for word in shared) for each in (here, there)]
            yield Difference(EvidenceKind.ORDER, places[0], places[1])


def _has_same_terms(claim: Sorted, known: Sorted) -> bool:
    here, there = claim.places, known.places
    return here.keys() == there.keys() and all(len(places) == len(there[term]) for term, places in here.items())


def _first_places(one: Sorted, sorts: Iterable[Sort]) -> dict[str, int]:
    out: dict[str, int] = {}
    for at in one.at(*sorts):
        out.setdefault(one.keys[at], at)
    return out
