"""What sort of word a word in normal form is."""

from __future__ import annotations

from quotex.lexicon.words import words


def is_number(word: str) -> bool:
    """Whether a word in normal form holds a digit."""
    return any(character.isdigit() for character in word)


def is_negation(word: str) -> bool:
    """Whether a word in normal form turns what is said into its opposite."""
    return word in words("wording", "negations")


def tells(word: str) -> bool:
    """Whether a word in normal form is more than what nearly every sentence has."""
    return word not in words("wording", "function_words")
