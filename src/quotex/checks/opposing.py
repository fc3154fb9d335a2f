"""Words of two claims that mean the opposite of each other, by a list or by their form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from quotex.checks.forms import lexeme
from quotex.checks.sorting import Sorted
from quotex.checks.sorts import Sort
from quotex.lexicon.words import words

Opposed = tuple[tuple[int, ...], tuple[int, ...]]
"""Places of a word in the new claim, and of its opposite in the known one."""
_LEAST = 2
"""Letters that a word must have beyond to be turned by a prefix."""
_SUFFIXES = {"less": "ful", "ful": "less"}


def opposites(claim: Sorted, known: Sorted) -> Iterator[Opposed]:
    """The places of words that mean the opposite of each other; of a word that is a name none, as in "New Delhi"."""
    there = known.words - claim.words
    by_lexeme: dict[str, list[str]] = {}
    for other in there:
        if key := _listed(other):
            by_lexeme.setdefault(key, []).append(other)
    seen: set[str] = set()
    for word in sorted(
        each
        for each in claim.words - known.words
        if (by_lexeme and _listed(each)) or not _turned_word(each).isdisjoint(there)  # as hardly any is
    ):
        listed = (other for each in _pairs().get(_listed(word), ()) for other in by_lexeme.get(each, ()))
        for other in sorted({*listed, *_turned_word(word) & there} - seen):
            places = _places_of_word(claim, word), _places_of_word(known, other)
            if all(places):
                seen.add(other)
                yield places
                break


@lru_cache(maxsize=1 << 16)
def _listed(word: str) -> str:
    """The lexeme of a word that has opposites; "" for any other."""
    found = lexeme(word)
    return found if found in _pairs() else ""


def _places_of_word(one: Sorted, word: str) -> tuple[int, ...]:
    names = (Sort.NAME, Sort.NUMBER)
    return tuple(at for at, each in enumerate(one.reading.words) if each == word and one.sorts[at] not in names)


@lru_cache(maxsize=1 << 16)
def _turned_word(word: str) -> frozenset[str]:
    """What a word can be the opposite of by its own form: "legal" of "illegal", "careful" of "careless"."""
    prefixes = words("wording", "negative_prefixes")
    longer = {prefix + word for prefix in prefixes if len(word) > _LEAST}
    shorter = {word.removeprefix(each) for each in prefixes if word.startswith(each) and len(word) > len(each) + _LEAST}
    others = {word.removesuffix(one) + two for one, two in _SUFFIXES.items() if word.endswith(one)}
    return frozenset(longer | shorter | others)


@cache
def _pairs() -> dict[str, set[str]]:
    """Each word that has opposites, with them, both without endings."""
    out: dict[str, set[str]] = {}
    for pair in words("checks", "opposites"):
        first, second = map(lexeme, pair.split())
        out.setdefault(first, set()).add(second)
        out.setdefault(second, set()).add(first)
    return out
