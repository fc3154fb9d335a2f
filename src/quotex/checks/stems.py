"""Words to what they are searched by: one form for "photos", "photographed" and "pictures"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from quotex.lexicon.words import pairs
from quotex.wording import is_number, tells

_VOWEL = re.compile("[aeiouy]")
_VERBAL = ("ing", "ed")
_DERIVED = ("ation", "ment", "ly", "ion", "er", "or", "al", "ive", "e")
_KEPT_DOUBLE = "lsz"


@lru_cache(maxsize=1 << 17)
def term(word: str) -> str:
    """The term of a word in normal form; "" for a word that nearly every sentence has.

    A number is its own term. Terms are for comparing only and need not be words.
    """
    if not tells(word):
        return ""
    stemmed = stem(word)
    return _synonyms().get(stemmed, stemmed)


def stem(word: str) -> str:
    """A word in normal form without its endings: the generous kind of stemming, which may join more than it should."""
    if len(word) < 4 or is_number(word):
        return word
    word = _without_verbal(_without_s(word))
    if len(word) > 4:
        found = next((each for each in _DERIVED if word.endswith(each) and len(word) - len(each) >= 4), "")
        word = word.removesuffix(found)
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def without_ending(word: str) -> str:
    """A word in normal form without "-s", "-ed", "-ing" and a silent "e": less generous, "banker" is no "bank"."""
    if len(word) < 4 or is_number(word):
        return word
    word = _without_verbal(_without_s(word))
    return word[:-1] if word.endswith(("e", "y", "i")) and len(word) > 3 else word


def _without_s(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_verbal(word: str) -> str:
    for ending in _VERBAL:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and _VOWEL.search(rest):
            double = len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in _KEPT_DOUBLE
            return rest[:-1] if double else rest
    return word


@cache
def _synonyms() -> dict[str, str]:
    return {stem(other): stem(first) for first, others in pairs("checks", "synonyms").items() for other in others}
