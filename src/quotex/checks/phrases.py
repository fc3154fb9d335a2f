"""Names and words that may stand for each other in any claim: "UK" and "United Kingdom"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quotex.lexicon.words import words

LONGEST = 5
"""Words of a phrase, at most."""


def phrase(found: Sequence[str]) -> tuple[int, str]:
    """How many words the longest phrase takes with which ``found`` begins, and what stands for it, in capitals for a
    name; 0 and "" where none does."""
    for length in range(min(len(found), LONGEST), 0, -1):
        head = _phrases().get(tuple(found[:length]))
        if head:
            return length, head
    return 0, ""


@cache
def names_in_short() -> frozenset[str]:
    """The words of names that may stand in short or in full, but for those of any sentence ("of")."""
    found = frozenset(word for form, head in _phrases().items() if head.isupper() for word in form)
    return found - {"of"}


@cache
def interchangeable_words() -> frozenset[str]:
    """The words of all of them."""
    return frozenset(word for form in _phrases() for word in form)


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    out: dict[tuple[str, ...], str] = {}
    for entry in words("checks", "interchangeable"):
        forms = [tuple(each.split("-")) for each in entry.split()]
        out |= {tuple(each.lower() for each in form): "-".join(forms[0]) for form in forms}
    return out
