"""Sorts of words whose change is a risk, and words that may stand for one another."""

from __future__ import annotations

from functools import cache

from quotex.lexicon.words import pairs, words
from quotex.verification.records import EditKind
from quotex.wording import is_negation, is_number

_LISTED = (
    (EditKind.NEGATION, ("negations", "denials")),
    (EditKind.NUMBER, ("quantities", "amounts", "ordinals", "numbers", "scales")),
    (EditKind.MODAL, ("modals",)),
    (EditKind.QUALIFIER, ("qualifiers",)),
    (EditKind.PRONOUN, ("pronouns",)),
)
_CODES = {kind: code for code, (kind, _) in enumerate(_LISTED, 1)}
_LESS = "less"
_LEAST = 3
"""Letters that a word has left without its prefix."""


@cache
def _kinds() -> dict[str, EditKind]:
    return {
        entry.split()[0]: kind
        for kind, groups in reversed(_LISTED)
        for group in groups
        for entry in words("wording", group)
        if kind is EditKind.NUMBER or " " not in entry  # those of numbers are led by what they are written as
    }


def kind_of(word: str) -> EditKind | None:
    """The risk that goes with a change of a word in normal form, names aside; ``None`` where there is none."""
    if is_negation(word):
        return EditKind.NEGATION
    return EditKind.NUMBER if is_number(word) else _kinds().get(word)


def sort_of(word: str) -> int:
    """``kind_of`` as a number, 0 for ``None``."""
    kind = kind_of(word)
    return _CODES[kind] if kind else 0


def value(word: str) -> str:
    """A word, or the figure or measure that it is another form of ("one", "km")."""
    twin = pairs("wording", "twins").get(word) or pairs("wording", "measures").get(word)
    return twin[0] if twin else word


@cache
def stands_for(word: str) -> frozenset[str]:
    """The words that a word, or the part of one behind an apostrophe, may be another form of."""
    entries = [tuple(entry.split()) for group in ("short_forms", "twins") for entry in words("wording", group)]
    return frozenset(b if a == word else a for a, b in entries if word in (a, b))


def are_opposites(one: str, other: str) -> bool:
    """Whether two words are each other's opposite by a prefix or ending ("legal", "illegal"; "hopeful", "hopeless")."""
    short, long = sorted((one, other), key=len)
    if (
        len(short) >= _LEAST
        and long.endswith(short)
        and long.removesuffix(short) in words("wording", "negative_prefixes") | words("wording", "turning_prefixes")
    ):
        return True
    stem = long.removesuffix(_LESS) if long.endswith(_LESS) else short.removesuffix(_LESS)
    return (long.endswith(_LESS) or short.endswith(_LESS)) and stem in {
        word.removesuffix("ful") for word in (one, other) if not word.endswith(_LESS)
    }
