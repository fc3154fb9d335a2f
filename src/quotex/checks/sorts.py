"""The sorts of words that matter for saying the same."""

from __future__ import annotations

from enum import IntEnum, auto


class Sort(IntEnum):
    """The sorts."""

    NUMBER = auto()
    """A number, a place in an order, or a word of quantity."""
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
