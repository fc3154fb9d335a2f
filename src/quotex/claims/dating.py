"""The dates that the words of a content name, resolved against the day of the article where they need it.

What cannot be told is told as such: relative words without a day of the article, weeks, and days that no calendar has.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import accumulate, pairwise, zip_longest

from attrs import evolve
from spacy.tokens import Doc

from quotex.claims.content import Content
from quotex.claims.datewords import BY_ARTICLE, BY_TEXT, MONTH_NAME, WEEKDAY_NAME
from quotex.records import DateBasis, Dated
from quotex.spans import Pair

_NAMED = re.compile(f"{MONTH_NAME}|{WEEKDAY_NAME}")
"""Words that name a month or a weekday only with a capital."""


def dates(content: Content, day: date | None) -> tuple[Dated, ...]:
    """The dates that the words name, in order and without overlaps; ``day`` is that of the article.

    One that words give in full goes before one that needs the article. Nothing is resolved against a missing ``day``.
    No date goes over words of others between two parts of the content.
    """
    text, starts = _joined(content)
    found: list[tuple[Pair, str | None, DateBasis]] = []
    taken: set[int] = set()

    def add(match: re.Match[str], iso: str | None, basis: DateBasis) -> None:
        group = "date" if "date" in match.re.groupindex else 0
        run = (bisect_right(starts, match.start(group)) - 1, bisect_right(starts, match.end(group) - 1))
        if taken.isdisjoint(range(*run)) and _has_capitals(content, run):
            taken.update(range(*run))
            found.append((run, iso, basis))

    for pattern, in_full in BY_TEXT:
        for match in pattern.finditer(text):
            add(match, in_full(match), DateBasis.TEXT)
    for pattern, resolve in BY_ARTICLE:
        for match in pattern.finditer(text):
            add(match, resolve(match, day) if day else None, DateBasis.ARTICLE)
    told = [Dated(iso, basis if iso else None, content.span(run)) for run, iso, basis in sorted(found)]
    for at, (dated, behind) in enumerate(pairwise(told)):
        if (
            _is_day(behind.iso)
            and (dated.iso is None or _is_day(dated.iso))
            and is_explained(content.doc, dated, behind)
        ):
            told[at] = evolve(behind, span=dated.span)
    return tuple(told)


def _is_day(iso: str | None) -> bool:
    return iso is not None and iso.count("-") > 1


def is_explained(doc: Doc, dated: Dated, behind: Dated | None) -> bool:
    """Whether a day of the week or the like has its date right behind it ("Sunday, 20 March"), which ``behind`` is."""
    if behind is None or behind.span is None or dated.span is None:
        return False
    has_digits = [any(c.isdigit() for c in each.text) for each in (dated.span, behind.span)]
    between = doc[dated.span.token_end : behind.span.token_start].text
    return has_digits == [False, True] and between in {"", ",", "("}


def _joined(content: Content) -> tuple[str, list[int]]:
    """The words in lower case with a blank between them, or " … " where words of others stand there, and where each
    begins."""
    places = pairwise(content.tokens)
    gaps = [" … " if _is_parted(content, before, after) else " " for before, after in places]
    pieces = [word.lower() + gap for word, gap in zip_longest(content.words, gaps, fillvalue="")]
    return "".join(pieces), [0, *accumulate(map(len, pieces))]


def _is_parted(content: Content, before: int, after: int) -> bool:
    return any(not content.doc[token].is_space for token in range(before + 1, after))


def _has_capitals(content: Content, run: Pair) -> bool:
    """Whether the name of a month or a weekday, if there is one, has its capital ("in May", not "they may")."""
    named = [at for at in range(*run) if _NAMED.fullmatch(content.words[at].lower())]
    return all(content.text(at)[0].isupper() for at in named)


def date_of(doc: Doc, found: Sequence[Dated], day: date | None) -> Dated | None:
    """The date of a claim: the first of ``found`` that was resolved, one behind "since" last, as something else is
    claimed of the time from there on; where nothing was found, the day of the article."""
    told = [each for each in found if each.iso]
    if found or day is None:
        return min(told, key=lambda each: _is_beginning(doc, each), default=None)
    return Dated(day.isoformat(), DateBasis.ARTICLE, None)


def _is_beginning(doc: Doc, dated: Dated) -> bool:
    at = dated.span.token_start if dated.span is not None else 0
    return at > 0 and doc[at - 1].lower_ == "since"
