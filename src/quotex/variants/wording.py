"""Quotations as words that can be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from quotex.identity import normalised
from quotex.lexicon.words import words

Wording = tuple[str, ...]

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[^\W_]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_PERCENT = re.compile(r"\s*%|\bper cent\b")
_MARKS = "\"'“”„‟«»‘’‚‛‹›`´ \t\r\n\u00a0"


@lru_cache(maxsize=4096)
def wording(text: str) -> Wording:
    """The words of a quotation in normal form: "We won’t pay 1,200 …" gives ``("we", "will", "not", "pay", "1200")``.

    Letter case, marks, hyphens and short forms do not count, nor whether a number is in letters or digits. A text
    without letters and digits gives ``()``.
    """
    flat = _THOUSANDS.sub("", _PERCENT.sub(" percent", normalised(text)))
    out: list[str] = []
    for word in _WORD.findall(flat):
        out += _spelled_out(word)
    return tuple(out)


def bare(text: str) -> str:
    """A text without quotation marks and white space at its edges."""
    return text.strip(_MARKS)


def is_number(word: str) -> bool:
    """Whether a word in normal form holds a digit."""
    return any(character.isdigit() for character in word)


def is_negation(word: str) -> bool:
    """Whether a word in normal form turns what is said into its opposite."""
    return word in words("wording", "negations")


def tells(word: str) -> bool:
    """Whether a word in normal form is more than what nearly every sentence has."""
    return word not in words("wording", "function_words")


@lru_cache(maxsize=65536)
def _spelled_out(word: str) -> tuple[str, ...]:
    whole = _pairs("contractions").get(word) or _pairs("numbers").get(word)
    if whole is not None:
        return whole
    for ending, stands_for in _pairs("endings").items():
        if word.endswith(ending) and len(word) > len(ending):
            return (word.removesuffix(ending), *stands_for)
    return (word.replace("'", ""),)


@cache
def _pairs(group: str) -> Mapping[str, tuple[str, ...]]:
    entries = (entry.split() for entry in sorted(words("wording", group)))
    return {entry[0]: tuple(entry[1:]) for entry in entries}
