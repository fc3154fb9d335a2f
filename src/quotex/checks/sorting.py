"""What sort of word each word of a claim is, as far as it matters for saying the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import IntEnum, auto
from functools import cache, cached_property, lru_cache

from attrs import frozen

from quotex.checks.casing import Casing, opens, speaks
from quotex.checks.reading import Reading
from quotex.checks.searching import is_year
from quotex.lexicon.words import words
from quotex.wording import is_negation, is_number

_TITLES = ("honorifics", "honorifics_male", "honorifics_female", "roles", "offices")
_COMMON_MONTHS = ("may", "march")
_NOT_QUANTITIES = frozenset({"one", "once"})
_MOSTLY = 2
"""So many times as often must a word have a capital elsewhere to be a name where its own tells nothing."""
_NEAR = 2
"""Words between a month and the day beside it, at most, and one."""


class Sort(IntEnum):
    """The sorts."""

    NUMBER = auto()
    """A number, or a word of quantity."""
    DAY = auto()
    """A number beside a month."""
    MONTH = auto()
    YEAR = auto()
    NAME = auto()
    UNSURE = auto()
    """Has a capital where any word has one, and nobody knows it: perhaps a name."""
    TITLE = auto()
    """An office or a form of address, with the capital that it has before a name."""
    NEGATION = auto()
    DOUBT = auto()
    """Says that something is not so, more softly or of more than a word."""
    WORD = auto()
    FUNCTION = auto()
    """What nearly every sentence has."""


DATES = frozenset({Sort.DAY, Sort.MONTH, Sort.YEAR})
NUMBERS = DATES | {Sort.NUMBER}


@frozen
class Sorted:
    """A reading with the sort of each of its words."""

    reading: Reading
    sorts: tuple[Sort, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in normal form."""
        return frozenset(self.reading.words)

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """For each term where it stands."""
        out: dict[str, list[int]] = {}
        for at, term in enumerate(self.reading.terms):
            if term:
                out.setdefault(term, []).append(at)
        return out

    @cached_property
    def keys(self) -> Sequence[str]:
        """For each word what it is compared by: its term or, where that is "", the word itself."""
        return [term or word for term, word in zip(self.reading.terms, self.reading.words, strict=True)]

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often each key occurs."""
        return Counter(self.keys)

    @cached_property
    def _of_sort(self) -> Mapping[Sort, list[int]]:
        out: dict[Sort, list[int]] = {}
        for at, sort in enumerate(self.sorts):
            out.setdefault(sort, []).append(at)
        return out

    def at(self, *wanted: Sort) -> Sequence[int]:
        """The places of words of these sorts, in order."""
        found = [self._of_sort[sort] for sort in wanted if sort in self._of_sort]
        return sorted(at for places in found for at in places) if len(found) > 1 else found[0] if found else ()


def sort_words(reading: Reading, casing: Casing) -> Sorted:
    """The sorts of the words of a claim. ``casing`` tells how the words are written elsewhere."""
    trusted = speaks(reading)
    sorts = [_sort(reading, at, casing, trusted) for at in range(len(reading.words))]
    for at in range(len(sorts) - 2, -1, -1):
        if sorts[at] is Sort.UNSURE and sorts[at + 1] is Sort.NAME and _is_joined(reading, at):
            sorts[at] = Sort.NAME
    months = [at for at, sort in enumerate(sorts) if sort is Sort.MONTH]
    for at, sort in enumerate(sorts):
        if sort is Sort.NUMBER and any(abs(at - month) <= _NEAR for month in months):
            sorts[at] = Sort.DAY
    return Sorted(reading, tuple(sorts))


def _sort(reading: Reading, at: int, casing: Casing, trusted: bool) -> Sort:
    sort = _sort_alone(reading.words[at], reading.terms[at])
    if sort is Sort.MONTH and not _is_month(reading, at):
        sort = _sort_of_rest(reading.terms[at])
    return _by_casing(reading, at, casing, trusted) if sort is Sort.UNSURE else sort


@lru_cache(maxsize=1 << 16)
def _sort_alone(word: str, term: str) -> Sort:
    """The sort of a word that stands by itself; ``UNSURE`` for one that may be a name."""
    if is_number(word):
        return Sort.YEAR if is_year(word) else Sort.NUMBER
    if word in words("wording", "quantities") and word not in _NOT_QUANTITIES:
        return Sort.NUMBER
    if is_negation(word):
        return Sort.NEGATION
    if word in words("checks", "doubts") or word in words("wording", "denials"):
        return Sort.DOUBT
    return Sort.MONTH if word in words("checks", "months") else _sort_of_rest(term)


def _sort_of_rest(term: str) -> Sort:
    return Sort.UNSURE if term else Sort.FUNCTION


def _by_casing(reading: Reading, at: int, casing: Casing, trusted: bool) -> Sort:
    start = reading.spans[at][0]
    capital = reading.text[start].isupper()
    if start and reading.text[start - 1] in "#@":
        return Sort.WORD
    is_title = reading.words[at] in titles()
    if trusted and not (capital and opens(reading.text, start)):
        return (Sort.TITLE if is_title else Sort.NAME) if capital else Sort.WORD
    small, large = casing(reading.terms[at])
    if is_title:
        return Sort.TITLE if capital else Sort.WORD
    if large > _MOSTLY * small:
        return Sort.NAME
    return Sort.UNSURE if large > small or large == small == 0 else Sort.WORD


def _is_joined(reading: Reading, at: int) -> bool:
    """Whether a word with a capital stands right before the next one."""
    (start, end), follows = reading.spans[at], reading.spans[at + 1][0]
    return reading.text[start].isupper() and reading.text[end:follows] == " "


def _is_month(reading: Reading, at: int) -> bool:
    if reading.words[at] not in _COMMON_MONTHS:
        return True
    beside = reading.words[max(0, at - 1) : at + 2]
    return any(map(is_number, beside)) and reading.text[reading.spans[at][0]].isupper()


@cache
def titles() -> frozenset[str]:
    """Offices, trades and forms of address."""
    return frozenset(word for group in _TITLES for word in words("people", group))
