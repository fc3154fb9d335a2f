"""The dates that the words of a content name, resolved against the day of the article where they need it.

What cannot be told is told as such: relative words without a day of the article, weeks, and days that no calendar has.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate, pairwise, zip_longest

from attrs import evolve
from spacy.tokens import Doc

from quotex.claims.content import Content
from quotex.claims.datewords import BY_ARTICLE, BY_TEXT, MONTH_NAME, WEEKDAY_NAME
from quotex.claims.evidence import is_one
from quotex.claims.tenses import told_by_verb
from quotex.records import DateBasis, Dated, Substitution, Unresolved
from quotex.spans import Pair

_NAMED = re.compile(f"{MONTH_NAME}|{WEEKDAY_NAME}")
"""Words that name a month or a weekday only with a capital."""
_UNTOLD = frozenset({"in-another-scene", "of-another-year", "quoted-within", "time-in-name"})
"""Rules by which words of time are left that then have no date."""
_THAT_DAY = re.compile(f"the {WEEKDAY_NAME}")
"""A weekday of a week that was told of before."""
_CLAUSE = 12
"""How many tokens back the beginning of a clause about somebody is sought."""
_PARTS = frozenset({"early", "late", "mid", "the", "at"})
"""Words between "since" and a date."""


def dates(content: Content, day: date | None) -> tuple[Dated, ...]:
    """The dates that the words name, in order and without overlaps; ``day`` is that of the article.

    One that words give in full goes before one that needs the article. Nothing is resolved against a missing ``day``.
    No date goes over words of others between two parts of the content.
    """
    text, starts = _joined(content)
    found: list[tuple[Pair, str | None, DateBasis]] = []
    taken: set[int] = set()

    def run_of(match: re.Match[str]) -> Pair:
        group = "date" if "date" in match.re.groupindex else 0
        return bisect_right(starts, match.start(group)) - 1, bisect_right(starts, match.end(group) - 1)

    def add(match: re.Match[str], iso: str | None, basis: DateBasis) -> None:
        run = run_of(match)
        if taken.isdisjoint(range(*run)) and _has_capitals(content, run):
            taken.update(range(*run))
            found.append((run, iso, basis))

    for pattern, in_full in BY_TEXT:
        for match in pattern.finditer(text):
            add(match, in_full(match), DateBasis.TEXT)
    for pattern, resolve in BY_ARTICLE:
        for match in pattern.finditer(text):
            add(
                match,
                resolve(match, day, told_by_verb(*content.sentence(run_of(match)))) if day else None,
                DateBasis.ARTICLE,
            )
    out = [Dated(iso, basis if iso else None, content.span(run)) for run, iso, basis in sorted(found, key=_run)]
    for at, (dated, behind) in enumerate(pairwise(out)):
        if (
            _is_day(behind.iso)
            and (dated.iso is None or _is_day(dated.iso))
            and is_explained(content.doc, dated, behind)
        ):
            out[at] = evolve(behind, span=dated.span)
    return tuple(out)


def _run(found: tuple[Pair, str | None, DateBasis]) -> Pair:
    return found[0]


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


def as_sure(
    doc: Doc, found: Sequence[Dated], judged: Iterable[Substitution | Unresolved], recounted: Sequence[Dated]
) -> tuple[Dated, ...]:
    """The dates as sure as they are by what was ``judged`` of their words: those that are left in the stand-alone text
    are likely at most, and none where the words belong to another time or name.

    ``recounted`` are the same dates counted from the day of the saying, as is likely of what is quoted.
    """
    rules = {each.span: each.rule for each in judged if isinstance(each, Unresolved)}
    out: list[Dated] = []
    for (dated, behind), of_saying in zip(zip_longest(found, found[1:]), recounted, strict=True):
        span = behind.span if behind is not None and is_explained(doc, dated, behind) else dated.span
        rule = rules.get(span) if span is not None else None
        if dated.basis is not DateBasis.ARTICLE or rule is None:
            out.append(dated)
            continue
        is_told = rule not in _UNTOLD and (dated.span is None or not _THAT_DAY.fullmatch(dated.span.text.lower()))
        iso = (of_saying if rule == "day-of-quotation" else dated).iso if is_told else None
        out.append(Dated(iso, DateBasis.LIKELY if iso else None, dated.span))
    return tuple(out)


def date_of(doc: Doc, found: Sequence[Dated], fallback: Dated | None) -> Dated | None:
    """The date of a claim: the first of ``found`` that was resolved, those behind "since" aside, as something else is
    claimed of the time from there on, and those of somebody's life ("Roe, who died in 2020"); where nothing else was
    found, ``fallback``."""
    named = [each for each in found if not _is_beginning(doc, each) and not _is_of_life(doc, each)]
    return next((each for each in named if each.iso), None) if named else fallback


def _is_beginning(doc: Doc, dated: Dated) -> bool:
    """Whether a date is where a stretch of time begins ("since 1798", "since early March")."""
    at = dated.span.token_start if dated.span is not None else 0
    return "since" in {doc[i].lower_ for i in range(max(0, at - 1 - (doc[max(0, at - 1)].lower_ in _PARTS)), at)}


def _is_of_life(doc: Doc, dated: Dated) -> bool:
    """Whether a date stands in a clause of somebody's life ("who died in 2020", "who was elected in May")."""
    at = dated.span.token_start if dated.span is not None else 0
    is_life = False
    for i in range(at - 1, max(-1, at - _CLAUSE), -1):
        word = doc[i].lower_
        if word == "who":
            return is_life
        if doc[i].is_punct:
            return False
        is_life = is_life or is_one(word, "milestones")
    return False
