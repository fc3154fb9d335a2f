"""Whether a claim is of one event, so that it says the same without its date: "The mill burned (in 2019)"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quotex.checks.forms import is_past, lexeme
from quotex.lexicon.words import words
from quotex.wording import is_negation

_WERE = ("was", "were")
_LISTED = (("checks", "limits"), ("wording", "amounts"), ("wording", "modals"), ("wording", "qualifiers"))
_PARTS = frozenset(
    "percent dozens hundreds thousands millions billions half halves quarter quarters third thirds".split()
)
"""Words for parts of a whole, and for numbers that nobody counted."""


def is_event(found: Sequence[str]) -> bool:
    """Whether words in normal form tell of something past, without a word that negates, reverses, counts a part or
    all, compares, or says how often."""
    is_told = any(word in _WERE or is_past(word) for word in found)
    return is_told and not any(map(_is_more, found))


def _is_more(word: str) -> bool:
    """Whether a word makes a claim say more, or something else, where no date is with it."""
    lowered = word.lower()
    if is_negation(lowered) or lowered in _PARTS or any(lowered in words(*each) for each in _LISTED):
        return True
    return lowered in _reversing() or lexeme(lowered) in _reversing() or _is_superlative(lowered)


def _is_superlative(word: str) -> bool:
    """Whether a word may be a superlative; "protest" and "west" are taken for one as well, to be safe."""
    return word.endswith("est")


@cache
def _reversing() -> frozenset[str]:
    """The first words of what reverses, and what the forms of each have in common."""
    first = {entry.split()[0] for entry in words("checks", "reversing")}
    return frozenset(first | set(map(lexeme, first)))
