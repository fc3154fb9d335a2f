"""Which words are forms of one word: "supports" and "supported", "built" and "build".

Two answers, for two uses. ``lexeme`` is for telling in what two claims differ, and may join more than it should
("planes" and "plans"). ``are_plural`` and ``are_tenses`` are for telling that they say the same, and go by strict
rules: what is derived ("banks", "bankers") is another word, and so is a form in "-ing" ("was killing", "was killed").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from quotex.checks.stems import without_ending
from quotex.lexicon.words import pairs

_HISSES = ("s", "x", "z", "ch", "sh", "o")
"""Endings behind which the plural is "-es"."""
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""Words of one syllable that double their last letter before "-ed": no "hop" in "hoped", no "plan" in "planed"."""
_LEAST = 3
"""Letters that a word must have to be inflected."""


def irregular_base(word: str) -> str:
    """The base of an irregular past or participle, or the word itself."""
    return _bases().get(word, word)


@lru_cache(maxsize=1 << 16)
def lexeme(word: str) -> str:
    """What the forms of one verb or noun have in common; it need not be a word."""
    base = _bases().get(word)
    return without_ending(word if base is None else base)


@lru_cache(maxsize=1 << 16)
def are_plural(one: str, other: str) -> bool:
    """Whether one of two words is the other with the "-s" of a plural or of a verb; of none that is irregular."""
    return one in _without_s(other) or other in _without_s(one)


@lru_cache(maxsize=1 << 16)
def are_tenses(one: str, other: str) -> bool:
    """Whether one of two words is the past of a verb and the other its past, its base or the base with "-s"."""
    here, there = set(_without_past(one)), set(_without_past(other))
    present, other_present = {one, *_without_s(one)}, {other, *_without_s(other)}
    return bool(here & there or here & other_present or there & present)


def is_past(word: str) -> bool:
    """Whether a word may be the past or a participle of a verb."""
    return any(True for _ in _without_past(word))


def _without_s(word: str) -> Iterator[str]:
    if len(word) <= _LEAST or not word.endswith("s") or word.endswith("ss"):
        return
    if word.endswith("ies"):
        yield word[:-3] + "y"
    elif word.endswith("es") and word[:-2].endswith(_HISSES):
        yield word[:-2]
    if not word[:-1].endswith(_HISSES) and not word.endswith("ies"):
        yield word[:-1]


def _without_past(word: str) -> Iterator[str]:
    base = _bases().get(word)
    if base is not None:
        yield base
    elif len(word) > _LEAST + 1 and word.endswith("ied"):
        yield word[:-3] + "y"
    elif len(word) > _LEAST and word.endswith("ed"):
        rest = word[:-2]
        yield word[:-1]
        if len(rest) > _LEAST and rest[-1] == rest[-2]:
            yield rest[:-1]
        if not _DOUBLES.fullmatch(rest):
            yield rest


@cache
def _bases() -> dict[str, str]:
    return {form: base for base, forms in pairs("checks", "irregular").items() for form in forms}
