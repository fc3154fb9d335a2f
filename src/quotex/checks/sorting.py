"""What sort of word each word of a claim is, as far as it matters for saying the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from attrs import frozen

from quotex.checks.casing import Casing, is_mute, is_sentence, opens, speaks
from quotex.checks.forms import irregular_base
from quotex.checks.reading import Reading
from quotex.checks.searching import is_year
from quotex.checks.shares import Shares, shares
from quotex.checks.sorts import Sort
from quotex.checks.stems import term
from quotex.checks.turns import Turns, turns
from quotex.checks.wholes import Whole, whole
from quotex.lexicon.words import pairs, words
from quotex.wording import is_negation, is_number, tells

_TITLES = ("honorifics", "honorifics_male", "honorifics_female", "roles", "offices")
_COMMON_MONTHS = ("may", "march")
_NOT_QUANTITIES = frozenset({"one", "once"})
_MOSTLY = 2
"""So many times as often must a word have a capital elsewhere to be a name where its own tells nothing."""
_MARKS = ",.;:!?…–—)"
_NEAR = 2
"""Words between a month and the day beside it, at most, and one."""


@frozen
class Sorted:
    """A reading with the sort of each of its words."""

    reading: Reading
    sorts: tuple[Sort, ...]

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The terms of the words, parallel to them, "built" as "build"."""
        bases = map(irregular_base, self.reading.words)
        found = zip(self.reading.words, bases, self.reading.terms, strict=True)
        return tuple(term(base) if base != word else plain for word, base, plain in found)

    @cached_property
    def whole(self) -> Whole:
        """All that is said, in order."""
        return whole(self.reading, self.sorts)

    @cached_property
    def turns(self) -> Turns:
        """What turns around what is said."""
        return turns(self.reading.words, self.terms, self.sorts, self.stops)

    @cached_property
    def stops(self) -> frozenset[int]:
        """The places of words behind which a mark stands, the last word aside."""
        gaps = map(str.strip, self.gaps)
        return frozenset(at for at, gap in enumerate(gaps) if gap and gap[0] in _MARKS)

    @cached_property
    def gaps(self) -> Sequence[str]:
        """What stands behind each word, before the next; "" behind the last."""
        text, spans = self.reading.body, self.reading.spans
        return [*(text[one[1] : other[0]] for one, other in pairwise(spans)), ""]

    @cached_property
    def shares(self) -> Shares:
        """The shares of a whole that it tells."""
        return shares(self.reading.words, self.gaps)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in normal form."""
        return frozenset(self.reading.words)

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """For each term where it stands."""
        out: dict[str, list[int]] = {}
        for at, each in enumerate(self.terms):
            if each:
                out.setdefault(each, []).append(at)
        return out

    @cached_property
    def keys(self) -> Sequence[str]:
        """For each word what it is compared by: its term or, where that is "", the word itself."""
        return [each or word for each, word in zip(self.terms, self.reading.words, strict=True)]

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
    writing = _Writing(reading, casing, speaks(reading) or is_sentence(reading), is_mute(reading))
    sorts = [_sort(writing, at) for at in range(len(reading.words))]
    for at in range(len(sorts) - 2, -1, -1):
        if sorts[at] is Sort.UNSURE and sorts[at + 1] is Sort.NAME and _is_joined(reading, at):
            sorts[at] = Sort.NAME
    months = [at for at, sort in enumerate(sorts) if sort is Sort.MONTH]
    for at, sort in enumerate(sorts):
        if sort is Sort.NUMBER and any(abs(at - month) <= _NEAR for month in months):
            sorts[at] = Sort.DAY
    return Sorted(reading, tuple(sorts))


@frozen
class _Writing:
    """A reading and what its capitals tell."""

    reading: Reading
    casing: Casing
    is_trusted: bool
    is_mute: bool

    def has_capital(self, at: int) -> bool:
        """Whether the word there has a capital that it has not from its place."""
        start = self.reading.spans[at][0]
        return self.is_trusted and self.reading.text[start].isupper() and not opens(self.reading.text, start)


def _sort(writing: _Writing, at: int) -> Sort:
    reading = writing.reading
    word, stem = reading.words[at], reading.terms[at]
    sort = _sort_alone(word, stem)
    if sort is Sort.MONTH and not _is_month(writing, at):
        sort = _sort_of_rest(stem)
    if sort is Sort.FUNCTION and not tells(word) and _is_name(writing, at):
        return Sort.NAME
    return _by_casing(writing, at) if sort is Sort.UNSURE else sort


@lru_cache(maxsize=1 << 16)
def _sort_alone(word: str, term: str) -> Sort:
    """The sort of a word that stands by itself; ``UNSURE`` for one that may be a name."""
    if is_number(word):
        return Sort.YEAR if is_year(word) else Sort.NUMBER
    is_quantity = word in words("wording", "quantities") and word not in _NOT_QUANTITIES
    if is_quantity or word in pairs("wording", "ordinals"):
        return Sort.NUMBER
    if is_negation(word):
        return Sort.NEGATION
    if word in words("checks", "doubts") or word in words("wording", "denials"):
        return Sort.DOUBT
    return Sort.MONTH if word in words("checks", "months") else _sort_of_rest(term)


def _sort_of_rest(term: str) -> Sort:
    return Sort.UNSURE if term else Sort.FUNCTION


def _by_casing(writing: _Writing, at: int) -> Sort:
    reading = writing.reading
    start = reading.spans[at][0]
    capital = reading.text[start].isupper()
    if start and reading.text[start - 1] in "#@":
        return Sort.WORD
    is_title = reading.words[at] in titles()
    if writing.is_trusted and not (capital and opens(reading.text, start)):
        return (Sort.TITLE if is_title else Sort.NAME) if capital else Sort.WORD
    small, large = writing.casing(reading.terms[at])
    if is_title:
        return Sort.TITLE if capital else Sort.WORD
    if large > _MOSTLY * small:
        return Sort.NAME
    return Sort.UNSURE if large > small or large == small == 0 else Sort.WORD


def _is_name(writing: _Writing, at: int) -> bool:
    """Whether a word that looks like a function word is a name by its capitals: "US", "WHO", and "May" for a person."""
    start, end = writing.reading.spans[at]
    raw = writing.reading.text[start:end]
    if writing.is_mute or not raw.isalpha() or is_negation(writing.reading.words[at]):
        return False
    if len(raw) > 1 and raw.isupper():
        return raw.lower() == writing.reading.words[at]
    return writing.reading.words[at] == "may" and writing.has_capital(at)


def _is_joined(reading: Reading, at: int) -> bool:
    """Whether a word with a capital stands right before the next one."""
    (start, end), follows = reading.spans[at], reading.spans[at + 1][0]
    return reading.text[start].isupper() and reading.text[end:follows] == " "


def _is_month(writing: _Writing, at: int) -> bool:
    """Whether "May" or "March" is the month: a number stands beside it, or a word that stands before times."""
    reading = writing.reading
    if reading.words[at] not in _COMMON_MONTHS:
        return True
    if not reading.text[reading.spans[at][0]].isupper():
        return False
    beside = reading.words[max(0, at - 1) : at + 2]
    before = reading.words[at - 1] if at else ""
    return any(map(is_number, beside)) or (before in words("checks", "before_months") and writing.has_capital(at))


@cache
def titles() -> frozenset[str]:
    """Offices, trades and forms of address."""
    named = frozenset(word for group in _TITLES for word in words("people", group))
    return named | words("checks", "short_titles")
