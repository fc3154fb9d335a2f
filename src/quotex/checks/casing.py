"""What capitals tell: whether a word is a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from quotex.checks.reading import Reading
from quotex.spans import Pair

_ENDS = ".!?:…\n"
_QUOTES = '"“”‘«»„'
_MARKS = f"{_QUOTES} \t'’()[]—–-#@"
_SHORT = re.compile(r"(?:^|[^\w])[A-Z][a-z]{0,2}\.$")
"""An initial or the short form of a title, whose full stop ends no sentence."""
_LOOK_BACK = 40
_MOST = 0.75
_SHOUTED = 0.7
"""Of the letters of a text, what is written large where capitals tell nothing."""

Casing = Callable[[str], tuple[int, int]]
"""How often a term is written small, and how often with a capital, where nothing but itself asks for one."""


def opens(text: str, start: int) -> bool:
    """Whether the word at ``start`` may have its capital from its place: first in a sentence or a quotation."""
    behind = text[max(0, start - _LOOK_BACK) : start]
    before = behind.rstrip(_MARKS)
    if not before or any(mark in _QUOTES for mark in behind[len(before) :]):
        return True
    return before[-1] in _ENDS and not _SHORT.search(before)


def speaks(reading: Reading) -> bool:
    """Whether capitals tell anything in a text: some words have one, and not nearly all."""
    telling = [reading.text[start] for each, (start, _) in zip(reading.terms, reading.spans, strict=True) if each]
    letters = [each for each in telling if each.isalpha()]
    return 0 < sum(map(str.isupper, letters)) <= _MOST * len(letters)


def is_mute(reading: Reading) -> bool:
    """Whether capitals tell nothing in a text at all: hardly a word has one, or hardly a letter is small.

    The pronoun "I" does not count. A text without letters that have capitals is mute.
    """
    letters = [each for each in reading.text if each.isalpha()]
    small = sum(map(str.islower, letters))
    if small <= (1 - _SHOUTED) * len(letters):
        return True
    return not any(reading.text[start].isupper() and word != "i" for word, (start, _) in _words(reading))


def is_sentence(reading: Reading) -> bool:
    """Whether a text has capitals as sentences have them, and so would write a name with one: some words have one, and
    not nearly all. Other than ``speaks``, words that nearly every sentence has count as well."""
    capitals = [reading.text[start].isupper() for word, (start, _) in _words(reading) if word.isalpha() and word != "i"]
    return 0 < sum(capitals) <= _MOST * len(capitals)


def _words(reading: Reading) -> Iterable[tuple[str, Pair]]:
    return zip(reading.words, reading.spans, strict=True)
