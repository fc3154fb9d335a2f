"""Signs in the words of a content: numbers, years, names, verbs in the past, hedges, negations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from quotex.claims.content import Content
from quotex.lexicon.words import words
from quotex.spans import Pair, merged

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:s|'s)?")
_SENTENCE_OPENERS = frozenset(". ! ? \" “ ‘ ' : ; … -- — -".split())
_QUOTATION_MARKS = frozenset("\" “ ” '' ``".split())


@lru_cache(maxsize=65536)
def is_year(word: str) -> bool:
    """Whether a word is a year of the last five centuries, or a decade ("1990s")."""
    return _YEAR.fullmatch(word) is not None


@lru_cache(maxsize=65536)
def is_number(word: str) -> bool:
    """Whether a word in lower case is a number in digits or letters, years and "one" aside."""
    if any(character.isdigit() for character in word):
        return not is_year(word)
    spelled = {entry.split()[0] for entry in words("wording", "numbers")}
    return word in spelled | words("claims", "numerals") | words("claims", "large")


@lru_cache(maxsize=65536)
def is_past(word: str) -> bool:
    """Whether a word in lower case looks like a verb in the past, or its participle."""
    is_regular = word.endswith("ed") and len(word) > 3 and word not in words("claims", "not_past")
    return is_regular or word in words("claims", "past")


def is_finite(word: str) -> bool:
    """Whether a word in lower case looks like a verb that a clause can stand on."""
    return is_past(word) or word in words("claims", "presents") or word in words("status", "auxiliaries")


def is_negation(word: str) -> bool:
    """Whether a word in lower case turns what is said into its opposite."""
    return word == "n't" or word in words("wording", "negations")


def is_quotation_mark(word: str) -> bool:
    """Whether a token is a double quotation mark."""
    return word in _QUOTATION_MARKS


def has_letter_or_digit(word: str) -> bool:
    """Whether a token is more than a mark."""
    return any(character.isalnum() for character in word)


def count_words(tokens: Iterable[str]) -> int:
    """How many tokens are more than marks."""
    return sum(map(has_letter_or_digit, tokens))


def hedges(content: Content) -> list[Pair]:
    """The runs of words that hedge; "about" and its like only before a number."""
    before_numbers = [
        run
        for run in content.listed("approximators")
        if run[1] < len(content.words)
        and (is_number(content.words[run[1]]) or content.words[run[1]] in {"$", "£", "€"})
    ]
    return merged([*content.listed("hedges"), *before_numbers])


def negations(content: Content) -> list[Pair]:
    """The words that negate; "not only" and its like do not."""
    found = content.where(is_negation)
    return [run for run in found if content.words[run[1] : run[1] + 1] != ("only",)]


def capitals(content: Content) -> list[Pair]:
    """Runs of words with capitals, which are names for the most part; the first word of a sentence only where the
    next has one, too, or where it has several itself."""
    alone = [(at, at + 1) for at in range(len(content.words)) if _is_capital(content, at)]
    return merged(alone)


def _is_capital(content: Content, at: int) -> bool:
    text = content.text(at)
    if not text[:1].isupper() or content.words[at] == "i":
        return False
    if at > 0 and content.words[at - 1] not in _SENTENCE_OPENERS:
        return True
    return text[1:2].isupper() or (at + 1 < len(content.words) and content.text(at + 1)[:1].isupper())


def opening(content: Content) -> Pair | None:
    """The first word that is no mark and no "that"; ``None`` where there is none."""
    found = (at for at, word in enumerate(content.words) if word != "that" and has_letter_or_digit(word))
    at = next(found, None)
    return None if at is None else (at, at + 1)
