"""A claim as it is searched and compared: its words and their terms with places, and who posted it when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, groupby

from attrs import frozen

from quotex.checks.stems import term
from quotex.dates import day_of
from quotex.lexicon.words import words
from quotex.spans import Pair
from quotex.wording import worded

_ADDRESS = re.compile(r"(?:https?://|\bwww\.|pic\.twitter\.com/|\bt\.co/)\S*", re.IGNORECASE)
_COUNTRY = re.compile(r"\bU\.\s?S(?:\.\s?A)?\b\.?", re.IGNORECASE)
"""Before a title or a body it says nothing that the other text must say, too, and its letters are no names."""
_POSTED = re.compile(r"[—–-]\s*([^—–\n]{1,80}?)\s*\(@(\w{1,40})\)\s+([A-Z][a-z]{2,8}) (\d{1,2}), (\d{4})")
"""How a post is cited: "— Name (@handle) May 3, 2024"."""
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_MIXED = re.compile(r"[a-z][A-Z]|[A-Za-z]\d|\d[A-Za-z]")
_MONTHS = "january february march april may june july august september october november december".split()
_GRAM = 4


@frozen
class Reading:
    """A claim read.

    ``words``, ``terms`` and ``spans`` are parallel; a word that nearly every sentence has, has the term "". A tag
    ("#BridgeOpen") gives its parts, which share its span. Addresses and the line that cites a post are left out, and
    so is "U.S.".
    """

    text: str
    body: str
    """The text with blanks in the place of addresses and of the line that cites a post."""
    words: tuple[str, ...]
    terms: tuple[str, ...]
    spans: tuple[Pair, ...]
    author: tuple[str, ...]
    """Terms of the names and handles of those who posted it."""
    author_grams: tuple[str, ...]
    """Runs of characters of the same."""
    month: str | None
    """Term of the month in which it was posted; ``None`` also for May, which is another word, too."""
    year: str | None

    @property
    def searched(self) -> tuple[str, ...]:
        """The terms that tell, each once, in order."""
        return tuple(dict.fromkeys(filter(None, self.terms)))


def read_claim(text: str, date: str | None = None) -> Reading:
    """A claim that is new, which may be a post. ``date`` goes before the one with which a post is cited."""
    cited = list(_POSTED.finditer(text))
    named = " ".join(f"{each[1]} @{each[2]}" for each in cited)
    month, year = _month_and_year(date)
    if year is None and cited:
        name = cited[-1][3].lower()
        month, year = (term(name) or None if name in words("checks", "months") else None), cited[-1][5]
    body = _ADDRESS.sub(_blank, _POSTED.sub(_blank, text))
    found, terms, spans = _words(_COUNTRY.sub(_blank, body))
    author = read_known(named)
    return Reading(text, body, found, terms, spans, author.searched, tuple(grams(author)), month, year)


def read_known(text: str) -> Reading:
    """A claim, or a title, of a check that is known: nothing is cited in it."""
    body = _ADDRESS.sub(_blank, text)
    found, terms, spans = _words(_COUNTRY.sub(_blank, body))
    return Reading(text, body, found, terms, spans, (), (), None, None)


def names_country(reading: Reading) -> bool:
    """Whether a reading has left "U.S." out."""
    return _COUNTRY.search(reading.body) is not None


def all_words(reading: Reading) -> tuple[str, Sequence[str], Sequence[Pair]]:
    """The words of a reading with their places, "U.S." included, and the text in which they stand, where it is "US"."""
    if not names_country(reading):
        return reading.body, reading.words, reading.spans
    flat = _COUNTRY.sub(lambda each: "US".ljust(len(each[0])), reading.body)
    found, _, spans = _words(flat)
    return flat, found, spans


def grams(reading: Reading) -> list[str]:
    """Runs of four characters within the words that tell, edges marked; shorter words whole."""
    telling = (f"_{word}_" for word, each in zip(reading.words, reading.terms, strict=True) if each)
    return list(chain.from_iterable(_runs(word) for word in telling))


def _runs(word: str) -> list[str]:
    return [word[at : at + _GRAM] for at in range(max(1, len(word) - _GRAM + 1))]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _words(flat: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Pair, ...]]:
    """Words, terms and spans of a text without addresses."""
    found = worded(flat)
    if "#" not in flat and "@" not in flat:
        return found.words, tuple(map(term, found.words)), found.spans
    out: list[str] = []
    spans: list[Pair] = []
    for span, group in groupby(zip(found.spans, found.words, strict=True), key=lambda each: each[0]):
        parts = _tag_parts(flat, span) or [word for _, word in group]
        out += parts
        spans += [span] * len(parts)
    return tuple(out), tuple(map(term, out)), tuple(spans)


def _tag_parts(text: str, span: Pair) -> list[str]:
    """The words of a tag or handle that is written as one; none where it is not."""
    start, end = span
    if not (start and text[start - 1] in "#@") or not _MIXED.search(text, start, end):
        return []
    return [part for found in _PARTS.findall(text[start:end]) for part in worded(found).words]


def _month_and_year(date: str | None) -> tuple[str | None, str | None]:
    day = day_of(date)
    return (term(_MONTHS[day.month - 1]) or None, str(day.year)) if day else (None, None)
