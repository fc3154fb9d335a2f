"""Whether numbers and names in which two claims differ are others, or perhaps other writings of the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotex.checks.sorting import Sorted
from quotex.lexicon.words import pairs, words
from quotex.matching import is_misspelling
from quotex.wording import is_number

_HOURS = ("am", "pm", "a.m", "p.m")
_PARTS = ("half", "halves", "quarter", "quarters", "percent", "percentage")
_TIMES = re.compile(r"(?:doubl|tripl|quadrupl|halv)\w*|\w+fold|once|twice|thrice")
_VOWELS = re.compile("[aeiouy]")
_DOUBLED = re.compile(r"(.)\1")
_LEAST = 2
"""Consonants that tell a name."""


def are_other_numbers(one: Sorted, here: Sequence[int], other: Sorted, there: Sequence[int]) -> bool:
    """Whether numbers that only one or the other claim has are comparable, so that they differ in what they say: of one
    form ("twice" and "two times" are not), or shares of a whole."""
    if not (here and there):
        return False
    if {_form(one, at) for at in here} & {_form(other, at) for at in there}:
        return True
    told, told_there = ({at for places in each.shares for at in places} for each in (one, other))
    return told.issuperset(here) and told_there.issuperset(there)


def _form(one: Sorted, at: int) -> str:
    """How a number is told."""
    found = one.reading.words
    word = found[at]
    if _TIMES.fullmatch(word):
        return "times"
    if is_number(word):
        is_hour = at + 1 < len(found) and found[at + 1] in _HOURS
        return "hour" if is_hour else "clock" if ":" in word else "figure"
    if word in pairs("wording", "ordinals"):
        return "place"
    is_part = word in _PARTS or word.removesuffix("s") in pairs("wording", "ordinals")
    return "part" if is_part else "count"


def are_other_names(here: Iterable[str], there: Iterable[str]) -> bool:
    """Whether of the names that only one or the other claim has one is no other writing of any of the other claim."""
    there = list(there)
    return not all(any(_may_be(name, each) for each in there) for name in here)


def _may_be(one: str, other: str) -> bool:
    """Whether two names may be one: in short and in full, or spelled otherwise ("Kiev", "Kyiv")."""
    listed = words("given_names", "familiar")
    if f"{one} {other}" in listed or f"{other} {one}" in listed or is_misspelling(one, other):
        return True
    bones = _bones(one)
    return one[:1] == other[:1] and len(bones) >= _LEAST and bones == _bones(other)


def _bones(name: str) -> str:
    """The consonants of a name, double ones once."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", name))
